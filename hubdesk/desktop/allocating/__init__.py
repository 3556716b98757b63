"""Allocating on the plan: the agencies to allocate to, the days, and the ways of doing it."""
