"""The process that reads one underlay, and ends."""

import contextlib
import faulthandler
import sys
import traceback
from pathlib import Path

from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays import answer, faults
from hubdesk.exchange.underlays.faults import Unfit
from hubdesk.exchange.underlays.limits import MEMORY
from hubdesk.exchange.underlays.picture import Picture
from hubdesk.exchange.underlays.wish import Wish, body_in, wish_in

_GRACE_SECONDS = 2


def read_in(folder: Path) -> int:
    """Answer the wish in `folder`, there; the exit status."""
    wish = wish_in(folder)
    with (folder / "watch").open("w") as watch:
        _bound(wish.seconds)
        # Whoever asked ends this process in time; should they be gone themselves, it ends itself,
        # even in the midst of a library that never comes back.
        faulthandler.dump_traceback_later(wish.seconds + _GRACE_SECONDS, exit=True, file=watch)
        try:
            _answer(folder, wish)
        except Unfit as unfit:
            answer.answer_fault(folder, unfit.fault)
        except MemoryError:
            answer.answer_fault(folder, faults.MEMORY)
        except Exception:  # noqa: BLE001 - the crash handler of this process: a library met what it did not expect
            answer.answer_crash(folder, traceback.format_exc())
            return 1
        finally:
            faulthandler.cancel_dump_traceback_later()
    return 0


def _answer(folder: Path, wish: Wish) -> None:
    body = body_in(folder)
    if wish.block_layers is not None:
        from hubdesk.exchange.underlays.dxf.blocks import read_blocks

        answer.answer_blocks(folder, read_blocks(body, wish.block_layers))
    else:
        answer.answer_picture(folder, _picture(body, wish))


def _picture(body: Path, wish: Wish) -> Picture:
    """The picture, by the one library that its kind needs: the others are never loaded."""
    match wish.kind:
        case UnderlayKind.PNG | UnderlayKind.JPEG:
            from hubdesk.exchange.underlays.dots import read_dots

            return read_dots(body, wish)
        case UnderlayKind.PDF:
            from hubdesk.exchange.underlays.pdf import read_page

            return read_page(body, wish)
        case UnderlayKind.SVG:
            from hubdesk.exchange.underlays.svg.drawing import read_svg

            return read_svg(body, wish)
        case UnderlayKind.DXF:
            from hubdesk.exchange.underlays.dxf.drawing import read_dxf

            return read_dxf(body, wish)


def _bound(seconds: float) -> None:
    """Hold this process to its memory and processor time, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    whole = int(seconds) + _GRACE_SECONDS
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, whole), (resource.RLIMIT_CORE, 0)):
        # macOS does not know every one of them; the clock and the screening before are left there.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))
