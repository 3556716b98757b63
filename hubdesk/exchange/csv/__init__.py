"""Journal and invoice lines as comma-separated text."""
