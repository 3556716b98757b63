"""A review pack as one page for browsers: a single file that needs no scripts and nothing from elsewhere."""

from hubdesk.exchange.review_pack.html.page import page

__all__ = ["page"]
