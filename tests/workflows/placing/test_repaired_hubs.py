"""On hubs drawn at random: a repair leaves nothing that is not kept, and moves the fewest desks."""

import pytest

from hubdesk.allocating.feasible.fewest import loyal_counts
from hubdesk.allocating.pairing import proposal_of
from hubdesk.allocating.problem.asking import question_of
from hubdesk.allocating.proposal import change_of
from hubdesk.allocating.repairing import repairs
from hubdesk.workflows.placing.move_schedule import move_schedule
from hubdesk.workflows.placing.repair import broken_on
from tests.allocating.drawn_hubs import DAY, drawn_hub


@pytest.mark.parametrize("first", range(0, 60, 10))
def test_nothing_is_broken_after_a_repair(first: int) -> None:
    for seed in range(first, first + 10):
        hub = drawn_hub(seed, 6, 30).hub
        question = question_of(hub, DAY)
        best = next(repairs(question), None)
        if best is None:
            continue
        proposal = proposal_of(question, best.plan.tolist())
        counts = loyal_counts(question)
        assert counts is not None
        assert proposal.moved == question.moves_by(counts), seed
        after = hub.applying(change_of(hub, proposal))
        assert [row.what for row in broken_on(after, DAY)] == [], seed
        if not broken_on(hub, DAY):
            assert proposal.moves == (), seed
        schedule = move_schedule(hub, proposal)
        assert len(schedule.moves) == len(proposal.moves), seed
