"""What the members' forms say beforehand."""

from dataclasses import replace
from datetime import date

import pytest

from fastmap.model.choices import SkillSource
from fastmap.model.ids import LanguageCode
from fastmap.model.skills import Skill
from fastmap.model.snapshot import Snapshot
from fastmap.tasks.sending import SUGGESTED, form_contents
from tests.support.builders import make_member, make_skill, make_snapshot

ES = LanguageCode("es")


class File:
    """An assessment of which only these two things are asked."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def snapshot(self) -> Snapshot:
        return self._snapshot

    def contacts(self) -> tuple[()]:
        return ()


def content_of(*, round_end: date | None = None, skills: tuple[Skill, ...] = (), language: str = "en"):
    empty = make_snapshot(members=[make_member()], skills=skills)
    snapshot = replace(empty, info=replace(empty.info, round_end=round_end))
    (content,) = form_contents(File(snapshot), language=language)
    return content


def test_a_round_with_an_end_promises_feedback_and_says_how_long_forms_are_kept():
    content = content_of(round_end=date(2026, 3, 15))

    assert (content.return_by, content.feedback_by) == (date(2026, 3, 15), date(2026, 4, 12))
    assert content.keep_until == date(2028, 3, 15)


def test_two_years_after_a_leap_day_is_the_end_of_february():
    assert content_of(round_end=date(2028, 2, 29)).keep_until == date(2030, 2, 28)


def test_a_round_without_an_end_promises_no_date():
    content = content_of()

    assert (content.return_by, content.feedback_by, content.keep_until) == (None, None, None)


@pytest.mark.parametrize(("language", "known"), [("en", "Welding inspection"), ("es", "inspección de soldadura")])
def test_forms_suggest_skills_of_the_file_and_of_the_starter_list_in_their_language(language, known):
    skill = make_skill(
        labels={"en": "Welding inspection", ES: "inspección de soldadura"}, uri="x:1", source=SkillSource.ESCO
    )

    suggested = content_of(skills=(skill,), language=language).suggestions

    assert known in suggested
    assert 100 < len(suggested) <= SUGGESTED


def test_words_of_one_firm_are_not_sent_to_the_others():
    own = make_skill("Secret alloy of Urkola")

    assert "Secret alloy of Urkola" not in content_of(skills=(own,)).suggestions


def test_a_skill_known_to_both_is_suggested_once():
    before = content_of().suggestions
    again = make_skill(labels={"en": before[0].upper()}, uri="x:1", source=SkillSource.ESCO)

    assert len(content_of(skills=(again,)).suggestions) == len(before)


def test_a_member_named_twice_gets_one_form():
    members = (make_member(1), make_member(2))
    codes = [members[1].code, members[0].code, members[1].code]

    contents = form_contents(File(make_snapshot(members=members)), members=codes)

    assert [content.member for content in contents] == [members[1], members[0]]
