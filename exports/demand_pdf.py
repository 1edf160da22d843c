"""The demand sheet as a PDF: what firms ask for, to be read and handed round; the answer goes into the Excel form.

Tagged for screen readers (PDF/UA-1) as the report is. What came from outside reaches Typst as data, never as part of the
template.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exports.form_pdf import FORM_COLOURS, MADE_BY, fitting, form_folder
from exports.offer_form import demand_words, document_title, facts, skill_words
from exports.palette import tokens
from exports.plain import one_line
from exports.typesetting import STANDARDS, typeset

if TYPE_CHECKING:
    from fastmap.intake.offer_content import AskedSkill, DemandContent
    from fastmap.texts import Texts


class DemandSheets:
    """Sets sheets one after the other; what they share is laid out once."""

    def __init__(self, root: Path) -> None:
        """Work in the prepared folder ``root``; use `demand_sheets`."""
        self._root = root

    def pdf(self, content: DemandContent, texts: Texts) -> bytes:
        """Return the sheet of ``content`` in the language of ``texts``: the same bytes for the same content."""
        moment = datetime.combine(content.made_on, time(), tzinfo=UTC)
        output = {"format": "pdf", "pdf_standards": list(STANDARDS), "timestamp": moment}
        made = typeset(self._root, "demand.typ", _values(content, texts), **output)
        if not isinstance(made, bytes):
            raise TypeError("Typst gave no PDF")
        return made


@contextmanager
def demand_sheets() -> Iterator[DemandSheets]:
    """Prepare what all sheets need, for as long as the block lasts."""
    with form_folder() as root:
        yield DemandSheets(root)


def _values(content: DemandContent, texts: Texts) -> dict[str, Any]:
    """Return everything that the template prints."""
    say, palette = texts.get, tokens()
    cluster = fitting(content.cluster)
    return {
        "language": texts.locale.language,
        "colours": {key: getattr(palette, key) for key in FORM_COLOURS},
        "keyword": MADE_BY,
        "document": one_line(document_title(content, texts)),
        "cluster": one_line(content.cluster),
        "title": say("demand.title", cluster=cluster),
        "partner": fitting(content.partner.name),
        "by": say("demand.by", date=content.reply_by),
        "facts": [[say(f"demand.{key}.head"), words] for key, words in facts(content, texts)],
        "section": say("demand.section.skills"),
        "heads": [
            say("demand.label.skill"),
            *(say(f"demand.head.{key}") for key in ("short_now", "short_12m", "joint", "level")),
        ],
        "rows": [_row(skill, texts) for skill in content.skills],
        "unknown": say("demand.unknown"),
        "thanks": say("demand.pdf_thanks", cluster=cluster, date=content.reply_by),
    }


def _row(skill: AskedSkill, texts: Texts) -> dict[str, Any]:
    *figures, level = demand_words(skill, texts)
    return {
        "skill": fitting(skill_words(skill, texts)),
        "figures": [texts.number(figure) if isinstance(figure, int) else figure for figure in figures],
        "level": level,
        "record": _record(skill, texts),
    }


def _record(skill: AskedSkill, texts: Texts) -> str:
    """Return what is recorded as the provider's own offer, in a few words, or ""."""
    offer = skill.on_record
    if offer is None:
        return ""
    form = texts.get(f"offer_form.{offer.form}") if offer.form is not None else ""
    places = offer.places_per_year
    counted = "" if places is None else f"{texts.get('demand.label.places')}: {texts.number(places)}"
    words = " · ".join(part for part in (form, counted) if part)
    return texts.get("demand.on_record", what=words) if words else ""
