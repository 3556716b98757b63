"""What is: the frozen records of a hub, and the one type of change. Standard library only."""
