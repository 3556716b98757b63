"""How it changes: hub and intent in, one `Change` out."""
