"""Spreadsheets: the hub workbook in and out, the recharge workbook out."""
