"""What goes into an agency's statement: its charges and why, from the run alone; its desks, from the hub."""
