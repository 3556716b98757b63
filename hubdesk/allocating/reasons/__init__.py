"""Why a plan is as it is, and why there is none: in words, with figures that the score stands behind."""
