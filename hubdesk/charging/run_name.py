"""What a run is of: a billing period, or the closing of a year (charging rules, section 6)."""

import re
from dataclasses import dataclass

from hubdesk.domain.period import BadPeriodName, ChargingYear, Period, YearStart, parse_period, parse_year

_CLOSING = re.compile(r"(?P<year>\d{4}-\d{2})-close(?:-(?P<number>[1-9]\d{0,3}))?")


@dataclass(frozen=True, slots=True)
class Closing:
    """The year end of `year`; `number` counts from 1, where a fact found wrong later makes a further one."""

    year: ChargingYear
    number: int = 1

    @property
    def name(self) -> str:
        """ "2026-27-close", then "2026-27-close-2"."""
        return f"{self.year.name}-close" + (f"-{self.number}" if self.number > 1 else "")


RunOf = Period | Closing


def parse_run_name(text: str, start: YearStart) -> RunOf:
    """The period or closing that `text` names, in years that begin on `start`. Raises BadPeriodName."""
    found = _CLOSING.fullmatch(text.strip())
    if not found:
        return parse_period(text, start)
    closing = Closing(ChargingYear(parse_year(found["year"]), start), int(found["number"] or 1))
    if closing.name != text.strip():
        raise BadPeriodName(f"“{text}” is written {closing.name}")
    return closing
