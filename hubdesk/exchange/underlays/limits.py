"""How much an underlay may ask for. A few kilobytes can ask for hours and gigabytes."""

_MB = 1_000_000

MOST_BYTES = 50 * _MB
MOST_PIXELS = 100 * _MB
"""The dots that a picture may unpack to, counted before it is unpacked."""
LONGEST_SIDE = 6_000
"""The dots along the longer side of what is handed back."""
SHORTEST_SHARP_SIDE = 3_000
"""The dots along the longer side that a drawing of lines has at least, however small its sheet."""
MOST_PAGES = 500
MOST_ENTITIES = 200_000
"""What a drawing may hold once its blocks and uses are written out."""
MOST_PLACES = 1_000_000
"""The corners that a drawing's lines may have in all."""
MOST_DEPTH = 40
"""How deep blocks or uses may lie in one another."""
MOST_ANSWER_BYTES = 100 * _MB
"""What the process that reads may hand back besides dots and corners; an honest drawing stays far below."""
SECONDS = 10.0
MEMORY = 2_048 * _MB
"""The address space of the process that reads; where the system can hold it to that."""
