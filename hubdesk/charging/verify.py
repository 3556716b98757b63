"""Verify: every issued run worked out again from its frozen inputs (charging rules, section 6)."""

import json
from collections.abc import Sequence
from dataclasses import replace

from hubdesk.charging.draft import draft
from hubdesk.charging.frozen import contents, thaw
from hubdesk.charging.identity import IdentityBroken
from hubdesk.charging.reasons import fact_changes
from hubdesk.charging.run import Run, in_year
from hubdesk.domain.plain import BadPlain, canonical
from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.domain.run import IssuedRun

_KEEP_A_COPY = "Keep this file as it is, and bring back a copy from before the run was altered"


def verify(kept: Sequence[IssuedRun]) -> tuple[Problem, ...]:
    """What is wrong with the issued runs, in order; empty if each is the same to the penny.

    After a run that cannot be read, later ones of its year are not worked out again: what they adjust
    is not known.
    """
    problems: list[Problem] = []
    issued: list[Run] = []
    unread: set[str] = set()
    previous = ""
    for place, one in enumerate(kept, start=1):
        problems += _chained(one, place, previous)
        previous = one.sha256
        try:
            run = thaw(one)
        except BadPlain as trouble:
            problems.append(_wrong(one, "run-unreadable", f"Run {one.name} cannot be read: {trouble}"))
            unread.add(one.name[:_YEAR])
            continue
        if run.year.name not in unread:
            problems += _worked_again(one, run, issued)
        issued.append(run)
    return tuple(problems)


_YEAR = len("2026-27")


def _chained(one: IssuedRun, place: int, previous: str) -> list[Problem]:
    if not one.is_untouched:
        what = f"Run {one.name} is not as it was issued: its contents no longer have its hash"
        return [_wrong(one, "run-altered", what)]
    try:
        body = json.loads(one.body)
    except ValueError:
        return []  # told as unreadable
    if not isinstance(body, dict):
        return []
    if body.get("previous") != previous or body.get("sequence") != place or one.sequence != place:
        what = f"Run {one.name} does not follow the run before it: the chain of hashes is broken there"
        return [_wrong(one, "chain-broken", what)]
    if body.get("name") != one.name:
        return [_wrong(one, "run-renamed", f"Run {one.name} was issued under the name {body.get('name')}")]
    return []


def _worked_again(one: IssuedRun, run: Run, issued: Sequence[Run]) -> list[Problem]:
    try:
        again = contents(_with_reasons_of(run, draft(run.facts, run.of, run.amounts, issued), issued))
    except (Refused, IdentityBroken, LookupError, ValueError, ArithmeticError, AttributeError) as trouble:
        what = f"Run {one.name} cannot be worked out again from what was kept with it: {trouble}"
        return [_wrong(one, "run-not-repeatable", what)]
    stored = json.loads(one.body)
    differing = [part for part, plain in again.items() if canonical(plain) != canonical(stored.get(part, ""))]
    if not differing:
        return []
    what = f"Run {one.name} comes out differently when worked out again, in its {', '.join(differing)}"
    return [_wrong(one, "run-differs", what)]


def _with_reasons_of(run: Run, again: Run, issued: Sequence[Run]) -> Run:
    """`again` with the reasons that were given in `run`, as far as they tell of what did change.

    Later versions of the program may judge better which of the changes bear on a line; that alone does
    not make a run another.
    """
    earlier = in_year(issued, run.year)
    if not earlier:
        return again
    last = earlier[-1]
    changed = {one.text for one in fact_changes(last.facts, last.amounts, run.facts, run.amounts)}
    given = {one.line: one.reasons for one in run.adjustments if changed.issuperset(one.reasons)}
    kept = (replace(one, reasons=given.get(one.line, one.reasons)) for one in again.adjustments)
    return replace(again, adjustments=tuple(kept))


def _wrong(one: IssuedRun, code: str, what: str) -> Problem:
    return Problem(Severity.ERROR, code, what, f"run {one.name}", _KEEP_A_COPY)
