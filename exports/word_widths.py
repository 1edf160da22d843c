"""How wide the columns of tables in Word papers are: words stay whole, and long texts get the room."""

from __future__ import annotations

from exports.fewest_lines import CellText, with_fewest_lines
from exports.word_document import TEXT_WIDTH
from fastmap.report.paper_blocks import Form, Sources

_SIZE, _PADDING, _LONGEST_WORD = 9.0, 10.0, 90.0
"""Points, as in the styles; longer words may break. Measured in Inter, which is a little wider than the papers' type."""


def source_shares(block: Sources) -> tuple[int, ...]:
    """Return widths in which the table of figures and their sources has few lines."""
    rows = [
        (str(one.number), one.what, one.value, one.place, one.sheet, f"{one.day} {one.rests_on}") for one in block.rows
    ]
    cells = [
        [CellText(head, _SIZE, bold=True), *(CellText(row[place], _SIZE) for row in rows)]
        for place, head in enumerate(block.heads)
    ]
    least = [min(_longest(column), _LONGEST_WORD) for column in cells]
    spare = TEXT_WIDTH.pt - _PADDING * len(least) - sum(least)
    widths, rest = with_fewest_lines(cells, least, max(spare, 0.0))
    return _shares([wide + _PADDING + rest / len(widths) for wide in widths])


def form_shares(block: Form) -> tuple[int, ...]:
    """Return the widths that a form asks for; a column that would break a word takes from those with room to spare."""
    unit = TEXT_WIDTH.pt / sum(head.share for head in block.heads)
    widths = [head.share * unit for head in block.heads]
    needed = [
        min(_longest([CellText(f"{head.text} {head.unit or ''}", _SIZE, bold=True)]), _LONGEST_WORD) + _PADDING
        for head in block.heads
    ]
    lacking = sum(max(need - wide, 0.0) for need, wide in zip(needed, widths, strict=True))
    over = sum(max(wide - need, 0.0) for need, wide in zip(needed, widths, strict=True))
    if not lacking or lacking > over:
        return tuple(head.share for head in block.heads)
    kept = 1 - lacking / over
    return _shares(
        [need + (wide - need) * kept if wide > need else need for need, wide in zip(needed, widths, strict=True)]
    )


def _longest(cells: list[CellText]) -> float:
    return max((word for cell in cells for word in cell.words), default=0.0)


def _shares(points: list[float]) -> tuple[int, ...]:
    """Return widths as whole numbers: tenths of a point."""
    return tuple(round(10 * wide) for wide in points)
