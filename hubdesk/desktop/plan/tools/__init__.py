"""The tools of the plan: each begins, finishes, or is cancelled with Esc."""
