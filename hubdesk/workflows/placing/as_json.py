"""What a search for a plan found, as JSON for other programs."""

import json
from dataclasses import asdict

from hubdesk.domain.hub import Hub
from hubdesk.exchange.json.recharge import plain_problem
from hubdesk.workflows.placing.proposing import Allocated


def as_json(hub: Hub, allocated: Allocated) -> str:
    """What was found, for other programs; desks and agencies by code."""
    places = allocated.proposal.places if allocated.proposal else ()
    told = {
        "status": allocated.status.value,
        "cost": {"total": allocated.cost.total, **asdict(allocated.cost)} if allocated.cost else None,
        "bound": allocated.bound,
        "seconds": round(allocated.seconds, 3),
        "places": [
            {"desk": hub.desks[desk].code, "agency": hub.agencies[agency].code} for desk, agency in places
        ],
        "conflict": [plain_problem(one) for one in allocated.conflict],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
