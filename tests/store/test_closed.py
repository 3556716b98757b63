"""A hub that was let go of: nothing reads or writes it any more, wherever it lives."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from hubdesk.domain.change import Change
from hubdesk.domain.problem import Refused
from hubdesk.editing import settings
from hubdesk.store import Mode, Store, create_store, open_store
from tests.store.at import HUB, NOW

CALLS: dict[str, Callable[[Store], object]] = {
    "person": lambda store: store.person(),
    "snapshot": lambda store: store.snapshot(),
    "holding": lambda store: store.holding(),
    "last sequence": lambda store: store.last_sequence(),
    "log": lambda store: list(store.log()),
    "headings": lambda store: store.headings(),
    "runs": lambda store: store.runs(),
    "people": lambda store: store.people(),
    "guarded": lambda store: store.is_guarded(),
    "heartbeat": lambda store: store.heartbeat(),
    "file kept": lambda store: store.keep_file(b"a drawing"),
    "file": lambda store: store.file("0" * 64),
    "copy": lambda store: store.copy_to(Path("a copy.hubdesk")),
    "write": lambda store: store.write(renamed(), when=NOW + timedelta(hours=1)),
}


def renamed() -> Change:
    return settings.rename(HUB, "Another name")


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_a_closed_hub_refuses(place: str, call: Callable[[Store], object]) -> None:
    store = create_store(place, HUB, user="Ann", title="Start", when=NOW)
    store.close()
    with pytest.raises(Refused) as refused:
        call(store)
    (problem,) = refused.value.problems
    assert problem.code == "closed"
    assert problem.what.startswith("The hub is closed")


def test_what_was_asked_of_a_closed_hub_is_not_in_it(place: str) -> None:
    store = create_store(place, HUB, user="Ann", title="Start", when=NOW)
    store.close()
    store.close()
    with pytest.raises(Refused):
        store.write(renamed(), when=NOW)
    with open_store(place, user="Ann", mode=Mode.READ) as again:
        assert again.read_hub() == HUB
        assert again.last_sequence() == 1
