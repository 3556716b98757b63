"""What becomes of scenarios: named, copied, let fit, taken over, thrown away."""

from dataclasses import replace

from hubdesk.domain.change import Change
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.problem import Refused
from hubdesk.domain.scenario import Scenario
from hubdesk.exchange.xlsx.hub_workbook import differences
from hubdesk.store import Store
from hubdesk.workflows.scenario_upon import Laid, scenario_upon


def start(store: Store, name: str, change: Change, note: str = "") -> Scenario:
    """Keep a new scenario of `change` to the hub as it stands. Raises Refused, also for a name in use."""
    called = _called(name)
    scenario = Scenario(new_id(), called, Change(called, change.edits), note.strip())
    store.keep_scenario(scenario)
    return scenario


def describe(store: Store, scenario: Scenario, name: str, note: str) -> Scenario:
    """Keep it under that name, with that note. Raises Refused."""
    called = _called(name)
    after = replace(scenario, name=called, note=note.strip(), change=Change(called, scenario.change.edits))
    if after != scenario:
        store.keep_scenario(after, instead_of=scenario)
    return after


def copy(store: Store, scenario: Scenario) -> Scenario:
    """Keep another one like it, to try something else from there. Raises Refused."""
    names = {one.name for one in store.scenarios()}
    name = f"{scenario.name} (copy)"
    number = 2
    while name in names:
        name, number = f"{scenario.name} (copy {number})", number + 1
    return start(store, name, scenario.change, scenario.note)


def let_go_of_left_out(store: Store, hub: Hub, scenario: Scenario) -> Scenario:
    """Keep it without what does not fit `hub`, the hub as it stands, any more. Raises Refused."""
    after = replace(scenario, change=Change(scenario.name, scenario_upon(hub, scenario).fitting))
    if after != scenario:
        store.keep_scenario(after, instead_of=scenario)
    return after


def taking_over(hub: Hub, scenario: Scenario) -> Change:
    """The one change that makes `hub`, as it stands, what the scenario has it be; nothing is made yet.

    What does not fit is left out: `scenario_upon` tells it. Raises Refused where nothing is left to do.
    """
    laid = scenario_upon(hub, scenario)
    if not laid.change:
        raise Refused(
            error(
                "scenario-empty",
                "Nothing in this scenario is different from the hub as it stands",
                f"scenario “{scenario.name}”",
                "Change something in it first",
            )
        )
    return Change(f"Take over scenario “{scenario.name}”", laid.change.edits)


def told(hub: Hub, laid: Laid) -> tuple[str, ...]:
    """What a scenario that is laid on `hub` changes there, one line to a record."""
    return differences(laid.change, hub, laid.hub)


def _called(name: str) -> str:
    if called := " ".join(name.split()):
        return called
    raise Refused(
        error(
            "scenario-nameless",
            "The scenario has no name",
            "the scenario",
            "Type a name for it, such as “Rate £3,200”",
        )
    )
