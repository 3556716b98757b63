"""What lies on the scene: pictures of records, which carry their ids."""
