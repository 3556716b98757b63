"""A pack goes into a file and comes back whole, or is refused."""

import pytest

from hubdesk.exchange.review_pack.pack_file import BadPack, read, written
from tests.exchange.review_pack.packs import a_pack


def test_a_pack_comes_back_as_it_was_written() -> None:
    pack = a_pack()
    assert read(written(pack)) == pack
    assert written(read(written(pack))) == written(pack)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (b'"hubdesk_pack":1', b'"hubdesk_pack":2'),
        (b'"copy":1', b'"copy":"1"'),
        (b'"copy":1', b'"copy":1,"more":2'),
        (b'"2/5"', b'"2/0"'),
        (b'"2/5"', b'"two"'),
        (b'"totals":"open"', b'"totals":"hidden"'),
        (b'"silence":true', b'"silence":1.5'),
        (b"}", b""),
    ],
)
def test_what_is_no_pack_is_refused(was: bytes, becomes: bytes) -> None:
    body = written(a_pack())
    assert was in body
    with pytest.raises(BadPack):
        read(body.replace(was, becomes, 1))


def test_workings_nested_without_end_are_refused() -> None:
    at, body = b'{"what":"","figure":"","how":"","of":[', written(a_pack())
    assert b'"workings":[[' in body
    deep = b'"workings":[["x",' + at * 100_000 + b"]}" * 100_000 + b"],["
    with pytest.raises(BadPack):
        read(body.replace(b'"workings":[[', deep, 1))
