"""The query log: what agencies ask or want put right, and what becomes of it."""
