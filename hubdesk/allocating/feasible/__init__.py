"""Whether all that is asked can be kept at once; and if not, what cannot, and the cheapest way out."""
