"""Finding members' names in texts that people typed, such as the title of an action."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final, TypeAlias

from fastmap.model.choices import SHARED_SOURCES
from fastmap.model.normalise import text_key
from fastmap.model.snapshot import Snapshot

_LEGAL_FORMS: Final = (
    "ab ag as asbl aps bv bvba co coop cia corp doo ehf eg ev eurl gbr gie gmbh inc kft kg lda limited ltd mbh nv oy oyj"
    " plc rt s a l c sa sal sas sarl sc sccl scoop scop sce scl sia slne sl sll slu snc spa sp srl srls sro uab ug und"
    " y e et and the"
)
PASSED_OVER: Final = frozenset(_LEGAL_FORMS.split())
"""Legal forms and little words that people leave out, put in or write otherwise."""
_LETTERS: Final = 4
"""A word of a name with fewer letters is too common to point at one member."""


_WORD: Final = re.compile(r"[^\W_]+")
Span: TypeAlias = tuple[int, int]
"""Where something begins in a text, and where what follows it begins."""


class MemberNames:
    """Says whether a text names a member: the name without its legal form, its code, or a word only it has."""

    def __init__(
        self,
        names: Iterable[str],
        codes: Iterable[str],
        *,
        vocabulary: Iterable[str] = (),
        earlier: Iterable[str] = (),
        former: Iterable[str] = (),
        single_words: bool = True,
    ) -> None:
        """``vocabulary``: words of skills and the like, which point at nobody even if a member bears one as its name.

        ``earlier``: names on the list of the round before, where those who left the cluster still stand. Each list has
        its own words that only one bears: most members are on both. ``former``: names that members had in this round
        and have no more; a word of theirs names by itself if no member of now bears it either. ``single_words``: whether such a word names by
        itself; else only whole names do.
        """
        common = {word for text in vocabulary for word in text_key(text).split()}
        self._phrases: set[tuple[str, ...]] = set()
        self._words = {text_key(code) for code in codes}
        now, then, gone = ([_core(name) for name in listed] for listed in (names, earlier, former))
        for cores, beside in ((now, ()), (then, ()), (gone, now)):
            bearers = Counter(word for core in (*cores, *beside) for word in set(core))
            self._phrases |= {core for core in cores if core and not (len(core) == 1 and core[0] in common)}
            self._words |= {
                word
                for core in cores
                for word in core
                if single_words and len(word) >= _LETTERS and bearers[word] == 1 and word not in common
            }

    def mentioned_in(self, text: str | None) -> bool:
        """Say whether ``text`` names a member.

        >>> names = MemberNames(["Talleres Urkola, S.L.", "Talleres Mendi"], ["M001"])
        >>> [names.mentioned_in(text) for text in ("Course at Urkola", "Course in talleres", "Ask M001", None)]
        [True, False, True, False]
        """
        if not text:
            return False
        words = tuple(text_key(text).split())
        if not self._words.isdisjoint(words):
            return True
        core = tuple(word for word in words if word not in PASSED_OVER)
        return any(_contains(core, phrase) for phrase in self._phrases)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return where ``text`` names a member; nothing exactly where `mentioned_in` says no.

        >>> names = MemberNames(["Talleres Urkola, S.L."], ["M001"])
        >>> names.spans("ask Úrkola or M001")
        ((4, 10), (14, 18))
        """
        if not self.mentioned_in(text):
            return ()
        places = [(word, match.span()) for match in _WORD.finditer(text) for word in text_key(match[0]).split()]
        found = {span for word, span in places if word in self._words}
        places = [(word, span) for word, span in places if word not in PASSED_OVER]
        words = tuple(word for word, _ in places)
        for phrase in self._phrases:
            length = len(phrase)
            for at in range(len(words) - length + 1):
                if words[at : at + length] == phrase:
                    found.add((places[at][1][0], places[at + length - 1][1][1]))
        return tuple(sorted(found)) or ((0, len(text)),)


def member_names(snapshot: Snapshot) -> MemberNames:
    """Return the names of members now, in the round before, and before they were removed or renamed within this one.

    Those of partners that are members are among them; words of the shared vocabulary are none.
    """
    own = {member.partner_id for member in snapshot.members} - {None}
    both = [partner.name for partner in snapshot.partners if partner.in_cluster or partner.id in own]
    shared = [label for skill in snapshot.skills if skill.source in SHARED_SOURCES for label in skill.labels.values()]
    earlier = () if snapshot.earlier is None else snapshot.earlier.members
    former = sorted(snapshot.former_members)
    return MemberNames(
        [*(member.name for member in snapshot.members), *both],
        [
            *(member.code for member in snapshot.members),
            *(member.code for member in earlier),
            *(code for code, _ in former),
        ],
        vocabulary=shared,
        earlier=[member.name for member in earlier],
        former=[name for _, name in former],
    )


def whole_names(snapshot: Snapshot) -> frozenset[str]:
    """Return every name that a member has, had in this round or had in the one before, as `text_key` writes it."""
    earlier = () if snapshot.earlier is None else snapshot.earlier.members
    names = [member.name for member in snapshot.members] + [member.name for member in earlier]
    names += [name for _, name in snapshot.former_members]
    return frozenset(key for name in names if (key := text_key(name)))


def _core(name: str) -> tuple[str, ...]:
    """Return the words of a name that are its own."""
    return tuple(word for word in text_key(name).split() if word not in PASSED_OVER)


def _contains(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return any(words[at : at + len(phrase)] == phrase for at in range(len(words) - len(phrase) + 1))
