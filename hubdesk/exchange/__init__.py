"""In and out: other programs' formats, each in a folder of its own."""
