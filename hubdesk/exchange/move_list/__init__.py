"""The move schedule on paper and as a workbook: to hand to the people who move and to those who move them."""
