"""What is no document, or cannot be used as one, is refused in plain words and left byte for byte."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from hubdesk.domain.problem import Refused
from hubdesk.store import Mode, create_store, open_store
from tests.builders.random_hubs import random_hub
from tests.store.at import NOW

HUB = random_hub(8, desks=80)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "Parkside.hubdesk"
    create_store(path, HUB, user="Ann", title="Start", when=NOW).close()
    return path


@pytest.fixture
def document(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "Parkside.hubdesk"))


def beside(document: Path) -> list[str]:
    """Whatever else is in its folder: no owner file, journal or half-made copy should be."""
    return [each.name for each in document.parent.iterdir() if each != document]


def another_programs(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")


def a_newer_versions(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version=99")


def text(path: Path) -> None:
    path.write_text("Desks,Rate\n12,3000\n" * 500)


def a_short_text(path: Path) -> None:
    path.write_text("Desks")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9000])


def scribbled_over(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for page in range(4096, len(content) - 4096, 4096):
        content[page : page + 40] = b"\xff" * 40
    path.write_bytes(bytes(content))


def with_a_day_that_is_none(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE licence SET first = '2026-02-30'")


def without_a_column(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("ALTER TABLE licence DROP COLUMN cost_centre")


def without_its_safeguards(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TRIGGER log_is_never_changed")


def with_a_trigger_of_somebody_elses(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TRIGGER mine AFTER UPDATE ON desk BEGIN DELETE FROM agency; END")


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (another_programs, "not-a-document"),
        (text, "not-a-document"),
        (a_short_text, "not-a-document"),
        (empty, "not-a-document"),
        (a_newer_versions, "newer-version"),
        (cut_short, "damaged"),
        (scribbled_over, "damaged"),
        (with_a_day_that_is_none, "damaged"),
        (without_a_column, "damaged"),
    ],
)
def test_what_is_no_sound_document_is_left_as_it_is(
    document: Path, spoil: Callable[[Path], None], code: str, mode: Mode
) -> None:
    spoil(document)
    before = document.read_bytes()
    with pytest.raises(Refused) as refused, open_store(document, user="Ann", mode=mode) as store:
        store.read_hub()
    assert [problem.code for problem in refused.value.problems] == [code]
    assert document.read_bytes() == before
    assert beside(document) == []


@pytest.mark.parametrize("spoil", [without_its_safeguards, with_a_trigger_of_somebody_elses])
def test_a_document_without_its_safeguards_can_only_be_looked_at(
    document: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(document)
    before = document.read_bytes()
    with pytest.raises(Refused) as refused:
        open_store(document, user="Ann", mode=Mode.WRITE)
    assert [problem.code for problem in refused.value.problems] == ["damaged"]
    with open_store(document, user="Ann", mode=Mode.READ) as store:
        assert not store.is_guarded()
    assert document.read_bytes() == before
    assert beside(document) == []


def test_what_is_not_there_or_is_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as missing:
        open_store(tmp_path / "none.hubdesk", user="Ann", mode=Mode.WRITE)
    assert missing.value.problems[0].code == "no-such-file"
    with pytest.raises(Refused) as folder:
        open_store(tmp_path, user="Ann", mode=Mode.READ)
    assert folder.value.problems[0].code == "not-a-document"
    assert list(tmp_path.iterdir()) == []


def test_a_new_document_takes_no_other_files_place(document: Path) -> None:
    before = document.read_bytes()
    with pytest.raises(Refused) as refused:
        create_store(document, HUB, user="Ann", title="Start", when=NOW)
    assert refused.value.problems[0].code == "exists"
    assert document.read_bytes() == before
    assert beside(document) == []


def test_a_new_document_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        create_store(tmp_path / "nowhere" / "x.hubdesk", HUB, user="Ann", title="Start", when=NOW)
    assert refused.value.problems[0].code == "no-such-folder"


def attempt(verb: str, document: Path, room: int | None = None) -> str:
    """What tests.store.attempt says."""
    said = subprocess.run(
        [sys.executable, "-m", "tests.store.attempt", verb, str(document), *([str(room)] if room else [])],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    return said.stdout.strip()


def test_a_full_disk_leaves_the_document_as_it_was(document: Path) -> None:
    before = document.read_bytes()
    assert attempt("edit", document, room=len(before) + 8192) in ("disk-full", "disk-trouble")
    assert document.read_bytes() == before
    assert beside(document) == []


@pytest.mark.parametrize("verb", ["copy", "create"])
def test_a_disk_too_full_for_a_new_file_keeps_no_half_of_it(document: Path, verb: str) -> None:
    assert attempt(verb, document, room=document.stat().st_size // 2) in ("disk-full", "disk-trouble")
    assert beside(document) == []


@pytest.fixture
def shelf(made: Path) -> Iterator[Path]:
    """A document that may only be read, in a folder that may only be read."""
    with TemporaryDirectory(prefix="hubdesk-shelf-") as name:
        folder = Path(name)
        document = Path(shutil.copy(made, folder / "Parkside.hubdesk"))
        document.chmod(0o444)
        folder.chmod(0o555)
        yield document
        folder.chmod(0o755)


@pytest.mark.parametrize(
    ("verb", "answer"),
    [("edit", "read-only"), ("look", "done"), ("copy", "read-only"), ("create", "read-only")],
)
def test_a_folder_that_may_only_be_read(shelf: Path, verb: str, answer: str) -> None:
    before = shelf.read_bytes()
    assert attempt(verb, shelf) == answer
    assert shelf.read_bytes() == before
    assert beside(shelf) == []


def test_a_file_that_may_only_be_read_in_a_folder_of_ones_own(shelf: Path) -> None:
    shelf.parent.chmod(0o777)
    before = shelf.read_bytes()
    assert attempt("edit", shelf) == "read-only"
    assert shelf.read_bytes() == before
    assert beside(shelf) == []


def test_a_file_that_one_may_not_read(shelf: Path) -> None:
    shelf.chmod(0)
    assert attempt("look", shelf) == "unreadable"


LONG = ["x" * 300, "x" * 252 + ".db", "é" * 130, "x" * 245]


@pytest.mark.parametrize("name", LONG)
def test_a_new_document_of_a_long_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused) as refused:
        create_store(tmp_path / name, HUB, user="Ann", title="Start", when=NOW)
    assert refused.value.problems[0].code == "name-too-long"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("mode", Mode)
def test_a_name_longer_than_any_file_has_is_refused(tmp_path: Path, mode: Mode) -> None:
    with pytest.raises(Refused) as refused:
        open_store(tmp_path / ("x" * 300), user="Ann", mode=mode)
    assert refused.value.problems[0].code == "name-too-long"


def test_a_document_whose_long_name_leaves_no_room_beside_it_can_be_looked_at(document: Path) -> None:
    long = document.rename(document.with_name("x" * 250))
    with pytest.raises(Refused) as refused:
        open_store(long, user="Ann", mode=Mode.WRITE)
    assert refused.value.problems[0].code == "name-too-long"
    with open_store(long, user="Ann", mode=Mode.READ) as store:
        assert store.read_hub() == HUB
    assert beside(long) == []


def test_what_is_below_a_file_is_not_there(document: Path) -> None:
    with pytest.raises(Refused) as refused:
        open_store(document / "x.hubdesk", user="Ann", mode=Mode.READ)
    assert refused.value.problems[0].code == "no-such-file"


@pytest.mark.parametrize(
    ("verb", "answer"), [("edit", "unreadable"), ("look", "unreadable"), ("create", "read-only")]
)
def test_a_folder_that_may_not_be_searched(shelf: Path, verb: str, answer: str) -> None:
    shelf.parent.chmod(0o444)
    assert attempt(verb, shelf) == answer
    assert beside(shelf) == []


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names of files are text there")
def test_names_that_are_no_text_are_names(tmp_path: Path) -> None:
    book = os.fsdecode(b"b\xe9.xlsx")
    path = tmp_path / os.fsdecode(b"Parkside \xe9.hubdesk")
    create_store(path, HUB, user=os.fsdecode(b"Ren\xe9"), title=f"Import of {book}", when=NOW).close()
    with open_store(path, user="Ann", mode=Mode.WRITE) as store:
        assert [(entry.who, entry.title) for entry in store.log()] == [
            ("Ren\ufffd", "Import of b\ufffd.xlsx")
        ]
        assert store.first_broken_entry() is None
        with pytest.raises(Refused) as refused:
            open_store(path, user="Bob", mode=Mode.WRITE)
    assert "Parkside \ufffd.hubdesk is open by Ann" in refused.value.problems[0].what
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
