"""The teacher pack: what goes in, as pure data made from a story, and the setting of it as an accessible PDF."""
