from fastmap.model.choices import SkillSource
from fastmap.model.skills import Skill
from fastmap.vocabulary.esco import import_packages
from fastmap.vocabulary.index import open_index
from fastmap.vocabulary.versions import Withdrawn, no_longer_listed
from tests.support.esco_packages import ENGLISH, GERMAN, PYTHON, RECYCLING, SKILL, english_package

NEW = SKILL + "recycling-anew"


def without(*uris):
    return {uri: row for uri, row in ENGLISH.items() if uri not in uris}


def test_importing_a_newer_version_names_withdrawn_and_replaced_skills(tmp_path):
    import_packages([english_package(tmp_path)], tmp_path / "v")
    newer = without(PYTHON, RECYCLING) | {NEW: ENGLISH[RECYCLING]}

    summary = import_packages([english_package(tmp_path, "1.2.0", newer)], tmp_path / "v")

    assert summary.withdrawn == (
        Withdrawn(uri=PYTHON, label="Python (computer programming)"),
        Withdrawn(uri=RECYCLING, label="recycle materials", successor=NEW),
    )


def test_importing_the_same_again_withdraws_nothing(tmp_path):
    import_packages([english_package(tmp_path)], tmp_path / "v")

    assert import_packages([english_package(tmp_path)], tmp_path / "v").withdrawn == ()


def test_the_skills_of_an_assessment_that_esco_no_longer_has_are_listed(tmp_path):
    import_packages([english_package(tmp_path)], tmp_path / "v")
    old = open_index(tmp_path / "v")
    held = (old.skill(RECYCLING), old.skill(GERMAN), old.skill("fastmap:starter/hydrogen"))
    newer = without(PYTHON, RECYCLING) | {NEW: ENGLISH[RECYCLING]}
    import_packages([english_package(tmp_path, "1.2.0", newer)], tmp_path / "v")

    listed = no_longer_listed(held, open_index(tmp_path / "v"))

    assert listed == (Withdrawn(uri=RECYCLING, label="recycle materials", successor=NEW),)


def test_a_computer_without_esco_withdraws_nothing(tmp_path):
    skill = Skill(uri=PYTHON, labels={"en": "Python"}, source=SkillSource.ESCO)

    assert no_longer_listed((skill,), open_index(tmp_path)) == ()
