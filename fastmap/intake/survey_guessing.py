"""What answers stand for: which ratings count, what separates several skills in a cell, which words are keys of ours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from fastmap.intake.form_definition import FIELD_BY_NAME, Field, FieldKind
from fastmap.intake.form_values import understood
from fastmap.intake.survey_mapping import SEPARATORS
from fastmap.intake.survey_plan import Role
from fastmap.intake.survey_table import ColumnFacts
from fastmap.intake.survey_texts import plain_number, split_skills
from fastmap.intake.survey_words import rating_level
from fastmap.intake.words import words_of, yes_no_words
from fastmap.model.choices import Barrier, Consequence, Hiring, HiringReason, NeedLevel, PartnerType, Provision, TieKind
from fastmap.model.normalise import text_key

CHOICES: Final[Mapping[Role, type[StrEnum]]] = {
    Role.LEVEL: NeedLevel,
    Role.CONSEQUENCE: Consequence,
    Role.HIRING: Hiring,
    Role.HIRING_REASON: HiringReason,
    Role.PROVISION: Provision,
    Role.BARRIER: Barrier,
    Role.LINK_TYPE: PartnerType,
    Role.LINK_KIND: TieKind,
}
YES_NO: Final = frozenset(
    {
        Role.PAID_TRAINING,
        Role.CONSENT_CONTACT,
        Role.CONSENT_NAMING,
        Role.OFFER_INTERNS,
        Role.OFFER_TRAINER,
        Role.OFFER_COURSE,
    }
)
NUMBERS: Final = frozenset(
    {
        Role.SHORT_NOW,
        Role.SHORT_12M,
        Role.SHORT_36M,
        Role.JOINT_PEOPLE,
        Role.UNUSED_PEOPLE,
        Role.PEOPLE_TOTAL,
    }
)

_SHORT_CODE: Final = 5
"""Characters of an answer code in LimeSurvey: those of our questionnaire are keys cut to that length."""
MOST_VALUES: Final = 40
"""Different answers of a question with given answers at most."""
_SPLIT_ORDER: Final = ("newline", "semicolon", "comma", "slash", "pipe")
_FEW_WORDS: Final = 5


def likely_counted(answers: Sequence[str], options: Sequence[str]) -> tuple[str, ...]:
    """Return the ratings that count as a need, as they stand in the cells; none where nothing tells.

    Words of intensity: the upper ones. Numbers: the upper two fifths of the scale. Yes and no: yes. A single mark, or
    the option repeated in the cell: that.
    """
    known = [answer for answer in answers if answer.strip()]
    option_keys = {text_key(option) for option in options}
    repeated = tuple(answer for answer in known if text_key(answer) in option_keys)
    if repeated:
        return repeated
    numbers = {
        answer: float(answer.replace(",", ".")) for answer in known if re.fullmatch(r"\d{1,2}(?:[.,]0+)?", answer)
    }
    if known and len(numbers) == len(known):
        top = max(numbers.values())
        if top <= 1:
            return tuple(answer for answer, value in numbers.items() if value == 1)
        return tuple(answer for answer, value in numbers.items() if value > 0.6 * top)
    understood = {answer: yes_no_words().understand(answer) for answer in known}
    if known and all(understood.values()):
        return tuple(answer for answer, meant in understood.items() if meant is not None and meant.value)
    levels = {answer: rating_level(answer) for answer in known}
    if sum(level is not None for level in levels.values()) * 2 > len(known):
        return tuple(answer for answer, level in levels.items() if level is not None and level >= 3)
    return tuple(known) if len(known) == 1 else ()


def likely_split(facts: ColumnFacts) -> tuple[str, ...]:
    """Return the separators of a column whose cells may hold several skills, in the order in which they are tried.

    A line break or semicolon separates wherever it stands; a comma where it stands between few words, not in sentences.
    """
    cells = list(facts.counts)
    found = []
    for name in _SPLIT_ORDER:
        mark = SEPARATORS[name]
        with_mark = [cell for cell in cells if mark in cell.strip().rstrip(mark)]
        if name in ("newline", "semicolon"):
            is_wanted = bool(with_mark) or any(mark in cell for cell in cells)
        else:
            parts = [part for cell in with_mark for part in split_skills(cell, [mark])]
            short = sum(len(part.split()) <= _FEW_WORDS for part in parts)
            least = 1 if name == "comma" else 3
            is_wanted = len(with_mark) >= least and short * 3 >= len(parts) * 2
            if name in ("slash", "pipe"):
                is_wanted = is_wanted and len(with_mark) * 3 > len(cells)
        if is_wanted:
            found.append(mark)
    if not found and _are_codes_with_blanks(cells):
        found.append(SEPARATORS["space"])
    return tuple(found)


def likely_values(facts: ColumnFacts, role: Role) -> dict[str, str]:
    """Return what the answers stand for that are not our own words but can be understood: answer → key."""
    if role in YES_NO:
        return {}
    choice = CHOICES[role]
    short = {value.value.replace("_", "")[:_SHORT_CODE]: value.value for value in choice}
    found = {}
    for answer in list(facts.counts)[:MOST_VALUES]:
        if words_of(choice).understand(answer) is None and (key := short.get(answer.strip().casefold())):
            found[answer] = key
    return found


def understands(role: Role, answer: str, decimal: str | None = None) -> bool:
    """Say whether an answer is understood without being translated; ``decimal`` is the mark of numbers in texts."""
    one = _field_of(role)
    if one is None or one.kind is FieldKind.TEXT:
        return True
    said = understood(one, plain_number(answer, decimal) if one.kind is FieldKind.NUMBER else answer)
    return said.finding is None or said.finding.code in {"number_corrected", "choice_corrected"}


def _field_of(role: Role) -> Field | None:
    key = role.value
    names = (key, f"need_1_{key}", key.replace("_", "_1_", 1))  # "link_type" is "link_1_type" on the form
    return next((FIELD_BY_NAME[name] for name in names if name in FIELD_BY_NAME), None)


def _are_codes_with_blanks(cells: Sequence[str]) -> bool:
    """Say whether cells hold codes with blanks between ("plc cnc_milling"), as Kobo joins several choices."""
    several = [cell for cell in cells if " " in cell.strip()]
    codes = Counter(word for cell in cells for word in cell.split())
    is_coded = all(re.fullmatch(r"[a-z0-9]+(?:_[a-z0-9]+)*", word) for word in codes)
    return bool(several) and is_coded and len(codes) * 2 <= codes.total()


def kind_of(role: Role) -> FieldKind | None:
    """Return how the answers of a role are understood; ``None`` for what is no field of the form."""
    if role in NUMBERS:
        return FieldKind.NUMBER
    if role in CHOICES:
        return FieldKind.CHOICE
    if role in YES_NO:
        return FieldKind.YES_NO
    return FieldKind.TEXT if role.value in FIELD_BY_NAME else None
