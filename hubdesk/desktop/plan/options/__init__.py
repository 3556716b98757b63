"""What a tool asks beside the mouse: strips of fields above the plan, which are its keyboard way too."""
