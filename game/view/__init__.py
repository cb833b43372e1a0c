"""The window: layouts, pictures, letters, sound. The only part that knows pygame."""
