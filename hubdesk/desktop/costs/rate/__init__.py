"""The desk rate: drawn from the costs that it must cover, and used from a day."""
