"""Clusters of the firms' texts, the decisions about them, and how many decisions the sample takes."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import RemoveMappings
from fastmap.model.choices import MappingHow, SkillSource
from fastmap.model.skills import SetAside, Split, SplitPart
from fastmap.tasks.consolidating import ClusterState, Doubt, clusters, propose_texts, together
from fastmap.tasks.text_decisions import (
    ChosenPart,
    accepting_exact,
    keeping_as_own,
    merging,
    placing_texts,
    renaming,
    setting_aside,
    splitting,
)
from fastmap.vocabulary.index import open_index
from tests.support.builders import (
    cluster_where,
    make_mapping,
    make_member,
    make_need,
    make_response,
    make_skill,
    make_snapshot,
)
from tests.support.sample_file import put_sample

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
WELDING = make_skill("Welding")


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return open_index(tmp_path_factory.mktemp("vocabulary"))


def sorted_out(snapshot, index):
    proposals = propose_texts(snapshot, index)
    return clusters(snapshot, proposals.by_id), proposals


def test_texts_of_several_languages_that_propose_the_same_skill_come_together(index):
    forms = [
        make_response(1, make_need("Data analytics for production", short_12m=2)),
        make_response(2, make_need("Production data analytics", short_12m=3)),
        make_response(3, make_need("Análisis de datos de producción", short_12m=1), language="es"),
    ]
    snapshot = make_snapshot(members=[make_member(n) for n in (1, 2, 3)], responses=forms)

    found, proposals = sorted_out(snapshot, index)

    cluster = next(cluster for cluster in found if len(cluster.texts) > 1)
    assert proposals.skills[cluster.skill].label("en") == "data analysis"
    assert (cluster.languages, cluster.members, cluster.short_12m) == ({"en", "es"}, 3, 6)
    assert sum(len(cluster.texts) for cluster in found) == 3


def test_how_sure_a_proposal_is_keeps_texts_apart_and_orders_clusters(index):
    snapshot = cluster_where(
        [make_need("cybersecurity")],
        [make_need("Industrial cyber security")],
        [make_need("Cyber security for connected machines")],
        [make_need("welding and English")],
        [make_need("xqzzy robots of mars")],
    )

    found, _ = sorted_out(snapshot, index)

    assert [cluster.doubt for cluster in found] == [
        Doubt.EXACT,
        Doubt.LIKELY,
        Doubt.SEVERAL,
        Doubt.DOUBTFUL,
        Doubt.NOTHING,
    ]
    assert found[-1].skill is None


def test_without_proposals_the_same_text_in_two_languages_waits_together():
    forms = [make_response(1, make_need("CAD")), make_response(2, make_need("cad"), language="es")]
    snapshot = make_snapshot(members=[make_member(1), make_member(2)], responses=forms)

    (cluster,) = clusters(snapshot, {})

    assert (cluster.state, cluster.doubt, cluster.members) == (ClusterState.OPEN, None, 2)


def test_a_firm_counts_once_with_its_larger_figure():
    snapshot = cluster_where(
        [make_need("CAD", short_now=1, short_12m=5), make_need("cad", row=2, short_now=3)], [make_need("CAD")]
    )

    (cluster,) = clusters(snapshot, {})

    assert (cluster.members, cluster.short_now, cluster.short_12m) == (2, 3, 5)


def test_decided_texts_stand_below_their_skills_and_split_ones_below_each(index):
    cad = make_skill("CAD")
    snapshot = cluster_where(
        [make_need("welding")],
        [make_need("welding, CAD")],
        [make_need("no idea")],
        skills=[WELDING, cad],
        mappings=[make_mapping("welding", WELDING)],
    )
    parts = (SplitPart(text="welding", skill=WELDING.uri), SplitPart(text="CAD", skill=cad.uri))
    split = Split(text_key="welding cad", language="en", parts=parts, how=MappingHow.REMEMBERED)
    snapshot = replace(snapshot, splits=(split,), set_aside=(SetAside(text_key="no idea", language="en"),))

    found = {cluster.key: cluster for cluster in clusters(snapshot, {})}

    assert [text.text for text in found[f"skill/{WELDING.uri}"].texts] == ["welding", "welding, CAD"]
    assert [text.part for text in found[f"skill/{cad.uri}"].texts] == ["CAD"]
    assert found[f"skill/{cad.uri}"].is_remembered
    assert [cluster.state for cluster in found.values()].count(ClusterState.SET_ASIDE) == 1


def test_several_clusters_are_decided_about_as_one(index):
    snapshot = cluster_where([make_need("OT cybersecurity")], [make_need("xqzzy"), make_need("cybersecurity", row=2)])
    found, _ = sorted_out(snapshot, index)

    one = together(found, snapshot)

    assert (len(one.texts), one.members, one.doubt) == (3, 2, Doubt.NOTHING)
    assert one.options[0].uri == found[0].skill


# --- decisions --------------------------------------------------------------------------------------------------------


def test_placing_a_cluster_notes_of_each_text_whether_it_was_proposed(index):
    snapshot = cluster_where([make_need("OT cybersecurity")], [make_need("xqzzy")])
    found, proposals = sorted_out(snapshot, index)
    uri = found[0].skill

    change = placing_texts(snapshot, index, [("ot cybersecurity", "en"), ("xqzzy", "en")], uri, NOW, proposals.by_id)

    first, second = change.mappings
    assert (first.how, first.score) == (MappingHow.SUGGESTED, found[0].options[0].score)
    assert (second.how, second.score) == (MappingHow.BY_HAND, None)
    assert [skill.uri for skill in change.skills] == [uri]


def test_all_exact_ones_are_accepted_in_one_change(index):
    snapshot = cluster_where([make_need("cybersecurity"), make_need("Welding", row=2)], [make_need("xqzzy")])
    found, _ = sorted_out(snapshot, index)

    change = accepting_exact(snapshot, index, found, NOW)

    assert {mapping.text_key for mapping in change.mappings} == {"cybersecurity", "welding"}
    assert {mapping.how for mapping in change.mappings} == {MappingHow.EXACT}
    assert len(change.skills) == 2
    assert accepting_exact(snapshot, index, (), NOW) is None


def test_an_own_skill_has_the_name_it_was_given_and_takes_further_texts_in(index):
    snapshot = cluster_where([make_need("retro")])

    first = keeping_as_own(snapshot, " Retro\nfit ", [("retro", "en"), ("retro", "es")], NOW)
    snapshot = replace(snapshot, skills=tuple(replace(skill, labels={"en": "Renamed"}) for skill in first.skills))
    second = keeping_as_own(snapshot, "retro fit", [("other", "en")], NOW)

    assert first.skills[0].labels == {"en": "Retro fit"}
    assert {mapping.skill for mapping in (*first.mappings, *second.mappings)} == {first.skills[0].uri}
    assert second.skills == ()
    assert keeping_as_own(snapshot, "  ", [("retro", "en")], NOW) is None


def test_a_split_takes_skills_and_own_words_and_leaves_blanks_out(index):
    snapshot = cluster_where([make_need("welding, retrofit, etc")], skills=[WELDING])

    change = splitting(
        snapshot,
        index,
        ("welding retrofit etc", "en"),
        [
            ChosenPart(text="welding", skill=WELDING.uri),
            ChosenPart(text="retrofit", skill=None),
            ChosenPart(text=" ", skill=None),
        ],
        NOW,
    )

    (split,) = change.splits
    assert [part.text for part in split.parts] == ["welding", "retrofit"]
    assert [skill.source for skill in change.skills] == [SkillSource.OWN]
    single = splitting(snapshot, index, ("x", "en"), [ChosenPart(text="x", skill=WELDING.uri)], NOW)
    assert single.mappings[0].skill == WELDING.uri
    assert splitting(snapshot, index, ("x", "en"), [], NOW) is None


def test_merging_and_renaming_say_nothing_where_nothing_changes(index):
    own = replace(make_skill("Retro"), labels={"es": "retro"})
    snapshot = cluster_where([], skills=[WELDING, own])

    assert merging(snapshot, index, [WELDING.uri], WELDING.uri) is None
    assert merging(snapshot, index, [own.uri], WELDING.uri).merged == (own.uri,)
    assert renaming(own, " retro ", "en") is None
    assert renaming(own, "Retrofit", "en").language == "es"


# --- the figure to reach ----------------------------------------------------------------------------------------------


def test_consolidating_the_sample_takes_under_forty_decisions(index, tmp_path, capsys):
    """A person who wants what the sample's file says in the end.

    Exact ones at once; a cluster whose proposal is wanted for all its texts: one key; a text that stands wrong: one
    decision of its own (another candidate, a search, a split, an own skill or setting aside are one each).
    """
    path = tmp_path / "sample.fastmap"
    put_sample(path)
    with Assessment.open(path, backup_folder=tmp_path / "backups") as assessment:
        before = assessment.snapshot()
        wanted = {(mapping.text_key, mapping.language): mapping.skill for mapping in before.mappings}
        assessment.apply(RemoveMappings(texts=tuple(wanted)))
        snapshot = assessment.snapshot()
        found, proposals = sorted_out(snapshot, index)
        texts = sum(len(cluster.texts) for cluster in found)
        answers = sum(len(text.voices) for cluster in found for text in cluster.texts)
        assessment.apply(accepting_exact(snapshot, index, found, NOW))
        decisions = 1
        for cluster in found:
            snapshot = assessment.snapshot()
            right = [text.text_id for text in cluster.texts if wanted.get(text.text_id, cluster.skill) == cluster.skill]
            if right and cluster.skill is not None and cluster.doubt is not Doubt.EXACT:
                change = placing_texts(snapshot, index, right, cluster.skill, NOW, proposals.by_id)
                assessment.apply(change)
                decisions += 1
            for text in cluster.texts:
                if text.text_id in right and cluster.skill is not None:
                    continue
                snapshot = assessment.snapshot()
                if text.text_id in wanted:
                    change = placing_texts(snapshot, index, [text.text_id], wanted[text.text_id], NOW)
                elif text.text == "Graphic design":
                    change = keeping_as_own(snapshot, text.text, [text.text_id], NOW)
                else:
                    change = setting_aside([text.text_id], NOW)
                assessment.apply(change)
                decisions += 1
        after = assessment.snapshot()

    with capsys.disabled():
        print(f"\n{answers} answers, {texts} texts, {len(found)} clusters: {decisions} decisions")
    assert not [cluster for cluster in clusters(after, {}) if cluster.state is ClusterState.OPEN]
    placed = {(mapping.text_key, mapping.language): mapping.skill for mapping in after.mappings}
    assert {text_id: placed.get(text_id) for text_id in wanted} == wanted
    assert decisions < 40
