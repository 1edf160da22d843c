"""Opening a file in which an erasure was begun and not ended: that is ended first, in a thread, and the window says so.

Every backup is written anew for it, which may take minutes. Opening would do it, too, with the window standing still.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.plain_text import isolated
from ui.work import Pool

if TYPE_CHECKING:
    from fastmap.progress import ProgressListener
    from fastmap.store.erasing_elsewhere import Cleaned
    from ui.frame.window import MainWindow


class ErasureFirst(QObject):
    """Belongs to one window; a file that is opened meanwhile stays open.

    What was begun is ended whatever becomes of the window's own file, and whoever remembers names hears of it. So it has
    threads of its own: those of the session are abandoned with the file that is open.
    """

    def __init__(self, window: MainWindow) -> None:
        """Wait for `begin`."""
        super().__init__(window)
        self._window = window
        self._pool = Pool(self)
        self._under_way: set[Path] = set()
        self._wanted: Path | None = None
        """What is to be opened once it is ended there."""
        window.session.opened.connect(self._give_up_opening)

    def begin(self, path: Path) -> bool:
        """End what was begun in ``path`` and open it then; ``False``: nothing was begun there, so far as one can see."""
        from fastmap.assessment import Assessment

        place = path.absolute().resolve()
        is_under_way = place in self._under_way
        if not is_under_way and (self._window.session.has_open(path) or not Assessment.may_finish_erasing(path)):
            return False
        self._wanted = place
        words = self.tr("An erasure that was begun in {file} is being ended; then the file opens.")
        self._window.say("neutral", words.replace("{file}", isolated(path.name)))
        if not is_under_way:
            self._end_aside(path, place)
        return True

    def wait(self, seconds: float) -> None:
        """Give what is under way so long to end, and tell of it; the window closes."""
        self._give_up_opening()
        self._pool.wait(seconds)

    def _end_aside(self, path: Path, place: Path) -> None:
        from fastmap.assessment import Assessment

        def finish(_: ProgressListener) -> Cleaned | None:
            with Assessment.open(path) as assessment:
                return assessment.erased_at_opening

        self._under_way.add(place)
        job = self._pool.start(finish)
        job.done.connect(lambda cleaned: self._go_on(path, place, cleaned))
        job.failed.connect(lambda _: self._go_on(path, place, None))  # opening says why
        job.finished.connect(lambda: self._under_way.discard(place))  # also after a mistake of ours

    def _go_on(self, path: Path, place: Path, cleaned: Cleaned | None) -> None:
        self._under_way.discard(place)
        if cleaned is not None:
            self._window.session.erased.emit(cleaned)
        is_wanted = self._wanted == place
        if is_wanted:
            self._wanted = None
            self._window.open_now(path)
        if cleaned is not None and (self._window.session.is_open or not is_wanted):
            self._window.say(*self._outcome(path, cleaned))

    def _outcome(self, path: Path, cleaned: Cleaned) -> tuple[str, str]:
        done = self.tr("The erasure that was begun in {file} is ended.").replace("{file}", isolated(path.name))
        files = (*cleaned.left, *cleaned.unread)
        if not files:
            return "good", done
        rest = self.tr("%n file(s) may still hold the name: {files}.", "", len(files))
        return "warn", f"{done} {rest.replace('{files}', ', '.join(isolated(str(one)) for one in files))}"

    def _give_up_opening(self) -> None:
        self._wanted = None
