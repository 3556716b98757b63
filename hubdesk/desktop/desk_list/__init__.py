"""The desks as a list: the plan in words, for whoever reads rather than looks."""
