"""Members of the sample that named organisations in other spellings than Partners has them."""

from dataclasses import replace

from fastmap.changes import EditResponse
from fastmap.model.choices import PartnerType, ResponseState, TieKind
from fastmap.model.responses import NamedLink

UNIVERSITY, VET = PartnerType.UNIVERSITY, PartnerType.VET
LINKS = (
    NamedLink(name="Inst. FP Valdorma", type=VET, kind=TieKind.DUAL_TRAINING),
    NamedLink(name="Univ. Deusto", type=UNIVERSITY, kind=TieKind.RESEARCH),
    NamedLink(name="Deusto University", type=UNIVERSITY, kind=TieKind.RECRUITMENT),
    NamedLink(name="Universidad de Deusto", type=UNIVERSITY, kind=TieKind.RESEARCH),
    NamedLink(name="A <b>certain</b> academy & sons", kind=TieKind.TRAINING),
    NamedLink(name="Valdorma"),
)


def add_named_links(session, links=LINKS):
    """Let the first members of the open file each name one more organisation; the last one names itself too."""
    snapshot = session.state.snapshot
    answers = [response for response in snapshot.responses if response.state is ResponseState.ACCEPTED]
    for answer, link in zip(answers, links, strict=False):
        session.apply(EditResponse(response=replace(answer, links=(*answer.links, link))))
    last = answers[len(links)]
    itself = next(member for member in snapshot.members if member.code == last.member)
    session.apply(EditResponse(response=replace(last, links=(*last.links, NamedLink(name=itself.name)))))
