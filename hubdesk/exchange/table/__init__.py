"""A table as it was on screen, on paper and as a workbook: figures exactly as they were shown."""

from hubdesk.exchange.table.pdf import table_pdf
from hubdesk.exchange.table.printed import Heading, PrintedTable
from hubdesk.exchange.table.workbook import write_table_workbook

__all__ = ["Heading", "PrintedTable", "table_pdf", "write_table_workbook"]
