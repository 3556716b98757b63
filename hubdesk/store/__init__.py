"""Where it lives: the document (SQLite) and the team database (PostgreSQL)."""
