"""What the form of the grant does with entries, and with a picture that is to be the logo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fastmap.errors import FastmapError
from fastmap.tasks.grant import DAYS, LONGEST, LONGEST_FACT, with_facts
from fastmap.tasks.grant import TEXT_FACTS as _FACTS

if TYPE_CHECKING:
    from pathlib import Path

    from fastmap.model.grant import Logo
    from fastmap.progress import ProgressListener
    from ui.session import Session

TEXT_FACTS = dict.fromkeys(_FACTS, LONGEST_FACT) | LONGEST
"""Fact that is a text → the most characters it may have."""

__all__ = ["DAYS", "TEXT_FACTS", "GrantPresenter"]


class GrantPresenter(QObject):
    """Records facts one by one; the names are those of `Grant`."""

    said = Signal(str, str)
    changed = Signal()
    """Something that the form shows is different: a picture is being read, or was."""

    def __init__(self, session: Session, *, parent: QObject) -> None:
        """Work on what ``session`` has open."""
        super().__init__(parent)
        self._session = session
        self.unclear: dict[str, str] = {}
        """Fact → why what stands in its field was not recorded."""
        self.is_reading = False

    def enter(self, name: str, text: str) -> None:
        """Record what was typed, or note in `unclear` why not."""
        from fastmap.changes import SetGrant

        self.unclear.pop(name, None)
        grant = self._session.state.snapshot.grant
        try:
            now = with_facts(grant, {name: text})
        except FastmapError as error:
            self.unclear[name] = self._session.state.texts.say(error.message)
            return
        if now != grant:
            self._session.apply(SetGrant(grant=now))

    def read_logo(self, path: Path) -> None:
        """Read a picture in a thread and put it on the cover; what is wrong with it is said."""
        state = self._session.state
        assessment, known = state.path, state.snapshot.logo
        words = known.alternative if known is not None else state.snapshot.cluster.name

        def read(_: ProgressListener) -> Logo:
            from fastmap.intake.logo import read_logo

            return read_logo(path, alternative=words, open_files=self._session.assessment.open_files)

        self.is_reading = True
        job = self._session.pool.start(read)
        job.done.connect(lambda logo: self._put(assessment, logo))
        job.failed.connect(self._complain)
        job.finished.connect(self._end)
        self.changed.emit()

    def describe_logo(self, words: str) -> None:
        """Record what the logo shows; without words the old ones stay."""
        logo, said = self._session.state.snapshot.logo, " ".join(words.split())
        if logo is not None and said and said != logo.alternative:
            self._set_logo(replace(logo, alternative=said))

    def remove_logo(self) -> None:
        """Take the logo off the cover."""
        self._set_logo(None)

    def _put(self, assessment: Path, logo: Logo) -> None:
        if self._session.is_open and self._session.state.path == assessment:
            self._set_logo(logo)

    def _set_logo(self, logo: Logo | None) -> None:
        from fastmap.changes import SetLogo

        if logo != self._session.state.snapshot.logo:
            self._session.apply(SetLogo(logo=logo))

    def _complain(self, error: FastmapError) -> None:
        if self._session.is_open:
            self.said.emit("bad", self._session.state.texts.say(error.message))

    def _end(self) -> None:
        self.is_reading = False
        self.changed.emit()
