"""What goes into one agency's pack: the one place where it is decided what an agency may see.

A pack holds the agency's own records and charges, the hub's name, rate and shared costs, and the host as
issuer. Of other agencies it holds no name, code or figure. Where totals are open it has the totals that
the agency's parts are parts of; with only one other partner a total less one's own part is that
partner's, which whoever opens totals accepts. Where they are withheld, `totals.totals_shown_to` decides.
The host's own pack has what the host pays for others, as sums of each kind.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.review import ReviewRound
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.workflows.review.changes import changes_since
from hubdesk.workflows.review.desks import desk_lines, floors
from hubdesk.workflows.review.estimate import estimate_of
from hubdesk.workflows.review.key import keyed
from hubdesk.workflows.review.licences import licence_lines
from hubdesk.workflows.review.others import others
from hubdesk.workflows.review.shares import share_line
from hubdesk.workflows.review.totals import PackOut, TotalsAsked, totals_shown_to
from hubdesk.workflows.review.words import asked_of_wish
from hubdesk.workflows.review.workings import keyed_workings, workings_of_licences, workings_of_share
from hubdesk.workflows.review.year import YearSeen
from hubdesk.workflows.statement.letterhead import paragraphs


class RoundSeen(NamedTuple):
    """A round, and the year of its snapshot as worked out."""

    round: ReviewRound
    seen: YearSeen


def pack_of(
    asking: RoundSeen,
    agency: RecordId,
    *,
    copy: int,
    made: date,
    earlier: Sequence[RoundSeen] = (),
    out: Sequence[PackOut] = (),
) -> Pack:
    """The pack of `agency` in a round, as its `copy`-th, made on the day `made`.

    `earlier` are the rounds whose packs went to it before, oldest first: the last is what it is compared
    with. `out` are all its packs that have left the house, in any order: totals are withheld beside what
    those tell. Raises Refused where the year cannot be worked out.
    """
    round_, seen = asking
    hub, who = seen.hub, seen.hub.agencies[agency]
    asked = TotalsAsked(seen, round_.totals)
    shown = totals_shown_to(agency, asked, out)
    licences = tuple(licence_lines(seen, agency))
    lines = seen.shared_with(agency)
    shares = tuple(share_line(seen, agency, line, shown.get(line.id)) for line in lines)
    workings = (
        (told, workings_of_share(seen, agency, line, told, shown.get(line.id)))
        for line, told in zip(lines, shares, strict=True)
    )
    last = earlier[-1] if earlier else None
    pack = Pack(
        review=round_.name,
        key="",
        copy=copy,
        hub=hub.settings.name,
        host=hub.host.name or hub.host.code,
        contact=_contact(hub),
        agency_code=who.code,
        agency=who.name or who.code,
        sector=who.sector.value,
        as_at=round_.as_at,
        deadline=round_.deadline,
        made=made,
        silence=round_.silence,
        totals=round_.totals,
        text=paragraphs(round_.text),
        year=seen.year.name,
        days_of_year=seen.year.days,
        desks=tuple(desk_lines(hub, agency, round_.as_at)),
        licences=licences,
        shares=shares,
        others=tuple(others(seen, agency)),
        total=seen.total(agency),
        wish=asked_of_wish(agency, sum(one.desks for one in licences)),
        changes=tuple(changes_since(last.seen, seen, agency)) if last else (),
        compared_with=f"{last.round.name}, as at {in_words(last.round.as_at)}" if last else "",
        estimate=estimate_of(asked, agency, shares, shown),
        floors=tuple(floors(hub, agency, round_.as_at, round_.totals)),
        workings=tuple(keyed_workings(licences, workings_of_licences(seen, agency), workings)),
    )
    return keyed(pack, round_, agency)


def _contact(hub: Hub) -> tuple[str, ...]:
    """Whom to ask: as on statements, else the host."""
    told = hub.statements.contact if hub.statements else ""
    host = hub.host
    lines = told.splitlines() if told.strip() else (host.name or host.code, host.contact, host.email)
    return tuple(line.strip() for line in lines if line.strip())
