"""One decision as plain text, to be put into the paper for a board meeting."""

from __future__ import annotations

from fastmap.report.blocks import DecisionCard


def board_paper(card: DecisionCard) -> str:
    """Return the decision, then every part of the card under its name; lists get a dash per line."""
    parts = [card.decision]
    for part in card.lines:
        if len(part.lines) == 1:
            parts.append(f"{part.label}: {part.lines[0]}")
        else:
            parts.append("\n".join([f"{part.label}:", *(f"– {line}" for line in part.lines)]))
    return "\n\n".join(parts) + "\n"
