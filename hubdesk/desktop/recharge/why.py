"""`Why`: opens the workings of a recharge's figures, which follow the hub while they stand open."""

from collections.abc import Callable

from hubdesk.charging.workings import Working
from hubdesk.desktop.recharge.live import Live
from hubdesk.desktop.session import Session
from hubdesk.desktop.workings.side import WorkingsSide
from hubdesk.workflows.recharge_figures import FORECAST, Figure
from hubdesk.workflows.recharge_seen import Seen
from hubdesk.workflows.recharge_view import RechargeView, view_of, with_forecast
from hubdesk.workflows.recharge_workings import figure_words, workings_of_all
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.waterfall import workings_of_bar


class Why:
    """Asks a worker for the workings of what `live` shows, and again after every change."""

    def __init__(self, session: Session, live: Live, side: WorkingsSide) -> None:
        self._session, self._live, self._side = session, live, side

    def open(self, figures: tuple[Figure, ...]) -> None:
        """Show why the figure is what it is that `figures` make up together."""
        seen = self._live.seen
        if seen is None or seen.view is None:
            return
        name = seen.name
        words = figure_words(seen.view, figures[0])
        title = words if len(figures) == 1 else f"the agencies listed: {words.partition(': ')[2]}"

        def question() -> Callable[[], Working | None]:
            standing, now = self._session.standing, self._live.seen

            def work() -> Working | None:
                view = _view(standing, name, now, figures)
                known = {None, *(one.id for one in view.agencies)}
                there = [one for one in figures if one.agency in known]
                return workings_of_all(view, title, there) if there else None

            return work

        self._side.follow(title, question)

    def open_bar(self, key: str) -> None:
        """Show what a bar of the waterfall is made of."""
        seen = self._live.seen
        bar = (
            next((one for one in seen.payers.bars if one.key == key), None) if seen and seen.payers else None
        )
        if seen is None or bar is None:
            return
        name = seen.name

        def question() -> Callable[[], Working | None]:
            standing, now = self._session.standing, self._live.seen
            return lambda: workings_of_bar(_view(standing, name, now, ()).run, key)

        self._side.follow(f"{bar.words}, {name}", question)


def _view(standing: Standing, name: str, seen: Seen | None, figures: tuple[Figure, ...]) -> RechargeView:
    """The view that is on screen, if it is of this standing; else another."""
    view = seen.view if seen and seen.standing is standing and seen.name == name else None
    view = view or view_of(standing, name)
    forecast = any(one.heading == FORECAST for one in figures)
    return with_forecast(view, standing) if forecast and view.after is None else view
