"""Changes of concessions, in words."""

from collections.abc import Iterable, Iterator

from hubdesk.charging.facts import Facts
from hubdesk.charging.lines import POOL
from hubdesk.charging.reasons.differences import pairs, percent_words
from hubdesk.charging.reasons.fact_change import FactChange
from hubdesk.domain.concession import Applies, Concession
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId


def concession_changes(before: Facts, after: Facts) -> Iterator[FactChange]:
    """What changed of concessions, as far as it bears on charges."""
    for old, new in pairs(before.hub, after.hub, Concession):
        said = _difference(old, new)
        if said:
            touched = [one for one in (new, old) if one]
            yield FactChange(
                f"concession {whose(touched[0], after.hub, before.hub)}: {said}",
                frozenset({POOL}),
                conceded=frozenset(
                    licence for hub in (before.hub, after.hub) for licence in conceded(touched[0], hub)
                ),
                on_concessions=any(one.applies is Applies.LICENCE_AND_SHARED for one in touched),
                since=min(one.first for one in touched),
            )


def _difference(old: Concession | None, new: Concession | None) -> str:
    """What is not the same of the two, in words; empty if nothing that counts."""
    was, now = _terms(old), _terms(new)
    if old is None or new is None:
        return f"{', '.join(was) or 'none'} → {', '.join(now) or 'none'}"
    differing = [place for place, term in enumerate(was) if term != now[place]]
    if not differing:
        return ""
    return " → ".join(", ".join(terms[place] for place in differing) for terms in (was, now))


def conceded(concession: Concession, hub: Hub) -> Iterable[RecordId]:
    """The licences that `concession` may reduce."""
    if concession.licence is not None:
        return (concession.licence,)
    return (
        licence.id
        for licence in hub.licences.values()
        if hub.agencies[licence.agency].sector is concession.sector
    )


def whose(concession: Concession, *hubs: Hub) -> str:
    """Of which sector or licence it is, in words."""
    if concession.sector is not None:
        return f"of the {concession.sector.value} sector"
    found = (hub.licences.get(concession.licence) for hub in hubs if concession.licence is not None)
    return f"of licence {next(licence.code for licence in found if licence)}"


def _terms(concession: Concession | None) -> list[str]:
    if concession is None:
        return []
    return [
        percent_words(concession.percent),
        f"on {concession.applies.value}",
        f"funded by the {concession.funder.value}",
        f"from {in_words(concession.first)}",
        f"to {in_words(concession.last)}" if concession.last else "open-ended",
        "every desk" if concession.desk_cap is None else f"at most {concession.desk_cap} desks",
    ]
