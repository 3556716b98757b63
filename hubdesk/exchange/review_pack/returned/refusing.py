"""Why a file cannot be read as an answer, and what to ask of whoever sent it."""

from dataclasses import replace

from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.exchange.review_pack.layout import AnswerField

SEND_AGAIN = (
    "Ask the agency to open the workbook in Excel or LibreOffice, save it as an Excel workbook (.xlsx) "
    "and send that"
)
_START_AGAIN = "Send the agency its pack again, and ask it to fill in that copy"
_REMEDIES = {
    "password-protected": "Ask the agency to take the password off (File, Info, Protect workbook), "
    "save it and send it again",
    "e-mail": "Save the workbook that is attached to it, and take that in",
    "packed": "Take the workbooks out of it (Extract all), and take those in",
    "numbers": "Ask the agency to export it (in Numbers: File, Export to, Excel) and send that",
    "workbook-too-large": _START_AGAIN,
    "too-many-rows": _START_AGAIN,
    "too-many-cells": _START_AGAIN,
    "too-many-formulas": _START_AGAIN,
    "too-many-sheets": "Ask the agency for the workbook of its pack alone, without the sheets of others",
    "too-many-columns": "Ask the agency to move what stands there beside the lines that it is about, or to "
    f"“{AnswerField.REMARK.value}”",
    "too-many-merged": _START_AGAIN,
    "document-type": _START_AGAIN,
    "no-key": _START_AGAIN,
    "macros": f"{SEND_AGAIN}; nothing in it was run",
    "links-to-other-files": "Ask the agency to break the links (Data, Edit links, Break link) "
    "and send it again; nothing was fetched",
}


def refused_as_answer(refused: Refused, name: str) -> Refused:
    """`refused` in words for whoever takes in the answers: which file, and what to ask of its sender."""
    return Refused(
        *(
            replace(one, where=name, remedy=_REMEDIES.get(one.code, SEND_AGAIN), what=_of_a_pack(one.what))
            for one in refused.problems
        )
    )


def refusal(code: str, what: str, name: str) -> Refused:
    """The file `name` cannot be read as an answer."""
    return Refused(Problem(Severity.ERROR, code, what, name, _REMEDIES.get(code, SEND_AGAIN)))


def _of_a_pack(what: str) -> str:
    return what.replace("than a hub needs", "than an answer needs")
