"""A review pack on paper, as a tagged PDF (PDF/UA-1)."""

from hubdesk.exchange.review_pack.pdf.typeset import Typesetter

__all__ = ["Typesetter"]
