"""A large change may be made by another thread, and nobody gets into its way."""

import threading
import time

from fastmap.changes import SaveMembers
from fastmap.changes.base import Change
from fastmap.model.organisations import Member


def test_a_change_made_elsewhere_is_saved_undoable_and_comes_with_the_snapshot(assessment):
    outcome = []
    change = SaveMembers(members=(Member(code="M001", name="A"),))
    thread = threading.Thread(target=lambda: outcome.append(assessment.apply_elsewhere(change)))

    thread.start()
    thread.join()

    ((touched, snapshot),) = outcome
    assert touched.kinds == {"members"}
    assert snapshot == assessment.snapshot()
    assert [member.code for member in snapshot.members] == ["M001"]
    assert assessment.undo()
    assert assessment.snapshot().members == ()


def test_the_owner_waits_while_a_change_is_made_elsewhere(assessment):
    begun = threading.Event()

    class Slow(Change):
        name = "save_members"

        def apply(self, records):
            begun.set()
            time.sleep(0.2)
            records.save(Member(code="M001", name="A"))

    thread = threading.Thread(target=lambda: assessment.apply_elsewhere(Slow()))
    thread.start()
    assert begun.wait(5)

    seen = assessment.snapshot()

    thread.join()
    assert [member.code for member in seen.members] == ["M001"]


def test_closing_waits_for_a_change_made_elsewhere(assessment, path):
    begun = threading.Event()

    class Slow(Change):
        name = "save_members"

        def apply(self, records):
            begun.set()
            time.sleep(0.2)
            records.save(Member(code="M001", name="A"))

    thread = threading.Thread(target=lambda: assessment.apply_elsewhere(Slow()))
    thread.start()
    assert begun.wait(5)
    assessment.close()
    thread.join()

    with type(assessment).open(path) as again:
        assert [member.code for member in again.snapshot().members] == ["M001"]
