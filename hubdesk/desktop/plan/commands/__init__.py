"""What can be done to what is selected on the plan, as actions of the menus and the palette."""
