"""Scenarios in the window: what if, and nothing of it on the hub."""
