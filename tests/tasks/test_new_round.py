"""The next round begins where the last one stands, and can be compared with it when its file is gone."""

from dataclasses import replace
from datetime import date

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import (
    AnswerChecklist,
    AnswerIndicator,
    AnswerRecommendation,
    ImportResponses,
    OverrideVerdict,
    SaveMembers,
    SetIndicatorTarget,
    SetMemberStatus,
    SetPriorityWeights,
    SetTextsAside,
)
from fastmap.errors import FastmapError
from fastmap.model.actions import ChecklistAnswer, IndicatorAnswer, IndicatorTarget, RecommendationDecision
from fastmap.model.choices import ChecklistState, MappingHow, MemberStatus, RecommendationAnswer, SmeStatus, Verdict
from fastmap.model.comparison import NeedChange
from fastmap.model.organisations import Contact, Registration
from fastmap.model.skills import SetAside, VerdictOverride
from fastmap.model.weights import PriorityWeights
from fastmap.pipeline import run
from fastmap.tasks.earlier_round import earlier_round_in, take_earlier_round
from fastmap.tasks.new_round import start_round_from_file
from fastmap.tasks.previous_round import previous_round
from fastmap.tasks.sending import form_contents
from tests.support.builders import EN, make_member, shipped_catalogue
from tests.support.sample_file import put_sample

TODAY = date(2026, 11, 2)
REGISTRATION = Registration(member="M002", registration_number="0042", sme=SmeStatus.NO, sme_basis="group of firms")
TARGET = IndicatorTarget(key="response_rate", target=0.5)
WEIGHTS = PriorityWeights(reach=0.4, size=0.2, severity=0.2, urgency=0.1, scarcity=0.1)


@pytest.fixture(scope="module")
def sample_bytes(tmp_path_factory):
    """The sample with one of everything that is carried over, or is not."""
    path = tmp_path_factory.mktemp("old") / "Ferrana 2026.fastmap"
    put_sample(path)
    with Assessment.open(path) as old:
        old.apply(SetPriorityWeights(weights=WEIGHTS))
        old.apply(SetIndicatorTarget(target=TARGET))
        old.apply(AnswerChecklist(answers=(ChecklistAnswer(item="leader_named", state=ChecklistState.YES),)))
        old.apply(AnswerIndicator(answer=IndicatorAnswer(key="s3_forum", value=1)))
        old.apply(
            AnswerRecommendation(decision=RecommendationDecision(recommendation="X1", answer=RecommendationAnswer.NO))
        )
        skill = old.snapshot().skills[0].uri
        old.apply(OverrideVerdict(override=VerdictOverride(skill=skill, verdict=Verdict.DEFICIT, reason="the board")))
        old.apply(SetTextsAside(texts=(SetAside(text_key="nothing", language=EN),)))
        contacts = (
            Contact(member="M001", name="A. Person", email="a@example.org", consent_expires=date(2027, 1, 1)),
            Contact(member="M002", name="B. Person", consent_expires=date(2026, 11, 1)),
            Contact(member="M003", name="C. Person", consent_expires=TODAY),
            Contact(member="M004", name="D. Person"),
        )
        old.apply(SaveMembers(members=(), contacts=contacts, registrations=(REGISTRATION,)))
        old.apply(SetMemberStatus(codes=("M005",), status=MemberStatus.REFUSED))
    return path.read_bytes()


@pytest.fixture
def old(tmp_path, sample_bytes):
    path = tmp_path / "Ferrana 2026.fastmap"
    path.write_bytes(sample_bytes)
    return path


@pytest.fixture
def new(tmp_path):
    return tmp_path / "Ferrana 2028.fastmap"


def start(old, new, label="2028"):
    return start_round_from_file(old, new, round_label=label, today=TODAY)


def content(path):
    with Assessment.open(path, read_only=True) as assessment:
        return assessment.snapshot(), assessment.contacts(), assessment.history()


def refusal(old, new, label="2028"):
    with pytest.raises(FastmapError) as caught:
        start(old, new, label)
    return caught.value.code


def test_registrations_are_carried_over_whole(old, new):
    start(old, new)

    with Assessment.open(new, read_only=True) as assessment:
        assert assessment.registrations() == (REGISTRATION,)


