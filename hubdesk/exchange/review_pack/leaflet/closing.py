"""What follows licences and shares: the year's total, changes, the year to come, and the method."""

from collections.abc import Sequence

from hubdesk.domain.days import in_words
from hubdesk.domain.money import Pence
from hubdesk.domain.review import Totals
from hubdesk.exchange.review_pack.leaflet.leaflet import Row, Section, Table
from hubdesk.exchange.review_pack.pack import Other, Pack
from hubdesk.exchange.review_pack.wording import ROUNDING
from hubdesk.exchange.statement.statement import Column, Kind, Words

NOT_A_BILL = "This is not a bill: nothing is to be paid on it."

_SUMS = (Column("What", Kind.WORDS), Column("£", Kind.MONEY))


def total_of(pack: Pack) -> Section:
    """What licences, shares and all else come to together."""
    sums = [
        ("Licences, after concessions", sum(one.net for one in pack.licences), bool(pack.licences)),
        (
            "Shares of costs, after all that is taken off",
            sum(one.net for one in pack.shares),
            bool(pack.shares),
        ),
    ]
    rows = (
        *(Row((Words(what), pence)) for what, pence, there in sums if there),
        *_rows(pack.others),
    )
    title = f"What it comes to in {pack.year}"
    if not rows:
        return Section("total", title, (f"Nothing is charged to you in {pack.year}.",))
    words = f"{NOT_A_BILL} Sums are without VAT; one with a minus is in your favour."
    table = Table(f"All that you pay in {pack.year}", _SUMS, rows, _total(pack.total))
    return Section("total", title, (words,), tables=(table,))


def changes_of(pack: Pack) -> Section:
    """What is not as it was when the agency was last asked."""
    title = "What has changed"
    if not pack.compared_with:
        return Section("changes", title, ("This is the first review, so there is none to compare it with.",))
    if not pack.changes:
        return Section("changes", title, (f"Nothing has changed since the review {pack.compared_with}.",))
    return Section("changes", title, (f"Since the review {pack.compared_with}:",), points=pack.changes)


def estimate_of(pack: Pack) -> tuple[Section, ...]:
    """What the year to come is likely to come to, and on what that rests."""
    one = pack.estimate
    if one is None:
        return ()
    table = Table(f"Estimate for {one.year}", _SUMS, tuple(_rows(one.rows)), _total(one.total))
    words = f"An estimate, not a bill: what {one.year} comes to if things stay as the records have them."
    told = Section("estimate", f"What {one.year} may come to", (words,), points=one.basis, tables=(table,))
    return (told,)


def method_of(pack: Pack) -> Section:
    """How figures are worked out, in sentences that hold for every agency."""
    points = [
        f"Figures rest on the records as they stood on {in_words(pack.as_at)}, and are without VAT.",
        "Every agency pays the same rate for a desk. What a concession takes off is shown, with who pays "
        "for it.",
        "A cost is shared in each billing period by what the line names.",
        ROUNDING,
        "The billing periods add up to the year, to the penny.",
    ]
    if pack.totals is Totals.WITHHELD:
        points.append("A total is shown only where at least three others stand behind it.")
    return Section("method", "How it is worked out", points=tuple(points))


def _rows(others: Sequence[Other]) -> list[Row]:
    return [Row((Words(one.what, (one.why,) if one.why else ()), one.pence)) for one in others]


def _total(pence: Pence) -> tuple[Words, Pence]:
    return Words("Total"), pence
