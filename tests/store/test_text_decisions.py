"""What a text means: one decision at a time, whatever kind it is; skills merged and renamed."""

from dataclasses import replace

import pytest

from fastmap.changes import (
    AnswerRecommendation,
    MarkStrategic,
    MergeSkills,
    OverrideVerdict,
    RecallDecisions,
    RecordMappings,
    RemoveMappings,
    RenameSkill,
    SaveActions,
    SavePartners,
    SetTextsAside,
    SplitTexts,
)
from fastmap.errors import FastmapError
from fastmap.model.actions import RecommendationDecision
from fastmap.model.choices import MappingHow, RecommendationAnswer, SkillSource, Verdict
from fastmap.model.planning import Basis, BasisNeed
from fastmap.model.skills import Mapping, SetAside, Split, SplitPart
from tests.store import recorded as r

OWN = replace(r.SKILL, uri="fastmap:own/x", labels={"es": "retrofit"}, source=SkillSource.OWN)
MAPPING = Mapping(text_key="retrofit", language="es", skill=OWN.uri, how=MappingHow.BY_HAND)
SPLIT = Split(
    text_key="retrofit",
    language="es",
    parts=(SplitPart(text="retro", skill=OWN.uri), SplitPart(text="fit", skill=r.SKILL.uri)),
    how=MappingHow.BY_HAND,
)
ASIDE = SetAside(text_key="retrofit", language="es")


def decisions(assessment):
    snapshot = assessment.snapshot()
    return snapshot.mappings, snapshot.splits, snapshot.set_aside


def test_a_later_decision_about_a_text_takes_the_place_of_the_earlier_whatever_its_kind(assessment):
    assessment.apply(RecordMappings(mappings=(MAPPING,), skills=(OWN,)))
    assert decisions(assessment) == ((MAPPING,), (), ())
    assessment.apply(SplitTexts(splits=(SPLIT,), skills=(r.SKILL,)))
    assert decisions(assessment) == ((), (SPLIT,), ())
    assessment.apply(SetTextsAside(texts=(ASIDE,)))
    assert decisions(assessment) == ((), (), (ASIDE,))
    assessment.apply(RecordMappings(mappings=(MAPPING,)))
    assert decisions(assessment) == ((MAPPING,), (), ())
    assessment.apply(SetTextsAside(texts=(ASIDE,)))
    assessment.apply(RemoveMappings(texts=(("retrofit", "es"),)))
    assert decisions(assessment) == ((), (), ())


def test_remembered_decisions_never_replace_one_of_the_file(assessment):
    assessment.apply(RecordMappings(mappings=(MAPPING,), skills=(OWN,)))

    assessment.apply(RecallDecisions(set_aside=(ASIDE, replace(ASIDE, text_key="other", how=MappingHow.REMEMBERED))))

    assert decisions(assessment) == ((MAPPING,), (), (replace(ASIDE, text_key="other", how=MappingHow.REMEMBERED),))


def test_merging_skills_moves_everything_that_names_them_and_undo_brings_all_back(assessment):
    assessment.apply(RecordMappings(mappings=(MAPPING,), skills=(OWN, r.SKILL)))
    assessment.apply(SplitTexts(splits=(replace(SPLIT, text_key="both"),)))
    assessment.apply(SavePartners(partners=(r.PARTNER, r.OTHER_PARTNER), offers=(replace(r.OFFER, skill=OWN.uri),)))
    assessment.apply(SaveActions(actions=(replace(r.ACTION, skills=(r.SKILL.uri, OWN.uri)),)))
    assessment.apply(OverrideVerdict(override=replace(r.OVERRIDE, skill=OWN.uri)))
    assessment.apply(MarkStrategic(skill=OWN, strategic=True, reason="roadmap"))
    before = assessment.content_hash()

    assessment.apply(MergeSkills(merged=(OWN.uri,), into=r.SKILL))

    snapshot = assessment.snapshot()
    assert snapshot.mappings == (replace(MAPPING, skill=r.SKILL.uri),)
    assert {part.skill for part in snapshot.splits[0].parts} == {r.SKILL.uri}
    assert [offer.skill for offer in snapshot.offers] == [r.SKILL.uri]
    assert snapshot.actions[0].skills == (r.SKILL.uri,)
    assert [override.skill for override in snapshot.overrides] == [r.SKILL.uri]
    assert [(skill.uri, skill.strategic_reason) for skill in snapshot.skills] == [(r.SKILL.uri, "roadmap")]
    assessment.undo()
    assert assessment.content_hash() == before


def test_merging_skills_moves_what_decisions_rest_on_and_undo_brings_it_back(assessment):
    need = BasisNeed(skill=OWN.uri, verdict=Verdict.SHORTAGE, firms=6, people=9)
    other = replace(need, skill=r.SKILL.uri, firms=3)
    refused = RecommendationDecision(
        recommendation="B2", answer=RecommendationAnswer.NO, basis=Basis(needs=(need,), others=(other,))
    )
    assessment.apply(RecordMappings(mappings=(MAPPING,), skills=(OWN, r.SKILL)))
    assessment.apply(AnswerRecommendation(decision=refused))

    assessment.apply(MergeSkills(merged=(OWN.uri,), into=r.SKILL))

    merged = BasisNeed(skill=r.SKILL.uri, verdict=Verdict.SHORTAGE)
    assert assessment.snapshot().decisions == (replace(refused, basis=Basis(needs=(merged,), others=())),)
    assessment.undo()
    assert assessment.snapshot().decisions == (refused,)


def test_an_own_skill_is_renamed_and_its_texts_stay(assessment):
    assessment.apply(RecordMappings(mappings=(MAPPING,), skills=(OWN,)))

    assessment.apply(RenameSkill(skill=OWN.uri, label="Modernising machines", language="es"))

    (skill,) = assessment.snapshot().skills
    assert (skill.uri, skill.labels) == (OWN.uri, {"es": "Modernising machines"})
    assert assessment.snapshot().mappings == (MAPPING,)


def test_a_shared_skill_keeps_its_name(assessment):
    assessment.apply(RecordMappings(mappings=(), skills=(r.SKILL,)))

    with pytest.raises(FastmapError) as refused:
        assessment.apply(RenameSkill(skill=r.SKILL.uri, label="x", language="en"))

    assert refused.value.code == "skill_not_own"
