"""Tables as data: columns, what may be typed in their cells, and a pasted block as one change. No screen."""
