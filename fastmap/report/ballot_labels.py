"""What the options of a vote are called: on the wall, on phones and in the report alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.model.choices import BallotSubject
from fastmap.model.results import Recommendation, Results
from fastmap.model.skills import label_in
from fastmap.model.workshop import Ballot
from fastmap.report.gone_firms import without_gone_firms
from fastmap.texts import Texts


def labels_of(ballot: Ballot, results: Results, texts: Texts) -> Mapping[str, str]:
    """Return option → its words in the language of ``texts`` where it is still called as people voted on it.

    Where it is called otherwise by now, or is gone, return the words that the vote keeps; they have one language only, and
    name no organisation that was removed since.
    """
    now = ballot_labels(ballot.subject, ballot.options, results, texts)
    kept = {option: words for option, words in (ballot.words or {}).items() if words}
    if not kept:
        return now
    is_same = _still_called(ballot, kept, results, texts)
    told = {
        option: without_gone_firms(results.snapshot, words) for option, words in kept.items() if option not in is_same
    }
    return {option: told.get(option, now[option]) for option in ballot.options}


def _still_called(ballot: Ballot, kept: Mapping[str, str], results: Results, texts: Texts) -> Collection[str]:
    """Return the options whose kept words are theirs today. Of a skill in any language: a label may have been added since."""
    if ballot.subject is BallotSubject.NEEDS:
        return {skill.uri for skill in results.skills if kept.get(skill.uri) in skill.labels.values()}
    language = ballot.words_language
    if language is not None and language in report_languages():
        texts = load_texts(language)
    then = ballot_labels(ballot.subject, ballot.options, results, texts)
    return {option for option, words in kept.items() if then.get(option) == words}


def ballot_labels(
    subject: BallotSubject, options: Collection[str], results: Results, texts: Texts
) -> Mapping[str, str]:
    """Return option → its words as of now in the language of ``texts``, or in whichever there are; else its id."""
    language = texts.language
    if subject is BallotSubject.NEEDS:
        labels: Mapping[str, str | None] = {skill.uri: label_in(skill.labels, language) for skill in results.skills}
    elif subject is BallotSubject.ACTIONS:
        labels = {action.id: action.title for action in results.snapshot.actions}
    else:
        labels = {item.id: _step_label(item, options, results, texts) for item in results.recommendations}
    return {option: labels.get(option) or option for option in options}


def _step_label(item: Recommendation, options: Collection[str], results: Results, texts: Texts) -> str:
    """Return a next step's title; with the need it is about where the same step is offered for several."""
    title = texts.get(f"action.{item.reference}.title")
    same = [one for one in results.recommendations if one.reference == item.reference and one.id in options]
    if len(same) < 2 or not item.needs:
        return title
    labels = {skill.uri: skill.labels for skill in (*results.skills, *results.groups)}
    need = label_in(labels.get(item.needs[0], {}), texts.language)
    return f"{title}: {need}" if need else title
