from datetime import timedelta

import pytest

from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import Barrier, MemberKind, MemberStatus, ResponseState
from tests.support.builders import MONDAY, assess, code, make_member, make_need, make_response, make_snapshot


def quality_of(members, responses=()):
    return assess(make_snapshot(members=tuple(members), responses=tuple(responses))).quality


def warning_keys(quality):
    return [warning.key.removeprefix("quality_warning.") for warning in quality.warnings]


def test_response_rate_counts_every_status_but_not_asked_as_asked():
    members = [make_member(number, status=status) for number, status in enumerate(MemberStatus, start=1)]

    quality = quality_of(members, [make_response(4, make_need())])

    assert (quality.members, quality.asked, quality.answered, quality.response_rate) == (5, 4, 1, 0.25)


def test_member_that_answered_without_being_asked_counts_as_asked():
    quality = quality_of([make_member(1, status=MemberStatus.NOT_ASKED)], [make_response(1)])

    assert (quality.asked, quality.answered, quality.response_rate) == (1, 1, 1.0)


def test_rates_are_not_known_while_nobody_was_asked_and_no_headcount_is_known():
    quality = quality_of([make_member(1, status=MemberStatus.NOT_ASKED, headcount=None)])

    assert (quality.response_rate, quality.employment_covered, quality.headcount_known) == (None, None, 0)
    assert warning_keys(quality) == ["nobody_asked"]


def test_two_accepted_forms_of_a_member_are_one_answer():
    quality = quality_of([make_member(1)], [make_response(1, id="a"), make_response(1, make_need(), id="b")])

    assert (quality.answered, quality.empty_forms, quality.needs_rows) == (1, 1, 1)


def test_employment_covered_leaves_unknown_headcounts_out():
    members = [make_member(1, headcount=30), make_member(2, headcount=70), make_member(3, headcount=None)]

    quality = quality_of(members, [make_response(1), make_response(3)])

    assert (quality.employment_covered, quality.headcount_known) == (0.3, 2)


def test_employment_covered_is_not_known_where_no_answering_member_has_a_headcount():
    members = [make_member(1, headcount=30), make_member(2, headcount=None)]

    assert quality_of(members, [make_response(2)]).employment_covered is None
    assert quality_of(members).employment_covered == 0


def test_strata_show_who_is_missing_by_size_and_activity():
    members = [
        make_member(1, kind=MemberKind.LARGE, headcount=400, activity="Casting"),
        make_member(2, kind=MemberKind.MICRO, headcount=4, activity="casting "),
        make_member(3, kind=None, headcount=None, activity=None),
    ]

    quality = quality_of(members, [make_response(1)])

    by_size = [(stratum.key, stratum.asked, stratum.answered, stratum.headcount) for stratum in quality.by_size]
    assert by_size == [("micro", 1, 0, 4), ("large", 1, 1, 400), ("unknown", 1, 0, None)]
    by_activity = [(stratum.key, stratum.members, stratum.headcount_answered) for stratum in quality.by_activity]
    assert by_activity == [("Casting", 2, 400), ("unknown", 1, None)]


def test_those_to_call_are_asked_and_silent_neither_refusing_nor_waiting_to_be_checked():
    statuses = [MemberStatus.ASKED, MemberStatus.REMINDED, MemberStatus.REFUSED, MemberStatus.ASKED, MemberStatus.ASKED]
    members = [make_member(number, status=status) for number, status in enumerate(statuses, start=1)]
    responses = [make_response(4), make_response(5, state=ResponseState.TO_CHECK)]

    quality = quality_of(members, responses)

    assert quality.not_answered == (code(1), code(2))
    assert "waiting" in warning_keys(quality)


def test_latest_answer_of_a_member_counts_for_questions_asked_once():
    early = make_response(1, id="z", received_at=MONDAY, paid_training=True, barrier=Barrier.TIME)
    late = make_response(1, id="a", received_at=MONDAY + timedelta(days=1), paid_training=False)
    other = make_response(2, paid_training=None, barrier=Barrier.TIME)

    quality = quality_of([make_member(1), make_member(2)], [late, other, early])

    assert (quality.paid_training_yes, quality.paid_training_known) == (0, 1)
    assert quality.barriers == {"time": 2}


@pytest.mark.parametrize(("answered", "warned"), [(2, True), (3, False)])
def test_response_rate_under_30_percent_is_warned_of(answered, warned):
    members = [make_member(number) for number in range(1, 11)]

    quality = quality_of(members, [make_response(number) for number in range(1, answered + 1)])

    assert ("low_response" in warning_keys(quality)) == warned


def test_size_that_dominates_the_answers_and_size_that_is_silent_are_warned_of():
    kinds = [MemberKind.SMALL] * 4 + [MemberKind.LARGE]
    members = [make_member(number, kind=kind) for number, kind in enumerate(kinds, start=1)]

    quality = quality_of(members, [make_response(number) for number in range(1, 5)])

    assert {"one_size", "size_missing"} <= set(warning_keys(quality))


def test_member_marked_as_answered_without_an_accepted_form_is_warned_of():
    assert "answered_without_form" in warning_keys(quality_of([make_member(1, status=MemberStatus.ANSWERED)]))


def leaning(*answering, silent):
    """Return the quality where members of these headcounts answered, and those of ``silent`` did not."""
    heads = [*answering, *silent]
    members = [make_member(number, headcount=people, kind=kind_of(people)) for number, people in enumerate(heads, 1)]
    return quality_of(members, [make_response(number, make_need()) for number in range(1, len(answering) + 1)])


def kind_of(people):
    return MemberKind.SMALL if people < 50 else MemberKind.MEDIUM if people < 250 else MemberKind.LARGE


def test_answers_mostly_from_larger_members_are_told_in_numbers():
    quality = leaning(*[60] * 5, *[300] * 4, 20, 20, silent=[20] * 9)

    (warning,) = [one for one in quality.warnings if one.key == "quality_warning.larger_firms"]
    assert load_texts("en").say(warning) == (
        "9 of 11 answers come from members with 50 people or more; of all members, 45% are so large."
    )


def test_answers_as_mixed_as_the_members_lean_nowhere():
    quality = leaning(*[60] * 4, *[300] * 3, 20, 20, 20, silent=[60, 60, 300, 20])

    assert not {"larger_firms", "smaller_firms", "one_size"} & set(warning_keys(quality))
