"""The web edition: stories worked out to graphs that a page in a browser only walks."""
