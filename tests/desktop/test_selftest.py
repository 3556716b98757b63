"""What an installer asks of it."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QApplication

from hubdesk.desktop.selftest import selftest
from hubdesk.desktop.theme import Theme


def test_a_sound_installation_says_that_it_works(qapp: QApplication, theme: Theme) -> None:
    said: list[str] = []
    assert selftest(qapp, theme, lambda: datetime.now(UTC), said.append) == 0
    assert said[-1] == "Hubdesk works here."
    assert any("222 desks" in line for line in said)
