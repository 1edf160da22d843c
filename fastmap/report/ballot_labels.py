"""What the options of a vote are called: on the wall, on phones and in the report alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from fastmap.model.choices import BallotSubject
from fastmap.model.results import Recommendation, Results
from fastmap.model.skills import label_in
from fastmap.texts import Texts


def ballot_labels(
    subject: BallotSubject, options: Collection[str], results: Results, texts: Texts
) -> Mapping[str, str]:
    """Return option → its words in the language of ``texts``, or in whichever there are; else its id."""
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
