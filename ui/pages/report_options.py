"""What can be chosen on the report page, and what the report will lack."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fastmap.report.audiences import Audience
from ui.pages import registry
from ui.pages.page import quiet
from ui.pages.report_anonymous import AnonymousOptions
from ui.pages.report_chapters import ChaptersCard
from ui.pages.report_choices import KINDS, Choices
from ui.pages.report_presenter import Missing
from ui.theme.theme import current, restyle
from ui.translating import REPORT_LANGUAGES
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.cards import Card, clear
from ui.widgets.check_box import CheckBox
from ui.widgets.fields import ComboBox
from ui.widgets.labels import FactLabel, IconLabel, Label
from ui.widgets.segments import Segments


class Options(QWidget):
    """Audience, edition, language, chapters, folder and kinds; below them what is not recorded yet."""

    audience_chosen = Signal(str)
    edition_chosen = Signal(bool)
    """Whether anonymous."""
    language_chosen = Signal(str)
    kinds_chosen = Signal(tuple)
    annex_chosen = Signal(bool)
    kinds_wanted = Signal()
    """Write the kinds that are ticked, without a pack."""
    k_chosen = Signal(int)
    """How many members a figure of the anonymous edition rests on at least."""
    texts_wanted = Signal()
    folder_wanted = Signal()
    page_wanted = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Make the cards."""
        super().__init__(parent)
        self._missing: tuple[Missing, ...] | None = None
        self._is_anonymous = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 10, 4)
        self._column.setSpacing(12)
        self._column.addWidget(self._reader_card())
        self.chapters = ChaptersCard(parent=self)
        self._column.addWidget(self.chapters)
        self._column.addWidget(self._files_card())
        self._column.addWidget(self._missing_card())
        self._column.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Leave the height to the width."""
        return QSize(current().px(240), 0)

    def _reader_card(self) -> Card:
        card = Card("reportReader", parent=self)
        self.audience_label = Label("heading", parent=card)
        self.audience = ComboBox("reportAudience", parent=card)
        self.audience_label.setBuddy(self.audience)
        self.edition = Segments("reportEdition", ("named", "anonymous"), parent=card)
        self.edition_help = Label("secondary", wrap=True, parent=card)
        self.language_label = Label("key", parent=card)
        self.language = ComboBox("reportLanguage", parent=card)
        self.language_label.setBuddy(self.language)
        self.language.set_choices(list(REPORT_LANGUAGES.items()))
        self.privacy = AnonymousOptions(parent=card)
        self.privacy.k_chosen.connect(self.k_chosen)
        self.privacy.texts_wanted.connect(self.texts_wanted)
        card.body.addLayout(_side_by_side(self.audience_label, self.audience))
        card.body.addWidget(self.edition)
        card.body.addWidget(self.edition_help)
        card.body.addWidget(self.privacy)
        card.body.addLayout(_side_by_side(self.language_label, self.language))
        self.audience.activated.connect(lambda: self.audience_chosen.emit(self.audience.currentData()))
        self.edition.chosen.connect(lambda key: self.edition_chosen.emit(key == "anonymous"))
        self.language.activated.connect(lambda: self.language_chosen.emit(self.language.currentData()))
        return card

    def _files_card(self) -> Card:
        card = Card("reportFiles", parent=self)
        self.files_title = Label("heading", parent=card)
        card.body.addWidget(self.files_title)
        card.body.setSpacing(2)
        self._add_folder(card)
        self.kinds_title = Label("key", wrap=True, parent=card)
        card.body.addSpacing(6)
        card.body.addWidget(self.kinds_title)
        self.kinds: dict[str, CheckBox] = {}
        self._indents: list[Label] = []
        self.kind_help: dict[str, Label] = {}
        for kind in KINDS:
            self.kinds[kind], self.kind_help[kind] = self._tick(card, f"reportKind_{kind}")
            self.kinds[kind].toggled.connect(self._announce_kinds)
        card.body.addSpacing(6)
        self.annex, self.annex_help = self._tick(card, "reportAnnex")
        self.annex.toggled.connect(self.annex_chosen)
        current().changed.connect(self._indent)
        self._indent()
        self.writing_kinds = Button("writeReports", "file-arrow-down", parent=card)
        self.writing_kinds.clicked.connect(self.kinds_wanted)
        card.body.addSpacing(6)
        card.body.addWidget(self.writing_kinds, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _add_folder(self, card: Card) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("folder", 18, parent=card))
        self.folder = FactLabel("body", parent=card)
        self.folder.setObjectName("reportFolder")
        row.addWidget(self.folder, 1)
        self.choosing = Button("chooseReportFolder", parent=card)
        row.addWidget(self.choosing)
        card.body.addLayout(row)
        self.folder_hint = Label("secondary", wrap=True, parent=card)
        card.body.addWidget(self.folder_hint)
        self.choosing.clicked.connect(self.folder_wanted)

    def _tick(self, card: Card, name: str) -> tuple[CheckBox, Label]:
        box, words = CheckBox(name, parent=card), Label("secondary", wrap=True, parent=card)
        self._indents.append(words)
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(box)
        pair.addWidget(words)
        pair.setContentsMargins(0, 0, 0, 0)
        card.body.addLayout(pair)
        return box, words

    def _missing_card(self) -> Card:
        self.missing_card = Card("reportMissing", parent=self)
        self.missing_title = Label("heading", wrap=True, parent=self.missing_card)
        self.missing_card.body.addWidget(self.missing_title)
        self._missing_rows = QVBoxLayout()
        self._missing_rows.setSpacing(10)
        self.missing_card.body.addLayout(self._missing_rows)
        return self.missing_card

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_choices(self, choices: Choices, edition_help: str) -> None:
        """Show what is chosen; emits nothing."""
        self.audience.choose(choices.audience)
        self.chapters.show_choices(choices)
        self.edition.choose("anonymous" if choices.anonymous else "named")
        self.edition_help.setText(edition_help)
        restyle(self.edition_help, complaint="true" if choices.names_are_unusual else "false")
        self.privacy.setVisible(choices.anonymous)
        self.language.choose(choices.language)
        with quiet(*self.kinds.values(), self.annex):
            for kind, box in self.kinds.items():
                box.setChecked(kind in choices.kinds)
            self.annex.setChecked(choices.annex)
        self.annex.setEnabled(not choices.anonymous)
        self._is_anonymous = choices.anonymous
        self._say_annex()
        self.folder.set_fact(str(choices.folder))
        is_there = choices.folder.is_dir()
        self.folder_hint.setText(
            self.tr("A pack is a folder in it. What you changed in an older one is kept.")
            if is_there
            else self.tr("This folder is not there any more. Choose another one.")
        )
        restyle(self.folder_hint, complaint="false" if is_there else "true")

    def show_missing(self, missing: tuple[Missing, ...]) -> None:
        """Name what is not recorded yet, with the way there; without answers that comes before everything else."""
        self.missing_card.setVisible(bool(missing))
        if missing == self._missing:
            return
        self._missing = missing
        self._column.removeWidget(self.missing_card)
        comes_first = any(part.page == "needs" for part in missing)
        self._column.insertWidget(0 if comes_first else 3, self.missing_card)
        clear(self._missing_rows)
        for part in missing:
            box = QVBoxLayout()
            box.setSpacing(0)
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(Label("key", part.what, wrap=True, parent=self.missing_card), 1)
            link = LinkButton(f"reportTo_{part.page}", "arrow-right", parent=self.missing_card)
            title = registry.step(part.page).title
            link.setText(title)
            link.setAccessibleName(self.tr("Go to {step}").replace("{step}", title))
            link.clicked.connect(lambda _=False, page=part.page: self.page_wanted.emit(page))
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
            box.addLayout(row)
            box.addWidget(Label("secondary", part.consequence, wrap=True, parent=self.missing_card))
            self._missing_rows.addLayout(box)

    def retranslate(self) -> None:
        """Set every text."""
        self._missing = None
        self.audience_label.setText(self.tr("Who reads it"))
        self.audience.set_choices(
            [
                (Audience.BOARD, self.tr("Board")),
                (Audience.MEMBERS, self.tr("Members")),
                (Audience.FUNDER, self.tr("Funder")),
                (Audience.PUBLIC, self.tr("Public")),
            ],
            self.audience.currentData(),
        )
        self.edition.set_words(self.tr("Edition"), {"named": self.tr("Named"), "anonymous": self.tr("Anonymous")})
        self.privacy.retranslate()
        self.language_label.setText(self.tr("Language"))
        self.language.setAccessibleName(self.tr("Language of the report"))
        self.files_title.setText(self.tr("Folder"))
        self.kinds_title.setText(self.tr("Single files, named after the cluster"))
        self.writing_kinds.setText(self.tr("Write only these"))
        self.writing_kinds.setAccessibleName(self.tr("Write only the files that are ticked"))
        words = {
            "pdf": (self.tr("PDF"), self.tr("To read and print")),
            "excel": (self.tr("Excel workbook"), self.tr("Every table and figure, to check")),
            "word": (self.tr("Word files"), self.tr("Board paper, introduction mails, minutes, application")),
            "pictures": (self.tr("Pictures"), self.tr("Each chart for slides (PNG, SVG)")),
            "csv": (self.tr("CSV tables"), self.tr("For statistics programs")),
            "json": (self.tr("JSON data"), self.tr("All results for other programs")),
        }
        for kind, (name, help_words) in words.items():
            self.kinds[kind].setText(name)
            self.kinds[kind].setAccessibleDescription(help_words)
            self.kind_help[kind].setText(help_words)
        self.annex.setText(self.tr("Confidential annex for audit"))
        self._say_annex()
        self.choosing.setText(self.tr("Choose"))
        self.choosing.setAccessibleName(self.tr("Choose the folder for the reports"))
        self.missing_title.setText(self.tr("Not in the report yet"))

    def _say_annex(self) -> None:
        words = (
            self.tr("Never together with an anonymous edition: it names every participant.")
            if self._is_anonymous
            else self.tr("Participants, registration numbers, SME status, hours: for the auditor alone")
        )
        self.annex_help.setText(words)
        self.annex.setAccessibleDescription(words)

    def _announce_kinds(self) -> None:
        self.kinds_chosen.emit(tuple(kind for kind, box in self.kinds.items() if box.isChecked()))

    def _indent(self) -> None:
        for words in self._indents:
            words.setContentsMargins(current().px(27) + 2, 0, 0, 0)


def _side_by_side(label: Label, box: ComboBox) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(label, 1)
    row.addWidget(box)
    return row
