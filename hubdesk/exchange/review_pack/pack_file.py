"""A pack as a file: JSON that is the same for the same pack, read back strictly."""

from fractions import Fraction
from typing import Any

import msgspec

from hubdesk.exchange.review_pack.pack import Pack

FORMAT = 1
"""The version of the form that packs are written in."""


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    hubdesk_pack: int
    pack: Pack


class BadPack(ValueError):
    """Bytes that are no pack, or one of a form that this version does not know."""


def written(pack: Pack) -> bytes:
    """`pack` as the bytes of a file."""
    return msgspec.json.encode(_Kept(FORMAT, pack), enc_hook=_plain, order="deterministic")


def read(body: bytes) -> Pack:
    """The pack that `body` holds. Raises BadPack."""
    try:
        kept = msgspec.json.decode(body, type=_Kept, dec_hook=_meant)
    except (msgspec.MsgspecError, RecursionError, ValueError, ArithmeticError) as trouble:
        raise BadPack(str(trouble)) from trouble
    if kept.hubdesk_pack != FORMAT:
        raise BadPack(f"form {kept.hubdesk_pack}, and only {FORMAT} is known")
    if written(kept.pack) != body:
        raise BadPack("more in it than a pack, or not as it was written")
    return kept.pack


def _plain(value: object) -> str:
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError


def _meant(kind: type, value: Any) -> Any:
    if kind is Fraction and isinstance(value, str):
        return Fraction(value)
    raise NotImplementedError
