"""A run as JSON, as scripts read it."""

import json
from dataclasses import replace

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.period import Billing, ChargingYear
from hubdesk.exchange.json.recharge import run_json
from tests.builders import a_hub
from tests.charging.ledger_of_runs import LedgerOfRuns

Q1, Q2, *_ = ChargingYear(2026).periods(Billing.QUARTER)


def with_a_new_id(hub: Hub) -> Hub:
    """`hub` with its licence taken away and brought back under the same code."""
    (licence,) = hub.licences.values()
    others = [record for record in hub.records() if record is not licence]
    return Hub.of([*others, replace(licence, id=new_id())])


def test_a_licence_taken_away_and_brought_back_is_one_line_to_a_key() -> None:
    ledger = LedgerOfRuns()
    hub = a_hub().agency("DWP").licence("L01", "DWP", 10).build()
    ledger.issue(hub, Q1)
    run = ledger.draft(with_a_new_id(hub), Q2)
    assert [one.line.pence for one in run.adjustments] == [747945, -747945]
    lines = json.loads(run_json(run, []))["lines"]
    assert [(line["kind"], line["pence"]) for line in lines] == [("licence", 756165)]
