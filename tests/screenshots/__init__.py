"""Screenshots of every page, tool, panel and dialog, to be looked at."""
