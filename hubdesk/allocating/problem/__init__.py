"""The question who sits where, in numbers, as a hub asks it on a day."""
