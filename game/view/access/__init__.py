"""The window for those who hear it: every page as a tree for screen readers, and what they ask for in return."""
