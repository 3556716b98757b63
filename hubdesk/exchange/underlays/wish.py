"""What is asked of the process that reads, and how it is handed over."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays.limits import LONGEST_SIDE, SECONDS

_WISH = "wish.json"
_BODY = "body"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which drawing is wanted of a file called `name`; with `block_layers` the places of blocks instead."""

    kind: UnderlayKind
    name: str
    page: int = 0
    longest_side: int = LONGEST_SIDE
    seconds: float = SECONDS
    block_layers: tuple[str, ...] | None = None

    def put_into(self, folder: Path, body: bytes) -> None:
        """Write the wish and the file itself into `folder`."""
        body_in(folder).write_bytes(body)
        (folder / _WISH).write_text(json.dumps(asdict(self) | {"kind": self.kind.value}), "utf-8")


def wish_in(folder: Path) -> Wish:
    """The wish that was put into `folder`."""
    plain = json.loads((folder / _WISH).read_text("utf-8"))
    layers = plain.pop("block_layers")
    kind = UnderlayKind(plain.pop("kind"))
    return Wish(kind=kind, block_layers=None if layers is None else tuple(layers), **plain)


def body_in(folder: Path) -> Path:
    """Where the file itself lies in `folder`."""
    return folder / _BODY
