"""What is chosen on the report page, and how this computer remembers it for each assessment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from fastmap.report.audiences import (
    ALWAYS,
    CHOICES,
    USUAL,
    Audience,
    Selection,
    names_are_unusual,
    select,
    usual_chapters,
)
from ui.settings import Settings
from ui.translating import REPORT_LANGUAGES

if TYPE_CHECKING:
    from ui.session import Session

KINDS = ("pdf", "excel", "word", "pictures", "csv", "json")
"""What can be written by itself, as `exports.together` names it."""
_USUAL_KINDS = ("pdf", "excel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """For whom, what is shown, what is to be written, and where."""

    audience: Audience
    anonymous: bool
    chapters: frozenset[str]
    language: str
    kinds: tuple[str, ...]
    folder: Path
    annex: bool = False
    """Whether the confidential annex is written as well. Chosen anew each time, and never with an anonymous edition."""

    @property
    def selection(self) -> Selection:
        """What the report shows."""
        return select(self.audience, only=self.chapters)

    @property
    def are_chapters_usual(self) -> bool:
        """Whether the chapters are those that the audience usually gets."""
        return self.chapters == frozenset(usual_chapters(self.audience))

    @property
    def names_are_unusual(self) -> bool:
        """Whether firms are named before people for whom names were never meant."""
        return names_are_unusual(self.audience, anonymous=self.anonymous)

    def with_chapters(self, chapters: Iterable[str]) -> Choices:
        """Return the choices with other chapters; those that every report has stay."""
        return replace(self, chapters=frozenset({*chapters, *ALWAYS}))


class ChoiceMemory:
    """Keeps the choices of one assessment in the settings: edition and chapters for each audience by itself."""

    def __init__(self, session: Session) -> None:
        """Remember for the assessment that ``session`` has open."""
        self._session = session
        self._settings = Settings()

    def remembered(self, audience: Audience | None = None) -> Choices:
        """Return what was chosen last for this assessment and ``audience`` (the last one where ``None``)."""
        reader = audience or self._audience()
        language, known = self._choice("language"), self._choice("kinds").split()
        info = self._session.state.snapshot.info
        return Choices(
            audience=reader,
            anonymous=USUAL[reader].anonymous or self._choice(f"edition_{reader}") == "anonymous",
            chapters=self._chapters(reader),
            language=language if language in REPORT_LANGUAGES else str(info.language),
            kinds=tuple(kind for kind in KINDS if kind in known) or _USUAL_KINDS,
            folder=self._folder(),
        )

    def remember(self, choices: Choices, *, folder_chosen: bool) -> None:
        """Keep ``choices`` for the next time.

        Never names for an audience that usually gets none: that is to be chosen each time. Of chapters only what
        differs from the usual ones is kept, so that a chapter that comes with a later version is there.
        """
        reader, usual = choices.audience, frozenset(usual_chapters(choices.audience))
        self._keep("audience", reader)
        self._keep(f"edition_{reader}", "anonymous" if choices.anonymous else "")
        changed = [f"+{key}" for key in sorted(choices.chapters - usual)]
        changed += [f"-{key}" for key in sorted(usual - choices.chapters)]
        self._keep(f"chapters_{reader}", " ".join(changed))
        self._keep("language", choices.language)
        self._keep("kinds", " ".join(choices.kinds))
        if folder_chosen:
            self._keep("folder", str(choices.folder))

    def _audience(self) -> Audience:
        known = self._choice("audience")
        return Audience(known) if known in list(Audience) else Audience.FUNDER

    def _chapters(self, audience: Audience) -> frozenset[str]:
        changed = self._choice(f"chapters_{audience}").split()
        added = {key[1:] for key in changed if key.startswith("+")} & set(CHOICES)
        without = {key[1:] for key in changed if key.startswith("-")} - set(ALWAYS)
        return frozenset((set(usual_chapters(audience)) | added) - without)

    def _folder(self) -> Path:
        """Return the folder chosen for this assessment, else the one its file lies in."""
        from fastmap.places import user_data_folder

        chosen = self._choice("folder")
        if chosen and Path(chosen).is_dir():
            return Path(chosen)
        beside = self._session.state.path.parent
        if beside.is_relative_to(user_data_folder()):  # the sample: nobody would look for a report there
            return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return beside

    def _choice(self, name: str) -> str:
        return self._settings.choice(self._key(name))

    def _keep(self, name: str, value: str) -> None:
        self._settings.set_choice(self._key(name), value)

    def _key(self, name: str) -> str:
        return f"report/{name}_{self._session.state.snapshot.info.id}"
