"""The costs of a year, what they are shared by, and the rate that pays for the building."""
