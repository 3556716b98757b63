"""A pack as a leaflet: nothing in it that is not in the pack."""

from collections.abc import Iterable

from hubdesk.domain.days import in_words
from hubdesk.exchange.review_pack.leaflet.cleaned import cleaned
from hubdesk.exchange.review_pack.leaflet.closing import (
    NOT_A_BILL,
    changes_of,
    estimate_of,
    method_of,
    total_of,
)
from hubdesk.exchange.review_pack.leaflet.desks import list_of, plans_of
from hubdesk.exchange.review_pack.leaflet.leaflet import Leaflet, Section, Why
from hubdesk.exchange.review_pack.leaflet.licences import licences_of
from hubdesk.exchange.review_pack.leaflet.mails import first_address
from hubdesk.exchange.review_pack.leaflet.shares import shares_of
from hubdesk.exchange.review_pack.pack import Pack, Reckoned
from hubdesk.exchange.review_pack.wording import BILLING, as_it_is

_FOOTER = 105
"""Letters at the foot of a page, at most."""


def leaflet_of(pack: Pack) -> Leaflet:
    """What `pack` says, on paper and on a page alike."""
    pack = cleaned(pack)
    workings = dict(pack.workings)
    sections = (
        plans_of(pack),
        list_of(pack, workings),
        licences_of(pack, workings),
        shares_of(pack, workings),
        total_of(pack),
        changes_of(pack),
        *estimate_of(pack),
        method_of(pack),
    )
    agency = (
        pack.agency_code if pack.agency in ("", pack.agency_code) else f"{pack.agency} ({pack.agency_code})"
    )
    about = f"{pack.hub}, {pack.review}: review for {agency}"
    return Leaflet(
        about,
        "Are your desks and charges right?",
        pack.host,
        pack.hub,
        agency,
        f"{pack.host} asks you to check them, {as_it_is(pack)}.",
        _facts(pack),
        f"Your charges for {pack.year}, without VAT",
        pack.total,
        NOT_A_BILL,
        _asked(pack),
        sections,
        tuple(_untold(workings.values())),
        pack.as_at,
        pack.made,
        _footer(pack),
    )


def _footer(pack: Pack) -> str:
    """What a loose page is of, in a line."""
    said = (
        f"{pack.hub}, {pack.review} · {pack.agency_code} · as at {in_words(pack.as_at)} · copy {pack.copy:,}"
    )
    return said if len(said) <= _FOOTER else said[: _FOOTER - 1] + "…"


def _facts(pack: Pack) -> tuple[tuple[str, str], ...]:
    told = (
        ("Answer by", in_words(pack.deadline)),
        ("Whom to ask", "\n".join(_whom(pack))),
        ("Our records for" if pack.is_ahead else "As it was on", in_words(pack.as_at)),
        ("Review", f"{pack.hub}, {pack.review}"),
        ("Your sector", pack.sector),
        ("Charging year", pack.year),
        ("Made on", f"{in_words(pack.made)}, copy {pack.copy:,}"),
    )
    return tuple((caption, value) for caption, value in told if value)


def _whom(pack: Pack) -> tuple[str, ...]:
    return pack.contact or (pack.host,)


def _asked(pack: Pack) -> Section:
    """What to do, by when, and what silence means."""
    by = in_words(pack.deadline)
    whom = first_address(pack.contact) or ", ".join(_whom(pack))
    steps = (
        "Look through your desks, your licences and your shares of costs below.",
        "Open the workbook that came with this. On each line choose “agree”, “query” or “correct it to”, and "
        "on its last sheet say whether you would like more desks or fewer.",
        f"Send the workbook back by {by} to {whom}.",
        "Without the workbook, write to the same address: name the line, say what is wrong, and what it "
        "should be.",
    )
    silence = (
        f"If no answer has come by {by}, that counts as agreement."
        if pack.silence
        else f"No answer is not taken as agreement. If none has come by {by}, {pack.host} will ask again."
    )
    return Section("asked", "What we ask of you", pack.text, steps, (silence, BILLING))


def _untold(workings: Iterable[Reckoned]) -> Iterable[Why]:
    return (Why(one.what, working=one) for one in workings)
