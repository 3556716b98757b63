"""The moment at which things happen in these tests."""

from datetime import UTC, datetime

NOW = datetime(2026, 11, 7, 9, 15, tzinfo=UTC)
