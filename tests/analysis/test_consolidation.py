from dataclasses import replace

from fastmap.analysis.consolidation import consolidate
from fastmap.model.choices import Consequence, Hiring, HiringReason, MappingHow, Provision, ResponseState
from fastmap.model.skills import SetAside, Split, SplitPart
from tests.support.builders import (
    assess,
    assess_skill,
    cluster_where,
    make_mapping,
    make_member,
    make_need,
    make_response,
    make_skill,
    make_snapshot,
    unused,
    uri_of,
)


def test_text_means_the_skill_it_was_placed_in_whatever_its_spelling():
    skill = make_skill("Welding")
    snapshot = cluster_where(
        [make_need("TIG-welding!")],
        [make_need("  tig  WELDING")],
        skills=[skill],
        mappings=[make_mapping("tig welding", skill)],
    )

    assert assess_skill(snapshot, skill.uri).members == ("M001", "M002")


def test_mapping_of_another_language_does_not_place_a_text():
    skill = make_skill("Current")
    snapshot = cluster_where([make_need("actual")], skills=[skill], mappings=[make_mapping("actual", skill, "es")])

    result = assess_skill(snapshot, "actual")

    assert result.provisional
    assert [(text.text, text.language, text.count) for text in assess(snapshot).unmatched] == [("actual", "en", 1)]


def test_unplaced_text_counts_as_one_provisional_skill_labelled_as_most_members_spell_it():
    snapshot = cluster_where([make_need("cad")], [make_need("CAD")], [make_need("CAD")])

    result = assess_skill(snapshot, "cad")

    assert (result.provisional, result.quantities.users, result.labels) == (True, 3, {"en": "CAD"})


def test_the_same_unplaced_text_in_two_languages_is_one_skill_and_two_texts_to_place():
    forms = [make_response(1, make_need("CAD")), make_response(2, make_need("cad"), language="es")]
    snapshot = make_snapshot(members=[make_member(1), make_member(2)], responses=forms)

    results = assess(snapshot)

    assert [(skill.quantities.users, skill.labels) for skill in results.skills] == [(2, {"en": "CAD", "es": "cad"})]
    assert [(text.text, text.language) for text in results.unmatched] == [("CAD", "en"), ("cad", "es")]


def test_unmatched_texts_count_members_needs_and_unused_reports_alike():
    snapshot = cluster_where(
        [make_need("CAD"), make_need("cad")], [make_need("Lean")], [], unused_per_member=[[], [], [unused("CAD")]]
    )

    assert [(text.text, text.count) for text in assess(snapshot).unmatched] == [("CAD", 2), ("Lean", 1)]


def test_text_of_symbols_alone_is_kept_and_a_blank_one_is_not():
    snapshot = cluster_where([make_need("***"), make_need("  ")])

    assert [text.text for text in assess(snapshot).unmatched] == ["***"]


def test_only_accepted_responses_of_recorded_members_count():
    forms = [
        make_response(1, make_need()),
        *(
            make_response(2, make_need(), id=f"other-{state}", state=state)
            for state in ResponseState
            if state != "accepted"
        ),
        make_response(None, make_need(), id="nobody"),
        make_response(9, make_need(), id="stranger"),
    ]
    snapshot = make_snapshot(members=[make_member(1), make_member(2)], responses=forms)

    assert consolidate(snapshot).answered == ("M001",)
    assert assess_skill(snapshot).members == ("M001",)


def test_two_rows_for_one_skill_are_one_user_with_the_larger_figures_and_the_worse_answers():
    snapshot = cluster_where(
        [
            make_need(
                short_now=1,
                short_12m=5,
                consequence=Consequence.COST,
                hiring=Hiring.HARD,
                hiring_reasons=(HiringReason.FEW_APPLICANTS,),
                provision=Provision.NONE,
            ),
            make_need(
                "welding",
                short_now=3,
                joint_people=2,
                consequence=Consequence.ORDERS,
                hiring=Hiring.NOT_FILLED,
                hiring_reasons=(HiringReason.FEW_APPLICANTS, HiringReason.LACKED_SKILL),
                provision=Provision.SMALL,
            ),
        ]
    )

    result = assess_skill(snapshot)
    quantities, votes = result.quantities, result.imbalance.votes

    assert (quantities.users, quantities.short_now, quantities.short_12m, quantities.joint_people) == (1, 3, 5, 2)
    assert (quantities.severity, quantities.consequences) == (4, {"orders": 1})
    assert (quantities.tried_hires, quantities.scarcity) == (1, 1)
    assert (votes.S, votes.M) == (2, 1)


def test_reason_without_a_hard_or_failed_hire_is_no_vote_and_is_noted():
    filled = make_need(hiring=Hiring.FILLED, hiring_reasons=(HiringReason.FEW_APPLICANTS,))
    snapshot = cluster_where([filled], [make_need(hiring_reasons=(HiringReason.LACKED_SKILL,))])

    imbalance = assess_skill(snapshot).imbalance

    assert (imbalance.votes.S, imbalance.votes.M) == (0, 0)
    assert [(note.key, note.facts["count"]) for note in imbalance.notes] == [("imbalance_note.reasons_ignored", 2)]


def test_skill_that_is_only_offered_is_not_listed():
    offered = make_skill("Brazing")
    snapshot = cluster_where([make_need("CAD")], skills=[offered, make_skill("Roadmap", strategic=True)])

    assert {result.uri for result in assess(snapshot).skills} == {uri_of("CAD"), "fastmap:own/roadmap"}


def test_a_split_text_makes_its_member_a_user_of_each_part_with_the_figures_of_the_row():
    welding, cad = make_skill("Welding"), make_skill("CAD")
    snapshot = cluster_where(
        [make_need("welding, CAD", short_now=2, short_12m=4, consequence=Consequence.STOPS)],
        skills=[welding, cad],
    )
    parts = (SplitPart(text="welding", skill=welding.uri), SplitPart(text="CAD", skill=cad.uri))
    split = Split(text_key="welding cad", language="en", parts=parts, how=MappingHow.BY_HAND)

    results = assess(replace(snapshot, splits=(split,)))

    assert [(skill.uri, skill.quantities.users, skill.quantities.short_12m) for skill in results.skills] == [
        (cad.uri, 1, 4),
        (welding.uri, 1, 4),
    ]
    assert results.unmatched == ()


def test_a_text_set_aside_counts_nowhere_and_is_listed_with_its_state():
    snapshot = cluster_where(
        [make_need("no idea", short_now=2)], [make_need("CAD")], unused_per_member=[[], [unused("No idea")]]
    )

    results = assess(replace(snapshot, set_aside=(SetAside(text_key="no idea", language="en"),)))

    assert [skill.labels for skill in results.skills] == [{"en": "CAD"}]
    assert results.quality.answered == 2
    assert [(text.text, text.count, text.is_set_aside) for text in results.unmatched] == [
        ("No idea", 2, True),
        ("CAD", 1, False),
    ]


def test_a_part_whose_skill_is_not_in_the_file_counts_as_no_decision():
    snapshot = cluster_where([make_need("welding, CAD")])
    parts = (SplitPart(text="welding", skill="gone:1"),)
    split = Split(text_key="welding cad", language="en", parts=parts, how=MappingHow.BY_HAND)

    results = assess(replace(snapshot, splits=(split,)))

    assert [text.text for text in results.unmatched] == ["welding, CAD"]
