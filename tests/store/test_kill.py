"""kill -9 at any instant loses at most the change being made."""

import multiprocessing
import random
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from hubdesk.store import Mode, create_store, open_store
from tests.builders.random_hubs import random_hub
from tests.store.at import NOW
from tests.store.changer import change_without_end, marked, marks

DOCUMENTS = 10
KILLS_EACH = 50
KILLED_AT_WORK = 0.8
"""So many are killed after their first change, the others wherever they are, opening the document too."""
LONGEST_WAIT_SECONDS = 0.02


@pytest.fixture(scope="module")
def processes() -> multiprocessing.context.ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.changer"])
    return context


def acknowledged(pipe: Connection, before: int) -> int:
    """The last change that the process could tell of before it died."""
    last = before
    try:
        while pipe.poll():
            last = pipe.recv()
    except EOFError:
        pass
    return last


@pytest.mark.parametrize("seed", range(DOCUMENTS))
def test_every_acknowledged_change_outlives_a_kill(
    tmp_path: Path, processes: multiprocessing.context.ForkServerContext, seed: int
) -> None:
    rng = random.Random(seed)
    path = tmp_path / "Parkside.hubdesk"
    hub = random_hub(seed)
    with create_store(path, hub, user="Ann", title="Start", when=NOW) as store:
        last = store.write(marked(hub, 2), when=NOW).sequence
    for _ in range(KILLS_EACH):
        ours, theirs = processes.Pipe(duplex=False)
        process = processes.Process(target=change_without_end, args=(path, theirs), daemon=True)
        process.start()
        theirs.close()
        if rng.random() < KILLED_AT_WORK:
            assert ours.poll(timeout=30)
        time.sleep(rng.uniform(0, LONGEST_WAIT_SECONDS))
        process.kill()
        process.join()
        told = acknowledged(ours, before=last)
        ours.close()
        with open_store(path, user="Ann", mode=rng.choice(list(Mode))) as store:
            hub, last = store.snapshot()
            assert last in (told, told + 1), "only the change being made may have come through untold"
            assert marks(hub) == {last}, "each change is there whole or not at all"
    with open_store(path, user="Ann", mode=Mode.READ) as store:
        assert store.first_broken_entry() is None
        assert [entry.title for entry in store.log(after=1)] == [str(n) for n in range(2, last + 1)]
    assert last > KILLS_EACH / 2, "most of them lived to change something"
