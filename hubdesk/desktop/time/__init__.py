"""Time on screen: sliding the as-at day, and what changes between two days."""
