"""A first plan for a survey's columns, from the words of the headers and from what stands below them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from fastmap.intake.form_definition import Part
from fastmap.intake.survey_groups import OptionGroup, option_groups
from fastmap.intake.survey_guessing import CHOICES, MOST_VALUES, YES_NO, likely_counted, likely_split, likely_values
from fastmap.intake.survey_plan import BESIDE, ONLY_ONE, SPLITTING, ColumnPlan, Role, SurveyPlan
from fastmap.intake.survey_table import ColumnFacts, SurveyTable, likely_decimal
from fastmap.intake.survey_texts import clear_language
from fastmap.intake.survey_words import is_only, own_field, says
from fastmap.intake.words import language_words, words_of, yes_no_words
from fastmap.model.ids import LanguageCode
from fastmap.model.normalise import text_key
from fastmap.model.snapshot import Snapshot

AS_ABOVE: Final = (
    "as above",
    "see above",
    "same as above",
    "como arriba",
    "igual",
    "voir ci-dessus",
    "siehe oben",
    "vedi sopra",
)
"""Texts that name no skill but point to another cell."""

_SINGLE: Final[Mapping[str, Role]] = {
    "organisation": Role.MEMBER_NAME,
    "member_code": Role.MEMBER_CODE,
    "language": Role.LANGUAGE,
    "unused_skill": Role.UNUSED,
}
_FEW_WORDS: Final = 5
_FEW_ANSWERS: Final = 0.06
"""Share of the answers from which a language counts as one that answers are in."""


def propose_plan(table: SurveyTable, name: str, snapshot: Snapshot) -> SurveyPlan:
    """Return the plan that headers and answers suggest; what is not recognised is left aside, and nothing is lost by it.

    ``name`` names the survey, ``snapshot`` helps with languages and with the names of members.
    """
    columns = _Columns(table, snapshot).proposed()
    plan = SurveyPlan(
        name=name,
        sheet=table.sheet.name or None,
        header_rows=table.header_rows,
        first_row=table.first_row,
        decimal=likely_decimal(table),
        languages=(snapshot.info.language,),
        ignore=AS_ABOVE,
        columns=columns,
    )
    return replace(plan, languages=likely_languages(plan, table, snapshot.info.language))


@dataclass(slots=True)
class _Columns:
    table: SurveyTable
    snapshot: Snapshot

    def proposed(self) -> tuple[ColumnPlan, ...]:
        found = {facts.number: self._own(facts) for facts in self.table.columns}
        own = {number: plan for number, plan in found.items() if plan is not None}
        plans: dict[int, ColumnPlan] = dict(own)
        rest = [facts for facts in self.table.columns if facts.number not in plans]
        groups = option_groups(rest)
        for facts in rest:
            plans[facts.number] = ColumnPlan(number=facts.number, header=facts.header)
        for group in groups:
            for facts, option in group.options:
                first = group.options[0][0].number
                plans[facts.number] = replace(plans[facts.number], skill=_readable(option), group=first)
        is_ours = any(plan.role is Role.SKILL for plan in own.values())
        if not is_ours:
            self._groups(groups, plans)
        # What begins alike may be no question at all: "Need – skill", "Need – people". Options share their answers.
        in_groups = {facts.number for group in groups if group.is_scale for facts, _ in group.options}
        in_groups |= {number for number, plan in plans.items() if plan.role is not Role.IGNORED}
        # Kobo exports the chosen codes together as well: the question's own column would count everything twice.
        stems = {text_key(group.stem) for group in groups}
        alone = [one for one in rest if one.number not in in_groups and text_key(one.header) not in stems]
        self._alone(alone, plans, is_ours=is_ours)
        ordered = [plans[facts.number] for facts in self.table.columns]
        return with_neighbours(ordered)

    # --- our own questionnaire ----------------------------------------------------------------------------------------

    def _own(self, facts: ColumnFacts) -> ColumnPlan | None:
        field = own_field(facts.header)
        if field is None:
            return None
        role = _SINGLE.get(field.key) or Role(field.key)
        if role is Role.LANGUAGE and not _understood(facts, lambda text: language_words().understand(text)):
            return None
        return planned(facts, role, skill_row=field.row if field.part in (Part.NEED, Part.UNUSED, Part.LINK) else None)

    # --- one column per option ----------------------------------------------------------------------------------------

    def _groups(self, groups: Sequence[OptionGroup], plans: dict[int, ColumnPlan]) -> None:
        for families in (("skill", "need"), ("skill",)):
            wanted = [group for group in groups if says(group.stem, *families)]
            for group in wanted:
                self._take_group(group, plans, is_sure=len(families) > 1)
            if wanted:
                return

    def _take_group(self, group: OptionGroup, plans: dict[int, ColumnPlan], *, is_sure: bool) -> None:
        named = [(facts, option) for facts, option in group.options if not is_only(option, "other")]
        answers = tuple(dict.fromkeys(answer for facts, _ in named for answer in facts.counts))
        counted = likely_counted(answers, [option for _, option in named])
        is_unused = says(group.stem, "unused")
        first = group.options[0][0].number
        for facts, option in group.options:
            if not facts.filled:
                continue
            if is_only(option, "other"):
                if _are_words(facts):  # what respondents wrote beside the options
                    role = Role.UNUSED if is_unused else Role.SKILL
                    plans[facts.number] = replace(planned(facts, role), group=first, skill=_readable(option))
                continue
            own = tuple(answer for answer in facts.counts if text_key(answer) == text_key(option))
            plans[facts.number] = ColumnPlan(
                number=facts.number,
                header=facts.header,
                role=Role.RATED_UNUSED if is_unused else Role.RATED,
                is_sure=is_sure and bool(counted or own) and not group.has_only_codes,
                skill=_readable(option),
                counted=own or counted,
                group=first,
            )

    # --- single columns -----------------------------------------------------------------------------------------------

    def _alone(self, columns: Sequence[ColumnFacts], plans: dict[int, ColumnPlan], *, is_ours: bool) -> None:
        taken = {plan.role for plan in plans.values()} & ONLY_ONE
        for role, fits in self._single_tests():
            if role in taken:
                continue
            for facts in columns:
                if plans[facts.number].role is Role.IGNORED and facts.filled and fits(facts):
                    plans[facts.number] = planned(facts, role)
                    break
        if is_ours:
            return
        for role, fits in _REPEATED:
            for facts in columns:
                if plans[facts.number].role is Role.IGNORED and facts.filled and fits(facts):
                    plans[facts.number] = planned(facts, role)
        self._skills(columns, plans)

    def _single_tests(self) -> Iterable[tuple[Role, Callable[[ColumnFacts], bool]]]:
        codes = {member.code.casefold() for member in self.snapshot.members}
        names = {text_key(member.name) for member in self.snapshot.members}
        rows = self.table.rows

        def all_differ(facts: ColumnFacts) -> bool:
            return facts.distinct == facts.filled and facts.filled >= 0.9 * min(rows, 3000)

        def are_known(facts: ColumnFacts, known: set[str], key: Callable[[str], str]) -> bool:
            hits = sum(key(text) in known for text in facts.counts)
            return hits >= 2 and hits * 2 >= facts.distinct

        yield Role.MEMBER_CODE, lambda one: are_known(one, codes, str.casefold) or says(one.header, "code")
        yield Role.MEMBER_NAME, lambda one: are_known(one, names, text_key)
        yield (
            Role.MEMBER_NAME,
            lambda one: (
                says(one.header, "name")
                and not says(one.header, "count")
                and not says(one.header, "people")
                and one.distinct * 2 > one.filled
                and _median_words(one) <= _FEW_WORDS
            ),
        )
        yield Role.RESPONDENT_ID, lambda one: is_only(one.header.lstrip("_"), "id") and all_differ(one)
        yield (
            Role.RECEIVED,
            lambda one: says(one.header, "received") and (one.moments * 2 > one.filled or _looks_like_time(one)),
        )
        yield (
            Role.LANGUAGE,
            lambda one: (
                says(one.header, "language") and _understood(one, lambda t: language_words().understand(t[:20]))
            ),
        )
        yield Role.PEOPLE_TOTAL, lambda one: says(one.header, "people_total") and _are_numbers(one, 0.3)
        yield Role.RESPONDENT_ROLE, lambda one: says(one.header, "role") and one.distinct > 1
        yield Role.BARRIER, lambda one: _choice_fits(one, Role.BARRIER)
        yield Role.REMARKS, lambda one: says(one.header, "remarks") and not says(one.header, "skill", "need")

    def _skills(self, columns: Sequence[ColumnFacts], plans: dict[int, ColumnPlan]) -> None:
        free = [facts for facts in columns if plans[facts.number].role is Role.IGNORED and _are_words(facts)]
        found = [facts for facts in free if says(facts.header, "skill", "need")]
        has_groups = any(plan.role in (Role.RATED, Role.RATED_UNUSED) for plan in plans.values())
        is_sure = bool(found)
        if not found and not has_groups:
            found = [facts for facts in free if says(facts.header, "skill")]
        for facts in found:
            role = Role.UNUSED if says(facts.header, "unused") else Role.SKILL
            plans[facts.number] = replace(planned(facts, role), is_sure=is_sure)


def planned(facts: ColumnFacts, role: Role, *, skill_row: int | None = None) -> ColumnPlan:
    """Return what a column is when it is taken for ``role``: separators, words understood and ratings come along."""
    plan = ColumnPlan(number=facts.number, header=facts.header, role=role)
    if role in SPLITTING:
        is_row = skill_row is not None
        return replace(plan, split=() if is_row else likely_split(facts), row=skill_row)
    if role in (Role.RATED, Role.RATED_UNUSED):
        counted = likely_counted(tuple(facts.counts), [facts.header])
        return replace(plan, skill=facts.header, counted=counted, is_sure=bool(counted))
    if role in CHOICES or role in YES_NO:
        return replace(plan, values=likely_values(facts, role), row=skill_row)
    return replace(plan, row=skill_row)


def with_neighbours(columns: Sequence[ColumnPlan]) -> tuple[ColumnPlan, ...]:
    """Return the columns with every answer beside a skill tied to it: by its number, else to the skill before it."""
    numbered = {(c.role, c.row): c.number for c in columns if c.role in BESIDE.values() and c.row is not None}
    known = {column.number: column.role for column in columns}
    tied = []
    for place, column in enumerate(columns):
        skill = BESIDE.get(column.role)
        beside = column.beside if column.beside is not None and known.get(column.beside) is skill else None
        if skill is not None and beside is None:
            beside = numbered.get((skill, column.row)) if column.row is not None else None
            before = [other.number for other in columns[:place] if other.role is skill]
            after = [other.number for other in columns[place:] if other.role is skill]
            beside = beside if beside is not None else next(iter([*before[-1:], *after]), None)
        tied.append(replace(column, beside=beside))
    return tuple(tied)


def likely_languages(plan: SurveyPlan, table: SurveyTable, usual: LanguageCode) -> tuple[LanguageCode, ...]:
    """Return the languages that answers are in, the most frequent first, told by their small words."""
    wanted = {column.number for column in plan.columns if column.role in SPLITTING}
    texts = [text for facts in table.columns if facts.number in wanted for text in facts.counts]
    headers = [column.header for column in plan.columns if column.role is not Role.IGNORED]
    seen: Counter[LanguageCode] = Counter(found for text in texts if (found := clear_language(text)) is not None)
    asked: Counter[LanguageCode] = Counter(found for text in headers if (found := clear_language(text)) is not None)
    for language, times in asked.items():
        seen[language] += min(times, 3)
    often = [language for language, times in seen.most_common() if times >= max(3, _FEW_ANSWERS * seen.total())]
    return tuple(often) or (usual,)


_REPEATED: Final[tuple[tuple[Role, Callable[[ColumnFacts], bool]], ...]] = (
    (Role.JOB, lambda one: says(one.header, "job") and _are_words(one)),
    *(
        (role, lambda one, when=when: _asks_for_people(one, when))
        for role, when in ((Role.SHORT_36M, "later"), (Role.SHORT_12M, "soon"), (Role.SHORT_NOW, "now"))
    ),
    (Role.SHORT_NOW, lambda one: says(one.header, "count", "people", "need") and _are_numbers(one, 0.5)),
    *(
        (role, lambda one, role=role: _choice_fits(one, role))
        for role in (Role.CONSEQUENCE, Role.HIRING, Role.HIRING_REASON, Role.PROVISION, Role.LEVEL)
    ),
)


def _asks_for_people(facts: ColumnFacts, when: str) -> bool:
    """Say whether a header asks how many people are short at a time, and numbers stand below it."""
    header = facts.header
    is_asked = says(header, when) and (says(header, "people") or says(header, "need"))
    return is_asked and _are_numbers(facts, 0.5)


def _choice_fits(facts: ColumnFacts, role: Role) -> bool:
    """Say whether the answers of a column are words of a choice of ours: at least two different ones, most of them."""
    if not 2 <= facts.distinct <= MOST_VALUES:
        return False
    words = words_of(CHOICES[role])
    meant = [understood.value for text in facts.counts if (understood := words.understand(text)) and understood.exact]
    return len(set(meant)) >= 2 and len(meant) * 3 >= facts.distinct * 2


def _understood(facts: ColumnFacts, understand: Callable[[str], object]) -> bool:
    known = list(facts.counts)[:MOST_VALUES]
    return sum(understand(text) is not None for text in known) * 2 >= len(known)


def _are_numbers(facts: ColumnFacts, share: float) -> bool:
    numbers = sum(times for text, times in facts.counts.items() if text.strip()[:1].isdigit())
    return numbers >= share * max(facts.filled, 1)


def _are_words(facts: ColumnFacts) -> bool:
    """Say whether the answers are words of the respondents' own: not numbers, dates, or the same few for everybody."""
    if facts.moments * 2 > facts.filled or _are_numbers(facts, 0.5):
        return False
    understood = sum(yes_no_words().understand(text) is not None for text in facts.counts)
    return bool(facts.filled) and understood * 2 <= facts.distinct


def _median_words(facts: ColumnFacts) -> int:
    lengths = sorted(len(text.split()) for text in facts.counts)
    return lengths[len(lengths) // 2] if lengths else 0


def _looks_like_time(facts: ColumnFacts) -> bool:
    dated = sum(bool(re.match(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}", text)) for text in facts.counts)
    return dated * 2 > facts.distinct


def _readable(option: str) -> str:
    """Return an option's code as words: ``plc_programming`` → "plc programming"."""
    return option.replace("_", " ").strip() if " " not in option else option
