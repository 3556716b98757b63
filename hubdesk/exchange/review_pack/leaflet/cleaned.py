"""Texts without what would upset the writing around them."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from hubdesk.exchange.review_pack.pack import Pack

_LOST = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""Halves of letters, and what is none: no file can hold them."""
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Controls, and those that turn the direction of what follows (Unicode, annex 9)."""


def cleaned(pack: Pack) -> Pack:
    """`pack` with its texts as they can be shown beside others: nothing in them turns what follows around."""
    return cast(Pack, _cleaned(pack))


def plain(text: str) -> str:
    """`text` without controls; what no file can hold is told by a replacement character."""
    return _UNSEEN.sub("", _LOST.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")))


def _cleaned(value: Any) -> Any:
    if type(value) is str:
        return plain(value)
    if type(value) is tuple:
        return tuple(_cleaned(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _cleaned(getattr(value, one.name)) for one in fields(value)})
    return value
