"""Papers to go on writing: their figures are the report's, and an edition tells in them what it tells elsewhere."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.model.choices import ActionStatus, RecommendationAnswer
from fastmap.model.planning import DecisionPlan
from fastmap.report.audiences import EVERYTHING, Audience, select
from fastmap.report.badges import Badge
from fastmap.report.build import build_report
from fastmap.report.context import ReportContext
from fastmap.report.drawings import Grid
from fastmap.report.paper_blocks import Cited, Facts, Form, Heading, Picture, Points, Sources, Text, Ticks
from fastmap.report.papers.desk import Desk
from fastmap.report.papers_wanted import PapersWanted
from tests.report.whole_cluster import MADE_ON, NAMES, SECRET_WORDS, advised, empty_results, whole_results
from tests.support.builders import assess, catalogue_with, shipped_catalogue
from tests.support.random_clusters import clusters


def papers_of(results, *, anonymous=False, language="en"):
    report = build_report(results, load_catalogue(), load_texts(language), anonymous=anonymous, made_on=MADE_ON)
    return report, {paper.key: paper for paper in report.papers}


def chosen_results(**plan):
    """Return results whose first recommendation was chosen for the board."""
    results = whole_results()
    first, *others = results.recommendations
    chosen = replace(first, plan=DecisionPlan(recommendation=first.id, on_paper=True, **plan))
    return replace(results, recommendations=(chosen, *others))


def spoken(words):
    return "".join(part if isinstance(part, str) else part.text for part in words)


def lines_of(paper):
    """Return every text of a paper, block by block."""
    for block in paper.blocks:
        match block:
            case Heading():
                yield block.text
            case Text():
                yield spoken(block.words)
            case Points():
                yield from map(spoken, block.items)
            case Facts():
                for row in block.rows:
                    yield row.label
                    yield from (spoken(cell) for cell in row.cells if not isinstance(cell, Ticks))
            case Form():
                yield spoken(block.caption)
                yield from (spoken(cell) for row in block.rows for cell in row if not isinstance(cell, Ticks))
            case Sources():
                for row in block.rows:
                    yield from (row.what, row.value, row.place, row.sheet, row.day, row.rests_on)


@pytest.fixture(scope="module", params=[False, True], ids=["named", "anonymous"])
def edition(request):
    return papers_of(chosen_results(owner="Jane Doe", due=date(2026, 6, 1)), anonymous=request.param)


def test_every_figure_leads_to_a_row_and_rows_are_numbered_as_the_text_needs_them(edition):
    _, papers = edition

    for paper in papers.values():
        numbers = [source.number for source in paper.sources]
        first_needed = list(dict.fromkeys(cited.source for cited in paper.cited()))
        assert numbers == list(range(1, len(numbers) + 1))
        assert first_needed == numbers
    assert len(papers["application"].sources) > 15


def test_a_figure_of_a_skill_stands_in_the_report_where_its_row_says(edition):
    report, papers = edition
    ranking = next(table for table in report.tables() if table.key == "ranking")
    heads = {column.header: place for place, column in enumerate(ranking.columns)}
    rows = {str(row[heads["Skill"]]): row for row in ranking.rows}
    sheets = report.words.sheet_names

    checked = 0
    for source in (source for paper in papers.values() for source in paper.sources):
        assert source.sheet in sheets.values()
        skill, _, head = source.what.rpartition(": ")
        if source.sheet == sheets["ranking"] and source.value:
            value = rows[skill][heads[head]]
            share = isinstance(value, float) and value <= 1 and "%" in source.value
            assert source.value.split()[0] == (f"{value:.0%}" if share else str(value)), source
            checked += 1
    assert checked > 5


def test_tables_of_a_paper_hold_what_the_report_s_tables_hold(edition):
    report, papers = edition
    cells = {
        load_texts("en").number(value) if isinstance(value, int) else str(value)
        for table in report.tables()
        for row in table.rows
        for value in row
        if isinstance(value, str | int | Badge)
    }
    target = next(block for block in papers["application"].blocks if isinstance(block, Form))

    assert {spoken(row[1]) for row in target.rows} <= cells
    assert {spoken(row[2]) for row in target.rows} <= cells


def test_the_board_paper_shows_what_a_board_asks_and_leaves_room_for_the_vote():
    _, papers = papers_of(chosen_results(owner="Jane Doe", due=date(2026, 6, 1), days=4.0))
    card = next(block for block in papers["board"].blocks if isinstance(block, Facts))
    rows = {row.label: row.cells for row in card.rows}

    assert {"Why", "If not", "First step within 30 days", "Cost", "Who could pay", "Go if", "Stop if"} <= rows.keys()
    assert spoken(rows["Who"][0]) == "Jane Doe"
    assert spoken(rows["By when"][0]) == "1 Jun 2026"
    assert "4 staff days (set by the cluster)" in spoken(rows["Cost"][0])
    assert rows["Decision taken"][0] == Ticks(options=(("Yes", False), ("Later", False), ("No", False)))
    assert rows["Conditions or reason"] == ((),)
    assert isinstance(papers["board"].blocks[-4], Picture)
    assert isinstance(papers["board"].blocks[-4].drawing, Grid)


def test_an_answer_that_is_recorded_is_ticked_and_its_reason_told():
    results = chosen_results()
    first, *others = results.recommendations
    answered = replace(first, answer=RecommendationAnswer.LATER, answer_reason="After the summer")
    _, papers = papers_of(replace(results, recommendations=(answered, *others)))

    minutes = papers["minutes"]
    ticks = [cell for block in minutes.blocks if isinstance(block, Form) for row in block.rows for cell in row]
    assert Ticks(options=(("Yes", False), ("Later", True), ("No", False))) in ticks
    assert any("After the summer" in line for line in lines_of(minutes))


def test_a_board_paper_without_decisions_says_so_and_how_to_choose():
    _, papers = papers_of(whole_results())
    board = papers["board"]

    assert board.subtitle == "No decision has been chosen for the board yet."
    assert any("press “Add to board paper”" in line for line in lines_of(board))
    assert not any(isinstance(block, Facts) for block in board.blocks)


@pytest.mark.parametrize("language", report_languages())
@pytest.mark.parametrize("anonymous", [False, True])
def test_before_anybody_answered_papers_tell_what_is_recorded_and_no_figure_of_needs(language, anonymous):
    _, papers = papers_of(empty_results(), language=language, anonymous=anonymous)

    assert set(papers) == {"board", "mails", "minutes", "application"}
    for paper in papers.values():
        assert all(cited.text == "" for cited in paper.cited())  # tables of records, but no figure in a sentence


def test_an_introduction_mail_names_nobody_who_lacks_the_skill():
    results = whole_results()
    _, papers = papers_of(results)
    mails = papers["mails"]
    titles = [block.text for block in mails.blocks if isinstance(block, Heading) and block.level == 1]
    names = {member.code: member.name for member in results.snapshot.members}

    assert len(titles) == len(results.ecosystem.introductions) + bool(mails.sources)
    for number, item in enumerate(results.ecosystem.introductions):
        start = next(at for at, block in enumerate(mails.blocks) if getattr(block, "text", "") == titles[number])
        body = []
        for block in mails.blocks[start + 1 :]:
            if not isinstance(block, Text):
                break
            body.append(spoken(block.words))
        assert body[0].startswith("Subject:")
        assert not any(names[code] in text for code in item.members for text in body)


def test_an_anonymous_edition_has_no_mails_says_why_and_names_no_member_anywhere():
    _, papers = papers_of(chosen_results(owner="Jane Doe"), anonymous=True)

    why = papers["mails"].not_made
    assert papers["mails"].blocks == ()
    assert why is not None
    assert "name firms" in load_texts("en").say(why)
    told = "\n".join(line for paper in papers.values() for line in (paper.title, paper.subtitle, *lines_of(paper)))
    for word in (*NAMES, "Gorka", "Jane Doe", SECRET_WORDS, "goierri.example", "M001"):
        assert word not in told


def test_a_sum_of_budgets_tells_of_how_many_actions_it_is():
    results = whole_results()
    actions = tuple(
        replace(action, status=ActionStatus.PLANNED, budget=budget)
        for action, budget in zip(results.snapshot.actions, (1200.0, None, 300.5), strict=True)
    )
    _, papers = papers_of(replace(results, snapshot=replace(results.snapshot, actions=actions)))

    told = list(lines_of(papers["application"]))
    assert (
        "Recorded budgets of these actions: 1,500.5 EUR, for 2 of 3 actions. "
        "What has no budget yet is not in the sum." in told
    )


def test_without_second_sources_and_indicators_the_application_says_so():
    results = whole_results()
    silent = tuple(replace(item, imbalance=replace(item.imbalance, second_sources=())) for item in results.skills)
    _, papers = papers_of(replace(results, skills=silent, kpis=()))

    told = "\n".join(lines_of(papers["application"]))
    assert "No second source" in told
    assert "No indicator with a baseline or a target is recorded yet." in told


def test_a_table_that_leaves_rows_out_says_how_many_and_where_they_stand():
    report, papers = papers_of(whole_results())
    every = next(table for table in report.tables() if table.key == "kpi_table")
    forms = [block for block in papers["application"].blocks if isinstance(block, Form)]

    assert [form.below for form in forms if form.below] == []
    whole = len(every.rows)
    desk = Desk(ReportContext(whole_results(), load_catalogue(), load_texts("en"), MADE_ON), report.sections)
    shortened = desk.form("kpi_table", "kpi_indicator", rests_on="", most=whole - 2)
    assert shortened is not None
    assert shortened.below == "2 more rows stand in the workbook."
    assert len(shortened.rows) == whole - 2


def test_actions_that_are_late_stand_among_the_risks():
    results = whole_results()
    late = tuple(
        replace(action, status=ActionStatus.PLANNED, end=date(2026, 1, 1)) for action in results.snapshot.actions
    )
    _, papers = papers_of(replace(results, snapshot=replace(results.snapshot, actions=late)))

    assert any("Late: 3." in line for line in lines_of(papers["application"]))


def test_the_same_figure_named_twice_is_one_row():
    _, papers = papers_of(chosen_results())
    board = papers["board"]
    rows = [(source.what, source.value, source.place) for source in board.sources]

    assert len(rows) == len(set(rows))
    assert max([cited.source for cited in board.cited() if isinstance(cited, Cited)].count(n) for n in (4, 5)) > 1


@given(clusters(min_members=3, max_members=9))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_recorded_papers_of_both_editions_cite_only_tables_that_are_there(snapshot):
    catalogue = catalogue_with(privacy_k=3, resamples=5)
    results = advised(assess(snapshot, catalogue))

    for anonymous in (False, True):
        report = build_report(results, catalogue, load_texts("en"), anonymous=anonymous, made_on=MADE_ON)
        titles = {table.caption for table in report.tables()} | {section.title for section in report.sections}
        for source in (source for paper in report.papers for source in paper.sources):
            assert source.place.rpartition("› ")[2] in titles


def test_a_paper_beside_a_shorter_report_says_where_its_figures_are_instead():
    selection = select(Audience.BOARD)
    report = build_report(
        chosen_results(), load_catalogue(), load_texts("en"), anonymous=False, made_on=MADE_ON, selection=selection
    )
    titles = [section.title for section in report.sections]
    sources = [source for paper in report.papers for source in paper.sources]

    assert {source.place.partition("\u00a0›")[0] in titles for source in sources} == {True, False}
    for source in sources:
        is_there = source.place.partition("\u00a0›")[0] in titles
        assert source.place.endswith("(in the report with every chapter)") is not is_there
        assert (source.sheet == "not in this workbook") is not is_there


def test_decisions_have_the_same_numbers_in_word_as_in_the_report():
    results = whole_results()
    first, second, *others = results.recommendations
    chosen = replace(second, plan=DecisionPlan(recommendation=second.id, on_paper=True))
    report, papers = papers_of(replace(results, recommendations=(first, chosen, *others)))

    table = next(table for table in report.tables() if table.key == "board_decisions")
    heads = [block.text for block in papers["board"].blocks if isinstance(block, Heading) and block.level == 2]

    assert [row[0] for row in table.rows] == [2]
    assert heads[0].startswith("2. ")


def test_papers_are_made_once_when_somebody_wants_them():
    made = []

    def make():
        made.append(1)
        return ("board", "mails")

    wanted = PapersWanted(make)

    assert not made
    assert (wanted[0], len(wanted), list(wanted)) == ("board", 2, ["board", "mails"])
    assert wanted == ("board", "mails")
    assert made == [1]


def test_a_report_without_chapters_still_has_every_paper():
    texts = load_texts("en")
    made = [
        build_report(whole_results(), shipped_catalogue(), texts, anonymous=False, made_on=MADE_ON, selection=selection)
        for selection in (EVERYTHING, select(None, only=["summary"]))
    ]

    assert [paper.key for paper in made[1].papers] == ["board", "mails", "minutes", "application"]
    assert [paper.key for paper in made[0].papers] == [paper.key for paper in made[1].papers]
