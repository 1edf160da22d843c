"""What already runs is kept, and told what else it could serve."""

from typing import Any

from fastmap.advice.keeping import keep_and_deepen
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import ActionStatus, Verdict
from fastmap.model.results import KeepAndDeepen, Ranking, SkillResult
from tests.support.builders import make_action, make_snapshot
from tests.support.result_builders import group_result, skill_result, skill_uri

EN = load_texts("en")


def kept(*results: SkillResult, **action: Any) -> KeepAndDeepen:
    reference = action.pop("reference", "B2")
    snapshot = make_snapshot(actions=[make_action(reference, **action)])
    found = keep_and_deepen(
        snapshot=snapshot,
        catalogue=load_catalogue(),
        skills=tuple(result for result in results if not result.is_group),
        groups=tuple(result for result in results if result.is_group),
    )
    assert len(found) == 1
    return found[0]


def test_a_running_action_is_told_the_top_needs_it_fits_and_does_not_name() -> None:
    item = kept(skill_result("Welding"), skill_result("Robotics", priority=90.0), skills=(skill_uri("Welding"),))

    assert item.needs == (skill_uri("Robotics"),)
    assert EN.say(item.advice) == "Keep it, and let it also serve Robotics."


def test_needs_that_it_does_not_fit_are_left_to_other_actions() -> None:
    item = kept(skill_result("Welding", Verdict.UPTAKE_GAP), skills=(skill_uri("Robotics"),))

    assert item.needs == ()
    assert EN.say(item.advice) == "Keep it: it names the top needs that it fits."


def test_needs_below_the_top_ten_are_not_told() -> None:
    item = kept(skill_result("Welding", ranking=Ranking(priority=30.0, rank=11)), skills=())

    assert item.needs == ()
    assert EN.say(item.advice) == "Keep it, and record which skills it serves."


def test_naming_a_group_covers_its_skills_and_naming_a_skill_covers_its_group() -> None:
    group = skill_uri("Metalwork")
    single = skill_result("Welding", group=group)
    whole = group_result("Metalwork", [single.uri], users=9)

    by_group = kept(single, whole, skills=(group,))
    by_skill = kept(single, whole, skills=(single.uri,))

    assert by_group.needs == ()
    assert by_skill.needs == ()


def test_an_own_action_without_reference_is_kept_without_guessing() -> None:
    item = kept(skill_result("Welding"), reference=None, skills=(skill_uri("Robotics"),))

    assert item.needs == ()
    assert EN.say(item.advice).startswith("Keep it. It follows no reference action")


def test_only_what_runs_is_kept() -> None:
    statuses = [status for status in ActionStatus if status is not ActionStatus.RUNNING]
    snapshot = make_snapshot(actions=[make_action("B2", id=str(status), status=status) for status in statuses])

    assert keep_and_deepen(snapshot=snapshot, catalogue=load_catalogue(), skills=(), groups=()) == ()
