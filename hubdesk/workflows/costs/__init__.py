"""A charging year's costs: as rows, beside last year's, as they come from a spreadsheet, and the rate."""
