"""What an author is told beyond what keeps a story from being played: words, pictures, translations, safety."""
