"""Underlays on the plan: brought in, drawn beneath the areas, laid right, and made desks of."""
