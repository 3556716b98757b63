"""What stands around the pages: panels, bars and notices."""
