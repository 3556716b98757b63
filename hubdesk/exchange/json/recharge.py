"""A run and problems as JSON: the shapes that scripts lean on."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hubdesk.charging.lines import Line, LineKind
from hubdesk.charging.run import Run
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem
from hubdesk.exchange.replacing import replacing

Json = dict[str, Any]


def run_json(run: Run, problems: Iterable[Problem], agency: RecordId | None = None) -> str:
    """`run` as JSON, with codes for records; `problems` are listed with it.

    With an `agency`, only its lines and the identities of their sources.
    """
    lines = [line for line in run.lines if agency in (None, line.agency)]
    sources = {line.source for line in lines}
    shown_lines = _one_to_a_key(
        _line(run, line) for line in sorted(lines, key=lambda line: _place(run, line))
    )
    shown = {
        "period": run.name,
        "run": run.name if run.issue else None,
        "lines": shown_lines,
        "identities": [
            {
                "source": run.source_code(one.source),
                "cost": one.cost,
                "charged": one.charged,
                "difference": one.difference,
            }
            for one in run.identities
            if agency is None or one.source in sources
        ],
        "problems": [plain_problem(one) for one in problems],
    }
    return json.dumps(shown, indent=2) + "\n"


def _one_to_a_key(lines: Iterable[Json]) -> list[Json]:
    """`lines` with those summed that codes do not tell apart.

    Two records can have had one code: a licence taken away and brought back is credited and charged
    anew for the same period, each by its own record.
    """
    found: dict[tuple[object, ...], Json] = {}
    for line in lines:
        key = tuple(line.get(part) for part in ("agency", "kind", "source", "of", "of_kind"))
        before = found.get(key, {"pence": 0, "vat_code": None, "vat_pence": 0})
        found[key] = {
            **line,
            "pence": line["pence"] + before["pence"],
            "vat_code": line["vat_code"] or before["vat_code"],
            "vat_pence": line["vat_pence"] + before["vat_pence"],
        }
    return [line for line in found.values() if line["pence"] or line["vat_pence"]]


def problems_json(problems: Iterable[Problem]) -> str:
    """`problems` as a JSON list."""
    return json.dumps([plain_problem(one) for one in problems], indent=2) + "\n"


def write_json(path: Path, text: str) -> None:
    """Write `text` to `path`, whole or not at all. Raises Refused."""
    with replacing(path) as draft:
        draft.write_text(text, encoding="utf-8", newline="\n")


def _place(run: Run, line: Line) -> tuple[str, int, str, str, int]:
    kinds = list(LineKind)
    of_kind = kinds.index(line.of_kind) if line.of_kind else 0
    code = run.agency(line.agency).code
    return (code, kinds.index(line.kind), line.of or "", run.source_code(line.source), of_kind)


def _line(run: Run, line: Line) -> Json:
    shown: Json = {
        "agency": run.agency(line.agency).code,
        "kind": line.kind.value,
        "source": run.source_code(line.source),
        "pence": line.pence,
        "vat_code": line.vat_code,
        "vat_pence": line.vat_pence,
    }
    if line.of_kind is not None:
        shown |= {"of": line.of, "of_kind": line.of_kind.value}
    return shown


def plain_problem(one: Problem) -> Json:
    """A problem as JSON shows it, wherever it does."""
    return {
        "severity": one.severity.value,
        "code": one.code,
        "what": one.what,
        "where": one.where,
        "remedy": one.remedy,
        "pence": one.pence,
    }
