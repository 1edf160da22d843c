"""Who answered, for an anonymous edition: totals of the round, tables by class, and answers that concern the whole form."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from fastmap.model.messages import Message, Term
from fastmap.model.results import Quality, Stratum
from fastmap.report.anonymous_edition import AnonymousEdition
from fastmap.report.disclosure import (
    NOT_TOLD,
    is_small,
    may_tell,
    regrouped,
    strata_at_all,
    sum_may_be_told,
    together_at_all,
)
from fastmap.report.protected_skills import ShownSkills
from fastmap.report.protection import WITHHELD
from fastmap.report.strata import TAKEN_TOGETHER


def protected_quality(edition: AnonymousEdition, shown: ShownSkills) -> Quality:
    """Return who answered as ``edition`` may tell it; notes in ``edition.general`` what it withholds."""
    return _Answers(edition, shown).whole()


class _Answers:
    def __init__(self, edition: AnonymousEdition, shown: ShownSkills) -> None:
        self._edition = edition
        self._shown = shown

    def whole(self) -> Quality:
        quality, k = self._edition.results.quality, self._edition.k
        answered = quality.answered
        by_size = strata_at_all(quality.by_size, self._edition.steps, name_parts=True)
        if "answered" in self._edition.general:
            answered, by_size = NOT_TOLD, ()
        if not may_tell(quality.headcount_known, quality.members, k):
            self._edition.general["headcount_known"] = WITHHELD
        paid = together_at_all(
            {"yes": quality.paid_training_yes, "no": quality.paid_training_known - quality.paid_training_yes},
            quality.answered,
            self._edition.steps,
        )
        if self._has_hidden_users():
            self._edition.general["needs_rows"] = WITHHELD
        return replace(
            quality,
            members=NOT_TOLD if "members" in self._edition.general else quality.members,
            asked=NOT_TOLD if "asked" in self._edition.general else quality.asked,
            answered=answered,
            response_rate=None if "response_rate" in self._edition.general else quality.response_rate,
            employment_covered=self._employment(),
            headcount_known=NOT_TOLD if "headcount_known" in self._edition.general else quality.headcount_known,
            empty_forms=quality.empty_forms if self._may_tell_empty_forms() else NOT_TOLD,
            needs_rows=quality.needs_rows if answered and "needs_rows" not in self._edition.general else NOT_TOLD,
            by_size=by_size,
            by_activity=self._by_activity() if answered else (),
            by_region=strata_at_all(quality.by_region, self._edition.steps, name_parts=False) if answered else (),
            not_answered=(),
            languages=self._languages(),  # type: ignore[arg-type]  # codes and one class
            paid_training_yes=quality.paid_training_yes if {"yes", "no"} <= paid.keys() else NOT_TOLD,
            paid_training_known=quality.paid_training_known if {"yes", "no"} <= paid.keys() else NOT_TOLD,
            barriers=together_at_all(quality.barriers, quality.answered, self._edition.steps),
            warnings=self._warnings(quality, frozenset(item.key for item in by_size)),
        )

    def _may_tell_empty_forms(self) -> bool:
        """Say whether forms without a need may be counted: their rest named something, and a skill may have most of it."""
        quality, k = self._edition.results.quality, self._edition.k
        named = quality.answered - quality.empty_forms
        told = (
            item.quantities.users
            for item in (*self._edition.results.skills, *self._edition.results.groups)
            if item.uri in self._shown.by_uri and not self._edition.withholding.hides(item.uri, "users")
        )
        return may_tell(quality.empty_forms, quality.answered, k) and (
            not quality.empty_forms or not any(is_small(named - users, k) for users in told)
        )

    def _languages(self) -> dict[str, int]:
        """Return members by the language of their latest answer: several answers of one member are one."""
        latest = {response.member: str(response.language) for response in self._edition.answers.responses}
        counts = dict(sorted(Counter(latest.values()).items()))
        return together_at_all(counts, self._edition.results.quality.answered, self._edition.steps)

    def _by_activity(self) -> tuple[Stratum, ...]:
        """Return answers by activity: NACE sections by their letter, other words only where k members share them."""
        sections = regrouped(self._edition.results.quality.by_activity, self._section)
        return strata_at_all(sections, self._edition.steps, name_parts=False)

    def _has_hidden_users(self) -> bool:
        """Say whether the number of rows less the users that are told would be how many named what is not."""
        return (
            bool(self._edition.few)
            or bool(self._edition.results.unmatched)
            or any(self._edition.withholding.hides(item.uri, "users") for item in self._shown.skills)
        )

    def _section(self, activity: str) -> str:
        letter = activity[:1].upper()
        if letter in self._edition.nace and (len(activity) == 1 or activity[1:].replace(".", "").isdigit()):
            return letter
        return TAKEN_TOGETHER if self._edition.names.mentioned_in(activity) else activity

    def _employment(self) -> float | None:
        """Return the share of people at answering members, if it rests on enough of them on either side."""
        covered = self._edition.results.quality.employment_covered
        heads = [member for member in self._edition.results.snapshot.members if member.headcount is not None]
        heard = sum(1 for member in heads if member.code in set(self._edition.answers.answered))
        if covered is None or "answered" in self._edition.general:
            return None
        answered = set(self._edition.answers.answered)
        sums = (
            [float(member.headcount or 0) for member in heads if (member.code in answered) is has_answered]
            for has_answered in (True, False)
        )
        # One large firm can be most of a sum: the share would say whether that firm answered.
        is_one_firms = not all(
            sum_may_be_told(heads_of, self._edition.k, self._edition.rules.privacy_within) for heads_of in sums
        )
        if heard < self._edition.k or not may_tell(heard, len(heads), self._edition.k) or is_one_firms:
            self._edition.general["employment"] = WITHHELD
            return None
        return round(covered, 2)

    def _warnings(self, quality: Quality, sizes: frozenset[str]) -> tuple[Message, ...]:
        kept = [item for item in quality.warnings if _sizes_of(item) <= sizes]
        return self._edition.mask.sentences(kept)


def _sizes_of(item: Message) -> frozenset[str]:
    """Return the sizes that a warning speaks of, as keys of slices."""
    terms = [fact for fact in item.facts.values() if isinstance(fact, Term)]
    for fact in item.facts.values():
        if isinstance(fact, tuple):
            terms += [part for part in fact if isinstance(part, Term)]
    prefix = "member_kind."
    return frozenset(term.key.removeprefix(prefix) for term in terms if term.key.startswith(prefix))
