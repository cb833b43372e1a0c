"""The heart of the game, pure: what a story is, how it is played, and what is proven of it."""
