"""The command line as a test types it: through its entry point, in this process."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hubdesk.cli.main import main


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit status, standard output and standard error."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


def hubdesk(*words: str | Path) -> Ended:
    """Type `hubdesk` and these words."""
    out, err = io.StringIO(), io.StringIO()
    status: int | str | None = None
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main([str(word) for word in words])
        except SystemExit as ended:
            status = ended.code
    assert isinstance(status, int)
    return Ended(status, out.getvalue(), err.getvalue())


def done(*words: str | Path) -> Ended:
    """Type it, and see that it was done."""
    ended = hubdesk(*words)
    assert ended.status == 0, f"{ended.status}\n{ended.out}\n{ended.err}"
    return ended


def refused(*words: str | Path) -> Ended:
    """Type it, and see that it was refused with reasons and without figures."""
    ended = hubdesk(*words)
    assert (ended.status, ended.out) == (1, "")
    assert "error: " in ended.err or "before issue: " in ended.err
    return ended


def misused(*words: str | Path) -> Ended:
    """Type it, and see that it was taken for wrong usage."""
    ended = hubdesk(*words)
    assert (ended.status, ended.out) == (2, "")
    return ended
