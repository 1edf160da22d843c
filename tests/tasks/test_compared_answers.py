"""What differs between an answer that waits and those it may replace."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tests.store.recorded as r
from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import Barrier, NeedLevel
from fastmap.model.responses import NamedLink, Need, UnusedSkill
from fastmap.model.skills import Mapping
from fastmap.tasks.compared_answers import compared
from tests.support.builders import make_snapshot

TEXTS = load_texts("en")
OLD = replace(r.RESPONSE, id="old", needs=(), unused=(), links=(), offers=(), remarks=None, raw={}, problems=())
NEW = replace(OLD, id="new")


def need(row, text, **facts):
    return Need(row=row, skill_text=text, **facts)


def told(earlier, waiting, **recorded):
    """What differs as plain tuples: what it is about, question, before, after."""
    found = compared(make_snapshot(**recorded), earlier, waiting, TEXTS)
    return [
        (difference.about, line.question.removeprefix("form.label."), line.before, line.after)
        for difference in found
        for line in difference.lines
    ]


def test_two_answers_that_say_the_same_differ_in_nothing_on_whatever_lines_it_stands():
    before = replace(OLD, needs=(need(1, "TIG welding", short_now=2), need(2, "CNC milling", short_now=1)))
    after = replace(NEW, needs=(need(1, "CNC milling", short_now=1), need(4, "tig  Welding", short_now=2)))

    assert told([before], after) == [("tig  Welding", "skill", "TIG welding", "tig  Welding")]
    assert told([before], replace(after, needs=before.needs)) == []


def test_of_a_need_that_both_name_only_the_questions_that_differ_are_told():
    before = replace(OLD, needs=(need(1, "TIG welding", short_now=2, short_12m=4, level=NeedLevel.SKILLED),))
    after = replace(NEW, needs=(need(1, "TIG welding", short_now=5, level=NeedLevel.SKILLED),))

    assert told([before], after) == [
        ("TIG welding", "short_now", "2", "5"),
        ("TIG welding", "short_12m", "4", ""),
    ]


def test_a_need_that_only_one_names_is_told_whole_with_nothing_on_the_other_side():
    before = replace(OLD, needs=(need(1, "Forging", short_now=2),))
    after = replace(NEW, needs=(need(1, "PLC", short_12m=3),))

    assert told([before], after) == [
        ("PLC", "skill", "", "PLC"),
        ("PLC", "short_12m", "", "3"),
        ("Forging", "skill", "Forging", ""),
        ("Forging", "short_now", "2", ""),
    ]


def test_texts_that_are_placed_on_one_skill_are_one_need_in_whatever_language():
    before = replace(OLD, language="es", needs=(need(1, "soldadura TIG", short_now=2),))
    after = replace(NEW, language="en", needs=(need(1, "TIG welding", short_now=3),))
    places = tuple(
        Mapping(text_key=key, language=language, skill=r.SKILL.uri, how=r.MAPPING.how)
        for key, language in (("soldadura tig", "es"), ("tig welding", "en"))
    )

    lines = told([before], after, mappings=places, skills=(r.SKILL,))

    assert ("TIG welding", "short_now", "2", "3") in lines
    assert ("TIG welding", "skill", "soldadura TIG", "TIG welding") in lines
    assert not any(line[2] == "" or line[3] == "" for line in lines if line[0])


def test_what_several_earlier_answers_say_differently_stands_together():
    first = replace(OLD, needs=(need(1, "PLC", short_now=2),), people_total=40)
    second = replace(OLD, id="older", needs=(need(1, "PLC", short_now=3),), people_total=40)
    after = replace(NEW, needs=(need(1, "PLC", short_now=3),), people_total=40)

    assert told([first, second], after) == [("PLC", "short_now", "2 / 3", "3")]


def test_an_answer_that_names_a_skill_for_two_jobs_does_not_differ_from_itself():
    answer = replace(NEW, needs=(need(1, "Welding", job="welder"), need(2, "Welding", job="fitter")))

    assert compared(make_snapshot(), (answer,), answer, TEXTS) == ()
    assert told([replace(answer, id="old"), replace(answer, id="older")], answer) == []


needs = st.lists(
    st.builds(
        Need,
        row=st.integers(1, 8),
        skill_text=st.sampled_from(["Welding", "welding", "TIG welding", "PLC", ""]),
        job=st.sampled_from([None, "welder", "fitter"]),
        short_now=st.sampled_from([None, 0, 2]),
    ),
    max_size=6,
).map(tuple)
unused = st.lists(
    st.builds(UnusedSkill, skill_text=st.sampled_from(["Forging", "forging"]), people=st.sampled_from([None, 1, 2])),
    max_size=4,
).map(tuple)


@given(needs=needs, unused=unused, order=st.randoms())
def test_no_answer_differs_from_itself_in_whatever_order_its_lines_stand(needs, unused, order):
    answer = replace(NEW, needs=needs, unused=unused)
    shuffled = replace(OLD, needs=tuple(order.sample(needs, len(needs))), unused=tuple(reversed(unused)))
    places = tuple(
        Mapping(text_key=key, language="en", skill=r.SKILL.uri, how=r.MAPPING.how) for key in ("welding", "tig welding")
    )

    assert told([answer], answer) == []
    assert told([shuffled, answer], answer, mappings=places, skills=(r.SKILL,)) == []


def test_lines_on_one_skill_are_compared_with_those_for_the_same_job():
    before = replace(OLD, needs=(need(1, "Welding", job="welder", short_now=2), need(2, "Welding", job="fitter")))
    after = replace(NEW, needs=(need(1, "Welding", job="Fitter", short_now=1), need(2, "Welding", job="welder")))

    assert told([before], after) == [
        ("Welding", "job", "fitter", "Fitter"),
        ("Welding", "short_now", "", "1"),
        ("Welding", "short_now", "2", ""),
    ]


def test_lines_on_one_skill_for_no_job_are_compared_in_their_order():
    before = replace(OLD, needs=(need(1, "Welding", short_now=2), need(2, "Welding", short_now=4)))
    after = replace(NEW, needs=(need(1, "Welding", short_now=3), need(2, "Welding", short_now=5)))

    assert told([before], after) == [("Welding", "short_now", "2", "3"), ("Welding", "short_now", "4", "5")]


def test_lines_that_the_waiting_answer_brings_together_stand_beside_the_last_on_the_skill():
    lines = (need(1, "Welding", job="welder"), need(2, "Welding", job="fitter"), need(3, "Welding", job="smith"))
    before = replace(OLD, needs=lines)

    assert told([before], replace(NEW, needs=lines[:2])) == [("Welding", "job", "fitter / smith", "fitter")]
    assert told([replace(before, needs=lines[:1])], replace(NEW, needs=lines[:2])) == [
        ("Welding", "skill", "", "Welding"),
        ("Welding", "job", "", "fitter"),
    ]


@pytest.mark.parametrize(
    ("field", "question", "before", "after"),
    [
        ("people_total", "people_total", (12, "12"), (14, "14")),
        ("paid_training", "paid_training", (True, "Yes"), (False, "No")),
        ("barrier", "barrier", (Barrier.COST, None), (Barrier.TIME, None)),
        ("offers", "offer_trainer", (("trainer",), "Yes"), ((), "")),
        ("remarks", "remarks", ("Call us", "Call us"), (None, "")),
        ("consent_naming", "consent_naming", (True, "Yes"), (False, "No")),
    ],
)
def test_every_single_question_is_compared(field, question, before, after):
    value = {"people_total": None, "paid_training": None, "barrier": None, "consent_naming": None}
    was, becomes = (replace(one, **{**value, field: side[0]}) for one, side in ((OLD, before), (NEW, after)))

    (line,) = told([was], becomes)

    assert line[:2] == ("", question)
    for words, (_, expected) in zip(line[2:], (before, after), strict=True):
        if expected is not None:
            assert words.casefold() == expected.casefold()
    assert line[2] != line[3]


def test_unused_skills_and_organisations_are_compared_by_their_names():
    before = replace(OLD, unused=(UnusedSkill(skill_text="Forging", people=2),), links=(NamedLink(name="IES Norte"),))
    after = replace(NEW, unused=(UnusedSkill(skill_text="forging", people=4),), links=(NamedLink(name="IES Sur"),))

    lines = told([before], after)

    assert ("forging", "unused_people", "2", "4") in lines
    assert ("IES Sur", "link_name", "", "IES Sur") in lines
    assert ("IES Norte", "link_name", "IES Norte", "") in lines
