"""The search for a plan: blocks of desks into zones first, then desks."""
