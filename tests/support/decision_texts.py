"""What decisions say: the files that hold it, and the cards of the sample in a language, to be read by a person.

`python -m tests.support.decision_texts de hu` prints them.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from fastmap.catalogue.folder import catalogue_folder
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.tables import read_toml
from fastmap.catalogue.texts import Entry, decision_languages, load_texts, read_entries, report_languages
from fastmap.model.messages import Message, Share
from fastmap.model.results import Recommendation, Results
from fastmap.tasks.reporting import results_of
from fastmap.texts import Texts
from tests.support.sample_file import put_sample

DECISION_FILES = (
    "actions",
    "advice",
    "analysis",
    "checklist",
    "codes",
    "conditions",
    "measures",
    "partners",
    "practices",
    "sources",
    "steps",
)
"""A language carries decisions only if it has all of them, each with every key."""
CHAPTER_FILES = (
    "annex",
    "decisions",
    "grant",
    "grid",
    "kpis",
    "personal_record",
    "roadmap",
    "rounds",
    "team",
    "wall",
    "workshop",
)
"""Files of chapters that hold what the window and the command line say of them, too."""
REPORT_FILES = (
    "report",
    "report_columns",
    "report_content",
    "report_pdf",
    "report_privacy",
    "report_word",
    "audiences",
    "exports",
    "network",
    "workbook",
    *CHAPTER_FILES,
)
"""What a language has besides if it carries reports."""


def own_texts(language: str) -> Texts:
    """Return the texts of one language without English behind them."""
    texts = load_texts(language)
    return Texts(texts.language, texts.entries)


def files_of(language: str) -> tuple[str, ...]:
    """Return the files, beside those of forms, that a language must have for what it carries."""
    carried = (DECISION_FILES, decision_languages()), (REPORT_FILES, report_languages())
    return tuple(file for files, languages in carried if language in languages for file in files)


NOT_IN_CHAPTERS = frozenset({"cli", "change", "column", "done", "error", "problem"})
"""Tables of `CHAPTER_FILES` that only languages with every text have."""


def carried_entries(language: str, files: tuple[str, ...]) -> Mapping[str, Entry]:
    """Return the texts of some files in one language."""
    heads = {
        f"{table}.{name}"
        for file in files
        for table, content in read_toml(catalogue_folder(), f"texts/en/{file}.toml", [])[0].items()
        if isinstance(content, Mapping) and not (file in CHAPTER_FILES and table in NOT_IN_CHAPTERS)
        for name in content
    }
    return {
        key: entry
        for key, entry in read_entries(catalogue_folder(), language).items()
        if ".".join(key.split(".")[:2]) in heads
    }


def sample_results(folder: Path) -> Results:
    """Return what the sample assessment leads to."""
    path = folder / "sample.fastmap"
    put_sample(path)
    return results_of(path)


def published_practices() -> frozenset[str]:
    """Return the keys of the catalogue's practices."""
    return frozenset(practice.key for practice in load_catalogue().practices)


def sentences(item: Recommendation) -> Iterator[tuple[str, Message]]:
    """Yield everything that the card of ``item`` says, with the name of its line."""
    yield "title", Message(f"action.{item.reference}.title")
    yield "help", Message(f"action.{item.reference}.help")
    yield "example", Message(f"action.{item.reference}.example")
    yield "decision", item.decision
    yield "step", Message(f"step.{item.step.value}")
    yield from (("timing", Message(f"timing.{timing.value}")) for timing in item.timing)
    yield from (("why", line) for line in item.why)
    yield from (("if not", line) for line in item.if_not)
    yield from (("prerequisite", Message(f"condition.{part.key}")) for part in item.prerequisites)
    yield "first step", item.first_step
    yield "who pays", Message(f"action.{item.reference}.money")
    yield from (("who pays", Message(f"measure.{key}")) for key in item.ask_funder)
    yield "go if", item.go_if
    yield "stop if", item.stop_if
    yield from (("unknown", line) for line in item.unknown)
    # A practice of the cluster's own is in its own words.
    if item.practice is not None and item.practice in published_practices():
        yield from (("practice", Message(f"practice.{item.practice}.{part}")) for part in ("name", "what", "who"))
    yield "measure", item.kpi
    if item.answer is not None:
        yield "answer", Message(f"recommendation_answer.{item.answer.value}")


def other_sentences(results: Results) -> Iterator[tuple[str, Message]]:
    """Yield what stands beside the cards: diagnoses, steps, warnings and what goes on."""
    for skill in (*results.skills, *results.groups):
        judged = skill.imbalance
        yield "verdict", Message(f"verdict.{judged.verdict.value}")
        yield "meaning", Message(f"verdict_meaning.{judged.verdict.value}")
        yield "evidence", Message(f"evidence.{judged.evidence.value}")
        yield "rule", Message(judged.rule)
        yield from (("settle", line) for line in (*judged.settle, *judged.notes))
    yield from (("warning", line) for line in results.quality.warnings)
    state = {True: "met", False: "not_met", None: "unknown"}
    for step in results.steps:
        for part in step.indicators:
            yield "indicator", Message(f"indicator.{part.key}.name")
            target = Share(part.target) if part.unit == "share" else round(part.target)
            yield "indicator", Message(f"indicator.{part.key}.{state[part.met]}", {"target": target})
            if part.facts is not None:
                yield "rests on", part.facts
    yield from (("keep", item.advice) for item in results.keep_and_deepen)


def _print(language: str, results: Results) -> None:
    texts = own_texts(language)
    for number, item in enumerate(results.recommendations, start=1):
        print(f"\n{language} {number}")
        for line, message in sentences(item):
            print(f"  {line:12} {texts.say(message)}")
    print(f"\n{language} beside the cards")
    for line, message in other_sentences(results):
        print(f"  {line:12} {texts.say(message)}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        found = sample_results(Path(place))
    for chosen in sys.argv[1:]:
        _print(chosen, found)