def test_what_stays_true_is_carried_over_and_what_is_asked_anew_is_not(old, new):
    start(old, new)

    then, now = content(old)[0], content(new)[0]
    assert now.cluster == then.cluster
    assert now.members == tuple(replace(member, status=MemberStatus.NOT_ASKED) for member in then.members)
    assert (now.partners, now.offers, now.ties) == (then.partners, then.offers, then.ties)
    assert (now.commitments, now.actions, now.named) == (then.commitments, then.actions, then.named)
    assert (now.action_plans, now.capacity) == (then.action_plans, then.capacity)
    assert (now.own_kpis, now.kpi_goals, now.kpi_entries) == (then.own_kpis, then.kpi_goals, then.kpi_entries)
    assert all((now.action_plans, now.capacity, now.own_kpis, now.kpi_goals, now.kpi_entries))
    assert (now.practices, now.targets) == (then.practices, (TARGET,))
    assert now.practices
    assert (now.grant, now.logo) == (replace(then.grant, deliverable=None), then.logo)
    assert now.logo is not None
    assert then.grant.deliverable
    assert (now.team, now.decision_plans) == ((), ())
    assert (now.workshops, now.ballots, now.ballot_papers) == ((), (), ())
    assert all((then.workshops, then.ballots))
    assert (now.skills, now.weights, now.checklist_answers) == (then.skills, WEIGHTS, then.checklist_answers)
    assert {(m.text_key, m.language, m.skill) for m in now.mappings} == {
        (m.text_key, m.language, m.skill) for m in then.mappings
    }
    assert {decision.how for decision in (*now.mappings, *now.set_aside)} == {MappingHow.REMEMBERED}
    assert [aside.text_key for aside in now.set_aside] == ["nothing"]
    assert (now.responses, now.overrides, now.second_sources) == ((), (), ())
    assert (now.indicator_answers, now.decisions) == ((), ())


def test_the_new_file_is_a_round_of_its_own_and_knows_the_last_one(old, new):
    start(old, new)

    then, (now, _, history) = content(old)[0], content(new)
    assert now.info.id != then.info.id
    assert (now.info.round_label, now.info.previous_file, now.info.fictional) == ("2028", "Ferrana 2026.fastmap", True)
    assert (now.info.round_start, now.info.round_end) == (None, None)
    assert history == (), "nothing carried over can be undone by mistake"


def test_contacts_come_along_until_the_day_their_consent_expires(old, new):
    started = start(old, new)

    kept = content(new)[1]
    assert [contact.member for contact in kept] == ["M001", "M003", "M004"]
    assert (kept[0].email, kept[0].consent_expires) == ("a@example.org", date(2027, 1, 1))
    assert (started.contacts, started.contacts_expired) == (3, 1)
    assert b"B. Person" not in new.read_bytes()


def test_the_old_file_keeps_every_byte(old, new):
    before = old.read_bytes()

    start(old, new)

    assert old.read_bytes() == before
    assert sorted(path.name for path in old.parent.iterdir() if path.suffix == ".fastmap") == sorted(
        (old.name, new.name)
    )


def test_the_summary_holds_no_contact_respondent_remark_or_job(old, new):
    start(old, new)

    earlier = repr(content(new)[0].earlier)
    responses = content(old)[0].responses
    told = [text for r in responses for text in (r.remarks, *(need.job for need in r.needs)) if text]
    assert len(told) > 40
    assert [text for text in (*told, "Person") if f"'{text}'" in earlier] == []


def test_the_rounds_are_compared_when_the_old_file_is_gone(old, new):
    start(old, new)
    then = content(old)[0]
    old.unlink()
    with Assessment.open(new) as assessment:
        again = tuple(replace(response, id=f"again-{response.id}") for response in then.responses[:20])
        assessment.apply(ImportResponses(responses=again))
        found = run(assessment.snapshot(), shipped_catalogue()).since_last_round

    assert found.same == 20
    assert {change for change, count in found.totals.items() if count} == {NeedChange.SAME}
    assert found.turnover.answered_before.count == 5
    assert {story.change for story in found.actions} == {"kept"}


def test_forms_of_the_new_round_bring_last_rounds_needs(old, new):
    start(old, new)

    with Assessment.open(new) as assessment:
        contents = form_contents(assessment, previous=previous_round(old, assessment))

    filled = {content.member.code: content.earlier for content in contents if content.member and content.earlier}
    assert len(filled) == 25
    assert filled["M001"][0].skill_text == "Programación CNC"


