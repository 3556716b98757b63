"""A pack as a `.hubview` file: what an agency opens to look at its desks and charges for itself.

The first line says what the file is and of which form, the second how many bytes follow and their
SHA-256, and the rest is the pack as `pack_file` writes it: nothing else is in it, and the same pack makes
the same file.
"""

from hashlib import sha256
from pathlib import Path

from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.exchange.replacing import replacing
from hubdesk.exchange.review_pack import pack_file
from hubdesk.exchange.review_pack.bounds import TooMuch, check_bounds
from hubdesk.exchange.review_pack.pack import Pack

FORM = 1
"""The version of the two lines above the pack."""
MOST_BYTES = 16 * 1024 * 1024
"""More is not read: a hundred times what a large agency's pack comes to."""
_MOST_COMMAS = 500_000
"""More parts than `bounds` lets a pack have, told before any of them takes a hundred times its room."""
_NAME = b"hubdesk review pack, form "
_HEAD = 200
"""Bytes within which both lines end."""


def written(pack: Pack) -> bytes:
    """`pack` as the bytes of a file."""
    body = pack_file.written(pack)
    return b"%s%d\n%d %s\n%s" % (_NAME, FORM, len(body), sha256(body).hexdigest().encode(), body)


def write(pack: Pack, path: Path) -> None:
    """Write `pack` to the file `path`, whole or not at all. Raises Refused."""
    with replacing(path) as draft:
        draft.write_bytes(written(pack))


def read(path: Path) -> Pack:
    """The pack in the file `path`. Raises Refused: not there, too large, no `.hubview`, newer, damaged."""
    try:
        with path.open("rb") as file:
            whole = file.read(MOST_BYTES + 1)
    except OSError as trouble:
        raise Refused(_not_read(path, trouble)) from trouble
    if len(whole) > MOST_BYTES:
        raise _refused(path, "hubview-too-large", "is far larger than any review pack", _ASK_AGAIN)
    return _understood(path, whole)


_ASK_AGAIN = "Ask whoever sent it for the file again"
_NEWER = "Get the Hubdesk of today, or ask for the pack as a PDF"


def _understood(path: Path, whole: bytes) -> Pack:
    first, _, rest = whole[:_HEAD].partition(b"\n")
    if len(whole) <= len(_NAME) and _NAME.startswith(whole):
        raise _cut_off(path)
    form = first.removeprefix(_NAME)
    if form == first or not form.isdigit():
        what = "is not a review pack for looking at (.hubview)"
        raise _refused(path, "no-hubview", what, "Choose the file that ends in .hubview")
    if int(form) > FORM:
        raise _refused(path, "newer-hubview", "was made by a newer Hubdesk than this one", _NEWER)
    second, ended, _ = rest.partition(b"\n")
    length, _, digest = second.partition(b" ")
    if not ended and len(whole) < _HEAD:
        raise _cut_off(path)
    if int(form) != FORM or not length.isdigit():
        raise _damaged(path)
    body = whole[len(first) + len(second) + 2 :]
    if len(body) < int(length):
        raise _cut_off(path)
    if len(body) != int(length) or sha256(body).hexdigest().encode() != digest:
        raise _damaged(path)
    try:
        return _pack_in(body)
    except pack_file.NewerPack as newer:
        raise _refused(path, "newer-hubview", "was made by a newer Hubdesk than this one", _NEWER) from newer
    except (pack_file.BadPack, TooMuch) as trouble:
        what = "does not hold a pack as Hubdesk makes them, and was not opened"
        raise _refused(
            path, "no-pack-in-hubview", what, f"{_ASK_AGAIN}, and open it only if you know them"
        ) from trouble


def _pack_in(body: bytes) -> Pack:
    if body.count(b",") > _MOST_COMMAS:
        raise TooMuch("a pack of so many parts")
    pack = pack_file.read(body)
    check_bounds(pack)
    return pack


def _not_read(path: Path, trouble: OSError) -> Problem:
    match trouble:
        case FileNotFoundError():
            return _problem(path, "no-such-file", "is not there", "Check where the file was saved")
        case IsADirectoryError():
            return _problem(path, "is-a-folder", "is a folder", "Choose a .hubview file in it")
        case PermissionError():
            return _problem(path, "not-readable", "may not be read by you", "Copy it to a folder of your own")
        case _:
            what = f"could not be read: {trouble.strerror or trouble}"
            return _problem(path, "not-readable", what, "Check that its drive is connected")


def _cut_off(path: Path) -> Refused:
    what = "is cut off: only a part of it is there"
    return _refused(
        path, "hubview-cut-off", what, f"Copy or download it again. {_ASK_AGAIN} if that is no help"
    )


def _damaged(path: Path) -> Refused:
    what = "is damaged: it is not as Hubdesk wrote it"
    return _refused(
        path, "hubview-damaged", what, f"Copy or download it again. {_ASK_AGAIN} if that is no help"
    )


def _refused(path: Path, code: str, what: str, remedy: str) -> Refused:
    return Refused(_problem(path, code, what, remedy))


def _problem(path: Path, code: str, what: str, remedy: str) -> Problem:
    return Problem(Severity.ERROR, code, f"{path.name} {what}", path.name, remedy)
