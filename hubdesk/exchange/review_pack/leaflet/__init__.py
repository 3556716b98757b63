"""What a pack says on paper and on a page: words and tables, before they are set."""
