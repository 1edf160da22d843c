"""A report as plain values for the template: every figure formatted, every text cleaned, nothing left to calculate.

What stands here reaches the template as JSON. Text is never part of a template's source, so nothing in it is code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, islice
from typing import Any, TypeAlias

from exports.charts.grid import SCOPE_TONES
from exports.charts.type import width
from exports.figures import NUMERIC, UNKNOWN, Figures, decimals_of, shown_unit
from exports.palette import tokens
from exports.pdf_columns import HALF, HEAD_WORD, PORTRAIT, breakable, fitting, has_long_word, lay_out, lines_of
from exports.plain import clean, one_line
from fastmap.catalogue.texts import load_texts
from fastmap.report.badges import Badge
from fastmap.report.blocks import (
    Block,
    Bullets,
    CellValue,
    Column,
    DecisionCard,
    KeyFigures,
    Note,
    Paragraph,
    Steps,
    Table,
)
from fastmap.report.drawings import Chart, Grid, GridCard, Timeline
from fastmap.report.finished import Report, Section
from fastmap.texts import Texts

HEADER_SIZE = 8.5
# Points, as in grid.typ; the type there is a little larger than that of tables.
_GRID_COLUMN, _GRID_ROW_HEAD = 105.0, 60.0
LOGO_FILE = "logo.png"
_BESIDE_TEXT = 60
"""What a line of a card takes beside its own text, as characters: the end of its last row, and the name of its part."""
_WIDE_PARTS = frozenset({"changed", "why", "if_not", "unknown"})
"""Parts of a decision that are running text, and get the whole width of its card."""
_TOGETHER, _TOGETHER_LINES = 4, 13
"""Tables of so many rows stay on one page, unless their cells wrap into more lines than that."""
_LONG_CARD = 2400
"""Cards with more characters may run over the foot of a page, the others never do."""
Value: TypeAlias = dict[str, Any]
Picture: TypeAlias = Callable[[Chart | Timeline, float], str]
"""Gives the name of the file that holds a chart's drawing, as wide as so many points."""


def document(report: Report, picture: Picture) -> Value:
    """Return everything that the template prints."""
    figures = Figures(report.language)
    texts = load_texts(report.language)
    colours = tokens()
    builder = _Blocks(report, figures, picture, texts)
    return {
        "language": figures.locale.language,
        "region": figures.locale.territory,
        "name": report_name(report),
        "title": one_line(report.title),
        "title_size": _title_size(report),
        "kicker": one_line(report.round_label if report.cluster in report.title else report.cluster),
        "subtitle": _flow(report.subtitle),
        "cluster": one_line(report.cluster),
        **_header(report),
        "round": one_line(report.round_label),
        "date": figures.day(report.made_on),
        "day": [report.made_on.year, report.made_on.month, report.made_on.day],
        "banner": one_line(report.banner) if report.banner else None,
        "facts": [[_flow(name), _flow(value)] for name, value in report.cover_facts],
        **_funding(report),
        "contents": one_line(report.words.contents),
        "page_of": one_line(report.words.page_of),
        "figure": one_line(report.words.figure),
        "table": one_line(report.words.table),
        "made_on": texts.get("exports.made_on", date=figures.day(report.made_on)),
        "colours": {
            name: getattr(colours, name)
            for name in ("bg", "surface", "sunken", "line", "line_strong", "text", "text2", "primary", "primary_soft")
        },
        "tones": {str(tone): [pair.ink, pair.soft] for tone, pair in colours.tones.items()},
        "sections": [builder.section(section) for section in report.sections if not section.workbook_only],
    }


def report_name(report: Report) -> str:
    """Return the title with the cluster's name, which it may hold already."""
    title, cluster = one_line(report.title), one_line(report.cluster)
    return title if cluster in title else f"{title} – {cluster}"


def _title_size(report: Report) -> int:
    """Return the size of the title in points: the longer, the smaller, and smaller beside a box about the grant."""
    lengths = ((34, 31), (70, 26), (110, 21))
    size = next((size for most, size in lengths if len(report.title) <= most), 18)
    return min(size, 22) if report.grant else size


def _funding(report: Report) -> Value:
    """Return the box about the grant, and the logo by the name of its file."""
    grant, logo = report.grant, report.logo
    return {
        "grant": None
        if grant is None
        else {
            "title": one_line(grant.title),
            "facts": [[_flow(name), _flow(value)] for name, value in grant.facts],
            "disclaimer": _flow(grant.disclaimer) if grant.disclaimer else None,
        },
        "logo": None
        if logo is None
        else {
            "file": LOGO_FILE,
            "alternative": one_line(logo.alternative),
            "shape": logo.width_px / logo.height_px,
        },
    }


def _header(report: Report) -> Value:
    """Return the lines on top of every page, cut to the width of the page: two of them if they need it."""
    header = fitting(report_name(report), PORTRAIT)
    banner = one_line(report.banner or "")
    both = sum(width(words, HEADER_SIZE, bold=True) for words in (header, banner)) + 20
    return {"header": header, "banner_short": banner, "header_rows": 1 if both <= PORTRAIT else 2}


