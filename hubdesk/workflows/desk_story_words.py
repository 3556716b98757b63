"""A desk's story in sentences: a few words to hover over, and all of it for reading."""

from collections.abc import Iterator
from datetime import date

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area
from hubdesk.domain.concession import Concession
from hubdesk.domain.days import in_words
from hubdesk.domain.money import pounds
from hubdesk.domain.names import agency_name, counted, floor_name
from hubdesk.domain.plain import decimal_text
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.workflows.desk_story import DeskStory, Held, Stay
from hubdesk.workflows.year_cost import AgencyCost, Stream


def hover(story: DeskStory) -> str:
    """Two to four short lines: where, who and since when, how many are licensed, at what cost."""
    return "\n".join(_hover(story))


def sentences(story: DeskStory) -> tuple[str, ...]:
    """The whole story, a sentence to a fact, in the order in which people ask."""
    return (
        *_place(story),
        *_service(story),
        *_seat(story),
        *_licence(story),
        *_cost(story),
        *_others(story),
    )


def stay_in_words(stay: Stay) -> str:
    """ "CRS, 1 April 2022 to 15 November 2026", with who is charged where that is another."""
    charged = f", charged to {stay.payer.code}" if stay.payer != stay.agency else ""
    end = f"to {in_words(stay.last)}" if stay.last else "on"
    return f"{stay.agency.code}, {'' if stay.last else 'from '}{in_words(stay.first)} {end}{charged}"


def _hover(story: DeskStory) -> Iterator[str]:
    area = f", area {story.area.code}" if story.area else ""
    yield f"Desk {story.desk.code}, {floor_name(story.floor)}{area}"
    stay = story.stay
    if stay is None or not story.in_service:
        yield _empty(story) + _neighbour(story)
        return
    ends = f" until {in_words(stay.last)}" if stay.last else ""
    paid = f", charged to {stay.payer.code}" if stay.payer != stay.agency else ""
    stays = ", stays" if stay.pinned else ""
    yield f"{stay.agency.code} since {in_words(stay.first)}{ends}{paid}{stays}{_neighbour(story)}"
    yield f"{stay.payer.code} is licensed for {counted(story.licensed, 'desk')}"
    if story.cost and (pence := story.cost.per_desk()) is not None:
        yield f"{pounds(pence)} a desk in {story.year_name}"


def _empty(story: DeskStory) -> str:
    """That nobody sits there, and since when."""
    if not story.in_service:
        return "Not in service"
    since = max(
        (day for day in (_day_after(story.before), story.desk.first) if day is not None), default=None
    )
    return f"Vacant since {in_words(since)}" if since else "Vacant"


def _neighbour(story: DeskStory) -> str:
    """Who had it before, and who has it next."""
    before = f"; before, {story.before[0].agency.code}" if story.before else ""
    after = story.after[0] if story.after else None
    return before + (f"; from {in_words(after.first)}, {after.agency.code}" if after else "")


def _place(story: DeskStory) -> Iterator[str]:
    floor = floor_name(story.floor)
    area = _area(story.area, story.area_agency) if story.area else "no area"
    kind = story.desk.kind.value
    article = "an" if kind[0] in "aeiou" else "a"
    yield f"Desk {story.desk.code} is {article} {kind} desk on the {floor}, in {area}."


def _area(area: Area, agency: Agency | None) -> str:
    name = area.code if area.name in ("", area.code) else f"{area.code}, {area.name}"
    clearance = f", clearance “{area.clearance}”" if area.clearance else ""
    use = f", for the sole use of {agency.code}" if agency else ""
    return f"area {name} ({area.kind.value}{clearance}{use})"


def _service(story: DeskStory) -> Iterator[str]:
    first, last = story.desk.first, story.desk.last
    days = " ".join(f"{word} {in_words(day)}" for word, day in (("from", first), ("to", last)) if day)
    if not story.in_service:
        yield f"It is not in service on {in_words(story.day)}, but {days}."
    elif days:
        yield f"It is in service {days}."


def _seat(story: DeskStory) -> Iterator[str]:
    stay = story.stay
    if stay is None:
        if story.in_service:
            yield f"{_empty(story)}: nobody sits here on {in_words(story.day)}."
        return
    ends = f"until {in_words(stay.last)}" if stay.last else "with no last day"
    yield f"{agency_name(stay.agency)} sits here since {in_words(stay.first)}, {ends}."
    if stay.payer != stay.agency:
        yield f"It is charged to {agency_name(stay.payer)}."
    if stay.pinned:
        yield f"{stay.agency.code} stays here, whatever plan is proposed."


def _licence(story: DeskStory) -> Iterator[str]:
    if story.stay is None:
        return
    payer = story.stay.payer.code
    if not story.held:
        yield f"{payer} has no licence on {in_words(story.day)}."
        return
    parts = " and ".join(f"{counted(one.desks, 'desk')} by licence {one.licence.code}" for one in story.held)
    total = f"{counted(story.licensed, 'desk')}: " if len(story.held) > 1 else ""
    yield f"{payer} is licensed for {total}{parts}."
    for one in story.held:
        if one.concession:
            yield _concession(one, one.concession)


def _concession(held: Held, concession: Concession) -> str:
    at_most = (
        f" for at most {counted(concession.desk_cap, 'desk')}" if concession.desk_cap is not None else ""
    )
    whose = (
        f"the standing rate of the {concession.sector.value} sector"
        if concession.sector
        else "an award of its own"
    )
    reason = f" ({concession.reason})" if concession.reason else ""
    return (
        f"Licence {held.licence.code} has {decimal_text(concession.percent)} % off{at_most}, "
        f"{whose}, paid for by the {concession.funder.value}{reason}."
    )


def _cost(story: DeskStory) -> Iterator[str]:
    cost = story.cost
    if story.stay is None or cost is None:
        return
    payer = story.stay.payer.code
    total = cost.per_desk()
    if total is None:
        yield f"{payer} is licensed for no desks in {story.year_name}, so no cost a desk can be told."
        return
    parts = ", ".join(_streams(cost))
    yield f"A desk of {payer} costs {pounds(total)} a year, as charged in {story.year_name}: {parts}."


_STREAM_WORDS = {
    Stream.LICENCES: "{pounds} for the licence",
    Stream.CONCESSIONS: "less {pounds} of concessions",
    Stream.SHARED: "{pounds} of shared costs",
    Stream.BORNE: "{pounds} borne for others",
}


def _streams(cost: AgencyCost) -> Iterator[str]:
    for stream, words in _STREAM_WORDS.items():
        pence = cost.per_desk(stream)
        if pence:
            shown = -pence if stream is Stream.CONCESSIONS else pence
            yield words.format(pounds=pounds(shown))


def _others(story: DeskStory) -> Iterator[str]:
    if story.before:
        yield f"Before: {'; '.join(map(stay_in_words, story.before))}."
    if story.after:
        yield f"Next: {'; '.join(map(stay_in_words, story.after))}."


def _day_after(before: tuple[Stay, ...]) -> date | None:
    return before[0].last + ONE_DAY if before and before[0].last else None
