"""From an author's YAML to a story, or to all that is wrong with it."""