class _Blocks:
    """Turns blocks into values; knows the words of the report's language and how to get a drawing."""

    def __init__(self, report: Report, figures: Figures, picture: Picture, texts: Texts) -> None:
        self.words = report.words
        self.figures = figures
        self.picture = picture
        self.texts = texts
        self.dash_means = texts.get("exports.not_known_footer", dash=UNKNOWN)
        self._figures_numbered, self._tables_numbered = count(1), count(1)

    def section(self, section: Section) -> Value:
        return {
            "title": _flow(section.title),
            "own_page": section.own_page,
            "blocks": list(self._laid_out(section.blocks)),
        }

    def _laid_out(self, blocks: Sequence[Block]) -> Iterator[Value]:
        """Yield the blocks in their order, those that stand beside one another as a pair."""
        rest = iter(blocks)
        for block in rest:
            beside = list(islice(rest, block.beside)) if isinstance(block, Chart | Table) else []
            shown = [one for one in beside if _is_printed(one)]
            if shown and _is_printed(block):
                left = self.block(block, HALF)  # before the others: figures are numbered as they come
                floats = not any(isinstance(one, Table) for one in (block, *shown))  # tables are read in their order
                right = [self.block(one, HALF) for one in shown]
                yield {"type": "pair", "left": left, "right": right, "floats": floats}
                continue
            yield from (value for one in (block, *beside) if (value := self.block(one)) is not None)

    def block(self, block: Block, wide: float = PORTRAIT) -> Value | None:
        """Return one block in a room of so many points; ``None`` for what the PDF does not show."""
        if not _is_printed(block):
            return None
        match block:
            case Paragraph():
                return {"type": "paragraph", "lead": block.lead, "heading": block.heading, "lines": _lines(block.text)}
            case Bullets():
                return self.bullets(block)
            case Note():
                return {"type": "note", "title": _flow(block.title), "lines": _lines(block.text), "tone": block.tone}
            case KeyFigures():
                return {"type": "key_figures", "figures": _key_figures(block)}
            case Chart() | Timeline():
                return self.chart(block, wide)
            case Table():
                return self.table(block, wide)
            case Grid():
                return {**_grid(block), "number": next(self._figures_numbered)}
            case Steps():
                return {**_steps(block, self.figures), "number": next(self._figures_numbered)}
            case DecisionCard():
                return _decision(block)

    def bullets(self, bullets: Bullets) -> Value:
        shown = _items(bullets)[: bullets.pdf_items]
        more = self._more("items_more", len(bullets.items) - len(shown))
        return {"type": "bullets", "numbered": bullets.numbered, "items": shown, "more": more}

    def _more(self, what: str, hidden: int) -> str | None:
        """Return how many rows or sentences the workbook has beside those shown."""
        return self.texts.get(f"report.words.{what}", count=hidden) if hidden else None

    def chart(self, chart: Chart | Timeline, wide: float) -> Value:
        return {
            "type": "chart",
            "number": next(self._figures_numbered),
            "caption": _flow(chart.caption),
            "alternative": one_line(chart.alternative),
            "file": self.picture(chart, wide),
        }

    def table(self, table: Table, wide: float) -> Value:
        shown = [number for number, column in enumerate(table.columns) if _is_shown(table, column)]
        kinds = [table.columns[number].kind for number in shown]
        heads = [_head(table.columns[number]) for number in shown]
        names = ["\n".join(filter(None, (head["name"], head["unit"]))) for head in heads]
        rows = _rows(table)[: table.pdf_rows]
        places = {number: decimals_of(table.columns[number], [row[number] for row in table.rows]) for number in shown}
        cells = [
            [self.figures.cell(row[number], table.columns[number].kind, places[number]) for number in shown]
            for row in rows
        ]
        layout = lay_out(kinds, names, cells, wide)
        more = self._more("rows_more", len(table.rows) - len(rows))
        has_dash = any(row[number] is None for row in rows for number in shown)
        return {
            "type": "table",
            "number": next(self._tables_numbered) if table.rows else None,
            "caption": _flow(table.caption),
            "widths": [round(wide, 2) for wide in layout.widths],
            "landscape": layout.landscape,
            "heads": heads,
            "together": len(rows) <= _TOGETHER and lines_of(cells, layout.widths) <= _TOGETHER_LINES,
            "hyphenate": [
                has_long_word((line[place] for line in cells), wide) for place, wide in enumerate(layout.widths)
            ],
            "right": [kind in NUMERIC for kind in kinds],
            "rows": [
                [_cell(row[number], text) for number, text in zip(shown, line, strict=True)]
                for row, line in zip(rows, cells, strict=True)
            ],
            "empty": _flow(table.empty_text or self.words.not_known) if not table.rows else None,
            "notes": [note for note in (more, self.dash_means if has_dash else None) if note],
        }


