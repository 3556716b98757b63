"""SVG drawings: looked over and cut down to what draws, then drawn as dots."""
