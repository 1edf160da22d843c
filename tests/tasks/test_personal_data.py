"""Consents that are due, what is printed for whoever asks, and copies without names or under a password."""

import os
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pyrage
import pytest

from fastmap.assessment import Assessment
from fastmap.changes import CastBallotPapers, OpenBallot, SaveActions, SaveMembers, SaveSkills, SaveWorkshop
from fastmap.errors import FastmapError
from fastmap.model.choices import SkillSource
from fastmap.model.erasure import Erasure, ErasureBasis, ErasureKind
from fastmap.model.normalise import fit_to_show
from fastmap.model.organisations import Contact, Member
from fastmap.model.skills import SplitPart
from fastmap.pipeline import run
from fastmap.report.personal_record import as_text
from fastmap.store.creating import create_file
from fastmap.tasks.consents import ConsentState, consents_due
from fastmap.tasks.erasing import carry_out, erasure_of, listed
from fastmap.tasks.forms_due import FormsDue, forms_due
from fastmap.tasks.personal_record import personal_record
from fastmap.tasks.pseudonymising import save_pseudonymised_copy
from fastmap.tasks.sending import KEPT_YEARS
from tests.store import recorded as r
from tests.support.builders import make_response, make_snapshot, shipped_catalogue
from tests.support.everything import everything
from tests.support.sample_file import put_sample

