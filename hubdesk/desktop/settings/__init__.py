"""Settings of the hub: sections of what is set once and looked at rarely."""
