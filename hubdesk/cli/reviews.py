"""The verbs of reviews: opening a round, its packs, and how far the agencies are."""

import secrets
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from hubdesk.cli.answers import answers
from hubdesk.cli.given import Hub, a_day, a_text, now, today
from hubdesk.cli.opened import to_change, to_look
from hubdesk.cli.terminal import number, progress, report, say, table
from hubdesk.domain.agency import Agency
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub as HubValue
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import pounds
from hubdesk.domain.problem import Refused
from hubdesk.domain.review import ReviewRound
from hubdesk.workflows.document import Document
from hubdesk.workflows.standing import standing_of

app = typer.Typer(
    help="Reviews: the agencies are shown their desks and charges, and agree or ask.", no_args_is_help=True
)

app.command("answers")(answers)

RoundName = Annotated[
    str | None, typer.Option("--round", metavar="NAME", help="The review; if left out, the one opened last")
]
Codes = Annotated[
    list[str] | None, typer.Option("--agency", metavar="CODE", help="That agency alone; may be said again")
]


@app.command("open")
def open_(
    hub: Hub,
    *,
    as_at: Annotated[
        date | None,
        typer.Option(
            metavar="DAY",
            parser=a_day,
            help="The day whose occupation is asked about; from October to January 1 December, else today",
        ),
    ] = None,
    deadline: Annotated[
        date | None, typer.Option(metavar="DAY", parser=a_day, help="By when to answer; by default six weeks")
    ] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="What the review is called")] = None,
    agency: Codes = None,
    silence: Annotated[
        bool, typer.Option("--silence-agrees", help="Who has not answered by the deadline has agreed")
    ] = False,
    text: Annotated[
        Path | None,
        typer.Option(metavar="FILE", exists=True, dir_okay=False, help="A plain text to all agencies"),
    ] = None,
) -> None:
    """Open a review: the hub is kept as it is now, and the agencies are to be asked about it.

    Asked is every agency with desks, a licence or a charge, but not the host, unless agencies are named. The
    names of areas, floors, costs and drivers are shown to others as they are: one that has the code or name
    of an agency in it, as whole words, is told.
    """
    from dataclasses import replace

    from hubdesk.workflows.review.naming import names_told
    from hubdesk.workflows.review.rounds import default_round, round_opened

    with to_change(hub) as store:
        with progress(f"Opening {hub}"):
            document = Document(store, clock=now)
            issued = standing_of(store).runs
        day = today()
        with progress("Keeping the hub as it is"):
            wanted = default_round(document.hub, day, as_at, issued)
            wanted = replace(
                wanted,
                name=name or wanted.name,
                deadline=deadline or wanted.deadline,
                agencies=_ids(document.hub, agency) if agency else wanted.agencies,
                silence=silence,
                text=a_text(text) if text else "",
            )
            opened = round_opened(document, wanted, today=day, secret=secrets.token_hex(32), issued=issued)
    report(names_told(document.hub, opened.as_at))
    asked = number(len(wanted.agencies), "agency", "agencies")
    say(f"Opened “{opened.name}”, as at {in_words(opened.as_at)}")
    say(f"{asked} to answer by {in_words(opened.deadline)}")


