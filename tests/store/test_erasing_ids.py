"""Ids that were made of words somebody wants erased: replaced wherever they stand."""

from dataclasses import replace

import pytest

from fastmap.changes import (
    CastBallotPapers,
    EditAction,
    OpenBallot,
    RecordMappings,
    RenameSkill,
    SavePartners,
    SaveSkills,
    SaveWorkshop,
    SetBallotState,
)
from fastmap.model.choices import BallotState, MappingHow, SkillSource
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.model.skills import Mapping
from tests.store import recorded as r
from tests.store.erasing import ERASE_MEMBER, FIRM, files_with

OWN, OWN_AFTER = "fastmap:own/secret-press-of-mecanizados-zzyx-0123456789", "fastmap:own/0123456789"
OPEN, OPEN_AFTER = "fastmap:provisional/tools-of-mecanizados-zzyx", "fastmap:provisional/tools-of-erased"


@pytest.fixture
def with_ids(filled):
    """An own skill whose id says what it was called once, named wherever a skill can be, then renamed."""
    own = replace(r.SKILL, uri=OWN, labels={"en": f"Secret press of {FIRM}"}, source=SkillSource.OWN)
    filled.apply(SaveSkills(skills=(own,)))
    filled.apply(
        RecordMappings(
            mappings=(Mapping(text_key="press work", language="en", skill=OWN, how=MappingHow.BY_HAND),),
        )
    )
    filled.apply(SavePartners(offers=(replace(r.OFFER, skill=OWN),)))
    filled.apply(EditAction(action=replace(r.ACTION, skills=(OWN, OPEN))))
    filled.apply(SaveWorkshop(workshop=replace(r.WORKSHOP, id="W077")))
    vote = replace(r.BALLOT, id="B077", workshop="W077", options=(OWN, OPEN), words={OWN: "Press", OPEN: "Tools"})
    filled.apply(OpenBallot(ballot=replace(vote, by_hand={})))
    filled.apply(RenameSkill(skill=OWN, language="en", label="Press work"))
    filled.backup_now()
    return filled


@pytest.mark.parametrize(
    "erasure", [ERASE_MEMBER, Erasure(kind=ErasureKind.WORDS, words=(FIRM,))], ids=["member", "words"]
)
def test_an_id_that_was_made_of_erased_words_is_replaced_wherever_it_stands(with_ids, tmp_path, erasure):
    with_ids.apply(CastBallotPapers(papers=(replace(r.PAPER, id="p-77", ballot="B077", dots={OWN: 2, OPEN: 1}),)))
    with_ids.apply(SetBallotState(ballot="B077", state=BallotState.CLOSED, at=r.NOON, places={OWN: 1}))
    with_ids.backup_now()
    assert len(files_with(tmp_path, "mecanizados-zzyx")) == 3

    cleaned = with_ids.erase(erasure, placeholder="[erased]")

    snapshot = with_ids.snapshot()
    assert OWN_AFTER in {skill.uri for skill in snapshot.skills}
    assert [one.skill for one in snapshot.mappings if one.text_key == "press work"] == [OWN_AFTER]
    assert [one.skill for one in snapshot.offers] == [OWN_AFTER]
    assert snapshot.actions[0].skills == (OWN_AFTER, OPEN_AFTER)
    (vote,) = (one for one in snapshot.ballots if one.id == "B077")
    assert vote.options == (OWN_AFTER, OPEN_AFTER)
    assert (dict(vote.words), dict(vote.places)) == ({OWN_AFTER: "Press", OPEN_AFTER: "Tools"}, {OWN_AFTER: 1})
    (paper,) = (one for one in snapshot.ballot_papers if one.ballot == "B077")
    assert dict(paper.dots) == {OWN_AFTER: 2, OPEN_AFTER: 1}
    assert cleaned.left == ()
    assert files_with(tmp_path, "mecanizados-zzyx", FIRM) == []


def test_changes_of_a_skill_whose_id_was_replaced_are_undone_and_made_again(with_ids):
    with_ids.erase(ERASE_MEMBER, placeholder="[erased]")
    before = with_ids.content_hash()

    while with_ids.undo():
        pass
    while with_ids.redo():
        pass

    assert with_ids.content_hash() == before
    with_ids.check()


def test_two_skills_whose_ids_become_alike_stay_two(assessment):
    alike = ("fastmap:own/mecanizados-zzyx-0123456789", "fastmap:own/of-mecanizados-zzyx-0123456789")
    assessment.apply(
        SaveSkills(skills=tuple(replace(r.SKILL, uri=uri, source=SkillSource.OWN) for uri in (*alike, OWN_AFTER)))
    )

    assessment.erase(Erasure(kind=ErasureKind.WORDS, words=(FIRM,)), placeholder="[erased]")

    found = {skill.uri for skill in assessment.snapshot().skills}
    assert found == {OWN_AFTER, f"{OWN_AFTER}-2", f"{OWN_AFTER}-3"}
