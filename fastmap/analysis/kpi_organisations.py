"""Who stands behind a figure: the same organisation is told as one, however it was entered."""

from __future__ import annotations

from fastmap.model.choices import SME_KINDS
from fastmap.model.kpi_results import KpiOrganisation
from fastmap.model.kpis import KpiEntry
from fastmap.model.messages import Name
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Member, Partner
from fastmap.model.snapshot import Snapshot


class Organisations:
    """The organisations of a file by code, id and name. A member that is a partner too is one organisation."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Know the members and partners of ``snapshot``."""
        self._by_code = {member.code: self._of_member(member) for member in snapshot.members}
        self._by_id = {partner.id: self._of_partner(partner) for partner in snapshot.partners}
        members = {text_key(member.name): member.code for member in snapshot.members if member.name}
        for partner in snapshot.partners:  # of the same name, although nobody said yet that they are one
            if (code := members.get(text_key(partner.name))) is not None:
                self._by_id[partner.id] = self._by_code[code]
        for member in snapshot.members:
            if member.partner_id is not None:
                self._by_id[member.partner_id] = self._by_code[member.code]
        self._by_name = {
            text_key(str(one.name.name)): one
            for one in (*self._by_id.values(), *self._by_code.values())
            if isinstance(one.name, Name)
        }

    def behind(self, entry: KpiEntry) -> tuple[KpiOrganisation, ...]:
        """Return who an entry names, each once: members, partners, others."""
        named = [self._by_code.get(code) or _lost("m", code) for code in entry.members]
        named += [self._by_id.get(partner) or _lost("p", partner) for partner in entry.partners]
        named += [self.called(name) for name in entry.others]
        return tuple({one.key: one for one in named}.values())

    def called(self, name: str) -> KpiOrganisation:
        """Return the member or partner of that name, or an organisation of its own."""
        key = text_key(name)
        return self._by_name.get(key) or KpiOrganisation(key=f"o:{key}", name=name, is_sme=None, may_be_member=True)

    @staticmethod
    def _of_member(member: Member) -> KpiOrganisation:
        key = f"m:{member.code}" if member.partner_id is None else f"p:{member.partner_id}"
        is_sme = None if member.kind is None else member.kind in SME_KINDS
        name = Name("member", member.code, member.name)
        return KpiOrganisation(key=key, name=name, is_sme=is_sme, may_be_member=True)

    @staticmethod
    def _of_partner(partner: Partner) -> KpiOrganisation:
        return KpiOrganisation(
            key=f"p:{partner.id}",
            name=Name("partner", partner.id, partner.name),
            is_sme=None,
            may_be_member=bool(partner.in_cluster),
        )


def _lost(kind: str, code: str) -> KpiOrganisation:
    """Return an organisation that the file does not hold any more: it still counts."""
    return KpiOrganisation(key=f"{kind}:{code}", name=str(code), is_sme=None, may_be_member=True)
