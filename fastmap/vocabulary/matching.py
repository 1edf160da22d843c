"""Placing free text: equal labels first, then what is alike in spelling (n-grams, ranked again by words) and in meaning.

Spelling looks at each name, meaning at all names of a skill together (`fastmap.vocabulary.meaning`); the two are
mixed, decision records 0151 and 0154. Where meanings are not ready or the encoder is not installed, spelling decides alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from fastmap.model.choices import SkillSource
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.normalise import clean_text, text_key
from fastmap.progress import Progress, ProgressListener, silent
from fastmap.vocabulary import encoder, likeness
from fastmap.vocabulary.building import LENT, PREFERRED, About, Arrays, equality_hash
from fastmap.vocabulary.folding import fold_words, is_only_filler, meaningful_words, says_nothing
from fastmap.vocabulary.meaning import Meanings
from fastmap.vocabulary.results import Candidate, CandidateHow, MatchVerdict, TextMatch
from fastmap.vocabulary.wording import wordings

SUGGEST_FROM = 0.50
"""Score by spelling alone from which a candidate is worth showing to a person. Tuned on tests/data/vocabulary."""
SUGGEST_MIXED_FROM = 0.50
SUGGEST_ABROAD_FROM = 0.40
"""The same where meaning counts too, for texts in a language that has names of skills, and for others."""
_FEW_SKILLS = 1000
_FEWER = 0.06
"""Among few skills nonsense finds less that is like it by chance: the threshold is lower by this (starter list)."""
MAX_LETTERS = 300
"""A longer text is no name of a skill; what stands beyond is not looked at."""

_STARTER = tuple(SkillSource).index(SkillSource.STARTER)
_PLACES = 4
"""Ranks of labels: `PREFERRED`, `OTHER`, `HIDDEN`, `LENT`."""
_LOOKED_AT = 60
"""Labels of the stated language that are ranked again, and half as many of the others."""
_OTHER_LANGUAGE = 0.9
"""A label of another language counts this much less: labels of the stated language lead."""
_OTHER_NAME = 0.01
"""A name that is not the preferred one counts this much less: of two skills with the same name it decides."""
_HIGHEST = 0.99
"""1 is kept for equal labels."""

_MEANT = 40
"""Skills nearest in meaning that are ranked beside those alike in spelling."""
_MEANING_SHARE = 0.4
_MEANING_SHARE_FEW = 0.5
_MEANING_SHARE_ABROAD = 0.6
"""What meaning adds to a score: most where no skill has a name in the text's language, as spelling then finds little,
less where few have one, least where it is at home."""
_UNKNOWN_SHARE = 0.15
_UNKNOWN_SHARE_ABROAD = 0.3
"""The same for languages that the encoder was not trained on."""
_BETTER_SHARE = 0.2
"""Weight of the better of the two, beside the mix: what one is sure of, the other need not confirm."""
_AT_HOME_FROM = 0.3
"""Share of skills with names in a language from which its texts count as at home."""
_KEPT_WORDS = 20_000
"""Labels whose words are kept in memory: 5 MB."""
_BATCH = 64
"""Texts encoded together: larger ones are not faster, and a person may stop between two."""


@dataclass(frozen=True, slots=True)
class Hit:
    """How a skill was found."""

    score: float
    how: CandidateHow
    label: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Equal:
    found: Mapping[int, Hit] = field(default_factory=dict)
    is_exact: bool = False
    is_certain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """One text as it is looked up."""

    text: str
    key: str
    """The text as `text_key`, cut; empty if nothing is left to look up."""
    keys: tuple[str, ...]
    """The key, and what else the text may be worded like."""
    wordings: tuple[str, ...]
    """The same for the encoder, which reads accents and capitals."""

    @classmethod
    def of(cls, text: str, language: LanguageCode) -> _Asked:
        key = text_key(text)[:MAX_LETTERS].strip()
        others = wordings(key, language) if key else ()
        written = " ".join(clean_text(text).split())[:MAX_LETTERS]
        return cls(text=text, key=key, keys=(key, *map(text_key, others)), wordings=(written, *others))


_LookedUp: TypeAlias = "tuple[_Asked, _Equal, NDArray[np.float32] | None]"


class Matcher:
    """Searches one index."""

    def __init__(self, arrays: Arrays, about: About, meanings: Meanings) -> None:
        """Search ``arrays``, and ``meanings`` as far as they are ready."""
        self._arrays = arrays
        self._languages = about.languages
        self._meanings = meanings
        self._known_words: dict[int, tuple[str, ...]] = {}
        self._rarest = float(arrays.word_idf.max()) if arrays.word_idf.size else 1.0
        counts = np.bincount(arrays.languages[arrays.ranks == PREFERRED], minlength=len(about.languages))
        self._at_home = counts >= _AT_HOME_FROM * max(len(arrays.uris), 1)
        self._fewer = _FEWER if len(arrays.uris) < _FEW_SKILLS else 0.0

    def match(
        self, texts: Sequence[str], language: LanguageCode, top: int, progress: ProgressListener = silent
    ) -> tuple[TextMatch, ...]:
        """Return for each of ``texts``, said to be in ``language``, up to ``top`` skills that it may mean.

        The same text is looked up once. ``progress`` may stop it between two batches.
        """
        known: dict[str, TextMatch] = {}
        different = list(dict.fromkeys(texts))
        # One batch ahead in a thread of its own: encoding is arithmetic and leaves the interpreter to the ranking.
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="meaning") as ahead:
            waiting = _in_turn(ahead, self._looked_up, different, language)
            for done, batch in waiting:
                progress(Progress(stage="progress.matching_texts", done=done, total=len(different)))
                for asked, equal, meant in batch:
                    known[asked.text] = self._ranked(asked, language, equal, meant, top)
        if texts:
            progress(Progress(stage="progress.matching_texts", done=len(different), total=len(different)))
        return tuple(known[text] for text in texts)

    def _looked_up(self, texts: Sequence[str], language: LanguageCode) -> list[_LookedUp]:
        """Return, for a batch of texts, equal labels and likeness in meaning."""
        batch = [_Asked.of(text, language) for text in texts]
        equals = [self._equal(asked.key, language) if asked.key else _Equal() for asked in batch]
        # What is certain needs no second opinion: what equals the name of one skill is that skill.
        open_ = [asked for asked, equal in zip(batch, equals, strict=True) if asked.key and not equal.is_certain]
        meant = self._meant(open_)
        return [(asked, equal, meant.get(asked.text)) for asked, equal in zip(batch, equals, strict=True)]

    def match_spelling(self, text: str, language: LanguageCode, top: int) -> TextMatch:
        """Return what `match` gives where meanings are not ready: fast enough for every key stroke."""
        asked = _Asked.of(text, language)
        equal = self._equal(asked.key, language) if asked.key else _Equal()
        return self._ranked(asked, language, equal, None, top)

    def _ranked(
        self, asked: _Asked, language: LanguageCode, equal: _Equal, meant: NDArray[np.float32] | None, top: int
    ) -> TextMatch:
        found = (self._similar(asked, language, meant) if asked.key else {}) | dict(equal.found)
        ranked = sorted(found.items(), key=lambda item: (-item[1].score, item[1].label))[: max(top, 0)]
        best = max((hit.score for hit in found.values()), default=0.0)
        return TextMatch(
            text=asked.text,
            language=language,
            verdict=_verdict(asked.key, language, equal, best, self._suggest_from(language, meant)),
            candidates=tuple(self.candidate(concept, language, hit) for concept, hit in ranked),
            is_certain=equal.is_certain and not says_nothing(asked.key),
        )

    def _meant(self, batch: Sequence[_Asked]) -> dict[str, NDArray[np.float32]]:
        """Return, by text, how alike each skill is in meaning (0–1); nothing where meanings are not ready."""
        if not batch or not self._meanings.is_ready():
            return {}
        wordings = [wording for asked in batch for wording in asked.wordings]
        likeness = self._meanings.likeness(encoder.encode(wordings))
        if likeness is None:
            return {}
        ends = np.cumsum([len(asked.wordings) for asked in batch]).tolist()
        starts = [0, *ends[:-1]]
        return {
            asked.text: np.clip(likeness[start:end].max(axis=0), 0, 1)
            for asked, start, end in zip(batch, starts, ends, strict=True)
        }

    def candidate(self, concept: int, language: LanguageCode, hit: Hit) -> Candidate:
        """Return ``concept``, found by ``hit``, as people of ``language`` should see it."""
        shown = self._shown_label(concept, hit.label, language)
        return Candidate(
            uri=SkillUri(self._arrays.uris[concept]),
            label=self._arrays.labels[shown],
            language=self._languages[int(self._arrays.languages[shown])],
            score=round(hit.score, 4),
            how=hit.how,
            name=self._arrays.labels[hit.label],
        )

    def language_place(self, language: LanguageCode) -> int:
        """Return the place of ``language`` among the loaded ones, -1 if it is not loaded."""
        return self._languages.index(language) if language in self._languages else -1

    def _shown_label(self, concept: int, label: int, language: LanguageCode) -> int:
        span = range(int(self._arrays.first_label[concept]), int(self._arrays.first_label[concept + 1]))
        preferred = {int(self._arrays.languages[i]): i for i in span if self._arrays.ranks[i] == PREFERRED}
        wanted = (self.language_place(language), int(self._arrays.languages[label]))
        return next((preferred[place] for place in wanted if place in preferred), label)

    def _equal(self, key: str, language: LanguageCode) -> _Equal:
        """Return the skills with an equal label: those of the stated language lead, all others are suggestions."""
        own: dict[int, list[tuple[int, int]]] = {}
        others: dict[int, Hit] = {}
        for code in self._languages:
            for label in self._equal_labels(key, code):
                concept = int(self._arrays.concepts[label])
                if code == language:
                    own.setdefault(concept, []).append((self._precedence(key, label, concept), label))
                else:
                    score = _HIGHEST - float(self._rank_cost([label])[0])
                    others.setdefault(concept, Hit(score, CandidateHow.OTHER_LANGUAGE, label))
        if not own:
            return _Equal(found=others)
        first, is_certain = self._leaders(own)
        exact = {
            concept: Hit(
                1.0 if concept in first else 0.999 - 0.001 * min(places)[0], CandidateHow.EXACT, min(places)[1]
            )
            for concept, places in own.items()
        }
        return _Equal(found=others | exact, is_exact=True, is_certain=is_certain)

    def _leaders(self, own: Mapping[int, Sequence[tuple[int, int]]]) -> tuple[list[int], bool]:
        """Return which of the skills with an equal label come first, and whether that settles the matter.

        ESCO gives some names to several skills, and some odd ones ("data analysis" for statistics). Where the starter
        list names another skill, a preferred label of ESCO still stands; any other name is left to a person; and
        between several ESCO skills the starter list decides.
        """
        best = min(min(places) for places in own.values())[0]
        leading = [concept for concept, places in own.items() if min(places)[0] == best]
        listed = [concept for concept, places in own.items() if any(self._is_listed(place) for place, _ in places)]
        if len(leading) > 1 and len(listed) == 1:
            return listed, True
        undisputed = best % _PLACES == PREFERRED or set(listed) <= set(leading)
        return leading, len(leading) == 1 and undisputed

    @staticmethod
    def _is_listed(place: int) -> bool:
        return place % _PLACES == LENT

    def _precedence(self, key: str, label: int, concept: int) -> int:
        """Return 0 for the equal label that says most, more for others.

        Written the same beats the same but for the plural; ESCO's own names beat those of the starter list, which
        only fills in; the preferred name beats other names.
        """
        differs = self._arrays.keys[label] != key
        is_starter = self._arrays.origins[concept] == _STARTER
        return _PLACES * differs + (LENT if is_starter else int(self._arrays.ranks[label]))

    def _rank_cost(self, labels: Sequence[int]) -> NDArray[np.float64]:
        return np.where(self._arrays.ranks[labels] == PREFERRED, 0.0, _OTHER_NAME)

    def _equal_labels(self, key: str, language: LanguageCode) -> list[int]:
        folded = fold_words(key, language)
        wanted = np.uint64(equality_hash(language, folded))
        first, last = np.searchsorted(self._arrays.equal_hashes, [wanted, wanted + np.uint64(1)]).tolist()
        labels: list[int] = self._arrays.equal_labels[first:last].tolist()
        return [label for label in labels if fold_words(self._arrays.keys[label], language) == folded]

    def _similar(self, asked: _Asked, language: LanguageCode, meant: NDArray[np.float32] | None) -> dict[int, Hit]:
        """Return the best label of each skill that is alike in spelling or meaning."""
        nearest = () if meant is None else np.argpartition(-meant, min(_MEANT, meant.size - 1))[:_MEANT].tolist()
        spelled: dict[int, Hit] = {}
        for key in asked.keys:
            for concept, hit in self._spelled(key, language, nearest).items():
                if concept not in spelled or hit.score > spelled[concept].score:
                    spelled[concept] = hit
        if meant is None:
            return spelled
        share = self._meaning_share(language)
        return {concept: _mixed(hit, float(meant[concept]), share) for concept, hit in spelled.items()}

    def _is_at_home(self, language: LanguageCode) -> bool:
        place = self.language_place(language)
        return place >= 0 and bool(self._at_home[place])

    def _meaning_share(self, language: LanguageCode) -> float:
        if language in encoder.LANGUAGES:
            if self._is_at_home(language):
                return _MEANING_SHARE
            return _MEANING_SHARE_FEW if language in self._languages else _MEANING_SHARE_ABROAD
        return _UNKNOWN_SHARE if self._is_at_home(language) else _UNKNOWN_SHARE_ABROAD

    def _suggest_from(self, language: LanguageCode, meant: NDArray[np.float32] | None) -> float:
        if meant is None:
            return SUGGEST_FROM
        return (SUGGEST_MIXED_FROM if self._is_at_home(language) else SUGGEST_ABROAD_FROM) - self._fewer

    def _spelled(self, key: str, language: LanguageCode, nearest: Sequence[int]) -> dict[int, Hit]:
        """Return how alike in spelling the most alike skills are, and those of ``nearest``."""
        words = meaningful_words(key, language) or ("",)
        grams = self._arrays.grams.similarities(" ".join(words))
        labels = sorted({*self._worth_a_look(grams, language), *self._preferred(nearest)})
        languages = self._arrays.languages[labels]
        label_words = [self._words(label) for label in labels]
        scores = np.minimum(likeness.scores(words, label_words, grams[labels], self._rarity), _HIGHEST - 0.001)
        scores *= np.where(languages == self.language_place(language), 1.0, _OTHER_LANGUAGE)
        scores -= self._rank_cost(labels)
        found: dict[int, Hit] = {}
        for label, score in zip(labels, scores.tolist(), strict=True):
            concept = int(self._arrays.concepts[label])
            if concept not in found or score > found[concept].score:
                found[concept] = Hit(max(score, 0.0), CandidateHow.SIMILAR, label)
        return found

    def _preferred(self, concepts: Sequence[int]) -> list[int]:
        spans = (range(int(self._arrays.first_label[c]), int(self._arrays.first_label[c + 1])) for c in concepts)
        return [label for span in spans for label in span if self._arrays.ranks[label] == PREFERRED]

    def _worth_a_look(self, grams: NDArray[np.float32], language: LanguageCode) -> list[int]:
        alike = np.flatnonzero(grams)
        own = self._arrays.languages[alike] == self.language_place(language)
        return [
            *_largest(alike[own], grams[alike[own]], _LOOKED_AT),
            *_largest(alike[~own], grams[alike[~own]], _LOOKED_AT // 2),
        ]

    def _words(self, label: int) -> tuple[str, ...]:
        """Return the words of a label that count; kept, because the same labels are looked at again and again."""
        known = self._known_words.get(label)
        if known is None:
            language = self._languages[int(self._arrays.languages[label])]
            known = meaningful_words(self._arrays.keys[label], language) or ("",)
            if len(self._known_words) < _KEPT_WORDS:
                self._known_words[label] = known
        return known

    def _rarity(self, words: Sequence[str]) -> NDArray[np.float32]:
        return likeness.word_rarity(words, self._arrays.word_hashes, self._arrays.word_idf, self._rarest)


def _in_turn(
    ahead: ThreadPoolExecutor,
    work: Callable[[Sequence[str], LanguageCode], list[_LookedUp]],
    texts: Sequence[str],
    language: LanguageCode,
) -> Iterator[tuple[int, list[_LookedUp]]]:
    """Yield how many texts came before and what ``work`` makes of the next ones, made one batch ahead."""
    batches = [texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH)]
    if len(batches) == 1:
        yield 0, work(batches[0], language)
        return
    coming = ahead.submit(work, batches[0], language) if batches else None
    for place in range(len(batches)):
        assert coming is not None  # there is one for every batch
        made = coming.result()
        coming = ahead.submit(work, batches[place + 1], language) if place + 1 < len(batches) else None
        yield place * _BATCH, made


def _mixed(spelled: Hit, meant: float, share: float) -> Hit:
    """Return ``spelled`` with what meaning adds; the reason is meaning where spelling alone would suggest nothing."""
    mix = (1 - share) * spelled.score + share * meant + _BETTER_SHARE * max(spelled.score, meant)
    how = spelled.how if spelled.score >= min(SUGGEST_FROM, meant) else CandidateHow.MEANING
    return Hit(min(mix / (1 + _BETTER_SHARE), _HIGHEST - 0.001), how, spelled.label)


def _verdict(key: str, language: LanguageCode, equal: _Equal, best: float, suggest_from: float) -> MatchVerdict:
    if says_nothing(key):
        return MatchVerdict.NONE
    if equal.is_exact:
        return MatchVerdict.EXACT
    return MatchVerdict.SUGGEST if best >= suggest_from and not is_only_filler(key, language) else MatchVerdict.NONE


def _largest(places: NDArray[np.intp], values: NDArray[np.float32], count: int) -> list[int]:
    """Return those of ``places`` that have the ``count`` largest of ``values``, in their order."""
    if places.size > count:
        places = places[np.argpartition(values, -count)[-count:]]
    return sorted(places.tolist())
