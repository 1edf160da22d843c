"""Who a report is for: usual chapters and edition, what never drops out, and that nothing protected depends on a choice."""

import json
import re
from dataclasses import replace
from functools import cache

import pytest

from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.errors import FastmapError
from fastmap.model.choices import SkillSource
from fastmap.report import build
from fastmap.report.audiences import (
    ALWAYS,
    BY_EDITION,
    CHAPTERS,
    EVERYTHING,
    USUAL,
    Audience,
    Selection,
    is_anonymous,
    names_are_unusual,
    select,
)
from fastmap.report.blocks import Bullets, KeyFigures, Note, Paragraph, Table
from fastmap.report.build import build_report
from fastmap.report.drawings import Chart, Grid, Timeline
from fastmap.report.shown_data import CHAPTERS_OF
from tests.report.whole_cluster import MADE_ON, empty_results, whole_results
from tests.support.builders import shipped_catalogue


@cache
def made(selection=EVERYTHING, *, anonymous=True, language="en", empty=False):
    results = empty_results() if empty else whole_results()
    return build_report(
        results,
        shipped_catalogue(),
        load_texts(language),
        anonymous=anonymous,
        made_on=MADE_ON,
        selection=selection,
    )


def keys(report):
    return [section.key for section in report.sections]


def section(report, key):
    return next(one for one in report.sections if one.key == key)


def sentences(report):
    """Everything that a report says in running text, by chapter."""
    for one in report.sections:
        for block in one.blocks:
            match block:
                case Paragraph() | Note():
                    yield one.key, block.text
                case Bullets():
                    yield from ((one.key, item) for item in block.items)


# --- what an audience gets --------------------------------------------------------------------------------------------


def test_usual_chapters_are_chapters_that_there_are():
    named = {key for usual in USUAL.values() for key in usual.chapters or ()}

    assert named | set(ALWAYS) | set(BY_EDITION) <= set(CHAPTERS)
    assert {key for chapters in CHAPTERS_OF.values() for key in chapters} <= set(CHAPTERS)
    assert set(USUAL) == set(Audience)


def test_the_key_of_a_section_is_the_name_of_the_chapter_that_writes_it():
    assert tuple(chapter.__name__ for chapter in build.CHAPTERS) == CHAPTERS
    assert set(keys(made(anonymous=False))) <= set(CHAPTERS)
    assert set(CHAPTERS_OF) <= set(made().data)


@pytest.mark.parametrize("language", report_languages())
def test_every_chapter_and_audience_has_a_title(language):
    texts = load_texts(language)

    assert all(texts.get(f"report.section.{key}") for key in CHAPTERS)
    assert len({texts.get(f"report.audience.{audience}") for audience in Audience}) == len(Audience)


def test_the_board_alone_gets_names_unless_somebody_chooses_them():
    assert {audience: is_anonymous(audience, None) for audience in Audience} == {
        Audience.BOARD: False,
        Audience.FUNDER: True,
        Audience.MEMBERS: True,
        Audience.PUBLIC: True,
    }
    assert not is_anonymous(None, None)


def test_an_edition_chosen_by_hand_leads_and_names_before_the_public_are_noticed():
    assert not is_anonymous(Audience.PUBLIC, False)
    assert is_anonymous(Audience.FUNDER, True)
    assert names_are_unusual(Audience.PUBLIC, anonymous=False)
    assert not names_are_unusual(Audience.PUBLIC, anonymous=True)
    assert not names_are_unusual(Audience.BOARD, anonymous=False)


@pytest.mark.parametrize("audience", Audience)
def test_a_report_shows_the_chapters_of_its_audience_in_their_usual_order(audience):
    usual = USUAL[audience].chapters
    report = made(select(audience), anonymous=False)

    expected = [key for key in CHAPTERS if usual is None or key in (*usual, *ALWAYS, *BY_EDITION)]
    assert keys(report) == [key for key in expected if key in keys(made(anonymous=False))]
    assert report.audience is audience
    assert (load_texts("en").get("report.cover.audience"), audience.title()) in report.cover_facts


def test_without_a_choice_a_report_is_as_it_always_was():
    assert select(None) is EVERYTHING
    assert made().audience is None
    assert "report" not in made().data