@pytest.mark.parametrize(("label", "code"), [("  ", "round_without_label"), ("2026", "round_label_taken")])
def test_a_round_needs_a_name_of_its_own(old, new, label, code):
    assert refusal(old, new, label) == code
    assert not new.exists()


def test_a_file_that_is_there_is_never_overwritten(old, new):
    new.write_bytes(b"mine")

    assert refusal(old, new) == "file_exists"
    assert refusal(old, old) == "file_exists"
    assert new.read_bytes() == b"mine"


def test_files_that_cannot_be_read_are_told_as_everywhere(old, new, tmp_path):
    damaged, foreign, newer = (tmp_path / f"{name}.fastmap" for name in ("damaged", "foreign", "newer"))
    damaged.write_bytes(old.read_bytes()[:9000])
    foreign.write_bytes(b"no assessment")
    newer.write_bytes(old.read_bytes()[:60] + (9999).to_bytes(4, "big") + old.read_bytes()[64:])

    codes = [refusal(path, new) for path in (damaged, foreign, newer, tmp_path / "missing.fastmap")]

    assert codes == ["file_damaged", "file_foreign", "file_newer", "file_missing"]
    assert not new.exists()


# --- taking a round in later ------------------------------------------------------------------------------------------


@pytest.fixture
def apart(tmp_path, old):
    """A file made apart from the old one, with the same cluster and two of its members."""
    then = content(old)[0]
    path = tmp_path / "apart.fastmap"
    with Assessment.create(path, cluster=then.cluster, round_label="2028") as assessment:
        assessment.apply(SaveMembers(members=then.members[:2]))
    return path


def test_an_earlier_file_is_taken_in_and_can_be_undone(apart, old):
    before = old.read_bytes()
    with Assessment.open(apart) as assessment:
        found = take_earlier_round(assessment, old)

        kept = assessment.snapshot().earlier
        assert (kept.round_label, kept.file, found.known) == ("2026", "Ferrana 2026.fastmap", 2)
        assert (kept.carried_over, kept.is_other_cluster) == (False, False)
        assessment.undo()
        assert assessment.snapshot().earlier is None
    assert old.read_bytes() == before


def test_another_clusters_round_is_taken_only_if_that_is_meant_and_says_so(tmp_path, old):
    then = content(old)[0]
    path = tmp_path / "other.fastmap"
    with Assessment.create(path, cluster=replace(then.cluster, name="Wood"), round_label="2028") as assessment:
        assessment.apply(SaveMembers(members=(make_member(1), *then.members[1:2], make_member(3), make_member(4))))
        with pytest.raises(FastmapError) as caught:
            take_earlier_round(assessment, old)
        assert (caught.value.code, caught.value.facts["known"]) == ("earlier_of_other_cluster", 1)
        assert assessment.snapshot().earlier is None

        take_earlier_round(assessment, old, other_cluster=True)

        found = run(assessment.snapshot(), shipped_catalogue()).since_last_round
        assert found.is_other_cluster
        assert "comparison.flag.other_cluster" in {flag.key for flag in found.flags}


def test_a_renamed_cluster_is_known_by_its_members(tmp_path, old):
    then = content(old)[0]
    path = tmp_path / "renamed.fastmap"
    with Assessment.create(path, cluster=replace(then.cluster, name="Ferrana+"), round_label="2028") as assessment:
        assessment.apply(SaveMembers(members=then.members[:20]))

        assert not take_earlier_round(assessment, old).is_other_cluster


def test_a_round_is_not_compared_with_itself_or_a_copy(old, tmp_path):
    copy = tmp_path / "copy.fastmap"
    copy.write_bytes(old.read_bytes())
    with Assessment.open(old) as assessment:
        snapshot, open_files = assessment.snapshot(), assessment.open_files
        codes = []
        for path in (old, copy):
            with pytest.raises(FastmapError) as caught:
                earlier_round_in(path, snapshot, open_files=open_files)
            codes.append(caught.value.code)

        assert codes == ["previous_is_this_file", "earlier_is_this_round"]
        assessment.record_edit(1)  # the lock still holds
