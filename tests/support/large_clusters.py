"""A cluster as large as the program must stay quick with: 170 members, 60 forms, about 300 skills."""

from __future__ import annotations

from dataclasses import replace

from fastmap.model.choices import MemberStatus
from fastmap.model.ids import MemberCode, ResponseId
from fastmap.model.organisations import Member
from fastmap.model.responses import Response
from fastmap.model.snapshot import Snapshot

MEMBERS, FORMS, SKILLS = 170, 60, 300


def grown(snapshot: Snapshot) -> tuple[tuple[Member, ...], tuple[Response, ...]]:
    """Return members and answers to be added to ``snapshot`` (the sample) to make it large.

    The answers repeat those of the sample under other members; further needs name skills that nobody else names.
    """
    more = [
        Member(code=MemberCode(f"Z{number:03}"), name=f"Further firm {number}", status=MemberStatus.ASKED)
        for number in range(MEMBERS - len(snapshot.members))
    ]
    copies = FORMS - len(snapshot.responses)
    own_skills = -(-SKILLS // copies)
    answers = []
    for place in range(copies):
        pattern = snapshot.responses[place % len(snapshot.responses)]
        pattern_need = next(need for response in snapshot.responses for need in response.needs)
        own = tuple(
            replace(pattern_need, row=len(pattern.needs) + number + 1, skill_text=f"Special skill {place}-{number}")
            for number in range(own_skills)
        )
        answers.append(
            replace(
                pattern,
                id=ResponseId(f"Z{place:03}"),
                member=more[place].code,
                needs=(*pattern.needs, *own),
                raw={},
                source_sha256=None,
            )
        )
        more[place] = replace(more[place], status=MemberStatus.ANSWERED)
    return tuple(more), tuple(answers)
