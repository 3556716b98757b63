"""What the hub says on every statement beside the figures, read once for all of them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.domain.statements import StatementSettings
from hubdesk.exchange.statement.logo import placed_logo
from hubdesk.exchange.statement.statement import Logo
from hubdesk.store import Store
from hubdesk.workflows.logos import logo

_NO_WORDS = StatementSettings(RecordId(""))


@dataclass(frozen=True)
class Letterhead:
    """The hub's texts and logo as they are today; `problems` tell why a logo is left out."""

    texts: StatementSettings = _NO_WORDS
    logo: Logo | None = None
    problems: tuple[Problem, ...] = ()


def _never() -> bool:
    return False


def letterhead(store: Store, hub: Hub, stop: Callable[[], bool | None] = _never) -> Letterhead:
    """The letterhead of `hub`, which is in `store`. A logo that cannot be read is left out, and told.

    Reading a logo takes up to some seconds; `stop` is asked all the while, and may raise to end it.
    """
    texts = hub.statements or _NO_WORDS
    if not texts.logo:
        return Letterhead(texts)
    host = hub.agencies[hub.settings.host]
    try:
        raster = logo(store, texts.logo, cancelled=stop).raster
    except Refused as refused:
        return Letterhead(texts, None, tuple(_without_logo(one, texts) for one in refused.problems))
    assert raster is not None, "the kinds of picture that a logo may be all come as dots"
    return Letterhead(texts, placed_logo(raster, f"Logo of {host.name or host.code}"))


def _without_logo(one: Problem, texts: StatementSettings) -> Problem:
    """`one` as it bears on statements, which come without the logo."""
    what = f"The statements have no logo: {one.what[:1].lower()}{one.what[1:]}"
    remedy = "Choose another logo in the settings of the hub"
    return replace(
        one, severity=Severity.WARNING, what=what, where="the logo", remedy=remedy, records=(texts.id,)
    )


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a plain text: parted by empty lines, their own lines kept."""
    parts = "\n".join(line.strip() for line in text.splitlines()).split("\n\n")
    return tuple(part.strip("\n") for part in parts if part.strip())