TODAY = date(2026, 3, 1)
PASSWORD = "correct horse battery staple"
MARK = "Zzyzx"


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("FASTMAP_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("FASTMAP_SETTINGS", str(tmp_path / "data" / "window.ini"))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "round.fastmap"


def write_everything(path):
    """A file in which something of every kind is recorded."""
    material = everything()
    known = material.snapshot
    values = [value for one in fields(known) for value in values_in(getattr(known, one.name), one.name)]
    create_file(
        path,
        replace(known.info, id="0123456789abcdef"),
        known.cluster,
        *values,
        *material.contacts,
        *material.registrations,
    )
    return material


def values_in(value, name):
    if name in ("info", "cluster", "used_ids"):
        return []
    if isinstance(value, tuple):
        return list(value)
    return [value] if is_dataclass(value) else []


# --- consents ----------------------------------------------------------------------------------------------------------


def due_of(**fields_of_contact):
    contact = Contact(member="M001", name="Ana", **fields_of_contact)
    return [one.state for one in consents_due(make_snapshot(), (contact,), TODAY)]


def test_a_consent_holds_on_its_last_day_and_is_expired_the_day_after():
    assert due_of(consent_basis="form", consent_expires=TODAY) == [ConsentState.EXPIRING]
    assert due_of(consent_basis="form", consent_expires=TODAY - timedelta(1)) == [ConsentState.EXPIRED]


def test_a_consent_is_due_thirty_days_before_it_ends_and_not_earlier():
    assert due_of(consent_basis="form", consent_expires=TODAY + timedelta(30)) == [ConsentState.EXPIRING]
    assert due_of(consent_basis="form", consent_expires=TODAY + timedelta(31)) == []


def test_a_person_without_basis_and_date_is_listed_as_not_recorded():
    assert due_of() == [ConsentState.NOT_RECORDED]
    assert due_of(consent_date=TODAY) == []


def test_a_contact_without_a_person_needs_no_consent():
    assert consents_due(make_snapshot(), (Contact(member="M001", consent_expires=TODAY - timedelta(9)),), TODAY) == ()


# --- answers that forms promised to delete -----------------------------------------------------------------------------


def forms_of(days_after_the_promise, answers=2):
    end = TODAY.replace(year=TODAY.year - KEPT_YEARS) - timedelta(days_after_the_promise)
    info = replace(make_snapshot().info, round_end=end)
    return forms_due(make_snapshot(info=info, responses=tuple(make_response(n) for n in range(1, answers + 1))), TODAY)


def test_answers_are_to_be_deleted_from_the_day_after_the_one_that_forms_name():
    assert forms_of(0) == FormsDue(until=TODAY, count=2, is_over=False)
    assert forms_of(1) == FormsDue(until=TODAY - timedelta(1), count=2, is_over=True)


def test_thirty_days_before_answers_go_it_is_said_and_not_earlier():
    assert forms_of(-30) is not None
    assert forms_of(-31) is None


def test_a_round_without_answers_or_without_an_end_has_nothing_to_delete():
    assert forms_of(100, answers=0) is None
    assert forms_due(make_snapshot(responses=(make_response(1),)), TODAY) is None


# --- what is held ------------------------------------------------------------------------------------------------------


def test_the_record_holds_contact_answers_ties_and_where_it_is_kept(path):
    write_everything(path)
    with Assessment.open(path) as assessment:
        backup = assessment.backup_now()
        contact = next(one for one in assessment.contacts() if one.name)
        code = contact.member
        assessment.apply(SaveMembers(contacts=(replace(contact, consent_basis="letter of 3 May"),)))
        response = next(one for one in assessment.snapshot().responses if one.member == code)

        text = as_text(personal_record(assessment, code, language="es", made_on=TODAY))

    for held in (contact.name, contact.email, "letter of 3 May", *(need.skill_text for need in response.needs)):
        assert held is None or held in text
    assert all(fit_to_show(value) in text for value in response.raw.values())
    assert backup.name in text
    assert "Qué datos tenemos sobre usted" in text


def test_the_record_of_one_member_names_no_other(path):
    write_everything(path)
    with Assessment.open(path) as assessment:
        assessment.apply(
            SaveMembers(
                members=(Member(code="X1", name="First of two"), Member(code="X2", name="Second of two")),
                contacts=(Contact(member="X1", name="Ana One"), Contact(member="X2", name="Uwe Two")),
            )
        )

        text = as_text(personal_record(assessment, "X1", language=None, made_on=TODAY))

    assert "Ana One" in text
    assert "Uwe Two" not in text
    assert "Second of two" not in text


def test_of_texts_that_name_several_only_the_part_about_the_person_is_printed(path):
    """What is kept of the round before is one long text about every firm."""
    put_sample(path)
    with Assessment.open(path) as assessment:
        first, *others = assessment.snapshot().members
        assert any(others[0].name == one.name for one in assessment.snapshot().earlier.members)
        answers = [one for one in assessment.snapshot().responses if one.member == first.code]

        text = as_text(personal_record(assessment, first.code, language="en", made_on=TODAY))

    assert "Needs of the round before" in text
    named = {link.name for one in answers for link in one.links}
    assert not any(other.name in text for other in others if other.name not in named)


def test_a_record_of_nobody_is_refused(path):
    write_everything(path)
    with Assessment.open(path) as assessment, pytest.raises(FastmapError) as told:
        personal_record(assessment, "nobody", language=None, made_on=TODAY)
    assert told.value.code == "member_not_in_file"


# --- erasing -----------------------------------------------------------------------------------------------------------


def test_the_lists_name_what_goes_and_say_that_what_was_handed_out_stays(path, english):
    write_everything(path)
    with Assessment.open(path) as assessment:
        contact = next(one for one in assessment.contacts() if one.name)
        lists = listed(assessment, Erasure(kind=ErasureKind.CONTACT, key=contact.member), english)

    assert any(contact.name in line for line in lists.goes)
    assert any("already handed out" in line for line in lists.stays)


@pytest.fixture
def english():
    from fastmap.catalogue.texts import load_texts

    return load_texts("en")


def test_nobody_is_erased_under_a_code_that_no_member_has(path):
    write_everything(path)
    with Assessment.open(path) as assessment:
        before = assessment.content_hash()
        for kind in (ErasureKind.CONTACT, ErasureKind.MEMBER, ErasureKind.PARTNER_CONTACT):
            with pytest.raises(FastmapError) as told:
                carry_out(assessment, Erasure(kind=kind, key="nobody"))
            assert told.value.code == "erasure_finds_nobody"
        assert assessment.content_hash() == before
        assert assessment.erasures() == ()


def test_words_too_short_to_be_looked_for_are_refused():
    with pytest.raises(FastmapError) as told:
        erasure_of(ErasureKind.WORDS, "", ("Li",), ErasureBasis.REQUEST)
    assert told.value.code == "erasure_word_short"


# --- copies without names ----------------------------------------------------------------------------------------------


TYPED = {
    "Member": ("name", "activity"),
    "Partner": ("name", "contact"),
    "Offer": ("cost", "mode", "evidence"),
    "Commitment": ("what", "who", "evidence"),
    "Action": ("title", "owner", "funding", "note", "evidence"),
    "KpiEntry": ("others", "evidence", "note", "period"),
    "OwnKpi": ("name",),
    "VerdictOverride": ("reason",),
    "SecondSource": ("source", "note"),
    "IndicatorAnswer": ("note",),
    "ChecklistAnswer": ("evidence",),
    "RecommendationDecision": ("reason",),
    "DecisionPlan": ("owner",),
    "Response": ("respondent_role", "remarks", "source_name"),
    "ProviderReply": ("organisation", "respondent_role", "remarks", "source_name"),
    "TeamQuestionnaire": ("remarks", "respondent", "other_language", "source_name"),
    "NameDecision": ("name",),
    "OwnPractice": ("name", "what", "place", "source"),
    "Contact": ("name", "email", "consent_basis"),
    "Registration": ("registration_number", "sme_basis"),
}
"""Every field into which people type, by kind."""


def with_marks(value):
    kind = type(value).__name__
    changes = {name: f"{MARK} {kind} {name}" for name in TYPED.get(kind, ())}
    for name in ("evidence", "others"):
        if name in changes and isinstance(getattr(value, name), tuple):
            changes[name] = (changes[name],)
    if kind in ("Response", "ProviderReply", "TeamQuestionnaire"):
        changes["raw"] = {"remarks": f"{MARK} raw"}
    if kind == "Response":
        changes["needs"] = tuple(replace(one, skill_text=f"{MARK} need", job=f"{MARK} job") for one in value.needs)
        changes["unused"] = tuple(replace(one, skill_text=f"{MARK} unused") for one in value.unused)
        changes["links"] = tuple(replace(one, name=f"{MARK} link") for one in value.links)
    if kind == "ActionPlan":
        changes["milestones"] = tuple(replace(one, title=f"{MARK} step") for one in value.milestones)
    if kind == "Skill" and value.source in ("own", "provisional"):
        changes["labels"] = dict.fromkeys(value.labels, f"{MARK} own")
        changes["strategic_reason"] = f"{MARK} reason"
    return replace(value, **changes)


@pytest.fixture
def marked_file(path):
    material = everything()
    known = material.snapshot
    values = [value for one in fields(known) for value in values_in(getattr(known, one.name), one.name)]
    typed = {"title": f"{MARK} title", "round_label": f"{MARK} round", "previous_file": f"{MARK}.fastmap"}
    info = replace(known.info, id="0123456789abcdef", **typed)
    cluster = replace(known.cluster, name=f"{MARK} cluster")
    extra = (*material.contacts, *material.registrations)
    create_file(path, info, cluster, *(with_marks(value) for value in (*values, *extra)))
    return path


def test_nothing_that_people_typed_is_in_a_copy_without_names(marked_file, tmp_path):
    copy = tmp_path / "copy.fastmap"
    assert marked_file.read_bytes().count(MARK.encode()) > 40, "the marks must be in the file that is copied"

    with Assessment.open(marked_file) as assessment:
        made = save_pseudonymised_copy(assessment, copy)

    assert MARK.encode() not in copy.read_bytes()
    assert made.members > 0
    with Assessment.open(copy) as opened:
        opened.check()
        assert opened.contacts() == ()
        assert opened.registrations() == ()
        assert opened.history() == ()


def test_a_copy_without_names_gives_the_same_priorities(path, tmp_path):
    write_everything(path)
    copy = tmp_path / "copy.fastmap"
    with Assessment.open(path) as assessment:
        save_pseudonymised_copy(assessment, copy)
        before = run(assessment.snapshot(), shipped_catalogue())
    with Assessment.open(copy) as opened:
        after = run(opened.snapshot(), shipped_catalogue())

    priorities = [sorted(one.ranking.priority or 0 for one in found.skills) for found in (before, after)]
    assert any(priorities[0])
    assert priorities[1] == pytest.approx(priorities[0])


def test_codes_of_two_copies_do_not_join(path, tmp_path):
    write_everything(path)
    codes = []
    with Assessment.open(path) as assessment:
        for name in ("one", "two"):
            save_pseudonymised_copy(assessment, tmp_path / f"{name}.fastmap")
            with Assessment.open(tmp_path / f"{name}.fastmap") as copy:
                snapshot = copy.snapshot()
            codes.append(
                {*(one.code for one in snapshot.members), *(one.id for one in snapshot.partners), snapshot.info.id}
            )
            assert not codes[-1] & {*(one.code for one in assessment.snapshot().members)}

    assert not codes[0] & codes[1]


def test_two_copies_share_no_moment_score_or_hours_by_which_they_could_be_joined(path, tmp_path):
    moment = datetime(2026, 3, 2, 12, 34, 56, 789012, tzinfo=UTC)
    known = everything().snapshot
    text, skill = "rare words", known.skills[0].uri
    values = (
        *known.skills,
        *known.members,
        *known.partners,
        replace(r.MAPPING, text_key=text, skill=skill, score=0.8731, decided_at=moment),
        replace(r.SPLIT, parts=(SplitPart(text="both", skill=skill),), decided_at=moment),
        replace(r.ASIDE, decided_at=moment),
        replace(r.KPI_ENTRY, members=(), partners=(), hours=1234.5625),
    )
    create_file(path, replace(known.info, id="0123456789abcdef"), known.cluster, *values)

    snapshot = pseudonymised(path, tmp_path / "copy.fastmap")

    decisions = (*snapshot.mappings, *snapshot.splits, *snapshot.set_aside)
    assert len(decisions) == 3
    assert {one.decided_at for one in decisions} == {None}
    assert snapshot.mappings[0].score is None
    assert [(one.value, one.hours) for one in snapshot.kpi_entries] == [(r.KPI_ENTRY.value, None)]


def pseudonymised(path, copy):
    with Assessment.open(path) as assessment:
        save_pseudonymised_copy(assessment, copy)
    with Assessment.open(copy) as opened:
        return opened.snapshot()


def test_an_address_made_of_typed_words_becomes_a_code_though_its_skill_is_gone(path, tmp_path):
    gone, starter = f"fastmap:own/{MARK.lower()}-welding", "fastmap:starter/gone"
    own = replace(r.SKILL, uri="fastmap:own/x", source=SkillSource.OWN, group_uri=f"fastmap:own/{MARK.lower()}-group")
    own = replace(own, group_labels={"en": f"{MARK} group"})
    action = replace(r.ACTION, partners=(), skills=(gone, starter))
    with Assessment.create(path, cluster=r.CLUSTER, round_label="2026") as assessment:
        assessment.apply(SaveSkills(skills=(own,)))
        assessment.apply(SaveActions(actions=(action,)))

    snapshot = pseudonymised(path, tmp_path / "copy.fastmap")

    coded, kept = snapshot.actions[0].skills
    assert (coded.rpartition("/")[0], kept) == ("fastmap:own", starter)
    assert snapshot.skills[0].group_labels == {}
    assert MARK.lower() not in (tmp_path / "copy.fastmap").read_bytes().decode("latin-1").lower()


@pytest.mark.parametrize("source", list(SkillSource))
def test_words_in_the_address_of_a_skill_do_not_come_along_whatever_its_source_is_said_to_be(source, path, tmp_path):
    address = f"fastmap:own/{MARK.lower()}-welding-0123456789"
    skill = replace(
        r.SKILL, uri=address, source=source, labels={"en": f"{MARK} welding"}, group_uri=None, group_labels={}
    )
    with Assessment.create(path, cluster=r.CLUSTER, round_label="2026") as assessment:
        assessment.apply(SaveSkills(skills=(skill,)))

    snapshot = pseudonymised(path, tmp_path / "copy.fastmap")

    assert len(snapshot.skills) == 1
    assert MARK.lower() not in (tmp_path / "copy.fastmap").read_bytes().decode("latin-1").lower()


def test_neither_workshops_nor_votes_nor_the_secret_of_the_code_cards_come_along(path, tmp_path):
    copy = tmp_path / "copy.fastmap"
    with Assessment.create(path, cluster=r.CLUSTER, round_label="2026") as assessment:
        assessment.apply(SaveWorkshop(workshop=replace(r.WORKSHOP, place=MARK)))
        assessment.apply(OpenBallot(ballot=r.BALLOT))
        assessment.apply(CastBallotPapers(papers=(replace(r.PAPER, id=f"{MARK}-paper"),)))
        secret = assessment.card_secret().hex()
    assert secret.encode() in path.read_bytes()

    snapshot = pseudonymised(path, copy)

    assert (snapshot.workshops, snapshot.ballots, snapshot.ballot_papers) == ((), (), ())
    for known in (secret, MARK):
        assert known.encode() not in copy.read_bytes()


# --- copies under a password -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def once_protected(tmp_path_factory):
    """The bytes of a file and of its copy under a password: making a key of the password takes seconds, by design."""
    folder = tmp_path_factory.mktemp("protected")
    path, target = folder / "round.fastmap", folder / "round.fastmap.age"
    with Assessment.create(path, cluster=r.CLUSTER, round_label="2026") as assessment:
        assessment.apply(SaveMembers(members=(Member(code="M001", name=MARK),)))
        assessment.save_protected_copy(target, PASSWORD)
    return path.read_bytes(), target.read_bytes()


@pytest.fixture
def protected(once_protected, path, tmp_path):
    target = tmp_path / "round.fastmap.age"
    for place, content in zip((path, target), once_protected, strict=True):
        place.write_bytes(content)
    return target


def test_a_protected_copy_shows_nothing_and_opens_with_its_password(protected, path, tmp_path):
    content = protected.read_bytes()
    assert MARK.encode() not in content
    assert b"SQLite" not in content

    Assessment.open_protected_copy(protected, tmp_path / "back.fastmap", PASSWORD)

    with Assessment.open(path) as old, Assessment.open(tmp_path / "back.fastmap") as back:
        assert back.content_hash() == old.content_hash()
        assert back.history() == old.history()


@pytest.mark.parametrize("mischief", ["wrong password", "a changed byte", "cut off"])
def test_a_wrong_password_or_a_changed_copy_is_refused_and_nothing_is_left(protected, tmp_path, mischief):
    content = bytearray(protected.read_bytes())
    if mischief == "a changed byte":
        content[len(content) // 2] ^= 1
    protected.write_bytes(content[:-100] if mischief == "cut off" else content)
    before = sorted(tmp_path.iterdir())

    password = "wrong horse battery staple" if mischief == "wrong password" else PASSWORD
    with pytest.raises(FastmapError) as told:
        Assessment.open_protected_copy(protected, tmp_path / "back.fastmap", password)

    assert told.value.code == "password_wrong"
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_that_is_no_protected_copy_is_told_as_such(path, tmp_path):
    path.write_bytes(b"not encrypted at all")

    with pytest.raises(FastmapError) as told:
        Assessment.open_protected_copy(path, tmp_path / "back.fastmap", PASSWORD)

    assert told.value.code == "file_not_protected"


@pytest.mark.parametrize("content", [b"", b"anything", b"SQLite format 3\0"], ids=["nothing", "a word", "a beginning"])
def test_a_protected_copy_of_something_else_is_told_as_such_and_nothing_is_written(tmp_path, content):
    copy, target = tmp_path / "copy.age", tmp_path / "back.fastmap"
    copy.write_bytes(pyrage.passphrase.encrypt(content, PASSWORD))

    with pytest.raises(FastmapError) as told:
        Assessment.open_protected_copy(copy, target, PASSWORD)

    assert told.value.code == "file_foreign"
    assert list(tmp_path.iterdir()) == [copy]


@pytest.mark.parametrize("password", ["eleven char", " " * 12, "\t \u00a0" * 8, "a" + " " * 20 + "b"])
def test_a_short_password_is_refused_before_anything_is_written(path, tmp_path, password):
    with (
        Assessment.create(path, cluster=r.CLUSTER, round_label="2026") as assessment,
        pytest.raises(FastmapError) as told,
    ):
        assessment.save_protected_copy(tmp_path / "copy.age", password)

    assert told.value.code == "password_too_short"
    assert not (tmp_path / "copy.age").exists()


def test_a_protected_copy_never_overwrites(protected, path):
    before = protected.read_bytes()
    with Assessment.open(path) as assessment, pytest.raises(FastmapError) as told:
        assessment.save_protected_copy(protected, PASSWORD)
    assert (told.value.code, protected.read_bytes()) == ("file_exists", before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_while_a_protected_copy_is_written_nothing_plain_is_left(path, tmp_path):
    with Assessment.create(path, cluster=r.CLUSTER, round_label="2026") as assessment:
        assessment.apply(SaveMembers(members=(Member(code="M001", name=MARK),)))
    folder = tmp_path / "stick"
    folder.mkdir()
    script = (
        "import os, signal, sys\n"
        "from fastmap.assessment import Assessment\n"
        "from fastmap.store import protecting\n"
        "protecting.place_new = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"with Assessment.open({str(path)!r}) as one:\n"
        f"    one.save_protected_copy({str(folder / 'copy.age')!r}, {PASSWORD!r})\n"
    )

    ended = subprocess.run([sys.executable, "-c", script], cwd=Path(__file__).parents[2], timeout=60, check=False)

    assert ended.returncode == -9
    left = list(folder.iterdir())
    assert left, "it was killed with the draft on the disk"
    assert all(MARK.encode() not in one.read_bytes() and b"SQLite" not in one.read_bytes() for one in left)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("name", ["back", "back.FASTMAP"])
def test_what_a_kill_left_of_an_opened_copy_goes_with_the_next_file_whatever_it_was_to_be_called(
    protected, tmp_path, name
):
    folder = tmp_path / "plain"
    folder.mkdir()
    script = (
        "import os, signal\n"
        "from fastmap.assessment import Assessment\n"
        "from fastmap.store import protecting\n"
        "protecting.place_new = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"Assessment.open_protected_copy({str(protected)!r}, {str(folder / name)!r}, {PASSWORD!r})\n"
    )
    subprocess.run([sys.executable, "-c", script], cwd=Path(__file__).parents[2], timeout=60, check=False)
    (left,) = folder.iterdir()
    assert MARK.encode() in left.read_bytes(), "it was killed with the draft on the disk"
    long_ago = left.stat().st_mtime - 7200
    os.utime(left, (long_ago, long_ago))

    Assessment.open_protected_copy(protected, folder / "another.fastmap", PASSWORD)

    assert [one.name for one in folder.iterdir()] == ["another.fastmap"]


@pytest.fixture
def busy(monkeypatch):
    """A computer that seems too slow for as many tries as the list holds."""
    tries, decrypt = [], pyrage.passphrase.decrypt

    def seems_slow(sealed, password):
        if tries:
            tries.pop()
            raise pyrage.DecryptError(
                "Excessive work parameter for passphrase.\nDecryption would take around 32 seconds."
            )
        return decrypt(sealed, password)

    monkeypatch.setattr(pyrage.passphrase, "decrypt", seems_slow)
    monkeypatch.setattr("fastmap.store.protecting._WAITS_S", (0.0,) * 5)
    return tries


def test_a_computer_that_is_busy_for_a_moment_writes_and_opens_a_copy_all_the_same(path, tmp_path, busy):
    with Assessment.create(path, cluster=r.CLUSTER, round_label="2026") as assessment:
        busy += [1, 1]
        assessment.save_protected_copy(tmp_path / "copy.age", PASSWORD)
    busy += [1, 1, 1]

    Assessment.open_protected_copy(tmp_path / "copy.age", tmp_path / "back.fastmap", PASSWORD)

    assert (tmp_path / "back.fastmap").is_file()


def test_a_computer_that_stays_busy_is_not_told_that_the_password_is_wrong(path, tmp_path, busy):
    with Assessment.create(path, cluster=r.CLUSTER, round_label="2026") as assessment:
        assessment.save_protected_copy(tmp_path / "copy.age", PASSWORD)
        busy += [1] * 5
        with pytest.raises(FastmapError, match="password_takes_long"):
            assessment.save_protected_copy(tmp_path / "other.age", PASSWORD)
    busy += [1] * 5

    with pytest.raises(FastmapError, match="password_takes_long"):
        Assessment.open_protected_copy(tmp_path / "copy.age", tmp_path / "back.fastmap", PASSWORD)

    assert not (tmp_path / "other.age").exists()
    assert not (tmp_path / "back.fastmap").exists()
