"""What the hub says on the statements that agencies get, beside the figures."""

from dataclasses import dataclass

from hubdesk.domain.ids import RecordId


@dataclass(frozen=True, slots=True)
class StatementSettings:
    """The hub's own words on every statement: at most one record to a hub; without it there are none.

    Texts are plain, with paragraphs parted by empty lines. `logo` is the SHA-256 under which the picture
    is kept, empty for none.
    """

    id: RecordId
    logo: str = ""
    address: str = ""
    """Who sends it, line by line."""
    introduction: str = ""
    """Above the figures."""
    payment: str = ""
    """How and by when to pay."""
    contact: str = ""
    """Whom to ask: name, telephone, e-mail."""
