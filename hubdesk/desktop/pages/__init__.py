"""The pages of an open hub, one to each mark of the rail."""
