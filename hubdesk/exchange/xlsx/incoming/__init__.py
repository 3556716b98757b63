"""Workbooks that others made: looked over before they are opened, then read cell by cell."""
