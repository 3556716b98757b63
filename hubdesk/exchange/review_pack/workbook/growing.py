"""Worksheets whose rows grow with what is typed in them."""

from typing import Any

from xlsxwriter.worksheet import Worksheet

_BY_HAND = ("customHeight", 1)


class GrowingSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """Rows open with the heights that they are given, and grow where more is typed than they have room for.

    XlsxWriter says of each height that somebody chose it by hand; programs then leave it as it is, and a
    long note is cut off.
    """

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:
        super()._xml_start_tag_unencoded(tag, _growing(tag, attributes))

    def _xml_empty_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:
        super()._xml_empty_tag_unencoded(tag, _growing(tag, attributes))


def _growing(tag: str, attributes: Any) -> list[Any]:
    return [one for one in attributes if tag != "row" or one != _BY_HAND]
