"""Freezing a run when it is issued, and thawing it again (charging rules, section 6).

The body of a frozen run is the canonical text of its facts, lines, adjustments, identities and
workings, with the version of these rules and the hash of the run before.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.facts import facts_from_plain, facts_to_plain
from hubdesk.charging.identity import Identity
from hubdesk.charging.lines import Line, LineKind
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.run import Adjustment, Issue, Run
from hubdesk.charging.run_name import parse_run_name
from hubdesk.charging.trace import trace_of
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.plain import BadPlain, Plain, canonical, from_plain, to_plain
from hubdesk.domain.run import IssuedRun, digest

RULES_VERSION = 1
"""The version of the charging rules by which runs are worked out."""


def freeze(run: Run, *, sequence: int, previous: str, at: str, by: str) -> IssuedRun:
    """`run` as it is kept: the `sequence`-th of all runs, after the one whose hash is `previous`.

    `at` is an ISO date and time, `by` the id of a person: a name could never be erased from what is frozen.
    """
    body = canonical(
        {
            "rules": RULES_VERSION,
            "sequence": sequence,
            "previous": previous,
            "at": at,
            "by": by,
            **contents(run),
        }
    )
    return IssuedRun(sequence, run.name, body, digest(body))


def contents(run: Run) -> dict[str, Plain]:
    """All of `run` that is worked out or worked from, as plain data; its issue apart."""
    former: list[Plain] = sorted((to_plain(record) for record in run.former.records()), key=canonical)
    own: list[Plain] = sorted((_line_out(line) for line in run.own), key=canonical)
    adjustments: list[Plain] = sorted((_adjustment_out(one) for one in run.adjustments), key=canonical)
    identities: list[Plain] = [[one.source, one.cost, one.charged] for one in run.identities]
    return {
        "name": run.name,
        "amounts": run.amounts.value,
        "facts": facts_to_plain(run.facts),
        "former": former,
        "lines": own,
        "adjustments": adjustments,
        "identities": identities,
        "workings": trace_of(run.recharge),
    }


def thaw(kept: IssuedRun) -> Run:
    """The run that `kept` holds, with its lines as they were issued. Raises BadPlain."""
    try:
        return _read_run(json.loads(kept.body), kept)
    except BadPlain:
        raise
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as trouble:
        raise BadPlain(f"its contents are not those of a run ({type(trouble).__name__})") from trouble


def _read_run(plain: Mapping[str, Plain], kept: IssuedRun) -> Run:
    if plain["rules"] != RULES_VERSION:
        raise BadPlain(f"it was made by version {plain['rules']} of the charging rules")
    facts = facts_from_plain(cast(dict[str, Plain], plain["facts"]))
    amounts = Amounts(plain["amounts"])
    return Run(
        of=parse_run_name(cast(str, plain["name"]), facts.year.start),
        amounts=amounts,
        facts=facts,
        own=tuple(_line_in(cast(list[Plain], one)) for one in cast(list[Plain], plain["lines"])),
        adjustments=tuple(
            _adjustment_in(cast(dict[str, Plain], one)) for one in cast(list[Plain], plain["adjustments"])
        ),
        identities=tuple(
            Identity(RecordId(cast(str, source)), cast(int, cost), cast(int, charged))
            for source, cost, charged in cast(list[list[Plain]], plain["identities"])
        ),
        former=Hub.of(from_plain(one) for one in cast(list[dict[str, Plain]], plain["former"])),
        issue=Issue(
            cast(int, plain["sequence"]),
            cast(str, plain["at"]),
            cast(str, plain["by"]),
            cast(str, plain["previous"]),
            kept.sha256,
        ),
        reckoning=Reckoning(facts, amounts),
    )


def as_issued(run: Run, kept: IssuedRun) -> Run:
    """`run`, just issued as `kept`."""
    return replace(run, issue=thaw(kept).issue)


def _line_out(line: Line) -> list[Plain]:
    return [
        line.agency,
        line.kind.value,
        line.source,
        line.pence,
        line.vat_code or "",
        line.vat_pence,
        line.of or "",
        line.of_kind.value if line.of_kind else "",
    ]


def _line_in(plain: list[Plain]) -> Line:
    agency, kind, source, pence, vat_code, vat_pence, of, of_kind = plain
    return Line(
        RecordId(cast(str, agency)),
        LineKind(kind),
        RecordId(cast(str, source)),
        cast(int, pence),
        cast(str, vat_code) or None,
        cast(int, vat_pence),
        cast(str, of) or None,
        LineKind(of_kind) if of_kind else None,
    )


def _adjustment_out(one: Adjustment) -> dict[str, Plain]:
    return {
        "line": _line_out(one.line),
        "issued": one.issued,
        "reworked": one.reworked,
        "reasons": list(one.reasons),
        "issued_vat": one.issued_vat,
        "issued_code": one.issued_code or "",
    }


def _adjustment_in(plain: dict[str, Plain]) -> Adjustment:
    return Adjustment(
        _line_in(cast(list[Plain], plain["line"])),
        cast(int, plain["issued"]),
        cast(int, plain["reworked"]),
        tuple(cast(list[str], plain["reasons"])),
        cast(int, plain["issued_vat"]),
        cast(str, plain["issued_code"]) or None,
    )
