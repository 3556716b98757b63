"""`ViewBar`: the strip under the plan: how long a metre is, snapping, colours, how near one looks."""

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from hubdesk.desktop.actions import Action, Actions
from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.plan.scale import scale_from_words, scale_in_words
from hubdesk.desktop.plan.scale_bar import ScaleBar
from hubdesk.desktop.plan.view import PlanView
from hubdesk.desktop.tool_bar import ToolBar
from hubdesk.workflows.colouring import ColourBy

_BUTTONS = ("view.zoom-in", "view.fit-floor", "view.fit-selection")


class ViewBar(ToolBar):
    """Follows the view, and leads it."""

    def __init__(self, plan: Plan, view: PlanView, actions: Actions, snap: QWidget) -> None:
        super().__init__("view-bar", "View")
        self._plan, self._view = plan, view
        self.colour_by = QComboBox()
        self.colour_by.setAccessibleName("Colour desks by")
        for by in ColourBy:
            self.colour_by.addItem(by.words[0].upper() + by.words[1:], by)
        self.colour_by.activated.connect(self._coloured)
        label = QLabel("&Colour by")
        label.setBuddy(self.colour_by)
        self.scale = QLineEdit()
        self.scale.setAccessibleName("Scale")
        self.scale.setToolTip("The scale on this screen. Type another, such as 1:100")
        self.scale.setFixedWidth(self.scale.fontMetrics().horizontalAdvance("1:10,000") + 20)
        self.scale.returnPressed.connect(self._typed)
        self.scale.editingFinished.connect(self._follow)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for widget in (
            ScaleBar(view),
            snap,
            gap,
            label,
            self.colour_by,
            _button(actions, "view.zoom-out"),
            self.scale,
            *(_button(actions, id_) for id_ in _BUTTONS),
        ):
            self.addWidget(widget)
        actions.add(*(self._colouring(place, by) for place, by in enumerate(ColourBy, start=1)))
        view.zoom_changed.connect(self._follow)
        plan.colour_by_changed.connect(self._show_colour_by)
        self._follow()

    def _colouring(self, place: int, by: ColourBy) -> Action:
        return Action(
            f"view.colour-by-{by.value}",
            f"Colour desks by {by.words}",
            "View",
            lambda: self._plan.set_colour_by(by),
            f"Ctrl+{place}",
            "palette",
            checked=lambda: self._plan.colour_by is by,
            under="Colour desks by",
        )

    def _coloured(self, place: int) -> None:
        self._plan.set_colour_by(ColourBy(self.colour_by.itemData(place)))

    def _show_colour_by(self) -> None:
        self.colour_by.setCurrentIndex(self.colour_by.findData(self._plan.colour_by))

    def _typed(self) -> None:
        number = scale_from_words(self.scale.text())
        if number is not None:
            self._view.set_scale_number(number)
        self._view.setFocus()

    def _follow(self) -> None:
        self.scale.setText(scale_in_words(self._view.scale_number))


def _button(actions: Actions, id_: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(actions[id_])
    button.setAccessibleName(actions[id_].text())
    return button
