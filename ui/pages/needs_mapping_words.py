"""The words of the mapping assistant: what a column can be, what a sheet looks like, how answers are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.translating import locale

if TYPE_CHECKING:
    from fastmap.intake.survey_judging import SheetKind
    from fastmap.intake.survey_plan import Role


class SurveyWords(QObject):
    """Words in the language of the screen; made anew where they are needed."""

    def roles(self) -> dict[str, str]:
        """Return what a column can be, by role, in the order of the list."""
        return {
            "ignored": self.tr("Left aside"),
            "skill": self.tr("Skills needed"),
            "rated": self.tr("One skill: needed or not"),
            "member_name": self.tr("Name of the organisation"),
            "member_code": self.tr("Member code"),
            "respondent_id": self.tr("Number of the answer"),
            "received": self.tr("When it was answered"),
            "language": self.tr("Language of the answer"),
            "short_now": self.tr("People short today"),
            "short_12m": self.tr("People short in 12 months"),
            "short_36m": self.tr("People short in three years"),
            "job": self.tr("For which job"),
            "level": self.tr("Level of the skill"),
            "consequence": self.tr("What happens without it"),
            "hiring": self.tr("Tried to hire"),
            "hiring_reason": self.tr("Why hiring was hard"),
            "provision": self.tr("Training nearby"),
            "joint_people": self.tr("People for joint training"),
            "unused": self.tr("Skills unused"),
            "rated_unused": self.tr("One skill: unused or not"),
            "unused_people": self.tr("People with an unused skill"),
            "respondent_role": self.tr("Role of the respondent"),
            "people_total": self.tr("People at the site"),
            "paid_training": self.tr("Paid for training"),
            "barrier": self.tr("Barrier to training"),
            "consent_contact": self.tr("May be contacted"),
            "consent_naming": self.tr("May be named"),
            "offer_interns": self.tr("Offers: interns"),
            "offer_trainer": self.tr("Offers: a trainer"),
            "offer_course": self.tr("Offers: open courses"),
            "link_name": self.tr("Partner: name"),
            "link_type": self.tr("Partner: what it is"),
            "link_kind": self.tr("Partner: what is done together"),
            "remarks": self.tr("Remarks"),
        }

    def role(self, role: Role) -> str:
        """Return the words of one role."""
        return self.roles()[role.value]

    def kind(self, kind: SheetKind) -> str:
        """Return what a sheet looks like, in a word or two."""
        return {
            "answers": self.tr("may hold answers"),
            "statistics": self.tr("statistics"),
            "text": self.tr("text"),
            "empty": self.tr("empty"),
        }[kind.value]

    def warning(self, kind: SheetKind, sheet: str) -> str:
        """Return why a sheet gives no answers, or ""."""
        name = sheet or self.tr("This file")
        return {
            "answers": "",
            "statistics": self.tr(
                "“{name}” holds statistics: totals and shares of many respondents. What can be taken are answers, "
                "one row per respondent."
            ),
            "text": self.tr("“{name}” holds text or a list of contents, no answers with one row per respondent."),
            "empty": self.tr("“{name}” is empty."),
        }[kind.value].replace("{name}", name)

    def separators(self) -> dict[str, str]:
        """Return what separates several skills in a cell, by mark."""
        return {
            "\n": self.tr("Line break"),
            ";": self.tr("Semicolon"),
            ",": self.tr("Comma"),
            "/": self.tr("Slash"),
            "|": self.tr("Vertical bar"),
            " ": self.tr("Blank"),
        }

    def delimiters(self) -> dict[str, str]:
        """Return what separates the fields of a text file, by mark."""
        return {
            ",": self.tr("Comma"),
            ";": self.tr("Semicolon"),
            "\t": self.tr("Tab"),
            "|": self.tr("Vertical bar"),
        }

    def encodings(self) -> dict[str, str]:
        """Return the encodings of text files."""
        return {
            "utf-8": "UTF-8",
            "utf-16": "UTF-16",
            "cp1252": self.tr("Windows, Western Europe"),
            "cp1250": self.tr("Windows, Central Europe"),
            "iso8859-2": "ISO 8859-2",
            "latin-1": "ISO 8859-1",
            "iso8859-15": "ISO 8859-15",
            "mac-roman": self.tr("Mac"),
        }

    def answers(self, count: int) -> str:
        """Return "12 answers"."""
        return self.tr("%n answer(s)", "", count)

    def needs(self, count: int) -> str:
        """Return "12 needs"."""
        return self.tr("%n need(s)", "", count)

    def problems(self, count: int) -> str:
        """Return "12 cells to look at"."""
        return self.tr("%n cell(s) to look at", "", count)

    def size(self, rows: int, columns: int) -> str:
        """Return "261 × 62"."""
        return f"{locale().toString(rows)} × {locale().toString(columns)}"


def screen_language() -> str:
    """Return the code of the language of the screen."""
    return locale().name()[:2]


def language_names(codes: tuple[str, ...]) -> dict[str, str]:
    """Return the names of languages in the language of the screen."""
    from fastmap.texts import locale_of

    names = locale_of(screen_language()).languages
    return {code: str(names.get(code, code)).capitalize() for code in codes}
