"""What a file holds about a member and its contact person, from the file to its finished pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.model.ids import LanguageCode, MemberCode
from fastmap.model.skills import label_in
from fastmap.model.snapshot import Snapshot
from fastmap.report.finished import Report
from fastmap.report.personal_record import PersonalMaterial, build_personal_record
from fastmap.texts import Texts


def personal_record(
    assessment: Assessment, code: MemberCode, *, language: LanguageCode | None, made_on: date
) -> Report:
    """Return the document. Raises `FastmapError` ``member_not_in_file`` for a code that no member has."""
    snapshot = assessment.snapshot()
    member = next((one for one in snapshot.members if one.code == code), None)
    if member is None:
        raise FastmapError("member_not_in_file", member=code)
    texts = load_texts(language or snapshot.info.language)
    partners = {partner.id: partner.name for partner in snapshot.partners}
    words = assessment.words_of(Erasure(kind=ErasureKind.MEMBER, key=code))
    places = assessment.places_of(words)
    material = PersonalMaterial(
        cluster=snapshot.cluster.name,
        round_label=snapshot.info.round_label,
        file=assessment.path.name,
        member=member,
        contact=next((one for one in assessment.contacts() if one.member == code), None),
        registration=next((one for one in assessment.registrations() if one.member == code), None),
        responses=tuple(one for one in snapshot.responses if one.member == code),
        asked_on=assessment.asked_on().get(code),
        earlier=tuple(_earlier_needs(snapshot, code, texts)),
        ties=tuple((partners.get(tie.partner, ""), str(tie.kind)) for tie in snapshot.ties if tie.member == code),
        history=tuple((entry.at, texts.say_kept(entry.what)) for entry in assessment.history_about(code)),
        mentions=tuple(dict.fromkeys(text for _, text in places.texts)),
        backups=tuple(path.name for path in places.backups),
    )
    return build_personal_record(material, texts, made_on=made_on)


def _earlier_needs(snapshot: Snapshot, code: MemberCode, texts: Texts) -> Iterator[tuple[str, str]]:
    """What is kept of the member's needs in the round before; another file's codes may be other members'."""
    earlier = snapshot.earlier
    if earlier is None or not earlier.carried_over:
        return
    labels = {skill.uri: label_in(skill.labels, texts.language) for skill in snapshot.skills}
    labels |= {skill.uri: label_in(skill.labels, texts.language) for skill in earlier.skills}
    for need in (need for member in earlier.members if member.code == code for need in member.needs):
        numbers = (("short_now", need.short_now), ("short_12m", need.short_12m))
        told = (
            f"{texts.term(f'personal_record.label.{name}')}: {texts.number(count)}"
            for name, count in numbers
            if count is not None
        )
        yield labels.get(need.skill) or str(need.skill), " · ".join(told)
