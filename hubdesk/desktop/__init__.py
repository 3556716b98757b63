"""What is seen: the window, in Qt, over the rooms below."""
