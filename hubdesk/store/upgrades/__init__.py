"""The numbered ladder by which older documents are brought up to date."""
