"""Use-cases: where two rooms meet."""
