"""Review packs: what one agency is shown of its desks and charges, and what comes back."""
