"""What the game says in each language, and which texts there are to translate."""
