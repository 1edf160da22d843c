"""The screens of the form on a phone: which fields each shows, and what comes next. The fields are those of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeAlias

from fastmap.intake.form_answers import NOTES
from fastmap.intake.form_definition import CHOICE_FAMILIES, FIELD_BY_NAME, NEED_ROWS, Field, FieldKind, Part, fields_of
from fastmap.intake.member_cards import Cards, typed
from fastmap.intake.phone_answers import PhoneAnswer, Standing, finding_about, words_chosen
from fastmap.model.choices import HiringReason
from fastmap.model.ids import LanguageCode
from fastmap.texts import Texts

Entries: TypeAlias = Mapping[str, tuple[str, ...]]
"""Field name → what the phone sent for it; several for a list of boxes."""

WHO: Final = "who"
SITE: Final = "site"
MORE: Final = "more"
CHECK: Final = "check"
CARD: Final = "card"
"""Name of the field for the code of the card; it is no answer."""
_NEED: Final = "need_"
_FIRST_OF_NEED: Final = ("skill", "short_now", "short_12m", "consequence")
"""Asked first; everything else about a need is folded away below."""
_FOLDS: Final = {Part.LINK: "links", Part.UNUSED: "unused", Part.OFFER: "offers"}
"""Parts of the last screen → their titles on the form (``form.section.…``)."""

SAID_OF: Final = {
    Standing.COUNTS: "phone.counts",
    Standing.OF_WHOM: "phone.to_check",
    Standing.SECOND: "phone.second",
    Standing.SET_ASIDE: "phone.set_aside",
}
"""What a person is told of an answer that is stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One word of a list."""

    value: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One field as a phone shows it."""

    name: str
    label: str
    kind: str
    """``text`` ``number`` ``one`` (of several) ``some`` (of several) ``long`` (text)."""
    entry: str
    choices: tuple[Choice, ...] = ()
    mistake: str | None = None
    is_folded: bool = False
    part: Part = Part.NEED
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Questions that stand together."""

    title: str | None
    """Of what is folded away; ``None``: open to the eye."""
    questions: tuple[Question, ...]
    rest: Group | None = None
    """One more of the same, folded away below these."""
    is_open: bool = False
    """Whether something in it, or in what is below, was answered or has to be looked at."""


def is_screen(name: str) -> bool:
    """Return whether a phone may ask for this screen."""
    return name in {WHO, SITE, MORE, CHECK} or _row_of(name) is not None


def after(screen: str, *, another: bool, entries: Entries) -> str:
    """Return the screen that follows. ``another``: one more need is wanted."""
    if screen == WHO:
        return f"{_NEED}1"
    row = _row_of(screen)
    if row is not None:
        return f"{_NEED}{row + 1}" if (another or _is_filled(row + 1, entries)) and row < NEED_ROWS else SITE
    return {SITE: MORE, MORE: CHECK}.get(screen, CHECK)


def before(screen: str, entries: Entries) -> str:
    """Return the screen that came before."""
    row = _row_of(screen)
    if row is not None:
        return f"{_NEED}{row - 1}" if row > 1 else WHO
    last = max((row for row in range(1, NEED_ROWS + 1) if _is_filled(row, entries)), default=1)
    return {CHECK: MORE, MORE: SITE, SITE: f"{_NEED}{last}"}.get(screen, WHO)


def need_number(screen: str) -> int | None:
    """Return which need a screen asks about."""
    return _row_of(screen)


def says_what_follows(screen: str) -> bool:
    """Return whether a screen tells somebody whose firm answered before what becomes of this answer: first and last."""
    return screen == CHECK or _row_of(screen) == 1


def can_add(screen: str) -> bool:
    """Return whether another need may follow this screen."""
    row = _row_of(screen)
    return row is not None and row < NEED_ROWS


def fields_on(screen: str) -> tuple[Field, ...]:
    """Return the form's fields on a screen, in the order of the form."""
    row = _row_of(screen)
    if row is not None:
        return fields_of(Part.NEED, row)
    if screen == WHO:
        return tuple(one for one in fields_of(Part.HEAD) if one.name != "language")
    if screen == SITE:
        return fields_of(Part.SITE)
    if screen == MORE:
        return (*fields_of(Part.LINK), *fields_of(Part.UNUSED), *fields_of(Part.OFFER), *fields_of(Part.REMARKS))
    return ()


def entries_of(sent: Mapping[str, tuple[str, ...]]) -> Entries:
    """Return what a phone sent for the fields that it is asked, and the card: nothing else of the form is for it to say."""
    screens = (WHO, *(f"{_NEED}{row}" for row in range(1, NEED_ROWS + 1)), SITE, MORE)
    asked = (CARD, *(one.name for screen in screens for one in fields_on(screen)))
    return {name: sent[name] for name in asked if name in sent}


def questions(screen: str, entries: Entries, texts: Texts, mistakes: Mapping[str, str]) -> tuple[Question, ...]:
    """Return what a screen asks, filled with what the phone has said so far."""
    return tuple(_question(one, entries.get(one.name, ()), texts, mistakes.get(one.name)) for one in fields_on(screen))


