"""A hub in the middle of a review, and workbooks that came back and lie there to be taken in."""

from pathlib import Path

from hubdesk.exchange.review_pack.layout import Verdict
from hubdesk.workflows.document import Document
from tests.workflows.review.answering import Asking, a_wish


def put_under_review(document: Document, folder: Path) -> None:
    """Everybody is asked and four were sent their packs: one has answered; two answers are in `folder`."""
    asking = Asking(document, folder)
    asking.open()
    for code in ("CAB", "DWP", "EMH", "POL"):
        asking.send(code)
    licence = asking.pack("CAB").licences[0].asked.key
    answer = asking.answered(
        "CAB",
        {
            asking.desk("CAB", 1): (Verdict.CORRECT, "not our desk"),
            asking.desk("CAB", 2): (Verdict.QUERY, None, None, None, "Whose is it?"),
            licence: (Verdict.CORRECT, 5),
        },
        wish=a_wish(2),
    )
    asking.take(asking.ready(answer))
    asking.answered("DWP", {asking.desk("DWP", 3): (Verdict.QUERY,)}, remark="With thanks")
    asking.answered("EMH")
