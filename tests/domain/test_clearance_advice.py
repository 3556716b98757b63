"""Findings in the words that people read."""

from datetime import date

from hubdesk.domain.clearance_advice import advice
from hubdesk.domain.clearances import clearances
from hubdesk.domain.problem import Severity
from tests.builders import a_hub


def test_advice_says_how_much_where_and_what_to_do() -> None:
    hub = (
        a_hub()
        .floor("G")
        .area("A1", outline=[(0, 0), (9, 0), (9, 9), (0, 9)])
        .desk("ONE", x_m=3, y_m=3, kind="accessible")
        .desk("TWO", x_m=3, y_m="4.45")
        .desk("SIX", x_m=7, y_m=3)
        .desk("TEN", x_m=7, y_m="4.85")
        .desk("OUT", x_m="8.5", y_m=8)
        .desk("OFF", x_m=40, y_m=8)
        .desk("IN1", x_m=20, y_m=8)
        .desk("IN2", x_m=20, y_m="8.5")
        .build()
    )
    problems = [advice(hub, one) for one in clearances(hub, hub.floor_codes["G"].id, date(2026, 5, 1))]
    assert [(one.where, one.what) for one in problems] == [
        ("desks IN1 and IN2", "They stand 0.30 m in one another"),
        ("desk OFF", "It reaches 0.80 m out of floor G"),
        ("desk OUT", "It reaches 0.30 m out of area A1"),
        ("desks ONE and TWO", "0.65 m is left beside an accessible desk; a wheelchair takes 0.9 m"),
        ("desks SIX and TEN", "1.05 m is left where people sit and pass; guidance is 1.2 m"),
    ]
    assert {one.severity for one in problems} == {Severity.WARNING}
    assert all(one.remedy and one.records for one in problems)
