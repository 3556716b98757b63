"""What goes into each agency's statement: from the sheets of the period, or from the run's own lines."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from hubdesk.charging.lines import POOL, Line, LineKind
from hubdesk.charging.recharge import Recharge
from hubdesk.charging.run import Run
from hubdesk.domain.agency import Agency
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.xlsx.expression import Expression, Number
from hubdesk.exchange.xlsx.recharge_workbook.issued import charged_by
from hubdesk.exchange.xlsx.recharge_workbook.licences import LicencesSheet
from hubdesk.exchange.xlsx.recharge_workbook.own_share import OwnShares
from hubdesk.exchange.xlsx.recharge_workbook.statement_parts import (
    FixedVat,
    ForOthers,
    Source,
    StatementFacts,
)
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject
from hubdesk.exchange.xlsx.recharge_workbook.worked import Worked

_CHARGES = (LineKind.LICENCE, LineKind.SHARED, LineKind.FIXED_SHARE)


def facts_for(agency: Agency, subject: Subject, worked: Worked | None) -> StatementFacts:
    """The statement of `agency`; without a period that is `worked` out it is the run's lines as they are."""
    issued = as_issued(agency, subject)
    if worked is None:
        return issued
    return replace(
        issued,
        licences=licence_sources(agency, worked.recharge, worked.licences),
        shared=_shared(agency, worked),
        others=_others(worked) if agency.id == subject.host else (),
        pool=worked.pool.shares.get(agency.id) if worked.pool else None,
    )


def as_issued(agency: Agency, subject: Subject) -> StatementFacts:
    """The statement of `agency` from the run's own lines, as constants."""
    own = [line for line in subject.run.own if line.agency == agency.id]
    licences, shared, others, pool = _as_they_are(own, subject.run)
    adjustments = [one for one in subject.adjustments if one.line.agency == agency.id]
    before = charged_by(subject.earlier, agency.id)
    issued = charged_by([subject.run], agency.id) if subject.run.issue else None
    return StatementFacts(licences, shared, others, pool, adjustments, before, issued)


def licence_sources(agency: Agency, recharge: Recharge, licences: LicencesSheet) -> list[Source]:
    """The licences of `agency` that run in the period."""
    found = []
    for charge in recharge.licences:
        cells = licences.of.get(charge.licence.id)
        if cells and charge.licence.agency == agency.id:
            award = cells.award if any(one.concession for one in charge.stretches) else None
            licence = charge.licence
            found.append(
                Source(
                    licence.id,
                    licence.code,
                    "Desk licence",
                    "desks",
                    LineKind.LICENCE,
                    cells.gross,
                    None,
                    award,
                    by_host=cells.by_host,
                )
            )
    return found


def _shared(agency: Agency, worked: Worked) -> list[Source]:
    found = []
    for cost in worked.costs:
        cells, line = cost.shares.get(agency.id), cost.one.split.line
        if cells:
            fixed = agency.id in cost.one.split.fixed
            by, kind = ("fixed share", LineKind.FIXED_SHARE) if fixed else (line.basis_name, LineKind.SHARED)
            moves = (cells.share, cells.cap, cells.award)
            found.append(Source(line.id, line.code, line.name, by, kind, *moves, by_host=cells.by_host))
    return found


def own_sources(agency: Agency, shares: OwnShares) -> list[Source]:
    """The costs of `agency` in its own workbook."""
    found = []
    for cost in shares.costs:
        line = cost.one.split.line
        fixed = agency.id in cost.one.split.fixed
        by, kind = ("fixed share", LineKind.FIXED_SHARE) if fixed else (line.basis_name, LineKind.SHARED)
        moves = (cost.share, cost.cap, cost.award)
        found.append(Source(line.id, line.code, line.name, by, kind, *moves, by_host=cost.by_host))
    return found


def _others(worked: Worked) -> list[ForOthers]:
    """What the host bears: concessions on licences, then its parts of each cost."""
    found = []
    for charge in worked.recharge.licences:
        cells, licence = worked.licences.of.get(charge.licence.id), charge.licence
        if cells and any(one.concession for one in charge.stretches):
            found.append(ForOthers(licence.id, licence.code, "Desk licence", concessions=cells.by_host))
    for cost in worked.costs:
        line, shares = cost.one.split.line, cost.shares.values()
        found.append(
            ForOthers(
                line.id,
                line.code,
                line.name,
                cost.vacant,
                cost.unshared,
                cost.caps if any(one.cap for one in shares) else None,
                cost.by_host if any(one.award for one in shares) else None,
            )
        )
    return found


def _as_they_are(
    lines: Sequence[Line], run: Run
) -> tuple[list[Source], list[Source], list[ForOthers], Expression | None]:
    """Constants, source by source: the sum of a year's periods has no workings of its own."""
    by_source: defaultdict[RecordId, dict[LineKind, Line]] = defaultdict(dict)
    for line in lines:
        by_source[line.source][line.kind] = line
    licences: list[Source] = []
    shared: list[Source] = []
    others: list[ForOthers] = []
    pool: Expression | None = None
    for source, found in sorted(by_source.items(), key=lambda one: run.source_code(one[0])):
        if source == POOL:
            pool = _pence(found, LineKind.CONCESSION_FUNDED)
            continue
        record, code = run.source(source), run.source_code(source)
        is_cost = isinstance(record, CostLine)
        what = record.name if isinstance(record, CostLine) else "Desk licence"
        by = record.basis_name if isinstance(record, CostLine) else "desks"
        kinds = [*(kind for kind in _CHARGES if kind in found)]
        given = [kind for kind in (*_CHARGES, LineKind.CAP, LineKind.CONCESSION) if kind in found]
        if given:
            charge = Source(
                source,
                code,
                what,
                by,
                kinds[0] if kinds else LineKind.SHARED if is_cost else LineKind.LICENCE,
                _pence(found, *kinds) if kinds else None,
                _given_back(found, LineKind.CAP),
                _given_back(found, LineKind.CONCESSION),
                FixedVat(
                    next((found[kind].vat_code for kind in given if found[kind].vat_code), None),
                    {kind: found[kind].vat_pence for kind in given},
                ),
            )
            (shared if is_cost else licences).append(charge)
        borne = (
            LineKind.VACANT_DESKS,
            LineKind.UNSHARED,
            LineKind.CAP_FUNDED,
            LineKind.CONCESSION_FUNDED,
        )
        if any(kind in found for kind in borne):
            others.append(ForOthers(source, code, what, *(_pence(found, kind) for kind in borne)))
    return licences, shared, others, pool


def _pence(found: dict[LineKind, Line], *kinds: LineKind) -> Expression | None:
    kept = [found[kind].pence for kind in kinds if kind in found]
    return Number(sum(kept)) if kept else None


def _given_back(found: dict[LineKind, Line], kind: LineKind) -> Expression | None:
    return Number(-found[kind].pence) if kind in found else None
