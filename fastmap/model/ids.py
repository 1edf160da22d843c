"""Identifiers as types of their own, so that a member cannot pass for a partner."""

import re
from typing import NewType

MemberCode = NewType("MemberCode", str)
"""``M001`` …: given once, stable over rounds."""
ResponseId = NewType("ResponseId", str)
PartnerId = NewType("PartnerId", str)
ReplyId = NewType("ReplyId", str)
"""An answered offer form of a provider."""
TeamFormId = NewType("TeamFormId", str)
"""A filled questionnaire of the team self-assessment."""
OfferId = NewType("OfferId", str)
TieId = NewType("TieId", str)
CommitmentId = NewType("CommitmentId", str)
ActionId = NewType("ActionId", str)
PracticeId = NewType("PracticeId", str)
"""``P001`` …: a practice of the cluster's own."""
SkillUri = NewType("SkillUri", str)
"""ESCO concept URI, ``fastmap:starter/…`` for the starter list, ``fastmap:own/…`` for the cluster's own words."""
RefId = NewType("RefId", str)
"""Reference action of the catalogue: A1…F2 (Figure 4) or X1…X5 (Broaden actions)."""
LanguageCode = NewType("LanguageCode", str)
"""ISO 639-1, lower case: ``en``, ``es`` …"""
KpiKey = NewType("KpiKey", str)
"""A funder's indicator of the catalogue (``staff_trained``), or one of the cluster's own (``own:K001``)."""
KpiEntryId = NewType("KpiEntryId", str)
WorkshopId = NewType("WorkshopId", str)
"""``W001`` …: a workshop of this round."""
BallotId = NewType("BallotId", str)
"""``B001`` …: one vote with dots in a workshop."""
BallotPaperId = NewType("BallotPaperId", str)
"""Random, made by the phone that sends it: the same paper sent twice counts once. Tells nothing about a person."""

_ASSESSMENT_ID = re.compile(r"[0-9a-z]{8,64}")


def is_assessment_id(text: str) -> bool:
    """Say whether ``text`` can be the id of an assessment: letters and digits that name a file and lead nowhere else.

    Files and folders of this computer are named by it, and it comes out of a file that somebody may have prepared.

    >>> is_assessment_id("4f0c2a9be1d37786"), is_assessment_id("/home/ana/thesis.docx"), is_assessment_id("../backups")
    (True, False, False)
    """
    return _ASSESSMENT_ID.fullmatch(text) is not None
