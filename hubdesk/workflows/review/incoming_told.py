"""Answers that came, in words: what each file agrees, asks and wishes, and what is amiss with it."""

from collections import Counter
from collections.abc import Sequence

from hubdesk.domain.days import in_words
from hubdesk.domain.names import counted
from hubdesk.domain.query import Asks
from hubdesk.workflows.review.incoming import Ask, Incoming, Standing

Part = tuple[str, Sequence[str]]
"""A heading, and what stands below it, line by line."""


def told_in_short(one: Incoming) -> str:
    """ "CAB: agrees 12 lines, asks 1, wants 2 corrected"; of a file that is refused, its name alone."""
    if one.standing is Standing.REFUSED:
        return one.name
    tally = Counter(ask.asks for ask in one.asks)
    said = [f"agrees {counted(len(one.agrees), 'line')}"] if one.agrees else []
    if tally[Asks.QUERY]:
        said.append(f"asks {tally[Asks.QUERY]:,}")
    if tally[Asks.CORRECTION]:
        said.append(f"wants {tally[Asks.CORRECTION]:,} corrected")
    if tally[Asks.WISH]:
        said.append("wishes for other desks")
    if one.unanswered:
        said.append(f"leaves {len(one.unanswered):,} open")
    return f"{one.agency_code}: {', '.join(said) or 'says nothing'}"


def told_in_full(one: Incoming) -> tuple[Part, ...]:
    """All that it says, and first what is amiss: every fault at once."""
    parts: list[Part] = [("To be known", [problem.told for problem in one.problems])]
    if one.standing is not Standing.REFUSED:
        parts += [
            ("Signed", [_signed(one)]),
            ("Asks", [_ask(ask) for ask in one.asks if ask.asks is Asks.QUERY]),
            ("Wants corrected", [_ask(ask) for ask in one.asks if ask.asks is Asks.CORRECTION]),
            ("Wishes", [_ask(ask) for ask in one.asks if ask.asks is Asks.WISH]),
            ("Says besides", [one.remark] if one.remark else []),
            ("Leaves open", _lines(one, one.unanswered)),
            ("Agrees", _lines(one, one.agrees)),
        ]
    return tuple((heading, items) for heading, items in parts if items)


def counts_told(incoming: Sequence[Incoming]) -> str:
    """How many files can be taken in: "5 files: 3 ready to take in, 1 to be chosen, 1 refused"."""
    tally = Counter(one.standing for one in incoming)
    said = [f"{tally[standing]:,} {standing.value}" for standing in Standing if tally[standing]]
    return f"{counted(len(incoming), 'file')}: {', '.join(said)}."


def _signed(one: Incoming) -> str:
    by = one.signed_by or "nobody: the role is empty"
    on = f", on {in_words(one.signed_on)}" if one.signed_on else ""
    return f"By {by}{on}. Copy {one.copy} of its pack"


def _ask(ask: Ask) -> str:
    wanted = f"{ask.wanted}, from {in_words(ask.wished)}" if ask.wished else ask.wanted
    said = (wanted.removeprefix(", "), ask.reason, f"“{ask.words}”" if ask.words else "")
    return f"{ask.said}: {'; '.join(one for one in said if one)}".removesuffix(": ")


def _lines(one: Incoming, keys: Sequence[str]) -> list[str]:
    chosen = set(keys)
    return [said for key, said in one.lines.items() if key in chosen]
