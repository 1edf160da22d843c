"""Pictures of the network before they are drawn: names that do not cover each other, and what others may see."""

from dataclasses import replace
from datetime import date

import pytest

from fastmap.analysis.network_choice import NetworkChoice, emphasis_of
from fastmap.analysis.network_map import network_map
from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import MemberKind, PartnerType
from fastmap.report.label_places import Box, Name, placed
from fastmap.report.network_figure import anonymous_figure, named_figure
from fastmap.report.network_look import line_look, member_look, partner_look
from tests.support.builders import assess, make_member, make_partner, make_snapshot, make_tie, shipped_catalogue
from tests.support.large_networks import large_network_snapshot

DAY = date(2026, 3, 2)


@pytest.fixture(scope="module")
def large():
    return assess(large_network_snapshot())


def words_of(figure):
    parts = [figure.title, figure.alternative, figure.note, *(words for words, _, _ in figure.headings)]
    parts += [part for node in figure.nodes for part in (node.name, node.detail, node.code)]
    return " ".join([*parts, *(entry.words for entry in figure.legend)])


def cluster(tied, members=20, **changes):
    return make_snapshot(
        members=[make_member(number, name=f"Secret firm {number}") for number in range(1, members + 1)],
        partners=[make_partner("school", name="Harbour School", **changes)],
        ties=[make_tie("school", number, id=f"T{number}") for number in range(1, tied + 1)],
    )


def for_others(snapshot, language="en"):
    return anonymous_figure(assess(snapshot), shipped_catalogue(), load_texts(language), made_on=DAY)


def test_every_type_of_partner_has_its_own_letters_and_members_their_own_signs():
    for language in ("en", "es"):
        texts = load_texts(language)
        codes = [texts.term(f"network.code.{type_}") for type_ in PartnerType]
        assert len(set(codes)) == len(codes)
        assert {len(code) for code in codes} == {2}

    firms = [
        member_look(kind).size for kind in (MemberKind.MICRO, MemberKind.SMALL, MemberKind.MEDIUM, MemberKind.LARGE)
    ]
    assert firms == sorted(set(firms))
    assert max(firms) < min(partner_look(type_).size for type_ in PartnerType)
    assert member_look(None).hollow


def test_the_closer_the_partner_the_thicker_the_line():
    widths = [line_look(stage).width for stage in (1, 2, 3, 4, 5)]

    assert widths == sorted(set(widths))
    assert line_look(None).dashed
    assert not line_look(2).dashed


def test_names_cover_neither_each_other_nor_what_is_solid():
    names = [Name(key=str(n), x=20.0 * (n % 10), y=16.0 * (n // 10), gap=4, width=50, height=12) for n in range(60)]
    solid = [Box(95, 40, 105, 50)]

    found = placed(names, solid)

    boxes = [*found.values(), *solid]
    assert len(found) > 5
    assert not [(a, b) for place, a in enumerate(boxes) for b in boxes[place + 1 :] if a.meets(b)]


def test_the_first_name_finds_room_and_a_chosen_one_is_shown_whatever_it_covers():
    crowd = [Box(-200, -200, 200, 200)]
    name = Name(key="a", x=0, y=0, gap=4, width=50, height=12)

    assert placed([name], crowd) == {}
    assert set(placed([replace(name, must=True)], crowd)) == {"a"}


def test_names_stay_inside():
    found = placed([Name(key="a", x=5, y=5, gap=4, width=50, height=12)], [], inside=Box(0, 0, 100, 100))

    assert Box(0, 0, 100, 100).holds(found["a"])


def test_the_figure_for_the_team_names_everybody_and_fades_what_is_not_chosen(large):
    network = network_map(large.snapshot)
    focus = "p:P003"
    emphasis = emphasis_of(network, large, NetworkChoice(focus=focus))

    figure = named_figure(large, network, emphasis, load_texts("en"), made_on=DAY)

    assert len(figure.nodes) == 210
    assert {node.name for node in figure.nodes} >= {member.name for member in large.snapshot.members}
    assert {node.id for node in figure.nodes if not node.faded} == emphasis.nodes
    assert "600 working links" in figure.alternative


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_figure_for_others_names_no_member_and_draws_none(large, language):
    figure = anonymous_figure(large, shipped_catalogue(), load_texts(language), made_on=DAY)

    words = words_of(figure)
    assert not [member.name for member in large.snapshot.members if member.name in words]
    assert not [member.code for member in large.snapshot.members if member.code in words]
    assert len(figure.nodes) == 1 + len(large.snapshot.partners)
    assert not {node.id for node in figure.nodes} & {partner.id for partner in large.snapshot.partners}
    # Every line begins at the cluster: none tells who works with whom.
    assert {link.here for link in figure.links} == {"cluster"}


@pytest.mark.parametrize(
    ("tied", "members", "words"),
    [
        (0, 20, "no link recorded"),
        (4, 20, "< 5 members"),
        (5, 20, "5 members"),
        (15, 20, "15 members"),
        (16, 20, "number withheld"),
        (20, 20, "20 members"),
    ],
)
def test_a_number_is_told_only_where_neither_it_nor_the_rest_is_small(tied, members, words):
    figure = for_others(cluster(tied, members))

    assert [node.detail for node in figure.nodes if node.code] == [words]


def test_a_partner_that_is_a_member_appears_by_type_without_stage_and_number():
    figure = for_others(cluster(10, in_cluster=True, stage=5))

    (node,) = [node for node in figure.nodes if node.code]
    assert (node.name, node.detail) == ("Member: Vocational training", "")
    assert [link.look for link in figure.links] == [line_look(None)]
    assert "Harbour" not in words_of(figure)


def test_a_partner_whose_name_holds_that_of_a_member_is_not_named():
    snapshot = cluster(10)
    (partner,) = snapshot.partners

    figure = for_others(replace(snapshot, partners=(replace(partner, name="School of Secret firm 3"),)))

    assert "Secret" not in words_of(figure)


def test_the_figure_for_others_is_the_same_on_every_run_but_for_its_codes(large):
    def shape(figure):
        return [(node.x, node.y, node.name, node.detail) for node in figure.nodes]

    first, second = (anonymous_figure(large, shipped_catalogue(), load_texts("en"), made_on=DAY) for _ in range(2))

    assert shape(first) == shape(second)


@pytest.mark.parametrize(
    ("language", "one", "two"), [("en", "1 partner;", "2 partners;"), ("es", "1 socio;", "2 socios;")]
)
def test_the_words_beside_the_figure_for_others_count_partners(language, one, two):
    partners = (make_partner("a", name="School A"), make_partner("b", name="School B"))

    alone, both = (
        for_others(make_snapshot(members=(make_member(1),), partners=some), language).alternative
        for some in (partners[:1], partners)
    )

    assert one in alone
    assert two in both
