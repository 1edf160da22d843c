"""Commands about skills: this computer's vocabulary, and texts of a file that still lack a skill."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fastmap.errors import FastmapError
from fastmap.model.ids import LanguageCode
from fastmap.model.messages import message
from ui.cli.opening import opened
from ui.cli.output import progress_bar, say, screen_texts, show, show_json
from ui.cli.parameters import PATH, file_argument, json_option, language_code

if TYPE_CHECKING:
    from fastmap.progress import ProgressListener
    from fastmap.vocabulary.esco import PackageOutcome
    from fastmap.vocabulary.index import SkillIndex
    from fastmap.vocabulary.results import TextMatch
    from fastmap.vocabulary.versions import Withdrawn


@click.group("vocabulary")
def vocabulary_command() -> None:
    """Load ESCO into this computer's vocabulary, say what is loaded, look up texts.

    Without ESCO the program works with a starter list of its own. No assessment file is changed here.

    \b
    Examples:
      fastmap vocabulary import Downloads/ESCO*classification*csv.zip
      fastmap vocabulary status
      fastmap vocabulary match "soldadura TIG" --language es
    """


@vocabulary_command.command("import", short_help="Load ESCO packages as downloaded.")
@click.argument("packages", type=PATH, nargs=-1, required=True)
def import_(packages: tuple[Path, ...]) -> None:
    """Load the official ESCO packages (.zip as downloaded, or .csv) into this computer's vocabulary.

    Take the language package ("classification - en - csv.zip") together with the language-independent one
    ("classification -  - csv.zip"), which holds the groups. Done once per computer; loading the same again changes
    nothing.

    \b
    Example:
      fastmap vocabulary import Downloads/ESCO*classification*csv.zip
    """
    from fastmap.places import vocabulary_folder
    from fastmap.vocabulary.esco import import_packages
    from fastmap.vocabulary.index import open_index

    with progress_bar() as progress:
        summary = import_packages(packages, vocabulary_folder(), progress=progress)
    for line in summary.packages:
        _say_package(line)
    if summary.skills:
        key = "cli.vocabulary_loaded" if summary.changed else "cli.vocabulary_unchanged"
        say(message(key, count=summary.skills, groups=summary.groups))
    else:
        say(message("cli.vocabulary_kept"))
    for brought in summary.brought if summary.missing else ():
        say(message(f"cli.vocabulary_brought.{brought}"))
    for missing in summary.missing:
        say(message(f"cli.vocabulary_missing.{missing}"))
    if summary.withdrawn:
        _say_withdrawn(summary.withdrawn)
    if sys.stderr.isatty() and summary.skills:  # minutes that a person sees; a script gets them at the first match
        with progress_bar() as progress:
            open_index(vocabulary_folder()).build_meanings(progress)


def _say_package(line: PackageOutcome) -> None:
    """Say what became of one package; versions that a package does not tell are a dash."""
    say(
        message(
            f"cli.vocabulary_package.{line.state}",
            package=line.package,
            language=line.language or "",
            version=line.version or "–",
            other=line.other or "–",
        )
    )


_WITHDRAWN_NAMED = 10


def _say_withdrawn(withdrawn: Sequence[Withdrawn]) -> None:
    """Say which skills the new version no longer has, the first ones by name."""
    say(message("cli.vocabulary_withdrawn", count=len(withdrawn)))
    for entry in withdrawn[:_WITHDRAWN_NAMED]:
        key = "cli.vocabulary_withdrawn_one" if entry.successor is None else "cli.vocabulary_replaced_one"
        say(message(key, label=entry.label, uri=entry.uri, successor=entry.successor))
    if len(withdrawn) > _WITHDRAWN_NAMED:
        say(message("cli.vocabulary_withdrawn_more", count=len(withdrawn) - _WITHDRAWN_NAMED))


@vocabulary_command.command("status", short_help="Say what is loaded.")
@json_option
def status(as_json: bool) -> None:
    """Say which sources, versions and languages are loaded, with counts.

    \b
    Example:
      fastmap vocabulary status --json
    """
    from fastmap.places import vocabulary_folder
    from fastmap.vocabulary.index import open_index

    index = open_index(vocabulary_folder())
    loaded, meanings = index.status(), index.meaning_status()
    if as_json:
        from dataclasses import asdict

        show_json(
            {
                "sources": [asdict(source) for source in loaded],
                "meanings": [{**asdict(line), "is_ready": line.is_ready} for line in meanings],
            }
        )
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
    if not meanings:
        show(texts.get("cli.vocabulary_no_encoder"))
    for line in meanings:
        key = "cli.vocabulary_meaning_ready" if line.is_ready else "cli.vocabulary_meaning"
        show(texts.get(key, language=line.language, ready=line.ready, skills=line.skills))


@vocabulary_command.command("match", short_help="Look up texts.")
@click.argument("texts", nargs=-1, required=True)
@click.option("--language", required=True, help="Language of the texts, for example en.")
@click.option("--top", default=5, show_default=True, type=click.IntRange(1, 50), help="Candidates per text.")
@json_option
def match(texts: tuple[str, ...], language: str, top: int, as_json: bool) -> None:
    """Print the candidates for each TEXT, best first. "-" reads texts from standard input, one a line.

    \b
    Examples:
      fastmap vocabulary match "TIG welding" "team work" --language en --top 3
      fastmap vocabulary match - --language es --json < texts.txt
    """
    from fastmap.places import vocabulary_folder
    from fastmap.vocabulary.index import open_index

    code = LanguageCode(language_code(language))
    lines = _lines_of_standard_input() if texts == ("-",) else list(texts)
    index = open_index(vocabulary_folder())
    with progress_bar() as progress:
        _make_meanings(index, progress)
        found = index.match(lines, code, top, progress)
    loaded = tuple(dict.fromkeys(source.language for source in index.status()))
    if code not in loaded:
        say(message("cli.language_not_loaded", found=code, loaded=loaded))
    if as_json:
        show_json([_match_as_json(match) for match in found])
        return
    words = screen_texts()
    for text_match in found:
        show(f"{text_match.text}  [{words.term(f'cli.match.{text_match.verdict}')}]")
        for candidate in text_match.candidates:
            show(f"  {candidate.score:.2f}  {candidate.label} ({candidate.language})  {candidate.uri}")


def _make_meanings(index: SkillIndex, progress: ProgressListener) -> None:
    """Make what is missing, once, so that the same command gives the same answer each time."""
    try:
        index.build_meanings(progress)
    except FastmapError as problem:  # a folder that one may only read: matching goes by spelling
        say(problem.message)


@click.command("rematch")
@file_argument
@json_option
def rematch_command(file: Path, as_json: bool) -> None:
    """Look up every text of FILE that has no skill yet in the vocabulary now loaded.

    Texts that equal a label are placed at once; for the others the closest skill is printed, for a person to decide.

    \b
    Example:
      fastmap rematch round.fastmap
    """
    from fastmap.tasks.importing import rematch

    with opened(file) as assessment:
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
        show(f"{item.count:>4} ×  {item.match.text}  →  {_closest(item.match)}")
    say(message("cli.rematched", count=len(proposals.mappings), open=len(proposals.open)))


def _closest(text_match: TextMatch) -> str:
    """Return the best candidate with its score, or that nothing is close enough to be worth a look."""
    if text_match.verdict == "none" or not text_match.candidates:
        return screen_texts().term("cli.match.none")
    best = text_match.candidates[0]
    return f"{best.label} ({best.score:.2f})"


def _lines_of_standard_input() -> list[str]:
    """Return the lines, UTF-8. Only line ends of files split them, so a text with another break stays one entry."""
    lines = sys.stdin.buffer.read().decode("utf-8-sig", errors="replace").split("\n")
    return [line.removesuffix("\r") for line in (lines[:-1] if not lines[-1] else lines)]


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
