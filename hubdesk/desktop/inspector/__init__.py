"""The inspector: what is selected, exactly, and every detail of it to be set."""
