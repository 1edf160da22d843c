"""Returned offer forms for tests: written by the real writer for one school, filled by name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl

from exports.offer_form import write_offer_form
from fastmap.catalogue.texts import load_texts
from fastmap.intake.offer_content import AskedSkill, DemandContent
from fastmap.model.choices import Fit, NeedLevel, OfferForm
from fastmap.model.ids import LanguageCode
from fastmap.model.organisations import Partner
from tests.support.builders import make_offer, make_partner, make_skill
from tests.support.returned_forms import ASSESSMENT, set_answer

SCHOOL = make_partner("P001", name="Instituto de FP Valdorma")
WELDING, CNC, LASER = make_skill("Welding"), make_skill("CNC"), make_skill("Laser")
RECORDED = make_offer(
    CNC.uri, "P001", form=OfferForm.COURSE, fit=Fit.NO, places_per_year=8, cost="free", publicly_funded=True
)
"""What the school offers already; the cluster noted that its content does not fit."""
TODAY = date(2026, 5, 4)


def demand_for(partner: Partner = SCHOOL, *, language: str = "en", assessment: str = ASSESSMENT) -> DemandContent:
    """Return a sheet with an open skill and one on record."""
    return DemandContent(
        assessment_id=assessment,
        cluster="Metal",
        round_label="2026",
        language=LanguageCode(language),
        partner=partner,
        skills=(
            AskedSkill(
                uri=WELDING.uri,
                labels=WELDING.labels,
                short_now=19,
                short_12m=28,
                joint_people=11,
                levels=(NeedLevel.SKILLED,),
            ),
            AskedSkill(uri=CNC.uri, labels=CNC.labels, short_now=6, on_record=RECORDED),
        ),
        answered=25,
        least_members=5,
        made_on=TODAY,
        reply_by=date(2026, 6, 1),
    )


def write_offers(path: Path, answers: dict[str, object], *, content: DemandContent | None = None) -> Path:
    """Write the offer form of ``content`` and fill it with ``answers``; text keys become their words."""
    content = content or demand_for()
    texts = load_texts(content.language)
    write_offer_form(path, content=content, texts=texts)
    workbook = openpyxl.load_workbook(path)
    for name, answer in answers.items():
        set_answer(workbook, name, texts.get(answer) if isinstance(answer, str) and answer in texts else answer)
    workbook.save(path)
    return path
