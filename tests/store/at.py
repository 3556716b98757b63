"""The hub that most of these tests keep, and the moment at which things happen."""

from datetime import UTC, datetime

from tests.builders.random_hubs import random_hub

NOW = datetime(2026, 11, 7, 9, 15, tzinfo=UTC)
HUB = random_hub(12)
