"""A hub written as a workbook and read again is the same hub, but for its ids."""

from datetime import date, time
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.change import adding
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.drop_in import DropIn, Weekday
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.timeline import Timeline
from hubdesk.domain.vat import VatCode
from hubdesk.workflows.export_hub import export_hub_workbook
from hubdesk.workflows.import_hub import read_hub_workbook
from tests.builders.havant import havant
from tests.builders.parkside import parkside
from tests.builders.random_hubs import random_hub
from tests.exchange.xlsx.hub_workbook.comparing import but_for_ids


def there_and_back(hub: Hub, folder: Path) -> Hub:
    path = folder / "hub.xlsx"
    assert export_hub_workbook(hub, path) == ()
    return read_hub_workbook(path).hub


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 100_000))
def test_a_random_hub_comes_back_the_same(seed: int) -> None:
    hub = random_hub(seed)
    with TemporaryDirectory() as folder:
        assert but_for_ids(there_and_back(hub, Path(folder))) == but_for_ids(hub)


@pytest.mark.parametrize("sample", [parkside, havant])
def test_the_samples_come_back_the_same(sample: object, tmp_path: Path) -> None:
    assert callable(sample)
    hub = sample()
    assert but_for_ids(there_and_back(hub, tmp_path)) == but_for_ids(hub)


def test_awkward_words_and_figures_come_back_as_they_are(tmp_path: Path) -> None:
    hub = random_hub(1)
    floor, agency = (
        Floor(new_id(), "007", "=SUM(A1)", -1, 12_345, 1, outline=(Point(-1, 0), Point(5, 0), Point(5, 9))),
        Agency(
            new_id(),
            "1e5",
            "+44 “Élan” — 東\nsecond line",
            Sector.PRIVATE,
            customer_code="00012",
            contact="@home",
            email="http://x",
        ),
    )
    area = Area(new_id(), "00", floor.id, "-1", AreaKind.POD, agency=agency.id, area_m2=Decimal("0.1"))
    drop_in = DropIn(
        new_id(), agency.id, area.id, None, date(2026, 7, 4), time(9, 20), time(23, 59, 59), desks=0
    )
    weekly = DropIn(new_id(), agency.id, area.id, Weekday.FRIDAY, None, time(0, 0), time(0, 1))
    figure = DriverFigure(
        new_id(),
        "kWh",
        agency.id,
        Timeline.of(
            [(date(1900, 1, 1), Decimal("123456789.012345")), (date(1900, 3, 1), Decimal("0.00001"))]
        ),
    )
    unrated = VatCode(new_id(), "E2")
    hub = hub.applying(adding("Awkward", floor, agency, area, drop_in, weekly, figure, unrated))
    assert but_for_ids(there_and_back(hub, tmp_path)) == but_for_ids(hub)


def test_more_than_fifteen_digits_are_written_to_fifteen_and_said(tmp_path: Path) -> None:
    hub = random_hub(1)
    agency = next(iter(hub.agencies))
    figure = DriverFigure(
        new_id(), "FTE2", agency, Timeline.of([(date(2026, 4, 1), Decimal("0.1234567890123456789"))])
    )
    path = tmp_path / "hub.xlsx"
    (warning,) = export_hub_workbook(hub.applying(adding("Fine", figure)), path)
    assert (
        warning.what == "The figure 0.1234567890123456789 has more than the 15 digits that a worksheet keeps"
    )
    assert warning.where.startswith("sheet Drivers, cell D")
    (read,) = read_hub_workbook(path).hub.figures_of["FTE2"]
    assert read.figures.at(date(2026, 4, 1)) == Decimal("0.123456789012346")
