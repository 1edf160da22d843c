"""Who is overdue, and what they are written."""

import csv
from dataclasses import replace
from datetime import date

import pytest

from exports.reminders import REMINDER_COLUMNS, write_reminders
from fastmap.catalogue.texts import form_languages, load_texts
from fastmap.model.choices import MemberKind, MemberStatus, ResponseState
from fastmap.model.organisations import Contact
from fastmap.tasks.membership import (
    OTHERS,
    answers_by_activity,
    answers_by_size,
    overdue_by_activity,
    overdue_by_size,
    standings,
)
from fastmap.tasks.reminding import reminders
from tests.support.builders import assess, make_member, make_response, make_snapshot

END = date(2026, 3, 15)
LATE, IN_TIME = date(2026, 3, 16), END


def asked(number, **values):
    return make_member(number, **({"status": MemberStatus.ASKED} | values))


def ended(*members, responses=(), end=END):
    snapshot = make_snapshot(members=members, responses=responses)
    return replace(snapshot, info=replace(snapshot.info, round_end=end))


def test_overdue_is_who_sent_nothing_once_the_last_day_has_passed():
    members = (
        asked(1),
        asked(2, status=MemberStatus.REMINDED),
        asked(3),
        asked(4, status=MemberStatus.REFUSED),
        asked(5, status=MemberStatus.NOT_ASKED),
        asked(6),
    )
    waiting = replace(make_response(6), state=ResponseState.TO_CHECK)
    snapshot = ended(*members, responses=(make_response(3), waiting))

    def late(snapshot, day):
        return [code for code, standing in standings(snapshot, day).items() if standing.is_overdue]

    assert late(snapshot, LATE) == [members[0].code, members[1].code]
    assert late(snapshot, IN_TIME) == []
    assert late(snapshot, None) == []
    assert late(ended(*members, end=None), LATE) == []


def test_overdue_members_are_counted_in_the_same_classes_as_answers():
    members = (
        asked(1, kind=MemberKind.SMALL, activity="C25"),
        asked(2, kind=MemberKind.SMALL, activity="c25"),
        asked(3, kind=MemberKind.PUBLIC, activity=None),
        asked(4, kind=MemberKind.MICRO, activity="C33"),
    )
    snapshot = ended(*members, responses=(make_response(4),))
    where, quality = standings(snapshot, LATE), assess(snapshot).quality

    assert overdue_by_size(snapshot, where) == {"small": 2, OTHERS: 1}
    strata = answers_by_activity(quality)
    assert [(stratum.key, stratum.asked, stratum.answered) for stratum in strata] == [
        ("C25", 2, 0),
        ("unknown", 1, 0),
        ("C33", 1, 1),
    ]
    assert overdue_by_activity(snapshot, where, strata) == {"C25": 2, "unknown": 1}
    assert {stratum.key for stratum in answers_by_size(quality)} >= overdue_by_size(snapshot, where).keys()


def test_many_activities_are_shown_where_most_is_missing_and_the_rest_together():
    members = tuple(asked(number, activity=f"C{10 + number % 9}") for number in range(1, 31))
    snapshot = ended(*members)

    strata = answers_by_activity(assess(snapshot).quality)

    assert len(strata) == 6
    assert strata[-1].key == OTHERS
    assert sum(stratum.asked for stratum in strata) == 30
    late = overdue_by_activity(snapshot, standings(snapshot, LATE), strata)
    assert sum(late.values()) == 30
    assert set(late) == {stratum.key for stratum in strata}


@pytest.mark.parametrize("language", form_languages())
def test_reminders_are_written_in_the_members_own_language(language):
    member = asked(1, name="Taller Uno", language=language)
    contact = Contact(member=member.code, name="Ana Ruiz", email="ana@x.eu")
    texts = load_texts(language)

    (early,) = reminders(ended(member), {member.code: contact}, IN_TIME)
    (late,) = reminders(ended(member), {member.code: contact}, LATE)
    (open_end,) = reminders(ended(member, end=None), {}, LATE)

    assert (early.language, early.email, early.is_overdue, late.is_overdue) == (language, "ana@x.eu", False, True)
    assert early.text.startswith(texts.get("mail.greeting", name="Ana Ruiz"))
    assert all("Taller Uno" in one.text and "Taller Uno" in one.subject for one in (early, late, open_end))
    assert texts.date(END) in early.text
    assert texts.date(END) in late.text
    assert early.text != late.text
    assert open_end.text.startswith(make_snapshot().cluster.name)


def test_a_member_without_a_form_language_of_its_own_is_written_to_in_that_of_the_round():
    (one,) = reminders(ended(asked(1, language="pl")), {}, LATE)

    assert one.language == "en"


def test_the_table_holds_no_formula_whatever_a_member_is_called(tmp_path):
    members = (asked(1, name='=HYPERLINK("http://x")'), asked(2, name="Dos"))
    contact = Contact(member=members[1].code, name="@Ana", email="ana@x.eu")
    path = tmp_path / "reminders.csv"

    write_reminders(reminders(ended(*members), {members[1].code: contact}, LATE), path)

    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert tuple(header) == REMINDER_COLUMNS
    assert [row[1] for row in rows] == ['\'=HYPERLINK("http://x")', "Dos"]
    assert rows[1][2:4] == ["'@Ana", "ana@x.eu"]
    assert [row[5] for row in rows] == ["yes", "yes"]
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@" and cell]
