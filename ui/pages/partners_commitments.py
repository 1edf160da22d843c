"""Commitments: who promised what, by when, and how far it is; late ones stand out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fastmap.model.choices import CommitmentKind, CommitmentState
from fastmap.model.ids import CommitmentId
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Commitment
from fastmap.texts import sentence_case
from ui.pages.partners_commitment_card import CommitmentCard
from ui.pages.partners_commitments_table import CommitmentTable
from ui.widgets.completion import Suggestion
from ui.widgets.labels import Label
from ui.widgets.table import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastmap.changes import Change
    from fastmap.tasks.commitments import PastedCommitments
    from ui.session import Session, SessionState
    from ui.widgets.table import Paste

TONES = {
    CommitmentState.PROMISED: "neutral",
    CommitmentState.UNDER_WAY: "regional",
    CommitmentState.KEPT: "good",
    CommitmentState.DROPPED: "lt",
}
_MOST_SUGGESTED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow:
    """One line of the table, in words."""

    id: str
    who: str
    what: str
    kind: str
    due: date | None
    due_words: str
    state: str
    tone: str
    evidence: str


class CommitmentsView(QWidget):
    """A table that is typed into; below it a line that counts."""

    said = Signal(str, str)
    """Tone and sentence for the page to say."""

    def __init__(self, session: Session, *, parent: QWidget) -> None:
        """Show the commitments of what ``session`` has open."""
        super().__init__(parent)
        self.setObjectName("commitmentsView")
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.balance = Label("body", wrap=True, parent=self)
        self.balance.setObjectName("commitmentsBalance")
        column.addWidget(self.balance)
        self.table = CommitmentTable("commitmentTable", self._columns(), lambda row: row.id, parent=self)
        column.addWidget(self.table, 1)
        self.card = CommitmentCard(parent=self)
        column.addWidget(self.card)
        self.table.row_chosen.connect(self._show_card)
        self.card.evidence_typed.connect(self._note_evidence)
        self.table.cell_edited.connect(self._edit)
        self.table.row_added.connect(self._add)
        self.table.pasted.connect(self._paste)
        self.table.delete_wanted.connect(self._remove)
        self.table.cells_cleared.connect(self._clear)
        self.table.completion_wanted.connect(self._suggest)

    def _columns(self) -> tuple[Column[CommitmentRow], ...]:
        return (
            Column[CommitmentRow](key="what", text=lambda row: row.what, role="key", stretch=True, editable=True),
            Column[CommitmentRow](key="who", text=lambda row: row.who, width=190, editable=True, completes=True),
            Column[CommitmentRow](
                key="kind",
                text=lambda row: row.kind,
                width=150,
                editable=True,
                choices=lambda _: self._choices(CommitmentKind, "commitment_kind"),
            ),
            Column[CommitmentRow](
                key="due",
                text=lambda row: row.due_words,
                sort=lambda row: row.due,
                width=110,
                editable=True,
                edit_text=lambda row: "" if row.due is None else row.due.isoformat(),
            ),
            Column[CommitmentRow](
                key="state",
                text=lambda row: row.state,
                tone=lambda row: row.tone,
                width=130,
                editable=True,
                choices=lambda _: self._choices(CommitmentState, "commitment_state"),
            ),
            Column[CommitmentRow](
                key="evidence", text=lambda row: row.evidence, role="secondary", width=170, editable=True
            ),
        )

    def _choices(self, choice: type[CommitmentKind | CommitmentState], family: str) -> list[tuple[object, str]]:
        return [(one, sentence_case(self._session.texts.term(f"{family}.{one}"))) for one in choice]

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show what is recorded now."""
        today = date.today()  # noqa: DTZ011 - late by the calendar on the wall
        promised = state.snapshot.commitments
        self.table.set_rows([self._row(state, one, today) for one in promised])
        self.table.rows.set_adding("what", self.tr("Type what somebody committed to") if state.can_edit else "")
        late = sum(one.is_late(today) for one in promised)
        kept = sum(one.state is CommitmentState.KEPT for one in promised)
        words = self.tr("%n commitment(s) recorded", "", len(promised))
        if promised:
            # Apart from the string around them: texts inside one are not found for translating.
            kept_words, late_words = self.tr("%n kept", "", kept), self.tr("%n late", "", late)
            words = f"{words} · {kept_words} · {late_words}"
        else:
            words = self.tr(
                "A pact for skills lives on what each partner promises: places, trainers, money, time. Record it here in "
                "the workshop, and look at it again at the next meeting."
            )
        self.balance.setText(words)
        if not self.table.chosen_row and promised:
            self.table.choose(promised[0].id, "what")
        self._show_card()

    def _show_card(self) -> None:
        chosen = self.table.chosen_row
        row = next((one for one in self.table.rows.shown if one.id == chosen), None)
        self.card.show_row(row, can_edit=self._session.state.can_edit)

    def _row(self, state: SessionState, one: Commitment, today: date) -> CommitmentRow:
        from fastmap.tasks.commitments import promised_by

        is_late = one.is_late(today)
        return CommitmentRow(
            id=one.id,
            who=promised_by(state.snapshot, one),
            what=one.what,
            kind="" if one.kind is None else sentence_case(state.texts.term(f"commitment_kind.{one.kind}")),
            due=one.due,
            due_words="" if one.due is None else state.texts.date(one.due),
            state=self.tr("Late") if is_late else sentence_case(state.texts.term(f"commitment_state.{one.state}")),
            tone="warn" if is_late else TONES[one.state],
            evidence=one.evidence or "",
        )

    # --- what a person does -------------------------------------------------------------------------------------------

    def _commitment(self, row: str) -> Commitment | None:
        return next((one for one in self._session.state.snapshot.commitments if one.id == row), None)

    def _edit(self, row: str, column: str, value: object) -> None:
        one = self._commitment(row)
        if one is not None and (edited := self._edited(one, column, value)) not in (None, one):
            self._save(edited)
        else:
            self.show_state(self._session.state)

    def _note_evidence(self, row: str, text: str) -> None:
        one = self._commitment(row)
        if one is not None and text.strip() != (one.evidence or ""):
            self._edit(row, "evidence", text)

    def _edited(self, one: Commitment, column: str, value: object) -> Commitment | None:
        from fastmap.tasks.commitments import with_cell
        from fastmap.tasks.typed import NotUnderstoodError

        if isinstance(value, CommitmentKind | CommitmentState):
            changes: dict[str, Any] = {column: value}
            return replace(one, **changes)
        text = value.title if isinstance(value, Suggestion) else str(value)
        try:
            return with_cell(self._session.state.snapshot, one, column, text)
        except NotUnderstoodError:
            if text.strip():
                self.said.emit("warn", self._not_understood(column).replace("{text}", text))
            return None

    def _not_understood(self, column: str) -> str:
        match column:
            case "due":
                return self.tr(
                    "“{text}” is no date. Nothing was changed. Write 1/3/2027, 2027-03-01, or 3/2027 for its last day."
                )
            case "kind":
                return self.tr("“{text}” is no kind of commitment. Nothing was changed.")
            case "state":
                return self.tr("“{text}” is no state of a commitment. Nothing was changed.")
        return self.tr("“{text}” was not understood. Nothing was changed.")

    def _save(self, *commitments: Commitment | None) -> bool:
        from fastmap.changes import SaveCommitments

        return self._apply(SaveCommitments(commitments=tuple(one for one in commitments if one is not None)))

    def _apply(self, change: Change) -> bool:
        return self._session.apply(change) is not None

    def _add(self, entered: object) -> None:
        from fastmap.tasks.commitments import new_commitment

        new = new_commitment(self._session.state.snapshot, str(entered))
        if new.what and self._save(new):
            self.show_state(self._session.state)
            self.table.choose(new.id, "who")

    def _clear(self, cells: Sequence[tuple[str, str]]) -> None:
        edited = {row: one for row, _ in cells if (one := self._commitment(row)) is not None}
        for row, column in cells:
            if row in edited and column in ("who", "kind", "due", "evidence"):
                edited[row] = self._edited(edited[row], column, "") or edited[row]
        changed = [one for row, one in edited.items() if one != self._commitment(row)]
        if changed:
            self._save(*changed)

    def _remove(self, rows: list[str]) -> None:
        from fastmap.changes import RemoveCommitments

        if rows and self._apply(RemoveCommitments(commitments=tuple(map(CommitmentId, rows)))):
            self.said.emit("good", self.tr("%n commitment(s) removed. Undo brings them back.", "", len(rows)))

    def _paste(self, paste: Paste) -> None:
        from fastmap.tasks.commitments import pasted_commitments

        columns = [column.key for column in self.table.rows.columns]
        meant = columns[columns.index(paste.columns[0]) :]  # where room is short, one column is out of sight
        pasted: PastedCommitments = pasted_commitments(self._session.state.snapshot, paste.grid, meant, paste.rows)
        if pasted.change is not None and not self._apply(pasted.change):
            return
        count = 0 if pasted.change is None else len(pasted.change.commitments)
        words = self.tr("%n commitment(s) pasted.", "", count)
        if pasted.not_understood:
            more = self.tr("%n cell(s) not understood: {texts}.", "", len(pasted.not_understood))
            words = f"{words} {more.replace('{texts}', ', '.join(pasted.not_understood[:3]))}"
        self.said.emit("warn" if pasted.not_understood else "good", words)

    def _suggest(self, _column: str, number: int, typed: str) -> None:
        wanted = text_key(typed)
        found = [one for one in self._session.state.snapshot.partners if wanted in text_key(one.name)]
        texts = self._session.texts
        self.table.offer(
            number,
            [
                Suggestion(value=one.id, title=one.name, detail=sentence_case(texts.term(f"partner_type.{one.type}")))
                for one in found[:_MOST_SUGGESTED]
            ],
        )

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set the texts."""
        self.table.set_titles(
            {
                "what": self.tr("Commitment"),
                "who": self.tr("Who"),
                "kind": self.tr("Kind"),
                "due": self.tr("By when"),
                "state": self.tr("State"),
                "evidence": self.tr("Where it can be seen"),
            }
        )
        self.table.set_words(self.tr("What partners committed to"))
        self.card.retranslate()
