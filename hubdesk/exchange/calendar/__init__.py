"""Calendars as other programs read them: iCalendar (RFC 5545)."""