# --- what a person chooses --------------------------------------------------------------------------------------------


def test_chapters_are_added_and_left_out_and_limits_and_sources_stay():
    assert select(Audience.PUBLIC, added=["team"], without=["grid"]).chapters == frozenset(
        {*USUAL[Audience.PUBLIC].chapters, *ALWAYS, "team"} - {"grid"}
    )
    assert select(None, only=["grid"]).chapters == {"grid", *ALWAYS}
    assert keys(made(Selection(chapters=frozenset({"grid"})))) == ["grid", *ALWAYS]


@pytest.mark.parametrize("always", ALWAYS)
def test_limits_and_sources_cannot_be_left_out(always):
    with pytest.raises(FastmapError) as told:
        select(Audience.BOARD, without=[always, "grid"])

    assert (told.value.code, told.value.facts["found"]) == ("chapter_always", always)


@pytest.mark.parametrize("name", ["only", "added", "without"])
def test_a_chapter_that_there_is_not_is_named_with_those_there_are(name):
    with pytest.raises(FastmapError) as told:
        select(Audience.BOARD, **{name: ["grid", "records", "=1+1"]})

    assert told.value.code == "chapter_unknown"
    assert told.value.facts["found"] == "records, =1+1"
    assert "grid" in told.value.facts["known"]
    assert "records" not in told.value.facts["known"]


def test_rows_as_recorded_follow_the_edition():
    only_grid = Selection(chapters=frozenset({"grid"}))

    assert "records" in keys(made(only_grid, anonymous=False))
    assert "records" not in keys(made(only_grid, anonymous=True))


@pytest.mark.parametrize("language", report_languages())
def test_a_sentence_refers_only_to_chapters_that_are_shown(language):
    titles = {key: load_texts(language).get(f"report.section.{key}") for key in CHAPTERS}
    for without in [("decisions",), ("board_paper",), ("decisions", "board_paper", "grid", "team", "roadmap")]:
        report = made(select(None, without=without), anonymous=False, language=language)
        told = [text for key, text in sentences(report) if key not in ALWAYS]
        assert not [text for text in told for key in without if f"{titles[key]}”" in text or f"{titles[key]}“" in text]
        assert not [
            text for text in told for key in without if f"«{titles[key]}»" in text or f"« {titles[key]} »" in text
        ]


def test_a_decision_chosen_for_the_board_stands_in_full_where_there_is_no_board_paper():
    def cards(report):
        return [block.decision for block in section(report, "decisions").blocks if hasattr(block, "decision")]

    with_paper = made(anonymous=False)
    without = made(select(None, without=["board_paper"]), anonymous=False)

    assert len(cards(without)) >= len(cards(with_paper))
    assert "Board paper" not in " ".join(text for key, text in sentences(without) if key == "decisions")


def test_chapters_without_content_are_named_instead_of_standing_empty():
    chosen = select(Audience.BOARD)
    report = made(chosen, anonymous=False, empty=True)

    told = " ".join(text for key, text in sentences(report) if key == "working")
    assert "board_paper" not in keys(report)
    assert "nothing is recorded for it yet: Board paper; Workshop; Funder figures; Since the last round." in told
    assert all(one.blocks for one in report.sections)
    assert "nothing is recorded for it yet" not in " ".join(text for _, text in sentences(made(empty=True)))


def test_a_selection_says_what_is_not_in_it():
    told = [text for key, text in sentences(made(select(Audience.PUBLIC))) if key == "working"]

    (said,) = [text for text in told if text.startswith("This edition is a selection. Not in it: Board paper; ")]
    assert "; Who could supply the skills;" in said


@pytest.mark.parametrize("audience", Audience)
def test_a_named_edition_says_for_whom_it_is_on_every_page_and_among_its_limits(audience):
    report = made(select(audience), anonymous=False)
    texts = load_texts("en")

    assert texts.get(f"report.banner.named_for.{audience}") in report.banner
    assert texts.get(f"report.limit.confidential_for.{audience}") in [text for _, text in sentences(report)]
    assert "cluster team" not in report.banner


# --- privacy ----------------------------------------------------------------------------------------------------------

_FIGURES = Table | Chart | Grid | Timeline | KeyFigures


