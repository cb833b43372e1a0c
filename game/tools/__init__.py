"""What stands beside the game: fetching stories, checking them, keeping catalogues fresh."""
