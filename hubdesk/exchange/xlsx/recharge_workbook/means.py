"""What an agency has off its share of a cost in a period, as the engine has it."""

from hubdesk.charging.apportionment import (
    Apportionment,
    MeanReduction,
    days_in_period,
    mean_over_days,
    mean_over_part,
)
from hubdesk.charging.reckoning import Reckoning
from hubdesk.domain.ids import RecordId


def mean_off(agency: RecordId, one: Apportionment, reckoning: Reckoning) -> MeanReduction:
    """The mean off the share of `agency`: over its part, or for a fixed share over the days."""
    reductions = reckoning.reductions.get(agency)
    if reductions is None:
        return MeanReduction(0, 0, 1)
    if agency in one.split.fixed:
        days = days_in_period(one.split.line, one.split.period)
        assert days is not None
        return mean_over_days(reductions, *days)
    return mean_over_part(reductions, agency, one.split.parts)
