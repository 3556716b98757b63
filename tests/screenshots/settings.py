"""The settings of the hub, section by section."""

from functools import partial
from pathlib import Path

from hubdesk.desktop.pages.settings_page import SettingsPage
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ledger import CodeKind
from hubdesk.editing import ledger, statements
from hubdesk.editing.statements import Words
from hubdesk.workflows.resources import program_icon
from tests.builders.parkside import parkside
from tests.screenshots.stage import Stage


def settings(stage: Stage) -> None:
    page = _shown(stage)
    for section in page.sections:
        page.show_section(section.title)
        if section is page.statements:
            page.statements.logo.take(Path(program_icon()))
        stage.shoot(f"settings-{section.title.lower().replace(' ', '-')}")


def _shown(stage: Stage) -> SettingsPage:
    stage.hub(parkside(), "G")
    assert stage.window.workspace is not None
    session = stage.window.workspace.session
    for words, text in (
        (Words.ADDRESS, "Parkside Borough Council\nStation Approach\nParkside"),
        (Words.PAYMENT, "Within 30 days, by BACS to the account on the invoice."),
        (Words.CONTACT, "Ann Reed, 01664 500100"),
    ):
        session.do(partial(_saying, words, text))
    session.do(lambda hub: ledger.set_mask(hub, CodeKind.CUSTOMER, "A9999"))
    session.do(lambda hub: ledger.map_vat_code(hub, "S", "T1"))
    stage.do("page.settings")
    page = stage.window.workspace.page
    assert isinstance(page, SettingsPage)
    return page


def _saying(words: Words, text: str, hub: Hub) -> Change:
    return statements.set_words(hub, words, text)


SCENES = (settings,)
