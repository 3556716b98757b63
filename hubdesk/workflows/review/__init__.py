"""Reviews of the allocation: rounds, what each agency is shown, and what comes back."""
