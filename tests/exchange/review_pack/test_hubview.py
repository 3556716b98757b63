"""A pack goes into a `.hubview` and comes back; whatever else is in a file is told in plain words."""

import json
import tracemalloc
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hubdesk.domain.geometry import Point
from hubdesk.domain.problem import Problem, Refused
from hubdesk.domain.review import Totals
from hubdesk.exchange.review_pack import hubview, pack_file
from hubdesk.exchange.review_pack.pack import Pack, PackDesk, Reckoned
from tests.exchange.review_pack.packs import a_pack
from tests.workflows.review.made import parkside_pack


def refusal(path: Path) -> Problem:
    with pytest.raises(Refused) as caught:
        hubview.read(path)
    [problem] = caught.value.problems
    assert path.name in problem.what
    assert problem.remedy
    return problem


def with_head(body: bytes) -> bytes:
    """`body` under the two lines, as somebody would make them who knows how."""
    return b"hubdesk review pack, form 1\n%d %s\n%s" % (len(body), sha256(body).hexdigest().encode(), body)


def kept(path: Path, whole: bytes) -> Path:
    path.write_bytes(whole)
    return path


def test_a_pack_comes_back_whole_and_is_written_the_same_again(tmp_path: Path) -> None:
    pack, path = a_pack(), tmp_path / "CAB.hubview"
    hubview.write(pack, path)
    assert hubview.read(path) == pack
    assert path.read_bytes() == hubview.written(hubview.read(path))
    assert [one.name for one in tmp_path.iterdir()] == ["CAB.hubview"]


def test_it_says_what_it_is_and_holds_the_pack_and_nothing_else() -> None:
    first, second, body = hubview.written(a_pack()).split(b"\n", 2)
    assert first == b"hubdesk review pack, form 1"
    assert second == b"%d %s" % (len(body), sha256(body).hexdigest().encode())
    assert body == pack_file.written(a_pack())


@given(st.text(max_size=60), st.integers(-(10**12), 10**12), st.fractions(max_denominator=10**9))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_pack_says_comes_back(tmp_path: Path, words: str, pence: int, part: Fraction) -> None:
    clean = "".join(one for one in words if one.isprintable())
    share = a_pack().shares[0]
    parts = tuple(replace(one, part=part) for one in share.parts)
    pack = a_pack(agency=clean, total=pence, shares=(replace(share, parts=parts, note=clean),))
    hubview.write(pack, tmp_path / "any.hubview")
    assert hubview.read(tmp_path / "any.hubview") == pack


def test_every_bit_counts(tmp_path: Path) -> None:
    whole, path = hubview.written(a_pack()), tmp_path / "flipped.hubview"
    for place in (*range(120), *range(120, len(whole), 37)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :])
        refusal(path)


def test_a_file_that_is_cut_off_anywhere_is_told_as_that(tmp_path: Path) -> None:
    whole, path = hubview.written(a_pack()), tmp_path / "cut.hubview"
    for length in (0, 5, 26, 27, 28, 40, 60, 150, 1_000, len(whole) - 1):
        assert refusal(kept(path, whole[:length])).code == "hubview-cut-off", length


def test_a_file_with_more_behind_it_is_damaged(tmp_path: Path) -> None:
    assert (
        refusal(kept(tmp_path / "more.hubview", hubview.written(a_pack()) + b" ")).code == "hubview-damaged"
    )


@pytest.mark.parametrize(
    "whole", [b"PK\x03\x04 a workbook", b"SQLite format 3\0", b"\x89PNG\r\n", b"{}", b"hubdesk rev\n" * 50]
)
def test_other_files_are_no_review_packs(tmp_path: Path, whole: bytes) -> None:
    assert refusal(kept(tmp_path / "other.hubview", whole)).code == "no-hubview"


def test_what_a_newer_version_made_is_told_as_that(tmp_path: Path) -> None:
    newer = hubview.written(a_pack()).replace(b"form 1", b"form 2", 1)
    assert refusal(kept(tmp_path / "newer.hubview", newer)).code == "newer-hubview"
    body = pack_file.written(a_pack()).replace(b'"hubdesk_pack":1', b'"hubdesk_pack":2,"new":0', 1)
    assert refusal(kept(tmp_path / "newer.hubview", with_head(body))).code == "newer-hubview"


def test_what_is_not_there_or_a_folder_or_far_too_large_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.hubview").code == "no-such-file"
    (tmp_path / "folder.hubview").mkdir()
    assert refusal(tmp_path / "folder.hubview").code == "is-a-folder"
    with (tmp_path / "large.hubview").open("wb") as large:
        large.truncate(10**11)
    assert refusal(tmp_path / "large.hubview").code == "hubview-too-large"


def _nested(depth: int) -> bytes:
    return b"[" * depth + b"]" * depth


