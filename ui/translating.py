"""The language of the screen: our own ``.ts`` files are read as they are, Qt's own words come from its ``qtbase`` file.

Screen texts stand in the code in English (`self.tr`, `QCoreApplication.translate`); translations lie in
``resources/translations/<language>/<subject>.ts``, one file per subject, so that pages can be translated side by side.
English has files for plural forms only. There are no compiled files: reading takes a few milliseconds, and what works
in the repository works in the wheel (decision 0081).
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

TRANSLATIONS = Path(__file__).resolve().parents[1] / "resources" / "translations"

LANGUAGES: dict[str, str] = {"en": "English", "es": "Español"}
"""Code → the language's own name. A language belongs here when its texts are complete."""
REPORT_LANGUAGES: dict[str, str] = {
    **LANGUAGES,
    "de": "Deutsch",
    "fr": "Français",
    "it": "Italiano",
    "hu": "Magyar",
    "ro": "Română",
}
"""Languages of reports and assessments: `fastmap.catalogue.texts.report_languages`, named likewise."""

_Forms = tuple[str, ...]


class ScreenTranslator(QTranslator):
    """Answers all of Qt's questions for translations in the language in force; installed once, then switched.

    One translator instead of several: each that is installed would make every open widget set its texts again.
    """

    def __init__(self) -> None:
        """Begin with the texts as they stand in the code."""
        super().__init__()
        self._forms: dict[tuple[str, str, str], _Forms] = {}
        self._by_text: dict[tuple[str, str], _Forms] = {}
        self._words_of_qt: QTranslator | None = None
        self._unread: list[Path] = []
        self._only_plurals = True

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name; an empty translator would not be asked again
        """Say that there may be something to answer with."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """Return the translation, in the plural form for ``n`` where it has several; ``None`` where there is none."""
        if n < 0 and self._only_plurals:
            return None
        if self._unread:
            self._read_files()
        forms = self._forms.get((context, sourceText, disambiguation or ""))
        if forms is None:
            # `self.tr` asks with the class of the object, the files name the class whose code holds the text.
            forms = self._by_text.get((sourceText, disambiguation or ""))
        if forms:
            # English, Spanish and their neighbours: one form for one, another for everything else.
            return forms[0] if n == 1 or len(forms) == 1 else forms[-1]
        if self._words_of_qt is not None:
            return self._words_of_qt.translate(context, sourceText, disambiguation, n) or None
        return None

    def read(self, files: list[Path], words_of_qt: QTranslator | None, *, only_plurals: bool = False) -> None:
        """Answer from ``files`` from now on; unfinished and obsolete entries are left out.

        They are read at the first question they may answer. With ``only_plurals`` (English) that is the first about a
        number, so that the first paint does not wait for them.
        """
        self._forms, self._by_text, self._words_of_qt = {}, {}, words_of_qt
        self._unread, self._only_plurals = files, only_plurals

    def _read_files(self) -> None:
        files, self._unread = self._unread, []
        for file in files:
            self._read(file)

    def _read(self, file: Path) -> None:
        from xml.etree import ElementTree as ET  # our own files; only needed where a language has any

        for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
            name = context.findtext("name") or ""
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is None or translation.get("type") is not None:
                    continue
                plural = [form.text or "" for form in translation.iter("numerusform")]
                forms = tuple(plural or [translation.text or ""])
                if all(forms):
                    source, comment = message.findtext("source") or "", message.findtext("comment") or ""
                    self._forms[name, source, comment] = forms
                    self._by_text.setdefault((source, comment), forms)


class ScreenLanguage:
    """The language in force."""

    def __init__(self) -> None:
        """Begin with the texts as they stand in the code."""
        self.code = "en"
        self.translator = ScreenTranslator()

    def start(self, code: str) -> None:
        """Use ``code`` before the first widget is made."""
        self._read(code)
        QCoreApplication.installTranslator(self.translator)

    def switch(self, code: str) -> None:
        """Show everything in another language; open widgets get `QEvent.LanguageChange`, once."""
        from PySide6.QtCore import QEvent  # its hundreds of names are not for the first paint to wait for

        self._read(code)
        app = QCoreApplication.instance()
        assert app is not None  # there are widgets to switch
        QCoreApplication.sendEvent(app, QEvent(QEvent.Type.LanguageChange))

    def _read(self, code: str) -> None:
        self.code = code if code in LANGUAGES else "en"
        QLocale.setDefault(QLocale(self.code))
        files = sorted((TRANSLATIONS / self.code).glob("*.ts"))
        self.translator.read(files, _words_of_qt(self.code), only_plurals=self.code == "en")


def _words_of_qt(code: str) -> QTranslator | None:
    """Return the words of Qt's own dialogs; English ones are built in."""
    if code == "en":
        return None
    from PySide6.QtCore import QLibraryInfo

    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator if translator.load(f"qtbase_{code}", folder) else None


def language_of_system() -> str:
    """Return the system's language where we speak it, else English."""
    code = QLocale.system().name().split("_")[0]
    return code if code in LANGUAGES else "en"


def locale() -> QLocale:
    """Return how the screen writes numbers and dates."""
    return QLocale()


def clock_time(moment: datetime) -> str:
    """Return the time of day, such as 10:42: everybody whom fastmap speaks to reads 24 hours."""
    return f"{moment:%H:%M}"
