"""Why this penny? The workings of a figure as a tree that is opened down to the facts."""
