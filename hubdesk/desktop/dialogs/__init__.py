"""What asks something before it is done."""
