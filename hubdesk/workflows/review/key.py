"""The key of a copy: it tells of which round, agency and copy an answer is, and nobody can make another.

It is a keyed hash (HMAC-SHA256) with the round's secret, which is in no pack. Whoever holds one key, or
all keys of all agencies, cannot make one that was not given out.
"""

import hmac
import re
from dataclasses import dataclass, replace
from hashlib import sha256

from hubdesk.domain.ids import RecordId
from hubdesk.domain.review import ReviewRound
from hubdesk.exchange.review_pack import pack_file
from hubdesk.exchange.review_pack.pack import Pack

_WRITTEN = re.compile(
    r"(?P<round>[0-9a-f]{16})-(?P<agency>[0-9a-f]{16})-(?P<copy>[1-9][0-9]{0,5})"
    r"-(?P<contents>[0-9a-f]{16})-(?P<proof>[0-9a-f]{32})"
)


@dataclass(frozen=True, slots=True)
class PackKey:
    """What a key says: `contents` is the start of the SHA-256 of what was in the pack.

    It is worth nothing until `is_genuine` has seen the `proof`.
    """

    round: RecordId
    agency: RecordId
    copy: int
    contents: str
    proof: str

    def __str__(self) -> str:
        return f"{self.round}-{self.agency}-{self.copy}-{self.contents}-{self.proof}"


def keyed(pack: Pack, round_: ReviewRound, agency: RecordId) -> Pack:
    """`pack` with its key, which holds for its contents and no others."""
    contents = contents_of(pack)
    proof = _proof(round_, agency, pack.copy, contents)
    return replace(pack, key=str(PackKey(round_.id, agency, pack.copy, contents, proof)))


def parse_key(text: str) -> PackKey | None:
    """The key that `text` writes, as people copy it: with blanks, in capitals. None if it is none."""
    found = _WRITTEN.fullmatch("".join(text.split()).casefold())
    if found is None:
        return None
    return PackKey(
        RecordId(found["round"]),
        RecordId(found["agency"]),
        int(found["copy"]),
        found["contents"],
        found["proof"],
    )


def is_genuine(key: PackKey, round_: ReviewRound) -> bool:
    """Whether `key` was given out in `round_` for that agency, copy and contents."""
    if key.round != round_.id:
        return False
    return hmac.compare_digest(_proof(round_, key.agency, key.copy, key.contents), key.proof)


def contents_of(pack: Pack) -> str:
    """The start of the SHA-256 of the pack without its key."""
    return sha256(pack_file.written(replace(pack, key=""))).hexdigest()[:16]


def _proof(round_: ReviewRound, agency: RecordId, copy: int, contents: str) -> str:
    said = "\n".join((round_.id, agency, str(copy), contents))
    return hmac.new(bytes.fromhex(round_.secret), said.encode(), sha256).hexdigest()[:32]
