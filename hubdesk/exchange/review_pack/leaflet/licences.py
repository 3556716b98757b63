"""The agency's licences: what each comes to, its concession and who pays for that."""

from hubdesk.domain.days import in_words
from hubdesk.exchange.review_pack.leaflet.figures import conceded, day, percentage
from hubdesk.exchange.review_pack.leaflet.leaflet import Row, Section, Table, Why
from hubdesk.exchange.review_pack.pack import LicenceLine, Pack, Reckoned
from hubdesk.exchange.statement.statement import Column, Kind, Words

_TITLE = "Your licences"


def licences_of(pack: Pack, workings: dict[str, Reckoned]) -> Section:
    """Gross, concession and net of each licence, then its days, desks and rates."""
    if not pack.licences:
        return Section("licences", _TITLE, (f"You hold no licence for desks in {pack.year}.",))
    columns = (
        Column("Licence", Kind.WORDS),
        Column(f"Desks on {in_words(pack.as_at)}", Kind.FIGURE),
        Column("Before concession £", Kind.MONEY),
        Column("Concession £", Kind.MONEY),
        Column("You pay £", Kind.MONEY),
    )
    rows = tuple(_row(one, workings.pop(one.asked.key, None)) for one in pack.licences)
    total = (
        Words("Total"),
        None,
        sum(one.gross for one in pack.licences),
        -sum(one.award for one in pack.licences),
        sum(one.net for one in pack.licences),
    )
    table = Table(
        f"What your licences come to in {pack.year}",
        columns,
        rows,
        total if len(rows) > 1 else (),
    )
    return Section("licences", _TITLE, tables=(table, _spells(pack)))


def _row(one: LicenceLine, working: Reckoned | None) -> Row:
    told = [f"From {in_words(one.first)}" + (f" to {in_words(one.last)}" if one.last else "")]
    if one.concession or one.funder:
        told.append(conceded(one.concession, one.funder))
    cells = (Words(one.code, tuple(told)), Words(f"{one.desks:,}"), one.gross, -one.award, one.net)
    return Row(cells, Why(f"Licence {one.code}", working=working) if working else None)


def _spells(pack: Pack) -> Table:
    has_concession = any(spell.award for one in pack.licences for spell in one.spells)
    columns = [
        Column("Licence", Kind.CODE),
        Column("From", Kind.NOTE),
        Column("To", Kind.NOTE),
        Column("Days", Kind.FIGURE),
        Column("Desks", Kind.FIGURE),
        Column("A desk and year £", Kind.MONEY),
    ]
    if has_concession:
        columns += [Column("Concession", Kind.FIGURE), Column("Desks it covers", Kind.FIGURE)]
    rows = []
    for one in pack.licences:
        for spell in one.spells:
            cells = (
                Words(one.code),
                day(spell.first),
                day(spell.last),
                Words(f"{spell.days:,}"),
                Words(f"{spell.desks:,}"),
                spell.rate,
            )
            award = (Words(percentage(spell.award)), Words(f"{spell.awarded:,}"))
            rows.append(Row((*cells, *award) if has_concession else cells))
    note = (
        f"Desks × rate × days ÷ {pack.days_of_year} days of the year; a concession is its percentage of that."
    )
    return Table("Days, desks and rates behind it", tuple(columns), tuple(rows), note=note)
