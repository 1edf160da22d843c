"""A network read aloud: what is drawn how, what can be filtered by, and every fact as words, lines and rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fastmap.analysis.network_choice import STAGE_NOT_KNOWN
from fastmap.model.choices import PartnerType
from fastmap.model.skills import label_in
from fastmap.report.network_look import line_look, member_look, partner_look
from fastmap.texts import sentence_case
from ui.pages.partners_network_words import NetworkWords
from ui.widgets.completion import Suggestion
from ui.widgets.network_canvas import CanvasBand, CanvasLink, CanvasNode

if TYPE_CHECKING:
    from fastmap.analysis.network_choice import Emphasis
    from fastmap.analysis.network_map import MapNode, NetworkMap
    from fastmap.model.results import Results
    from fastmap.texts import Texts

_SUGGESTIONS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkRow:
    """One organisation as a line of the table."""

    id: str
    name: str
    kind: str
    stage: int | None
    """Of partners; ``None`` also for members."""
    stage_words: str
    links: int
    between_0_1: float
    between_words: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """One line about a link: with whom, and what they do together."""

    id: str
    name: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One organisation in words."""

    name: str
    kind: str
    lines: tuple[str, ...]
    neighbours: tuple[Neighbour, ...]
    skills_heading: str
    skills: tuple[str, ...]


