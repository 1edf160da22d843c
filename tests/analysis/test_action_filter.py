from fastmap.analysis.action_filter import NOBODY, ActionFilter
from fastmap.catalogue.reading import load_catalogue
from fastmap.model.choices import ActionStatus, Step, Timing
from tests.support.builders import make_action

CATALOGUE = load_catalogue()
COURSE = make_action("A4", timing=(Timing.ST, Timing.MT), owner="Cluster office", skills=("s1",), partners=("P1", "P2"))
OWN = make_action(None, status=ActionStatus.PLANNED)


def passing(**asked):
    return [one for one in (COURSE, OWN) if ActionFilter(**asked).passes(one, CATALOGUE)]


def test_nothing_asked_lets_everything_pass():
    assert not ActionFilter()
    assert passing() == [COURSE, OWN]


def test_each_question_is_asked_of_its_own_field():
    assert passing(timing=Timing.MT) == [COURSE]
    assert passing(timing=Timing.LT) == []
    assert passing(status=ActionStatus.PLANNED) == [OWN]
    assert passing(skill="s1") == passing(partner="P2") == [COURSE]


def test_an_owner_is_found_in_any_spelling_and_so_are_actions_of_nobody():
    assert passing(owner="cluster  OFFICE") == [COURSE]
    assert passing(owner=NOBODY) == [OWN]


def test_the_step_is_that_of_the_framework_and_own_actions_have_none():
    assert passing(step=Step.DEVELOP) == [COURSE]
    assert passing(step=Step.ENGAGE) == []


def test_everything_asked_must_hold():
    assert passing(timing=Timing.ST, status=ActionStatus.PLANNED) == []
    assert passing(timing=Timing.ST, status=ActionStatus.RUNNING, owner="Cluster office") == [COURSE]
