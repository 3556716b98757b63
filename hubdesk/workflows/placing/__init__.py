"""What agencies are placed by, as tables: working links and placement rules."""
