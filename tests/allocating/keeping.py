"""What a plan breaks of what is asked: found out desk by desk, without the engine."""

from collections import Counter

from hubdesk.allocating.problem.question import NOBODY, Plan, Question


def broken(question: Question, plan: Plan) -> set[str]:
    """Everything that `plan` does not keep, in a few words each."""
    return {*_numbers(question, plan), *_places(question, plan), *_moves(question, plan)}


def _numbers(question: Question, plan: Plan) -> set[str]:
    faults = set()
    desks = Counter(plan.tolist())
    accessible = Counter(
        who
        for who, seat in zip(plan.tolist(), question.seats, strict=True)
        if question.cells[seat.cell].accessible
    )
    for place, member in enumerate(question.members):
        if desks[place] != member.desks:
            faults.add(f"{member.code} has {desks[place]} desks for {member.desks}")
        if accessible[place] < member.accessible:
            faults.add(f"{member.code} has {accessible[place]} accessible desks for {member.accessible}")
    return faults


def _places(question: Question, plan: Plan) -> set[str]:
    faults = set()
    where: dict[int, set[str]] = {}
    for who, seat in zip(plan.tolist(), question.seats, strict=True):
        if who == NOBODY:
            continue
        where.setdefault(who, set()).add(question.cells[seat.cell].place)
        for bar in question.bars:
            if bar.member == who and seat.cell in bar.cells:
                faults.add(f"{question.members[who].code} at {seat.code}")
    for who, places in where.items():
        if question.members[who].together is not None and len(places) > 1:
            faults.add(f"{question.members[who].code} is not together")
    return faults


def _moves(question: Question, plan: Plan) -> set[str]:
    faults = set()
    moves = 0
    for place, member in enumerate(question.members):
        had = [seat for seat, who in enumerate(question.today.tolist()) if who == place]
        stay = sum(int(plan[seat]) == place for seat in had)
        moves += min(len(had), member.desks) - stay
    if question.most_moves is not None and moves > question.most_moves:
        faults.add("more moves than wanted")
    for seat, (who, pinned) in enumerate(zip(question.today.tolist(), question.pinned.tolist(), strict=True)):
        if pinned and int(plan[seat]) != who:
            faults.add(f"{question.seats[seat].code} was pinned")
    return faults
