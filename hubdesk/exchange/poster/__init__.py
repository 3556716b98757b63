"""A poster of the week: to print, and to look at in a browser."""
