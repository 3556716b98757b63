"""A pack as a file: JSON that is the same for the same pack, read back strictly."""

import re
from fractions import Fraction
from typing import Any

import msgspec

from hubdesk.exchange.review_pack.pack import Pack

FORMAT = 1
"""The version of the form that packs are written in."""
_FRACTION = re.compile(r"-?[0-9]{1,60}(/[0-9]{1,60})?", re.ASCII)
"""As Python writes them: one with an exponent could be worked out for ever."""


class _Form(msgspec.Struct, frozen=True):
    hubdesk_pack: int


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    hubdesk_pack: int
    pack: Pack


class BadPack(ValueError):
    """Bytes that are no pack, or one of a form that this version does not know."""


class NewerPack(BadPack):
    """A pack of a form that only a newer version knows."""


def written(pack: Pack) -> bytes:
    """`pack` as the bytes of a file."""
    return msgspec.json.encode(_Kept(FORMAT, pack), enc_hook=_plain, order="deterministic")


def read(body: bytes) -> Pack:
    """The pack that `body` holds. Raises BadPack, and NewerPack where a newer version would know it."""
    try:
        form = msgspec.json.decode(body, type=_Form).hubdesk_pack
        if form > FORMAT:
            raise NewerPack(f"form {form}, and only {FORMAT} is known")
        kept = msgspec.json.decode(body, type=_Kept, dec_hook=_meant)
    except BadPack:
        raise
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
    if kind is not Fraction:
        raise NotImplementedError
    if not isinstance(value, str) or not _FRACTION.fullmatch(value):
        raise ValueError("no fraction")
    return Fraction(value)
