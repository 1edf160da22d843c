"""The network as a figure for slides and print: with names for the cluster team, and one for others that names nobody.

The figure for others is another drawing, not the same with its names left out: who is tied to which partners can tell
who a dot is. It shows the cluster in the middle, the partners around it and how many members work with each (decision
record 0206).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from fastmap.analysis.network_choice import Emphasis
from fastmap.analysis.network_map import NetworkMap
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.choices import MemberKind, PartnerType
from fastmap.model.ids import LanguageCode
from fastmap.model.messages import Fact
from fastmap.model.organisations import Partner
from fastmap.model.results import Results
from fastmap.report.badges import Tone
from fastmap.report.disclosure import is_small, may_tell
from fastmap.report.network_look import FAMILY_OF, Family, LineLook, Look, Shape, line_look, member_look, partner_look
from fastmap.report.privacy import protect
from fastmap.report.protection import k_in_force
from fastmap.report.tied_members import tied_members
from fastmap.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureNode:
    """One organisation of the figure."""

    id: str
    x: float
    y: float
    look: Look
    name: str
    code: str = ""
    detail: str = ""
    """A second line below its name."""
    double: bool = False
    marked: bool = False
    rank: int = 0
    """Names of lower ranks are placed first."""
    faded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLink:
    """One line of the figure."""

    here: str
    there: str
    look: LineLook
    faded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """What a sign or a line stands for."""

    words: str
    looks: tuple[Look, ...] = ()
    code: str = ""
    line: LineLook | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFigure:
    """Everything that is drawn, in points, y downwards; finished words."""

    title: str
    alternative: str
    cluster: str
    round_label: str
    made_on: date
    language: LanguageCode
    nodes: tuple[FigureNode, ...]
    links: tuple[FigureLink, ...]
    headings: tuple[tuple[str, float, float], ...]
    legend: tuple[LegendEntry, ...]
    note: str = ""
    mark: str = ""
    """Whom the picture is for, where it is not for everybody."""


_CENTRE = "cluster"
_CENTRE_LOOK = Look(shape=Shape.CIRCLE, tone=Tone.PRIMARY, size=84.0)
_AROUND = 150.0
_ON_ONE_RING = 15
_RINGS = (((1.0,), 1.5), ((1.0, 1.62), 1.35), ((2.2, 1.55, 2.2, 0.92, 1.55), 1.05))
"""For few, for more, for many: how far out one after the other stands, and how much wider than high all is."""
_STAGES = ((None, "hardly"), (2, "contact"), (3, "occasional"), (4, "formal"), (5, "alliance"))
_FIRMS = (MemberKind.MICRO, MemberKind.SMALL, MemberKind.MEDIUM, MemberKind.LARGE)


def named_figure(
    results: Results, network: NetworkMap, emphasis: Emphasis | None, texts: Texts, *, made_on: date
) -> NetworkFigure:
    """Return the whole map with names, as it stands out under ``emphasis``: for the cluster team."""
    snapshot = results.snapshot
    members = {member.code: member for member in snapshot.members}
    partners = {partner.id: partner for partner in snapshot.partners}
    measures = results.ecosystem.network
    brokers = frozenset(measures.brokers if measures is not None else ())
    nodes = []
    for node in network.nodes:
        member = members.get(node.member) if node.member is not None else None
        partner = partners.get(node.partner) if node.partner is not None else None
        look = partner_look(partner.type) if partner else member_look(member.kind if member else None)
        is_broker = node.id in brokers
        nodes.append(
            FigureNode(
                id=node.id,
                x=node.x,
                y=node.y,
                look=look,
                name=(member.name if member else "") or (partner.name if partner else "") or node.id,
                code=texts.term(f"network.code.{partner.type}") if partner else "",
                double=member is not None and partner is not None,
                marked=is_broker,
                rank=0 if is_broker else 1 if partner else 2,
                faded=emphasis is not None and node.id not in emphasis.nodes,
            )
        )
    links = tuple(
        FigureLink(
            here=link.here,
            there=link.there,
            look=line_look(link.stage),
            faded=emphasis is not None and (link.here, link.there) not in emphasis.links,
        )
        for link in network.links
    )
    facts: dict[str, Fact] = {
        "members": len(members),
        "partners": len(partners),
        "links": len(links),
        "cluster": snapshot.cluster.name,
    }
    names = tuple(node.name for node in nodes if node.marked)
    if names:
        facts["names"] = names
    key = "network.picture.alternative" if names else "network.picture.alternative_empty"
    return _figure(
        results,
        texts,
        made_on,
        title=texts.term("network.picture.title"),
        alternative=texts.get(key, **facts),
        nodes=tuple(nodes),
        links=links,
        headings=tuple(
            (texts.get(f"network.zone.{band.zone}", count=band.count), band.x, band.y) for band in network.bands
        ),
        legend=_legend({partner.type for partner in partners.values()}, texts, with_members=True),
        mark=texts.term("report.banner.named"),
    )


def anonymous_figure(results: Results, catalogue: Catalogue, texts: Texts, *, made_on: date) -> NetworkFigure:
    """Return the partners around the cluster, with how many members work with each: for others.

    Partners that are members appear by type, without stage and number. A number is told where neither it nor what is
    left of all members is small (`disclosure.may_tell`).
    """
    k = k_in_force(results.snapshot, catalogue.rules)
    told = _told(results, k)
    shown = _partners_shown(results, catalogue)
    nodes = [
        FigureNode(
            id=_CENTRE,
            x=0.0,
            y=0.0,
            look=_CENTRE_LOOK,
            name=texts.get("network.picture.centre", cluster=results.snapshot.cluster.name),
        )
    ]
    links = []
    for place, (original, partner) in enumerate(shown):
        is_member = not partner.name
        x, y = _round_the_centre(place, len(shown))
        type_words = texts.term(f"partner_type_short.{partner.type}")
        nodes.append(
            FigureNode(
                id=f"p{place}",
                x=x,
                y=y,
                look=partner_look(partner.type),
                name=partner.name or texts.get("network.picture.member_of_type", type=type_words),
                code=texts.term(f"network.code.{partner.type}"),
                detail="" if is_member else told(original, texts),
                rank=1,
            )
        )
        links.append(FigureLink(here=_CENTRE, there=f"p{place}", look=line_look(partner.stage)))
    facts: dict[str, Fact] = {"cluster": results.snapshot.cluster.name, "count": len(shown)}
    return _figure(
        results,
        texts,
        made_on,
        title=texts.term("network.picture.title_anonymous"),
        alternative=texts.get("network.picture.alternative_anonymous", **facts),
        nodes=tuple(nodes),
        links=tuple(links),
        headings=(),
        legend=_legend({partner.type for _, partner in shown}, texts, with_members=False),
        note=texts.get("network.picture.note_anonymous", k=k),
    )


def _figure(
    results: Results,
    texts: Texts,
    made_on: date,
    *,
    title: str,
    alternative: str,
    nodes: tuple[FigureNode, ...],
    links: tuple[FigureLink, ...],
    headings: tuple[tuple[str, float, float], ...],
    legend: tuple[LegendEntry, ...],
    note: str = "",
    mark: str = "",
) -> NetworkFigure:
    return NetworkFigure(
        title=title,
        alternative=alternative,
        cluster=results.snapshot.cluster.name,
        round_label=results.snapshot.info.round_label,
        made_on=made_on,
        language=texts.language,
        nodes=nodes,
        links=links,
        headings=headings,
        legend=legend,
        note=note,
        mark=mark,
    )


def _partners_shown(results: Results, catalogue: Catalogue) -> list[tuple[Partner, Partner]]:
    """Return each partner as recorded and as others may see it, by family, type and name shown."""
    protected = protect(results, catalogue)
    shown = {partner.id: partner for partner in protected.results.snapshot.partners}
    pairs = [(partner, shown[protected.partner_codes[partner.id]]) for partner in results.snapshot.partners]
    families, types = list(Family), list(PartnerType)
    # Members come last in their type, in no order of their own: one of theirs would follow their names.
    return sorted(
        pairs,
        key=lambda pair: (
            families.index(FAMILY_OF[pair[1].type]),
            types.index(pair[1].type),
            not pair[1].name,
            pair[1].name.casefold(),
        ),
    )


def _told(results: Results, k: int) -> Callable[[Partner, Texts], str]:
    """Return what says in words how many members work with a partner."""
    tied = tied_members(results)
    base = len(results.snapshot.members)

    def words(partner: Partner, texts: Texts) -> str:
        count = tied.get(partner.id, 0)
        if is_small(count, k):
            return texts.get("network.picture.members_few", k=k)
        if not may_tell(count, base, k):
            return texts.term("network.picture.members_withheld")
        return (
            texts.get("network.picture.members_tied", count=count)
            if count
            else texts.term("network.picture.members_none")
        )

    return words


def _round_the_centre(place: int, count: int) -> tuple[float, float]:
    """Return places on one ellipse, or on up to three where there are many, beginning at the top."""
    rings, wider = _RINGS[min(count // _ON_ONE_RING, len(_RINGS) - 1)]
    angle = math.tau * place / max(count, 1) - math.tau / 4
    reach = _AROUND * rings[place % len(rings)]
    return round(math.cos(angle) * reach * wider, 1), round(math.sin(angle) * reach, 1)


def _legend(types: set[PartnerType], texts: Texts, *, with_members: bool) -> tuple[LegendEntry, ...]:
    entries = [
        LegendEntry(
            looks=(partner_look(type_),),
            code=texts.term(f"network.code.{type_}"),
            words=texts.term(f"partner_type_short.{type_}"),
        )
        for family in Family
        for type_ in PartnerType
        if type_ in types and FAMILY_OF[type_] is family
    ]
    if with_members:
        entries += member_legend(texts)
    return (*entries, *line_legend(texts))


def member_legend(texts: Texts) -> list[LegendEntry]:
    """Return what the signs of members stand for."""
    looks: Sequence[tuple[str, tuple[Look, ...]]] = (
        ("firm_sizes", tuple(map(member_look, _FIRMS))),
        ("start_up", (member_look(MemberKind.START_UP),)),
        ("other_kind", (member_look(MemberKind.OTHER),)),
        ("kind_not_known", (member_look(None),)),
    )
    return [LegendEntry(looks=signs, words=texts.term(f"network.legend.{key}")) for key, signs in looks]


def line_legend(texts: Texts) -> list[LegendEntry]:
    """Return what the lines stand for."""
    return [LegendEntry(line=line_look(stage), words=texts.term(f"network.legend.{key}")) for stage, key in _STAGES]


def partner_legend(types: Sequence[PartnerType], texts: Texts) -> list[LegendEntry]:
    """Return what the signs of these partner types stand for, family by family."""
    return [entry for entry in _legend(set(types), texts, with_members=False) if entry.looks]
