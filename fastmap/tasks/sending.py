"""Sending forms: what each member's form says beforehand, and noting who was asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Final

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import form_languages
from fastmap.changes.members import NoteFormsWritten
from fastmap.errors import FastmapError
from fastmap.intake.form_content import EarlierNeed, FormContent
from fastmap.model.choices import MemberStatus, SkillSource
from fastmap.model.ids import LanguageCode, MemberCode
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Member
from fastmap.model.snapshot import Snapshot
from fastmap.tasks.previous_round import PreviousRound
from fastmap.vocabulary.starter import starter_list

FEEDBACK_AFTER: Final = timedelta(weeks=4)
"""From the end of the round until members have their sheet."""
KEPT_YEARS: Final = 2
"""Years from the end of the round until forms are deleted: one more round can be compared with this one."""
SUGGESTED: Final = 300
"""Skills that a form suggests at most: a list that can still be scrolled through."""


def form_contents(
    assessment: Assessment,
    *,
    language: str | None = None,
    members: Iterable[str] = (),
    blank: bool = False,
    previous: PreviousRound | None = None,
) -> tuple[FormContent, ...]:
    """Return what the forms say: of the ``members`` named (all without names), or one blank form.

    The language is ``language``, else the member's own where there are texts in it, else the assessment's. With a
    ``previous`` round the forms bring its needs along. Raises
    `FastmapError` ``language_not_shipped``, ``member_unknown`` or ``no_members``.
    """
    if language is not None and language not in form_languages():
        raise FastmapError("language_not_shipped", found=language, known=", ".join(form_languages()))
    snapshot = assessment.snapshot()
    contacts = {contact.member: contact for contact in assessment.contacts()}
    if blank:
        return (_content(snapshot, LanguageCode(language or snapshot.info.language)),)
    contents = []
    for member in chosen_members(snapshot, tuple(members)):
        contact = contacts.get(member.code)
        contents.append(
            _content(
                snapshot,
                form_language_of(member, snapshot, language),
                member=member,
                contact=contact.name if contact else None,
                email=contact.email if contact else None,
                earlier=previous.needs.get(member.code, ()) if previous is not None else (),
            )
        )
    return tuple(contents)


def questionnaire_contents(assessment: Assessment, languages: Iterable[str] = ()) -> tuple[FormContent, ...]:
    """Return a blank form per language for a survey tool: of ``languages``, else of all shipped, the assessment's first.

    Raises `FastmapError` ``language_not_shipped``.
    """
    usual = assessment.snapshot().info.language
    every = sorted(form_languages(), key=lambda language: language != usual)
    wanted = dict.fromkeys(languages) or dict.fromkeys(every)
    return tuple(form_contents(assessment, language=language, blank=True)[0] for language in wanted)


def mark_asked(
    assessment: Assessment, contents: Sequence[FormContent], *, previous: PreviousRound | None = None
) -> int:
    """Mark the members of ``contents`` who were not asked yet as asked; return how many.

    The name of the ``previous`` round's file is noted in the same change.
    """
    members = (content.member.code for content in contents if content.member is not None)
    change = asked_change(assessment.snapshot(), members, previous=previous)
    if change is not None:
        assessment.apply(change)
    return 0 if change is None else len(change.codes)


def asked_change(
    snapshot: Snapshot, members: Iterable[str], *, previous: PreviousRound | None = None
) -> NoteFormsWritten | None:
    """Return the one change that marks those of ``members`` as asked who were not asked yet; ``None``: nothing is new.

    The name of the ``previous`` round's file is noted with it.
    """
    wanted = set(members)
    codes = tuple(
        member.code for member in snapshot.members if member.code in wanted and member.status is MemberStatus.NOT_ASKED
    )
    if not codes and previous is None:
        return None
    return NoteFormsWritten(codes=codes, previous_file=previous.file if previous else None)


def form_language_of(member: Member, snapshot: Snapshot, chosen: str | None = None) -> LanguageCode:
    """Return the language to write to ``member`` in: ``chosen``, else its own, else the assessment's."""
    for language in (chosen, member.language):
        if language in form_languages():
            return LanguageCode(language)
    return snapshot.info.language


def _content(
    snapshot: Snapshot,
    language: LanguageCode,
    *,
    member: Member | None = None,
    contact: str | None = None,
    email: str | None = None,
    earlier: tuple[EarlierNeed, ...] = (),
) -> FormContent:
    end = snapshot.info.round_end
    return FormContent(
        assessment_id=snapshot.info.id,
        title=snapshot.info.title,
        cluster=snapshot.cluster.name,
        language=language,
        member=member,
        contact=contact,
        email=email,
        return_by=end,
        keep_until=kept_until(snapshot),
        feedback_by=None if end is None else end + FEEDBACK_AFTER,
        earlier=earlier,
        suggestions=_suggestions(snapshot, language),
    )


def _suggestions(snapshot: Snapshot, language: LanguageCode) -> tuple[str, ...]:
    """Return names of skills in ``language``, in alphabetical order: of the file and of the starter list.

    The cluster's own skills are left out: they may be one firm's words, and every firm gets the list. Source: decision
    record 0064.
    """
    shared = (skill for skill in snapshot.skills if skill.source is not SkillSource.OWN)
    starter = (concept.skill() for concept in starter_list().concepts)
    labels: dict[str, str] = {}
    for skill in (*shared, *starter):
        label = skill.labels.get(language)
        if label is not None:
            labels.setdefault(text_key(label), label)
    return tuple(labels[key] for key in sorted(islice(labels, SUGGESTED)))


def kept_until(snapshot: Snapshot) -> date | None:
    """Return the last day that answers are kept; ``None`` while the round has no end."""
    end = snapshot.info.round_end
    return None if end is None else _years_after(end, KEPT_YEARS)


def _years_after(day: date, years: int) -> date:
    """Return the same day ``years`` later; 28 February where there is no 29th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def chosen_members(snapshot: Snapshot, codes: tuple[str, ...]) -> tuple[Member, ...]:
    """Return the members of ``codes``, all without any. Raises `FastmapError` ``member_unknown`` or ``no_members``."""
    known = {member.code: member for member in snapshot.members}
    codes = tuple(dict.fromkeys(codes))
    for code in codes:
        if code not in known:
            raise FastmapError("member_unknown", found=code)
    if not known:
        raise FastmapError("no_members")
    return tuple(known[MemberCode(code)] for code in codes) or snapshot.members
