"""Hubs and changes to test with: written out by hand, or drawn at random from a seed."""

from tests.builders.hub import HubBuilder, a_hub
from tests.builders.random_changes import random_change
from tests.builders.random_hubs import random_hub

__all__ = ["HubBuilder", "a_hub", "random_change", "random_hub"]