class NetworkReading:
    """One map in one language."""

    def __init__(self, results: Results, network: NetworkMap, texts: Texts) -> None:
        """Read ``network``, made from the snapshot of ``results``."""
        self.results, self.network, self._texts = results, network, texts
        self._nodes = {node.id: node for node in network.nodes}
        self._members = {str(member.code): member for member in results.snapshot.members}
        self._partners = {str(partner.id): partner for partner in results.snapshot.partners}
        measures = results.ecosystem.network
        self._brokers = frozenset(() if measures is None else measures.brokers)

    def __contains__(self, node: object) -> bool:
        """Say whether an organisation is on the map."""
        return node in self._nodes

    # --- the canvas ---------------------------------------------------------------------------------------------------

    def canvas_nodes(self) -> tuple[CanvasNode, ...]:
        """Return every organisation as it is drawn."""
        return tuple(self._canvas_node(node) for node in self._nodes.values())

    def _canvas_node(self, node: MapNode) -> CanvasNode:
        partner, member = self._partners.get(node.partner or ""), self._members.get(node.member or "")
        look = partner_look(partner.type) if partner else member_look(member.kind if member else None)
        return CanvasNode(
            id=node.id,
            x=node.x,
            y=node.y,
            shape=look.shape,
            tone=look.tone.value,
            size=look.size,
            name=self.name(node.id),
            words=self.sentence(node.id),
            code=self._texts.term(f"network.code.{partner.type}") if partner else "",
            hollow=look.hollow,
            double=partner is not None and member is not None,
            important=partner is not None,
            marked=node.id in self._brokers,
        )

    def canvas_links(self) -> tuple[CanvasLink, ...]:
        """Return every link as it is drawn."""
        looks = ((link, line_look(link.stage)) for link in self.network.links)
        return tuple(
            CanvasLink(here=link.here, there=link.there, width=look.width, dashed=look.dashed) for link, look in looks
        )

    def canvas_bands(self) -> tuple[CanvasBand, ...]:
        """Return the headings of those without a link."""
        return tuple(
            CanvasBand(words=self._texts.get(f"network.zone.{band.zone}", count=band.count), x=band.x, y=band.y)
            for band in self.network.bands
        )

    # --- filters ------------------------------------------------------------------------------------------------------

    def types(self) -> list[tuple[object, str]]:
        """Return the partner types there are."""
        return [(one, self._texts.term(f"partner_type_short.{one}")) for one in self.partner_types()]

    def partner_types(self) -> list[PartnerType]:
        """Return the partner types there are, in their usual order."""
        there = {partner.type for partner in self._partners.values()}
        return [one for one in PartnerType if one in there]

    def stages(self) -> list[tuple[object, str]]:
        """Return the stages there are."""
        there = {STAGE_NOT_KNOWN if one.stage is None else one.stage for one in self._partners.values()}
        return [(stage, self.stage_words(stage)) for stage in sorted(there)]

    def stage_words(self, stage: int | None) -> str:
        """Return a stage in words."""
        if stage is None or stage == STAGE_NOT_KNOWN:
            return QCoreApplication.translate("NetworkView", "Stage not known")
        return sentence_case(self._texts.term(f"stage.{stage}"))

    def skills(self) -> list[tuple[object, str]]:
        """Return the skills that somebody needs and a partner offers or that are ranked, by name."""
        results = self.results
        offered = {offer.skill for offer in results.snapshot.offers}
        found = {
            item.uri: label_in(item.labels, self._texts.language) or item.uri
            for item in results.skills
            if item.uri in offered or item.ranking.priority is not None
        }
        return sorted(found.items(), key=lambda one: (one[1].casefold(), one[0]))

    def organisations_like(self, text: str) -> list[Suggestion]:
        """Return organisations whose name holds every word of ``text``, those that begin with it first."""
        wanted = text.casefold().split()
        found = [
            (not name.casefold().startswith(text.casefold()), name.casefold(), node, name)
            for node in self._nodes
            if all(word in (name := self.name(node)).casefold() for word in wanted)
        ]
        return [
            Suggestion(value=node, title=name, detail=self.kind(node))
            for _, _, node, name in sorted(found)[:_SUGGESTIONS]
        ]

    # --- words --------------------------------------------------------------------------------------------------------

    def name(self, node: str) -> str:
        """Return what an organisation is called."""
        found = self._nodes[node]
        member, partner = self._members.get(found.member or ""), self._partners.get(found.partner or "")
        return (member.name if member else "") or (partner.name if partner else "") or node

    def kind(self, node: str) -> str:
        """Return what an organisation is: "Member, small firm" or "Vocational training"."""
        found = self._nodes[node]
        member, partner = self._members.get(found.member or ""), self._partners.get(found.partner or "")
        words = []
        if member is not None:
            kind = self._texts.term(f"member_kind.{member.kind}") if member.kind else ""
            known = QCoreApplication.translate("NetworkView", "Member, {kind}").replace("{kind}", kind)
            words.append(known if kind else QCoreApplication.translate("NetworkView", "Member, kind not known"))
        if partner is not None:
            words.append(self._texts.term(f"partner_type_short.{partner.type}"))
        return " · ".join(words)

    def sentence(self, node: str) -> str:
        """Return an organisation in one sentence, for the tooltip and screen readers."""
        parts = [f"{self.name(node)}: {self.kind(node)}", NetworkWords().links(self.links(node))]
        partner = self._partners.get(self._nodes[node].partner or "")
        if partner is not None:
            parts.append(self.stage_words(partner.stage))
        if remark := self.remark(node):
            parts.append(remark)
        return "; ".join(parts)

    def links(self, node: str) -> int:
        """Return to how many organisations one is tied."""
        measures = self.results.ecosystem.network
        return 0 if measures is None else measures.degree.get(node, 0)

    def remark(self, node: str) -> str:
        """Return what is special about an organisation, or ""."""
        if node in self._brokers:
            return QCoreApplication.translate("NetworkView", "Broker")
        return {
            "isolated": QCoreApplication.translate("NetworkView", "Answered, no link recorded"),
            "not_heard": QCoreApplication.translate("NetworkView", "Not heard: links not known"),
            "partners": QCoreApplication.translate("NetworkView", "No link recorded"),
        }.get(self._nodes[node].zone, "")

    def brokers(self) -> list[Neighbour]:
        """Return the brokers, first the one most shortest ways lead through."""
        measures = self.results.ecosystem.network
        nodes = () if measures is None else measures.brokers
        return [self._line(node, self._texts.percent(self._between(node))) for node in nodes if node in self._nodes]

    def unlinked(self) -> list[Neighbour]:
        """Return members who answered and have no link, by name."""
        nodes = [node.id for node in self._nodes.values() if node.zone == "isolated"]
        return sorted((self._line(node, self.kind(node)) for node in nodes), key=lambda one: one.name.casefold())

    def rows(self, emphasis: Emphasis | None) -> list[NetworkRow]:
        """Return what stands out as lines of the table, those with most links first."""
        rows = [self._row(node) for node in self._nodes if emphasis is None or node in emphasis.nodes]
        return sorted(rows, key=lambda row: (-row.links, row.name.casefold(), row.id))

    def _row(self, node: str) -> NetworkRow:
        partner = self._partners.get(self._nodes[node].partner or "")
        between = self._between(node)
        return NetworkRow(
            id=node,
            name=self.name(node),
            kind=self.kind(node),
            stage=partner.stage if partner else None,
            stage_words=self.stage_words(partner.stage) if partner else "",
            links=self.links(node),
            between_0_1=between,
            between_words=self._texts.number(between * 100),
            remark=self.remark(node),
        )

    def facts(self, node: str) -> Facts:
        """Return one organisation in words."""
        found = self._nodes[node]
        partner = self._partners.get(found.partner or "")
        lines = [NetworkWords().links(self.links(node))]
        if partner is not None:
            lines.append(self.stage_words(partner.stage))
        if remark := self.remark(node):
            lines.append(remark)
        if self._between(node):
            lines.append(self._between_words(node))
        neighbours = [
            self._line(link.there if link.here == node else link.here, self._how(link.kinds))
            for link in self.network.links
            if node in (link.here, link.there)
        ]
        heading, skills = self._skills_of(found)
        return Facts(
            name=self.name(node),
            kind=self.kind(node),
            lines=tuple(lines),
            neighbours=tuple(sorted(neighbours, key=lambda one: (one.name.casefold(), one.id))),
            skills_heading=heading,
            skills=skills,
        )

    def counts(self) -> tuple[int, int, int]:
        """Return how many members, partners and links there are."""
        return len(self._members), len(self._partners), len(self.network.links)

    def _skills_of(self, node: MapNode) -> tuple[str, tuple[str, ...]]:
        language, results = self._texts.language, self.results
        if node.partner is not None:
            offered = {offer.skill for offer in results.snapshot.offers if offer.partner == node.partner}
            labels = {skill.uri: skill.label(language) for skill in results.snapshot.skills}
            heading = QCoreApplication.translate("NetworkView", "Skills it offers")
            return heading, tuple(sorted((labels.get(uri, uri) for uri in offered), key=str.casefold))
        needed = [item for item in results.skills if node.member in item.members]
        heading = QCoreApplication.translate("NetworkView", "Skills it needs")
        return heading, tuple(label_in(item.labels, language) or item.uri for item in needed)

    def _how(self, kinds: tuple[str, ...]) -> str:
        return sentence_case(", ".join(self._texts.term(f"tie_kind.{kind}") for kind in kinds))

    def _line(self, node: str, how: str) -> Neighbour:
        return Neighbour(id=node, name=self.name(node), how=how)

    def _between(self, node: str) -> float:
        measures = self.results.ecosystem.network
        return 0.0 if measures is None else measures.betweenness.get(node, 0.0)

    def _between_words(self, node: str) -> str:
        per_hundred = round(self._between(node) * 100)
        if per_hundred < 1:
            return QCoreApplication.translate("NetworkView", "on few of the shortest ways between others")
        return NetworkWords().lie_between(per_hundred)