def figures(report):
    """Every block with figures, by chapter and place among those of its chapter."""
    return {
        (one.key, place): block
        for one in report.sections
        for place, block in enumerate(block for block in one.blocks if isinstance(block, _FIGURES))
    }


def without_codes(data):
    """The JSON with one word for the codes of partners and actions, which are others in each anonymous edition."""
    return json.loads(re.sub(r'"[0-9a-f]{8}"', '"code"', json.dumps(data, default=str)))


SELECTIONS = (
    *(select(audience) for audience in Audience),
    *(select(None, only=[key]) for key in CHAPTERS if key not in BY_EDITION),
)


@pytest.mark.parametrize("choice", SELECTIONS, ids=lambda choice: "-".join(sorted(choice.chapters))[:40])
def test_whatever_is_chosen_shows_the_figures_of_the_whole_anonymous_edition(choice):
    """So two anonymous editions with other chapters tell nothing that the one with all of them does not tell."""
    whole, part = made(), made(choice)

    assert figures(part).items() <= figures(whole).items()
    told = {text for _, text in sentences(whole)}
    own = {"summary.decisions_on_paper", "summary.decisions_terms"}
    new = {text for key, text in sentences(part) if text not in told and key != "working"}
    assert new <= {load_texts("en").get(f"report.{key}") for key in own}
    ours, theirs = without_codes(part.data), without_codes(whole.data)
    assert all(ours[key] == theirs[key] for key in ours if key not in ("report", "skills", "groups"))
    for level in {"skills", "groups"} & ours.keys():
        assert all(
            all(other[key] == value for key, value in one.items())
            for one, other in zip(ours[level], theirs[level], strict=True)
        )


def test_the_json_holds_what_the_chapters_tell_and_says_which_they_are():
    public = made(select(Audience.PUBLIC)).data

    assert not {"kpis", "team", "roadmap", "recommendations", "ecosystem"} & public.keys()
    assert {"skills", "grid", "steps", "privacy", "quality"} <= public.keys()
    assert public["report"]["audience"] == "public"
    assert "coverage" not in public["skills"][0]
    assert "imbalance" in public["skills"][0]


def test_the_json_of_the_funder_has_everything():
    funder = made(select(Audience.FUNDER), anonymous=False).data

    assert funder.keys() - {"report"} == made(anonymous=False).data.keys()
    assert funder["skills"] == made(anonymous=False).data["skills"]


# --- what is read beside the files ------------------------------------------------------------------------------------


def test_notices_say_who_may_have_it_what_was_withheld_and_how_to_cite():
    named = {notice.title: notice.lines for notice in made(select(Audience.FUNDER), anonymous=False).notices}
    anonymous = {notice.title: notice.lines for notice in made(select(Audience.PUBLIC)).notices}

    assert "for the funder" in named["Edition, and who may have it"][0]
    assert "fewer than 5 firms" in anonymous["Edition, and who may have it"][0]
    assert named["What was withheld, and why"] == (
        "Nothing: figures stand as they were worked out, and firms are named.",
    )
    assert any("withheld, because" in line for line in anonymous["What was withheld, and why"])
    assert "(2026)" in anonymous["How to cite"][0]
    assert "anonymous edition" in anonymous["How to cite"][0]
    assert any("catalogue" in line for line in named["Versions, licences and attributions"])
    assert any("Not in it" in line for line in anonymous["Chapters"])


def test_an_anonymous_report_names_nobody_beside_its_files():
    results = whole_results()
    names = {member.name for member in results.snapshot.members}
    lines = " ".join(line for notice in made(select(Audience.MEMBERS)).notices for line in notice.lines)

    assert not [name for name in names if name in lines]


def test_esco_is_attributed_only_where_its_names_are_used():
    results = whole_results()
    first, *others = results.snapshot.skills
    skills = (replace(first, source=SkillSource.ESCO), *others)
    with_esco = replace(results, snapshot=replace(results.snapshot, skills=skills))
    report = build_report(with_esco, shipped_catalogue(), load_texts("en"), anonymous=False, made_on=MADE_ON)

    def mentions(report):
        return any("ESCO" in line for notice in report.notices for line in notice.lines)

    assert mentions(report)
    assert not mentions(made())
