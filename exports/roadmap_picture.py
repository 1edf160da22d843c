"""The roadmap as one picture: PNG for slides or SVG for print, by the name of the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from exports.charts.rendering import Frame, as_png, as_svg, figure_of
from exports.figures import Figures
from exports.saving import check_target, save_bytes
from fastmap.catalogue.texts import load_texts
from fastmap.report.drawings import Timeline


def write_roadmap_picture(
    block: Timeline, target: Path, *, cluster: str, round_label: str, made_on: date, language: str
) -> Path:
    """Write the drawing to ``target`` and return it: SVG where the name says so, else PNG. Marked as one with names.

    Raises `FastmapError` as `exports.saving` does.
    """
    check_target(target)
    figures = Figures(language)
    texts = load_texts(language)
    footer = texts.get("exports.picture_footer", cluster=cluster, round=round_label, date=figures.day(made_on))
    footer = f"{footer} · {texts.term('report.banner.named')}"
    write = as_svg if target.suffix.lower() == ".svg" else as_png
    drawing = figure_of(block, figures, Frame(title=block.caption, footer=footer))
    save_bytes(target, write(drawing, title=block.caption, alternative=block.alternative))
    return target
