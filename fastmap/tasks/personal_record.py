"""What a file holds about a member and its contact person, from the file to its finished pages."""

from __future__ import annotations

from datetime import date

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.model.ids import LanguageCode, MemberCode
from fastmap.report.blocks import Report
from fastmap.report.personal_record import PersonalMaterial, build_personal_record


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
        ties=tuple((partners.get(tie.partner, ""), str(tie.kind)) for tie in snapshot.ties if tie.member == code),
        history=tuple((entry.at, texts.say(entry.what)) for entry in assessment.history_about(code)),
        mentions=tuple(dict.fromkeys(text for _, text in places.texts)),
        backups=tuple(path.name for path in places.backups),
    )
    return build_personal_record(material, texts, made_on=made_on)
