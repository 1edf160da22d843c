"""Commands about skills: this computer's vocabulary, and texts of a file that still lack a skill."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fastmap.model.ids import LanguageCode
from fastmap.model.messages import message
from ui.cli.output import progress_bar, say, screen_texts, show, show_json

if TYPE_CHECKING:
    from fastmap.vocabulary.results import TextMatch

FILE = click.Path(dir_okay=False, path_type=Path)
PATH = click.Path(path_type=Path)


@click.group("vocabulary", short_help="The skills vocabulary of this computer.")
def vocabulary_command() -> None:
    """Load ESCO into this computer's vocabulary, say what is loaded, look up texts.

    Without ESCO the program works with a starter list of its own. No assessment file is changed here.
    """


@vocabulary_command.command("import", short_help="Load ESCO packages as downloaded.")
@click.argument("packages", type=PATH, nargs=-1, required=True)
def import_(packages: tuple[Path, ...]) -> None:
    """Load the official ESCO packages (.zip as downloaded, or .csv) into this computer's vocabulary.

    Take the language package ("classification - en - csv.zip") together with the language-independent one
    ("classification -  - csv.zip"), which holds the groups. Done once per computer.
    """
    from fastmap.places import vocabulary_folder
    from fastmap.vocabulary.esco import import_packages

    with progress_bar() as progress:
        summary = import_packages(packages, vocabulary_folder(), progress=progress)
    say(
        message(
            "cli.vocabulary_loaded" if summary.changed else "cli.vocabulary_unchanged",
            count=summary.skills,
            groups=summary.groups,
        )
    )
    for missing in summary.missing:
        say(message(f"cli.vocabulary_missing.{missing}"))


@vocabulary_command.command("status", short_help="Say what is loaded.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def status(as_json: bool) -> None:
    """Say which sources, versions and languages are loaded, with counts."""
    from fastmap.places import vocabulary_folder
    from fastmap.vocabulary.index import open_index

    loaded = open_index(vocabulary_folder()).status()
    if as_json:
        from dataclasses import asdict

        show_json({"sources": [asdict(source) for source in loaded]})
        return
    texts = screen_texts()
    for source in loaded:
        show(
            texts.get(
                "cli.vocabulary_source",
                source=source.source,
                version=source.version,
                language=source.language,
                skills=source.skills,
                labels=source.labels,
            )
        )


@vocabulary_command.command("match", short_help="Look up texts.")
@click.argument("texts", nargs=-1, required=True)
@click.option("--language", required=True, help="Language of the texts, for example en.")
@click.option("--top", default=5, show_default=True, type=click.IntRange(1, 50), help="Candidates per text.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def match(texts: tuple[str, ...], language: str, top: int, as_json: bool) -> None:
    """Print the candidates for each TEXT, best first. "-" reads texts from standard input, one a line."""
    from fastmap.places import vocabulary_folder
    from fastmap.vocabulary.index import open_index

    lines = _lines_of_standard_input() if texts == ("-",) else list(texts)
    found = open_index(vocabulary_folder()).match(lines, LanguageCode(language), top)
    if as_json:
        show_json([_match_as_json(match) for match in found])
        return
    words = screen_texts()
    for text_match in found:
        show(f"{text_match.text}  [{words.term(f'cli.match.{text_match.verdict}')}]")
        for candidate in text_match.candidates:
            show(f"  {candidate.score:.2f}  {candidate.label} ({candidate.language})  {candidate.uri}")


@click.command("rematch", short_help="Propose skills for texts that have none.")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
def rematch_command(file: Path, as_json: bool) -> None:
    """Look up every text of FILE that has no skill yet in the vocabulary now loaded.

    Texts that equal a label are placed at once; for the others the candidates are printed, for a person to decide.
    """
    from fastmap.assessment import Assessment
    from fastmap.tasks.importing import rematch

    with Assessment.open(file) as assessment, progress_bar():
        proposals = rematch(assessment)
    if as_json:
        show_json(
            {
                "placed": [
                    {"text": mapping.text_key, "language": mapping.language, "skill": mapping.skill}
                    for mapping in proposals.mappings
                ],
                "open": [{**_match_as_json(item.match), "count": item.count} for item in proposals.open],
            }
        )
        return
    for item in proposals.open:
        best = item.match.candidates[:1]
        show(f"{item.match.text}  →  {best[0].label if best else '–'}")
    say(message("cli.rematched", count=len(proposals.mappings), open=len(proposals.open)))


def _lines_of_standard_input() -> list[str]:
    return sys.stdin.read().splitlines()


def _match_as_json(text_match: TextMatch) -> dict[str, Any]:
    return {
        "text": text_match.text,
        "language": text_match.language,
        "verdict": str(text_match.verdict),
        "candidates": [
            {
                "uri": candidate.uri,
                "label": candidate.label,
                "language": candidate.language,
                "score": candidate.score,
                "how": str(candidate.how),
            }
            for candidate in text_match.candidates
        ],
    }
