"""Starting the next round from the file of the last one: what stays true is carried over, what is asked anew is not.

Carried over: the cluster, members with codes, partners with offers, ties and commitments, actions with their plans, the
funder's ledger, the grant (not the deliverable) and the logo, skills and every decision about texts and names, weights,
how many members a figure of an anonymous edition rests on, the partnership checklist, the team's days, registrations, and
contacts whose consent still holds. Asked anew: answers, statuses, verdicts set by hand, second sources, the team's
questionnaires, and what was recorded or decided about steps (decision 0240). Workshops and their votes are about the
needs of their round and stay in its file.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from fastmap.analysis.answers import accepted_responses
from fastmap.analysis.ties import known_ties
from fastmap.assessment import Assessment
from fastmap.errors import FastmapError
from fastmap.model.choices import MappingHow, MemberStatus
from fastmap.model.normalise import clean_text, text_key
from fastmap.model.organisations import Contact, Registration
from fastmap.model.snapshot import AssessmentInfo, Snapshot
from fastmap.store.creating import create_file
from fastmap.tasks.earlier_round import summary_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundStarted:
    """What the new file holds from the start."""

    round_label: str
    members: int
    partners: int
    actions: int
    milestones: int
    practices: int
    figures: int
    """Entries of the ledger of funder figures."""
    texts: int
    """Decisions about texts, remembered."""
    contacts: int
    contacts_expired: int
    """Contact persons left out because their consent has expired."""


def start_new_round(
    old: Snapshot,
    contacts: Iterable[Contact],
    path: Path,
    *,
    file: str,
    round_label: str,
    today: date,
    registrations: Iterable[Registration] = (),
) -> RoundStarted:
    """Make the file ``path`` for the round after ``old``, wholly or not at all; ``file``: the name of the old file.

    Raises `FastmapError`: ``round_without_label``, ``round_label_taken`` for the label of the old round, ``file_exists``
    and the like.
    """
    label = " ".join(clean_text(round_label).split())
    if not label:
        raise FastmapError("round_without_label")
    if text_key(label) == text_key(old.info.round_label):
        raise FastmapError("round_label_taken", label=label, file=file)
    if path.exists():  # said before the work, and again by what makes the file
        raise FastmapError("file_is_folder" if path.is_dir() else "file_exists", file=path.name)
    known = tuple(contacts)
    kept = tuple(contact for contact in known if not _is_expired(contact, today))
    values = (*_carried_over(old), *kept, *registrations, summary_of(old, file=file, carried_over=True))
    create_file(path, _new_info(old.info, label, file), old.cluster, *values)
    return RoundStarted(
        round_label=label,
        members=len(old.members),
        partners=len(old.partners),
        actions=len(old.actions),
        milestones=sum(len(plan.milestones) for plan in old.action_plans),
        practices=len(old.practices),
        figures=len(old.kpi_entries),
        texts=len(old.mappings) + len(old.splits) + len(old.set_aside),
        contacts=len(kept),
        contacts_expired=len(known) - len(kept),
    )


def start_round_from_file(old: Path, path: Path, *, round_label: str, today: date) -> RoundStarted:
    """Make the file ``path`` for the round after the one in the file ``old``, which is only read."""
    with Assessment.look_into(old) as assessment:
        snapshot, contacts, numbers = assessment.snapshot(), assessment.contacts(), assessment.registrations()
    return start_new_round(
        snapshot, contacts, path, file=old.name, round_label=round_label, today=today, registrations=numbers
    )


def _new_info(old: AssessmentInfo, label: str, file: str) -> AssessmentInfo:
    return AssessmentInfo(
        id=secrets.token_hex(8),
        title=old.title,
        round_label=label,
        language=old.language,
        previous_file=file,
        fictional=old.fictional,
    )


def _carried_over(snapshot: Snapshot) -> Iterable[object]:
    remembered = MappingHow.REMEMBERED
    yield from (replace(member, status=MemberStatus.NOT_ASKED) for member in snapshot.members)
    yield from snapshot.skills
    yield from (replace(mapping, how=remembered) for mapping in snapshot.mappings)
    yield from (replace(split, how=remembered) for split in snapshot.splits)
    yield from (replace(aside, how=remembered) for aside in snapshot.set_aside)
    yield from snapshot.partners
    yield from snapshot.offers
    # Links that firms named in last round's forms stay ties; the forms themselves do not come along.
    yield from known_ties(snapshot, accepted_responses(snapshot))
    yield from snapshot.commitments
    yield from snapshot.named
    yield from snapshot.actions
    yield from snapshot.action_plans
    # The funder's ledger runs over the programme, not over the round: each entry has its period.
    yield from (*snapshot.own_kpis, *snapshot.kpi_goals, *snapshot.kpi_entries)
    yield from snapshot.practices
    yield from snapshot.targets
    yield from snapshot.checklist_answers
    if not snapshot.grant.is_blank:
        # The report of each round is a deliverable of its own.
        yield replace(snapshot.grant, deliverable=None)
    single = (snapshot.logo, snapshot.weights, snapshot.privacy, snapshot.capacity)
    yield from (one for one in single if one is not None)


def _is_expired(contact: Contact, today: date) -> bool:
    return contact.consent_expires is not None and contact.consent_expires < today