def groups(screen: str, asked: tuple[Question, ...], texts: Texts) -> tuple[Group, ...]:
    """Return what a screen asks in groups: what few people answer is folded away, line by line."""
    if screen != MORE:
        folded = tuple(one for one in asked if one.is_folded)
        below = (Group(title=texts.get("phone.more_about"), questions=folded, is_open=_is_answered(folded)),)
        return (
            Group(title=None, questions=tuple(one for one in asked if not one.is_folded)),
            *(below if folded else ()),
        )
    folds = tuple(
        _lines(texts.get(f"form.section.{key}"), tuple(one for one in asked if one.part is part), texts)
        for part, key in _FOLDS.items()
    )
    return (*folds, Group(title=None, questions=tuple(one for one in asked if one.part not in _FOLDS)))


def _lines(title: str, asked: tuple[Question, ...], texts: Texts) -> Group:
    """Return the lines of a part, each folded away below the one before it."""
    first = asked[0].row
    line = tuple(one for one in asked if one.row == first)
    below = tuple(one for one in asked if one.row != first)
    return Group(
        title=title,
        questions=line,
        rest=_lines(texts.get("phone.one_more"), below, texts) if below else None,
        is_open=_is_answered(asked),
    )


def _is_answered(asked: tuple[Question, ...]) -> bool:
    return any(one.entry or one.mistake for one in asked)


def mistakes_on(screen: str, entries: Entries, texts: Texts) -> dict[str, str]:
    """Return field → sentence for what a person should look at before going on."""
    found: dict[str, str] = {}
    for one in fields_on(screen):
        finding = finding_about(one.name, words_chosen(one.name, entries.get(one.name, ()), texts))
        if finding is not None and finding.code not in NOTES and one.kind is FieldKind.NUMBER:
            found[one.name] = texts.get("phone.number_help")
    row = _row_of(screen)
    if row is not None and _is_filled(row, entries) and not _said(entries, f"need_{row}_skill"):
        found[f"need_{row}_skill"] = texts.get("phone.skill_missing")
    return found


def mistakes_of_who(entries: Entries, cards: Cards, texts: Texts) -> dict[str, str]:
    """Return field → sentence for what is wrong about who answers: a code that no card has, or nobody named at all."""
    found = mistakes_on(WHO, entries, texts)
    card = first_of(entries, CARD)
    if typed(card) and cards.member(card) is None:
        found[CARD] = texts.get("phone.card_unknown")
    elif not typed(card) and not first_of(entries, "organisation").strip():
        found[CARD] = texts.get("phone.who_missing")
    return found


def answer_of(entries: Entries, key: str, cards: Cards, texts: Texts, received_at: datetime) -> PhoneAnswer:
    """Return what was entered as the answer that is stored: choices in the words of ``texts``, whose it is by the card."""
    member = cards.member(first_of(entries, CARD))
    return PhoneAnswer(
        key=key,
        member=member.code if member else None,
        language=LanguageCode(texts.locale.language),
        received_at=received_at,
        answers={
            name: words
            for name, entered in entries.items()
            if name in FIELD_BY_NAME and (words := words_chosen(name, entered, texts)).strip()
        },
    )


def first_of(entries: Entries, name: str) -> str:
    """Return what was entered in a field, or ""."""
    return next(iter(entries.get(name, ())), "")


def summary(entries: Entries, texts: Texts) -> Iterator[tuple[str, str]]:
    """Yield question and answer of everything that was said, in the order of the form."""
    for screen in (WHO, *(f"{_NEED}{row}" for row in range(1, NEED_ROWS + 1)), SITE, MORE):
        for one in fields_on(screen):
            said = words_chosen(one.name, entries.get(one.name, ()), texts).strip()
            if said:
                number = f" {one.row}" if one.row is not None and one.part is Part.NEED else ""
                yield f"{texts.get(one.label_key)}{number}", said


def _row_of(screen: str) -> int | None:
    row = screen.removeprefix(_NEED)
    if row == screen or not row.isascii() or not row.isdecimal() or len(row) > 2:
        return None
    return int(row) if 1 <= int(row) <= NEED_ROWS else None


def _is_filled(row: int, entries: Entries) -> bool:
    return row <= NEED_ROWS and any(_said(entries, one.name) for one in fields_of(Part.NEED, row))


def _said(entries: Entries, name: str) -> bool:
    return any(text.strip() for text in entries.get(name, ()))


def _question(one: Field, entered: tuple[str, ...], texts: Texts, mistake: str | None) -> Question:
    kind = _kind(one)
    return Question(
        name=one.name,
        label=texts.get(one.label_key),
        kind=kind,
        entry=entered[0] if entered else "",
        choices=tuple(_choices(one, entered, texts)) if kind in {"one", "some"} else (),
        mistake=mistake,
        is_folded=one.part is Part.NEED and one.key not in _FIRST_OF_NEED,
        part=one.part,
        row=one.row,
    )


def _kind(one: Field) -> str:
    if one.choice is HiringReason:
        return "some"
    if one.kind in {FieldKind.CHOICE, FieldKind.YES_NO}:
        return "one"
    if one.kind is FieldKind.NUMBER:
        return "number"
    return "long" if one.part is Part.REMARKS else "text"


def _choices(one: Field, entered: tuple[str, ...], texts: Texts) -> Iterator[Choice]:
    if one.choice is None:
        for value in ("yes", "no"):
            yield Choice(value=value, words=texts.get(f"yes_no.{value}"), is_chosen=value in entered)
        return
    for member in one.choice:
        words = texts.get(f"{CHOICE_FAMILIES[one.choice]}.{member.value}")
        yield Choice(value=member.value, words=words, is_chosen=member.value in entered)
