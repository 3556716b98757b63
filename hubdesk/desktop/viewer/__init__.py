"""An agency's own eyes: a review pack in a window of its own, to look at and nothing else."""
