"""What each screen holds and does, pure: intents in, pages and commands out."""
