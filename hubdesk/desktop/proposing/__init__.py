"""The desktop's part in proposing who sits where."""