@app.command("packs")
def packs(
    hub: Hub,
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where the packs go; made if it is not there")
    ],
    *,
    round_: RoundName = None,
    agency: Codes = None,
    not_sent: Annotated[
        bool,
        typer.Option(
            "--not-sent",
            help="Write them to look at: do not mark them as sent in the hub, which still keeps them",
        ),
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="In place of files of the same names; else none is written")
    ] = False,
) -> None:
    """Write the packs of a review, four files to each agency, and mark them as sent.

    A workbook to fill in and send back, a PDF, a page for any browser, and a file for Hubdesk itself. Each
    holds that agency's own desks and charges and the totals that they are parts of; nobody else's name,
    code or figure. With one other partner alone, a total less one's own part is that partner's: a hub can
    withhold such totals in its settings. Sending the files is up to you. The hub keeps every pack that is
    written, sent or not: where totals are withheld, those of later packs are chosen beside what it told.
    """
    from hubdesk.workflows.review.packs import Existing, PackFolder, RoundPacks, sent
    from hubdesk.workflows.review.rounds import SeenRounds

    with to_change(hub) as store:
        with progress(f"Opening {hub}"):
            document = Document(store, clock=now)
        day, asked = today(), _round(document.hub, round_)
        of = RoundPacks(document.hub, SeenRounds(store), asked, day)
        chosen = of.asked(agency or ())
        going_out = PackFolder(of, folder, hub=hub)
        existing = Existing.REPLACE if replace else Existing.KEEP
        files = going_out.files(chosen)
        with progress("Working out the year") as tell:
            written = going_out.write(files, existing, lambda part, what: tell(f"{part:.0%} {what}"))
        if not not_sent:
            with progress("Keeping the packs as they went out"):
                sent(document, of, chosen, day)
    for path in written:
        say(f"Wrote {path}")
    told = number(len(chosen), "agency", "agencies")
    say(f"Packs of “{asked.name}” for {told}: {'not ' if not_sent else ''}marked as sent")


@app.command("status")
def status(hub: Hub, *, round_: RoundName = None) -> None:
    """List how far each agency of a review is, and how much of its desks and of its year it has agreed."""
    from hubdesk.workflows.review.queries import counts as counts_of_queries
    from hubdesk.workflows.review.rounds import SeenRounds
    from hubdesk.workflows.review.states import at_a_glance

    with to_look(hub) as store:
        with progress(f"Opening {hub}"):
            found = store.read_hub()
        asked = _round(found, round_)
        with progress("Working out the year"):
            glance = at_a_glance(found, SeenRounds(store).seen(asked), today())
    say(f"{asked.name}, as at {in_words(asked.as_at)}, to be answered by {in_words(asked.deadline)}")
    rows = [
        (
            one.agency.code,
            one.agency.name,
            one.state.value,
            in_words(one.review.sent) if one.review.sent else "",
            in_words(one.review.answered) if one.review.answered else "",
            str(sum(query.end is None for query in one.queries)),
            f"{one.desks_agreed:,} of {one.desks:,}",
            pounds(one.pence_agreed),
            pounds(one.pence),
        )
        for one in glance.agencies
    ]
    headings = (
        "Agency",
        "Name",
        "State",
        "Sent",
        "Answered",
        "Open queries",
        "Desks agreed",
        "£ agreed",
        "£ of the year",
    )
    table(headings, rows, right=set(headings[5:]))
    counts = ", ".join(f"{count:,} {state.value}" for state, count in glance.counts.items())
    say(f"{number(len(rows), 'agency', 'agencies')}: {counts}")
    say(
        f"Agreed: {glance.desks_agreed:,} of {number(glance.desks, 'desk')}, "
        f"{pounds(glance.pence_agreed)} of {pounds(glance.pence)}"
    )
    if queries := counts_of_queries(found, today()):
        say(queries)


def _round(hub: HubValue, name: str | None) -> ReviewRound:
    """The review of that name, else the one opened last. Raises Refused if there is none."""
    rounds = hub.review_rounds
    if not rounds:
        what, remedy = "No review is open in this hub", "Open one with “hubdesk review open”"
        raise Refused(error("no-review", what, hub.settings.name, remedy))
    if name is None:
        return rounds[-1]
    for one in rounds:
        if one.name.casefold() == name.strip().casefold():
            return one
    known = ", ".join(f"“{one.name}”" for one in rounds)
    raise Refused(
        error("no-such-review", f"There is no review “{name}”", hub.settings.name, f"Name one of {known}")
    )


def _ids(hub: HubValue, codes: list[str]) -> tuple[RecordId, ...]:
    """The ids of the agencies of those codes. Raises Refused with all that are unknown."""
    known: dict[str, Agency] = dict(hub.agency_codes)
    if unknown := [code for code in codes if code not in known]:
        remedy = "Name agencies by their codes, as the Agencies page has them"
        raise Refused(
            *(error("no-such-agency", f"There is no agency {one}", "--agency", remedy) for one in unknown)
        )
    return tuple(known[code].id for code in dict.fromkeys(codes))