def _instead(was: bytes, becomes: bytes) -> bytes:
    body = pack_file.written(a_pack())
    assert was in body
    return body.replace(was, becomes, 1)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(_nested(5_000_000), id="ten megabytes of brackets"),
        pytest.param(b'{"hubdesk_pack":1,"pack":' + _nested(100_000) + b"}", id="brackets for a pack"),
        pytest.param(_instead(b'"2/5"', b'"1e999999999"'), id="a fraction without end"),
        pytest.param(_instead(b'"2/5"', b'"' + b"9" * 4_000 + b'/7"'), id="a fraction of many digits"),
        pytest.param(_instead(b'"total":843457', b'"total":' + b"9" * 5_000), id="a huge total"),
        pytest.param(_instead(b'"total":843457', b'"total":1e400'), id="an endless total"),
        pytest.param(_instead(b'"total":843457', b'"total":NaN'), id="a total that is no number"),
        pytest.param(_instead(b'"90.5"', b'"NaN"'), id="a desk turned by no number"),
        pytest.param(_instead(b'"90.5"', b'"1E+999999"'), id="a desk turned without end"),
        pytest.param(_instead(b'"Parkside"', b'"\\ud800"'), id="half a letter"),
        pytest.param(_instead(b'"Parkside"', b'"\xff"'), id="no letter at all"),
    ],
)
def test_hostile_bodies_are_refused(tmp_path: Path, body: bytes) -> None:
    path = kept(tmp_path / "hostile.hubview", with_head(body))
    assert refusal(path).code in ("no-pack-in-hubview", "hubview-too-large")


def _deep() -> Reckoned:
    step = Reckoned("one", "£1.00")
    for _ in range(200):
        step = Reckoned("more", "£1.00", of=(step,))
    return step


_FLOOR = a_pack().floors[0]
_DESK = _FLOOR.desks[0]


def _with_desks(*desks: PackDesk) -> Pack:
    return a_pack(floors=(replace(_FLOOR, desks=desks),))


@pytest.mark.parametrize(
    "pack",
    [
        pytest.param(a_pack(total=10**15), id="a total beyond all money"),
        pytest.param(a_pack(agency="x" * 30_000), id="a name without end"),
        pytest.param(a_pack(days_of_year=0), id="a year without days"),
        pytest.param(a_pack(workings=(("x", _deep()),)), id="workings without a ground"),
        pytest.param(a_pack(contact=("x",) * 500_000), id="contacts without end"),
        pytest.param(_with_desks(*[_DESK] * 30_000), id="more desks than a floor has"),
        pytest.param(_with_desks(replace(_DESK, x=10**12)), id="a desk on the moon"),
        pytest.param(_with_desks(replace(_DESK, width=0)), id="a desk of no width"),
        pytest.param(_with_desks(replace(_DESK, rotation=Decimal("Infinity"))), id="a desk turned for ever"),
        pytest.param(
            a_pack(floors=(replace(_FLOOR, outline=(Point(0, 0), Point(0, -(10**13)))),)), id="a far corner"
        ),
        pytest.param(a_pack(floors=(replace(_FLOOR, outline=(Point(0, 0),) * 6_000),)), id="many corners"),
        pytest.param(a_pack(floors=(_FLOOR,) * 301), id="a tower"),
    ],
)
def test_a_pack_of_what_no_pack_has_is_refused(tmp_path: Path, pack: Pack) -> None:
    hubview.write(pack, tmp_path / "hostile.hubview")
    problem = refusal(tmp_path / "hostile.hubview")
    assert problem.code in ("no-pack-in-hubview", "hubview-too-large")


def test_a_million_desks_are_told_and_not_drawn(tmp_path: Path) -> None:
    whole = json.loads(pack_file.written(a_pack()))
    whole["pack"]["floors"][0]["desks"] = whole["pack"]["floors"][0]["desks"][:1] * 200_000
    body = json.dumps(whole, separators=(",", ":"), ensure_ascii=False).encode()
    assert refusal(kept(tmp_path / "many.hubview", with_head(body))).code in (
        "no-pack-in-hubview",
        "hubview-too-large",
    )


def test_millions_of_parts_are_told_before_they_take_any_room(tmp_path: Path) -> None:
    whole = json.loads(pack_file.written(a_pack()))
    whole["pack"]["changes"] = [""] * 3_000_000
    path = tmp_path / "many.hubview"
    path.write_bytes(with_head(json.dumps(whole, separators=(",", ":"), ensure_ascii=False).encode()))
    tracemalloc.start()
    try:
        assert refusal(path).code == "no-pack-in-hubview"
        assert tracemalloc.get_traced_memory()[1] < 6 * path.stat().st_size
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("totals", list(Totals))
def test_the_packs_of_a_real_hub_are_within_all_bounds(tmp_path: Path, totals: Totals) -> None:
    for code in ("CAB", "POL"):
        pack = parkside_pack(code, totals)
        hubview.write(pack, tmp_path / "real.hubview")
        assert hubview.read(tmp_path / "real.hubview") == pack


def test_nothing_is_left_of_a_pack_that_could_not_be_written(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        hubview.write(a_pack(), tmp_path / "no folder" / "CAB.hubview")
    assert caught.value.problems[0].code == "no-such-folder"
