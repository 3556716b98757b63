"""The plan: how desks are told apart, on screen and on paper, and its sheets as PDF, SVG and PNG."""
