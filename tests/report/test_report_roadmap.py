"""Roadmap, board paper and near misses in the report: named for the cluster, without owners and partners for others."""

from dataclasses import replace
from datetime import date

import pytest

from fastmap.advice.roadmap import YearLoad, roadmap_of
from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import ActionStatus, MilestoneState
from fastmap.model.planning import ActionPlan, DecisionPlan, Milestone, TeamCapacity
from fastmap.pipeline import run
from fastmap.report.blocks import DecisionCard, Paragraph
from fastmap.report.build import build_report
from fastmap.report.context import ReportContext
from fastmap.report.drawings import Timeline
from fastmap.report.sections.roadmap import load_words
from tests.report.whole_cluster import MADE_ON, whole_results
from tests.support.builders import shipped_catalogue

OWNER, STEP, PARTNER_STEP = "Maite Ondarroa", "Room booked", "First step: call Goierri Eskola"


def results():
    """Return the whole cluster with an owner, milestones, dependencies and a decision chosen for the board."""
    found = whole_results()
    first, second, *rest = found.snapshot.actions
    actions = (
        replace(first, owner=OWNER, status=ActionStatus.RUNNING, start=date(2026, 1, 1), end=date(2026, 3, 1)),
        replace(second, status=ActionStatus.PLANNED, start=date(2026, 2, 1), owner=None),
        *rest,
    )
    plans = (
        ActionPlan(
            action=first.id,
            staff_days=30,
            milestones=(
                Milestone(title=STEP, due=date(2026, 2, 1)),
                Milestone(title=PARTNER_STEP, due=date(2026, 2, 20), state=MilestoneState.REACHED),
            ),
        ),
        ActionPlan(action=second.id, after=(first.id,)),
    )
    chosen = DecisionPlan(
        recommendation=found.recommendations[-1].id, owner=OWNER, due=date(2026, 5, 1), days=9, on_paper=True
    )
    snapshot = replace(
        found.snapshot,
        actions=actions,
        action_plans=plans,
        decision_plans=(chosen,),
        capacity=TeamCapacity(staff_days=4),
    )
    return run(snapshot, shipped_catalogue())


def report(*, anonymous=False, language="en", found=None):
    return build_report(
        found or results(), shipped_catalogue(), load_texts(language), anonymous=anonymous, made_on=MADE_ON
    )


def chapter(made, key):
    return next(section for section in made.sections if section.key == key)


def everything(made):
    return repr(made.sections) + repr(made.data)


def test_the_roadmap_names_owners_milestones_and_what_is_in_conflict():
    made = report()

    words = repr(chapter(made, "roadmap").blocks)
    assert OWNER in words
    assert STEP in words
    assert "Overdue since 1 Feb 2026: Room booked." in words
    assert "which it waits for, ends on 1 Mar 2026." in words
    assert "more than the 4 that the team has." in words


def test_the_anonymous_roadmap_names_no_owners_no_partners_and_no_words_of_milestones():
    made = report(anonymous=True)

    assert OWNER not in everything(made)
    assert "Ondarroa" not in everything(made)
    assert STEP not in everything(made)
    assert "Goierri" not in repr(chapter(made, "roadmap"))
    assert "Overdue since 1 Feb 2026: a milestone." in repr(chapter(made, "roadmap"))
    columns = {column.key for table in made.tables() if table.key == "roadmap_actions" for column in table.columns}
    assert not columns & {"owner", "partners"}
    assert "Nobody owns it" not in repr(chapter(made, "roadmap"))


@pytest.mark.parametrize("anonymous", [False, True])
def test_the_contract_holds_the_roadmap(anonymous):
    found = report(anonymous=anonymous).data["roadmap"]

    assert found["capacity_days"] == 4
    assert found["late"] >= 2
    assert found["without_owner"] == (None if anonymous else found["without_owner"])
    first = next(item for item in found["actions"] if item["staff_days"] == 30)
    follower = next(item for item in found["actions"] if item["after"])
    assert follower["after"] == [first["id"]]
    assert first["milestones"][0]["late"] is True
    assert first["owner"] == (None if anonymous else OWNER)
    assert [milestone["title"] for milestone in first["milestones"]] == (
        [None, None] if anonymous else [STEP, PARTNER_STEP]
    )


def test_a_board_paper_has_its_own_chapter_and_table_and_refers_to_the_cards_by_their_numbers():
    made = report()

    paper = chapter(made, "board_paper")
    (card,) = [block for block in paper.blocks if isinstance(block, DecisionCard)]
    (row,) = next(table for table in made.tables() if table.key == "board_decisions").rows
    assert any(OWNER in line and "1 May 2026" in line for part in card.lines for line in part.lines)
    assert OWNER in row
    assert date(2026, 5, 1) in row
    whole = next(
        block
        for block in chapter(made, "decisions").blocks
        if isinstance(block, DecisionCard) and block.decision == card.decision
    )
    assert card.number == whole.number == row[0]
    assert [line.key for line in card.lines] == [line.key for line in whole.lines]
    in_print = [line.key for line in card.lines if line.pdf_lines != 0]
    assert in_print == ["why", "first_step", "who", "cost"]
    assert {"go_if", "stop_if", "who_pays"} <= {line.key for line in whole.lines if line.pdf_lines != 0}
    assert any("What to decide next" in block.text for block in paper.blocks if isinstance(block, Paragraph))


def test_days_that_a_board_filled_in_stand_in_place_of_the_range():
    (card,) = [block for block in chapter(report(), "board_paper").blocks if isinstance(block, DecisionCard)]

    cost = next(part for part in card.lines if part.key == "cost")
    assert cost.lines[0].startswith("9 staff days (set by the cluster);")


def test_without_a_choice_there_is_no_board_paper_and_an_empty_roadmap_says_so():
    found = whole_results()
    idle = run(replace(found.snapshot, actions=()), shipped_catalogue())

    made = report(found=idle)

    assert "board_paper" not in {section.key for section in made.sections}
    (said,) = chapter(made, "roadmap").blocks
    assert said.text.startswith("Nothing is planned or running yet.")


def test_every_bar_waits_for_bars_of_the_drawing_and_lies_within_its_years():
    for anonymous in (False, True):
        (drawing,) = [
            block for block in chapter(report(anonymous=anonymous), "roadmap").blocks if isinstance(block, Timeline)
        ]
        bars = {bar.key: bar for lane in drawing.lanes for bar in lane.bars}
        assert bars
        assert all(other in bars for bar in bars.values() for other in bar.after)
        assert all(0 <= drawing.place_0_1(day) <= 1 for bar in bars.values() for day in (bar.start, bar.end) if day)


def test_why_not_the_others_names_a_condition_for_each_candidate_on_no_card():
    found = results()
    table = next(table for table in report(found=found).tables() if table.key == "near_misses")

    named = {row[1] for row in table.rows}
    cards = {item.reference for item in found.recommendations[:3]}
    assert named == {item.reference for item in found.near_misses}
    assert not named & cards
    assert all(row[3] for row in table.rows)


def test_a_year_in_which_nothing_goes_on_is_said_so_and_not_as_unknown_days():
    found = results()
    context = ReportContext(found, shipped_catalogue(), load_texts("en"), MADE_ON)
    idle = YearLoad(year=2031, staff_days=0.0, known=0, unknown=0)

    assert load_words(context, roadmap_of(found.snapshot, MADE_ON), idle) == "2031: none of these actions goes on."
