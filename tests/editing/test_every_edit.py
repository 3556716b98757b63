"""What holds for every editing function: it gives a Change that fits, can be named and taken back."""

import inspect
import pkgutil
import random
from collections.abc import Callable, Iterator
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from hubdesk import editing
from hubdesk.domain.change import Change
from hubdesk.domain.problem import Refused
from tests.builders import random_hub
from tests.editing.intents import INTENTS, Draw, NothingToEdit

MECHANICS = {"records", "steps", "ending", "numbering", "pieces"}
"""What the files of the nouns are made of."""


def editing_functions() -> Iterator[Callable[..., Change]]:
    for module in pkgutil.iter_modules(editing.__path__):
        if module.name in MECHANICS:
            continue
        room = import_module(f"hubdesk.editing.{module.name}")
        for name, function in inspect.getmembers(room, inspect.isfunction):
            own = function.__module__ == room.__name__ and not name.startswith("_")
            if own and inspect.signature(function).return_annotation is Change:
                yield function


def name_of(function: Callable[..., Change]) -> str:
    return f"{function.__module__.rpartition('.')[2]}.{function.__name__}"


def test_every_editing_function_has_an_intent_here() -> None:
    assert {name_of(one) for one in editing_functions()} == {name_of(one) for one in INTENTS}


@pytest.mark.parametrize("edit", INTENTS, ids=name_of)
def test_an_edit_fits_is_named_and_can_be_taken_back(edit: Callable[..., Change]) -> None:
    done = 0

    @hypothesis_settings(max_examples=25, derandomize=True)
    @given(st.integers(0, 10**6))
    def taken_back(seed: int) -> None:
        nonlocal done
        draw = Draw(random_hub(seed, agencies=6, lines=6, desks=10), random.Random(seed))
        try:
            change = INTENTS[edit](draw)
        except (NothingToEdit, Refused):
            return
        hub = draw.hub
        after = hub.applying(change)
        assert after.applying(change.inverted()) == hub
        assert change.title
        assert change.title == change.title.strip()
        done += bool(change)

    taken_back()
    assert done, "no hub in which this edit does anything"
