"""What is asked for by name where drop-ins are published: an agency, and the form of a file."""

from collections.abc import Sequence
from pathlib import Path

from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused
from hubdesk.workflows.tables.kinds import either


def agency_asked(hub: Hub, code: str | None) -> RecordId | None:
    """The agency of that code; None where none is asked for. Raises Refused if there is none."""
    if code is None:
        return None
    found = hub.agency_codes.get(code.strip())
    if found is None:
        what = f"There is no agency with the code “{code}”"
        choose = f"Choose one of: {', '.join(sorted(hub.agency_codes))}"
        raise Refused(error("agency-unknown", what, hub.settings.name, choose))
    return found.id


def ending_of(path: Path | None, endings: Sequence[str]) -> None:
    """See that a file ends as what goes into it does. Raises Refused."""
    if path is not None and path.suffix.lower() not in endings:
        what = f"{path.name} does not end in {either(endings)}"
        raise Refused(error("file-ending", what, str(path), "Give the file such a name"))