def _is_printed(block: Block) -> bool:
    match block:
        case Table():
            return block.pdf_rows != 0
        case Paragraph():
            return not block.workbook_only
        case _:
            return True


def _rows(table: Table) -> Sequence[tuple[CellValue, ...]]:
    """Return the rows with what the PDF shows in place of long cells."""
    if not table.pdf_cells:
        return table.rows
    places = {
        number: table.pdf_cells[one.key] for number, one in enumerate(table.columns) if one.key in table.pdf_cells
    }
    return [
        tuple(places[place][number] if place in places else cell for place, cell in enumerate(row))
        for number, row in enumerate(table.rows)
    ]


def _is_shown(table: Table, column: Column) -> bool:
    return table.pdf_columns is None or column.key in table.pdf_columns


def _head(column: Column) -> Value:
    name = _flow(column.header)
    unit = _flow(said) if (said := shown_unit(column)) else None
    return {"name": name, "unit": unit, "hyphenate": has_long_word([name], HEAD_WORD)}


def _cell(value: CellValue, text: str) -> str | Value:
    if isinstance(value, Badge):
        return {"word": breakable(one_line(text)), "tone": value.tone}
    return breakable(text)


def _items(bullets: Bullets) -> list[Value]:
    badges = bullets.badges or ((),) * len(bullets.items)
    return [{"words": _flow(item), "badges": _badges(found)} for item, found in zip(bullets.items, badges, strict=True)]


def _key_figures(block: KeyFigures) -> list[Value]:
    room = PORTRAIT / max(min(len(block.figures), 5), 1) - 12
    return [
        {
            "hyphenate": any(width(word, 9.5, bold=True) > room for word in one.label.split()),
            "value": one_line(one.value),
            "label": _flow(one.label),
            "detail": _flow(one.detail) if one.detail else None,
            "tone": one.tone,
        }
        for one in block.figures
    ]


def _grid(grid: Grid) -> Value:
    cells = {(cell.scope, cell.complexity): cell for cell in grid.cells}
    return {
        "type": "grid",
        "caption": _flow(grid.caption),
        "columns": [
            {
                "name": _flow(name),
                "hyphenate": has_long_word([name], _GRID_COLUMN),
                "tone": SCOPE_TONES[scope],
                "count": sum(len(cell.cards) for cell in grid.cells if cell.scope == scope),
            }
            for scope, name in grid.columns.items()
        ],
        "rows": [
            {
                "name": _flow(name),
                "hyphenate": has_long_word([name], _GRID_ROW_HEAD),
                "cells": [
                    {
                        "tone": SCOPE_TONES[scope],
                        "cards": [_card(card) for card in cells[scope, complexity].cards],
                        "empty": _flow(cells[scope, complexity].empty_text),
                        "example": _flow(cells[scope, complexity].example or ""),
                        "hyphenate": has_long_word([cells[scope, complexity].example or ""], _GRID_COLUMN),
                    }
                    for scope in grid.columns
                ],
            }
            for complexity, name in grid.rows.items()
        ],
    }


def _card(card: GridCard) -> Value:
    return {
        "title": _flow(card.title),
        "hyphenate": has_long_word([card.title, card.fact or ""], _GRID_COLUMN),
        "reference": one_line(card.reference) if card.reference else None,
        "badges": _badges(card.badges),
        "fact": _flow(card.fact) if card.fact else None,
    }


def _steps(block: Steps, figures: Figures) -> Value:
    return {
        "type": "steps",
        "caption": _flow(block.caption),
        "steps": [
            {
                "name": _flow(step.name),
                "words": _flow(step.words),
                "readiness": step.readiness_0_1,
                "percent": None if step.readiness_0_1 is None else figures.share(step.readiness_0_1),
                "note": _flow(step.note) if step.note else None,
            }
            for step in block.steps
        ],
    }


def _decision(card: DecisionCard) -> Value:
    shown = [part for part in card.lines if part.pdf_lines != 0]
    return {
        "type": "decision",
        "long": sum(len(line) + _BESIDE_TEXT for part in shown for line in part.lines[: part.pdf_lines]) > _LONG_CARD,
        "number": card.number,
        "decision": _flow(card.decision),
        "badges": _badges(card.badges),
        "lines": [
            {
                "label": _flow(part.label),
                "lines": [_flow(line) for line in part.lines[: part.pdf_lines]],
                "wide": part.key in _WIDE_PARTS,
            }
            for part in shown
        ],
    }


def _badges(badges: Iterable[Badge]) -> list[Value]:
    return [{"word": breakable(one_line(badge.word)), "tone": badge.tone} for badge in badges]


def _flow(text: str) -> str:
    return breakable(one_line(text))


def _lines(text: str) -> list[str]:
    """Return the lines of a text that may hold line breaks."""
    return [breakable(line) for line in map(str.strip, clean(text).split("\n")) if line]
