"""The plan of a floor: what it shows, how it is moved about, and the tools that draw on it."""
