"""Hubdesk: desks, rates and recharges of shared public-service buildings."""

__version__ = "0.1.0"

__version__ = "0.1.0"
