"""What statements say beside the figures."""

from dataclasses import replace
from enum import Enum

from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.statements import StatementSettings
from hubdesk.editing.records import added, changed


class Words(Enum):
    """A text of statements; the value is what people call it, and the name of its field."""

    ADDRESS = "address"
    INTRODUCTION = "introduction"
    PAYMENT = "payment"
    CONTACT = "contact"


def set_up(hub: Hub, statements: StatementSettings) -> Change:
    """The first texts, or others in their place (with the id of those that there are)."""
    return added(hub, statements) if hub.statements is None else changed(hub, statements)


def set_words(hub: Hub, words: Words, text: str) -> Change:
    """Another text; empty for none."""
    title = f"Set the {words.value} on statements" if text else f"No {words.value} on statements"
    now = _now(hub)
    after = {
        Words.ADDRESS: replace(now, address=text),
        Words.INTRODUCTION: replace(now, introduction=text),
        Words.PAYMENT: replace(now, payment=text),
        Words.CONTACT: replace(now, contact=text),
    }[words]
    return _set(hub, title, after)


def set_logo(hub: Hub, sha256: str) -> Change:
    """Another logo, by the SHA-256 under which it is kept; empty for none."""
    title = "Set the logo on statements" if sha256 else "No logo on statements"
    return _set(hub, title, replace(_now(hub), logo=sha256))


def _now(hub: Hub) -> StatementSettings:
    return hub.statements or StatementSettings(new_id())


def _set(hub: Hub, title: str, after: StatementSettings) -> Change:
    if hub.statements is None and after == StatementSettings(after.id):
        return Change(title, ())
    return Change(title, set_up(hub, after).edits)
