"""The hub workbook, in and out."""
