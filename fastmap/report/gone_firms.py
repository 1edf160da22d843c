"""Names of members and partners that were removed, taken out of words that the file keeps from when they were there.

What people type now may name whomever they like. Words that only a vote still keeps nobody can reword, and a firm that left
must not be read in them for as long as the file lives: it is hidden on walls, on phones, in minutes and in every report alike.
"""

from __future__ import annotations

from functools import lru_cache

from fastmap.model.choices import SHARED_SOURCES
from fastmap.model.meanings import key_of
from fastmap.model.naming import partners_by_name
from fastmap.model.snapshot import Snapshot
from fastmap.report.members_named import MemberNames
from fastmap.report.whole_names import HIDDEN, WholeNames


def without_gone_firms(snapshot: Snapshot, text: str) -> str:
    """Return ``text`` with the names of organisations hidden that are in the file no more.

    A name that somebody in the file bears, or that a person said is one of them, is none of these, even if another bore it before.
    """
    present = [*(member.name for member in snapshot.members), *(partner.name for partner in snapshot.partners)]
    borne = {*map(key_of, present), *partners_by_name(snapshot)}
    known = {*(member.code for member in snapshot.members), *(partner.id for partner in snapshot.partners)}
    former = [one for one in (*snapshot.former_members, *snapshot.former_partners) if one[0] not in known]
    names = frozenset(name for _, name in former if key_of(name) not in borne)
    if not names:
        return text
    codes = frozenset(code for code, _ in snapshot.former_members if code not in known)
    shared = (label for skill in snapshot.skills if skill.source in SHARED_SOURCES for label in skill.labels.values())
    return _finder(names, codes, frozenset((*present, *shared, snapshot.cluster.name))).hidden_in(text)


class _Finder:
    """Hides names in texts. Words that others bear, or that every skill may have, point at nobody."""

    def __init__(self, names: frozenset[str], codes: frozenset[str], vocabulary: frozenset[str]) -> None:
        self._names = MemberNames((), codes, vocabulary=vocabulary, former=sorted(names))
        self._whole = WholeNames(names)

    def hidden_in(self, text: str) -> str:
        said = " ".join(text.split())
        found = self._whole.hidden_in(said)
        end = len(found) + 1
        for start, after in reversed(self._names.spans(found)):
            if after <= end:  # spans may lie in each other: the last one that ends there has been hidden
                found, end = f"{found[:start]}{HIDDEN}{found[after:]}", start
        return text if found == said else found


@lru_cache(maxsize=8)
def _finder(names: frozenset[str], codes: frozenset[str], vocabulary: frozenset[str]) -> _Finder:
    """Return what finds these names: made once, since walls and phones ask after every answer."""
    return _Finder(names, codes, vocabulary)
