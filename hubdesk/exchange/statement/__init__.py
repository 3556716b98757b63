"""The statement that an agency gets: pages for people and their screen readers, as a PDF."""
