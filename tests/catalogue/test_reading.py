"""Reading the catalogue: the shipped one is whole, and a broken one names every mistake."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from fastmap.catalogue.folder import catalogue_folder
from fastmap.catalogue.reading import FILES, load_catalogue
from fastmap.catalogue.tables import CatalogueError
from fastmap.model.choices import Scope, Step
from fastmap.model.facts import CONDITIONS
from fastmap.model.ids import RefId

Break = Callable[[str, str, str], Path]


@pytest.fixture
def copy(tmp_path: Path) -> Break:
    """Return a function that copies the shipped catalogue and replaces one text in one of its files."""
    for name in FILES:
        shutil.copy(Path(str(catalogue_folder())) / f"{name}.toml", tmp_path)

    def replace(file: str, old: str, new: str) -> Path:
        text = (tmp_path / file).read_text(encoding="utf-8")
        assert old in text, "the mistake must really be made"
        (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return tmp_path

    return replace


def test_the_shipped_catalogue_is_read_once() -> None:
    assert load_catalogue() is load_catalogue()


def test_the_shipped_catalogue_holds_everything_in_order() -> None:
    catalogue = load_catalogue()

    ids = "X1 X2 X3 X4 X5 A1 A2 A3 A4 D1 B1 B2 B3 B4 B5 E1 E2 E3 C1 C2 F1 F2"
    assert tuple(catalogue.actions) == tuple(ids.split())
    assert len(catalogue.practices) == 8
    assert len(catalogue.measures) == 26
    assert len(catalogue.sectors) == 24
    assert "".join(catalogue.nace_sections) == "ABCDEFGHIJKLMNOPQRSTUV"
    assert len(catalogue.checklist) == 10
    assert [len(catalogue.indicators_of(step)) for step in Step] == [5, 5, 5, 4]
    assert len(catalogue.placement) == 3
    assert [kpi.objective.value for kpi in catalogue.kpis] == 5 * ["euroclusters_4a"] + 4 * ["euroclusters_4b"] + 3 * [
        "pact_for_skills"
    ]
    assert [kpi.key for kpi in catalogue.kpis if kpi.mandatory] == ["staff_trained", "smes_investing"]


def test_rules_are_those_of_the_method() -> None:
    rules = load_catalogue().rules

    assert (rules.min_users, rules.supported_users, rules.min_unused) == (3, 5, 3)
    assert (rules.balanced_share, rules.suffices_share) == (0.30, 0.80)
    weights = {"reach": 0.30, "size": 0.25, "severity": 0.20, "urgency": 0.15, "scarcity": 0.10}
    assert rules.priority_weights == weights
    assert {key.value: points for key, points in rules.severity_points.items()} == {
        "stops": 4,
        "orders": 4,
        "delays": 3,
        "cost": 2,
        "little": 1,
    }
    assert (rules.resamples, rules.interval, rules.top_k) == (1000, 0.90, 10)
    assert (rules.strong_stage, rules.step_ready, rules.privacy_k, rules.cards) == (3, 50, 5, 3)
    assert (rules.min_suitable, rules.formal_stage, rules.named_fit) == (2, 4, 0.3)
    assert (rules.feasibility_base, rules.stage_base, rules.invite_base) == (0.25, 0.4, 0.8)
    assert (rules.gap_empty, rules.gap_started, rules.step_impact_floor) == (1.0, 0.8, 0.5)


def test_priority_weights_sum_to_one() -> None:
    assert sum(load_catalogue().rules.priority_weights.values()) == pytest.approx(1.0)


def test_targets_are_those_of_the_method() -> None:
    targets = {indicator.key: (indicator.unit, indicator.target) for indicator in load_catalogue().indicators}

    assert targets == {
        "education_types_inside": ("count", 3),
        "education_linked_share": ("share", 0.5),
        "response_rate": ("share", 0.30),
        "sme_share_gap": ("share", 0.10),
        "internship_tie_share": ("share", 0.20),
        "alone_actions_running": ("count", 3),
        "monitoring_running": ("yes_no", 1),
        "top10_served_share": ("share", 0.5),
        "team_assessment": ("share", 0.60),
        "mapping_repeated": ("yes_no", 1),
        "regional_actions_serving": ("count", 2),
        "partner_types_formal": ("count", 3),
        "checklist_partly": ("count", 6),
        "s3_forum": ("yes_no", 1),
        "regional_cluster_linked": ("yes_no", 1),
        "international_action_running": ("yes_no", 1),
        "international_partner_linked": ("yes_no", 1),
        "shared_skill": ("yes_no", 1),
        "exchange_recent": ("yes_no", 1),
    }


def test_only_the_distance_between_shares_is_better_when_lower() -> None:
    lower = [indicator for indicator in load_catalogue().indicators if indicator.lower_is_better]

    assert [indicator.key for indicator in lower] == ["sme_share_gap"]
    assert lower[0].is_met(0.10)
    assert not lower[0].is_met(0.11)


def test_a_value_on_its_target_meets_it() -> None:
    count = next(item for item in load_catalogue().indicators if item.key == "alone_actions_running")

    assert count.is_met(3)
    assert not count.is_met(2)


def test_fit_is_between_nothing_and_one() -> None:
    for action in load_catalogue().actions.values():
        assert all(0 < fit <= 1 for fit in action.fit.values()), action.id


def test_actions_that_serve_a_step_are_those_of_the_method() -> None:
    serving = [ref for ref, action in load_catalogue().actions.items() if action.serves_step]

    assert serving == ["X1", "X2", "X3", "X4", "X5", "D1", "C1", "C2", "F1", "F2"]


def test_an_action_that_serves_a_step_moves_an_indicator_of_that_step() -> None:
    catalogue = load_catalogue()

    for action in catalogue.actions.values():
        if action.serves_step:
            own = {indicator.key for indicator in catalogue.indicators_of(action.step)}
            assert own & set(action.moves), action.id


def test_prerequisites_use_the_closed_vocabulary() -> None:
    used = {name for action in load_catalogue().actions.values() for name in action.prerequisites}

    assert used <= CONDITIONS


def test_every_action_could_be_paid_for_by_a_measure() -> None:
    catalogue = load_catalogue()
    paid = {ref for measure in catalogue.measures for ref in measure.actions}

    assert paid == set(catalogue.actions)


def test_measures_stand_at_both_levels_of_every_step() -> None:
    found = [(measure.step.value, measure.level) for measure in load_catalogue().measures]

    assert {key: found.count(key) for key in sorted(set(found))} == {
        ("broaden", "eu"): 3,
        ("broaden", "regional"): 4,
        ("connect", "eu"): 3,
        ("connect", "regional"): 2,
        ("develop", "eu"): 5,
        ("develop", "regional"): 2,
        ("engage", "eu"): 3,
        ("engage", "regional"): 4,
    }


def test_only_actions_done_alone_have_no_partner_kinds() -> None:
    for action in load_catalogue().actions.values():
        assert (action.cell.scope is Scope.ALONE) == (not action.partner_types), action.id


def test_the_stamp_changes_with_the_content(copy: Break) -> None:
    folder = copy("rules.toml", "min_users = 3 ", "min_users = 4 ")

    changed, shipped = load_catalogue(folder), load_catalogue()

    assert changed.rules.min_users == 4
    assert changed.stamp.sha256 != shipped.stamp.sha256
    assert changed.stamp.version == shipped.stamp.version


def test_line_ends_of_another_system_do_not_change_the_stamp(copy: Break) -> None:
    folder = copy("rules.toml", "min_users = 3 ", "min_users = 3 ")
    for file in folder.glob("*.toml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))

    assert load_catalogue(folder).stamp == load_catalogue().stamp


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("actions.toml", 'id = "A2"', 'id = "A1"', "actions.toml [action A1] id: stands there twice"),
        ("actions.toml", 'scope = "regional"', 'scope = "local"', "actions.toml [action X1] scope: 'local' is not one"),
        ("actions.toml", "shortage = 0.3", "shortage = 1.3", "actions.toml [action X1] fit: shortage = 1.3"),
        ("actions.toml", "shortage = 0.3", "shortages = 0.3", "actions.toml [action X1] fit: 'shortages'"),
        (
            "actions.toml",
            '"members_recorded"',
            '"members_know"',
            "actions.toml [action X1] prerequisites: 'members_know'",
        ),
        ("actions.toml", '"response_rate", ', '"answer_rate", ', "actions.toml [action X4] moves: 'answer_rate'"),
        ("actions.toml", "days_low = 3,", "days_low = 9,", "actions.toml [action X1.cost] days_low: is above"),
        ("actions.toml", "money_high = 1500", "money = 1500", "actions.toml [action X1.cost] money: unknown key"),
        ("actions.toml", 'timing = ["ST", "MT"]', "timing = []", "actions.toml [action X1] timing: is empty"),
        ("actions.toml", "partner_types = []", 'partner_types = ["vet"]', "actions.toml [action X2] partner_types:"),
        ("actions.toml", 'source = "section5"', 'source = "hearsay"', "actions.toml [action X1] source: 'hearsay'"),
        ("actions.toml", "serves_step = true", "serves_step = 1", "actions.toml [action X1] serves_step: 1"),
        ("actions.toml", "serves_step", "serve_step", "actions.toml [action X1] serve_step: unknown key"),
        ("actions.toml", 'timing = ["MT", "LT"]', 'timing = ["ST"]', "actions.toml [action D1] timing: an action of"),
        ("actions.toml", "[[action]]", "[action", "actions.toml [] : is not TOML"),
        ("practices.toml", '"encuentra"', '""', "practices.toml [practice ] key: '' is not a text"),
        (
            "practices.toml",
            '["firm", ',
            '["firm", "firm", ',
            "practices.toml [practice encuentra] partner_types: 'firm'",
        ),
        ("steps.toml", "target = 0.50", "target = 50", "steps.toml [indicator education_linked_share] target: 50"),
        ("steps.toml", 'unit = "count"', 'unit = "heads"', "steps.toml [indicator education_types_inside] unit:"),
        ("steps.toml", '"X5"', '"X9"', "steps.toml [measure broaden_explain] actions: 'X9'"),
        ("steps.toml", 'level = "eu"', 'level = "moon"', "steps.toml [measure broaden_explain_eu] level: 'moon'"),
        ("codes.toml", '"energy", ', '"ict", ', "codes.toml [] sectors: 'ict' stands there twice"),
        ("codes.toml", 'us = "alone"', 'us = "we"', "codes.toml [placement who.answers] us: 'we'"),
        ("codes.toml", 'decides = "scope"', 'decides = "colour"', "codes.toml [placement who] decides: 'colour'"),
        ("rules.toml", "reach = 0.30", "reach = 0.40", "rules.toml [priority] weights: sum to 1.1, not to 1"),
        ("rules.toml", "little = 1", "", "rules.toml [priority] severity_points: little is missing"),
        ("rules.toml", "little = 1", "little = 0", "rules.toml [priority] severity_points: little = 0"),
        ("rules.toml", "supported_users = 5", "supported_users = 2", "rules.toml [evidence] supported_users: is below"),
        ("rules.toml", "seed = ", "seeds = ", "rules.toml [robustness] seed: missing, should be a whole number"),
        ("rules.toml", "[privacy]", "[privacies]", "rules.toml [] privacy: missing, should be a table"),
        ("kpis.toml", 'unit = "people"', 'unit = "heads"', "kpis.toml [kpi staff_trained] unit: 'heads'"),
        ("kpis.toml", '"euroclusters_4a"', '"own"', "kpis.toml [kpi staff_trained] key: own indicators stand"),
        (
            "kpis.toml",
            'part_of = "exchanges"',
            'part_of = "trips"',
            "kpis.toml [kpi exchanges_with_smes] part_of: 'trips'",
        ),
        (
            "kpis.toml",
            'part_of = "exchanges"',
            'part_of = "exchanges_with_smes"',
            "kpis.toml [kpi exchanges_with_smes] key: cannot",
        ),
        (
            "kpis.toml",
            "share_target = 0.50",
            "share_target = 50",
            "kpis.toml [kpi exchanges_with_smes] share_target: 50",
        ),
        ("kpis.toml", "mandatory = true", "", "kpis.toml [kpi staff_trained] mandatory: missing"),
        (
            "kpis.toml",
            'beside = ["smes_served"]',
            'beside = ["nobody"]',
            "kpis.toml [kpi smes_investing] beside: 'nobody'",
        ),
        (
            "kpis.toml",
            'source = "euroclusters"',
            'source = "hearsay"',
            "kpis.toml [kpi staff_trained] source: 'hearsay'",
        ),
        ("kpis.toml", "target = 50", "taget = 50", "kpis.toml [kpi exchanges] taget: unknown key"),
        (
            "kpis.toml",
            'key = "training_plans"',
            'key = "staff_trained"',
            "kpis.toml [kpi staff_trained] key: stands there",
        ),
        ("catalogue.toml", 'version = "1.2.0"', "", "catalogue.toml [] version: missing, should be a text"),
        (
            "catalogue.toml",
            'version = "1.2.0"',
            'version = "1.2.0"\nversoin = 2',
            "catalogue.toml [] versoin: unknown key",
        ),
    ],
)
def test_a_mistake_is_named_with_file_table_and_key(copy: Break, file: str, old: str, new: str, place: str) -> None:
    folder = copy(file, old, new)

    with pytest.raises(CatalogueError) as error:
        load_catalogue(folder)

    assert place in str(error.value)


def test_all_mistakes_are_named_at_once(copy: Break) -> None:
    copy("actions.toml", 'scope = "regional"', 'scope = "local"')
    folder = copy("rules.toml", "reach = 0.30", "reach = 0.40")

    with pytest.raises(CatalogueError) as error:
        load_catalogue(folder)

    assert {problem.file for problem in error.value.problems} == {"actions.toml", "rules.toml"}


def test_a_missing_file_is_named(copy: Break) -> None:
    folder = copy("rules.toml", "[privacy]", "[privacy]")
    (folder / "codes.toml").unlink()

    with pytest.raises(CatalogueError, match=r"codes\.toml .*cannot be read"):
        load_catalogue(folder)


def test_reference_ids_find_their_action() -> None:
    catalogue = load_catalogue()

    assert all(catalogue.actions[RefId(ref)].id == ref for ref in catalogue.actions)
