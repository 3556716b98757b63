"""The board paper: on one page, what each agency pays today and would pay in each of some scenarios."""
