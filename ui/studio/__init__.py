"""The studio window."""
