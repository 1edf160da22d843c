"""The map of the network as one picture: PNG for slides or SVG for print, by the name of the file."""

from __future__ import annotations

from pathlib import Path

from matplotlib.figure import Figure

from exports.charts.network import draw_network
from exports.charts.rendering import Frame, add_frame, as_png, as_svg
from exports.figures import Figures
from exports.saving import check_target, save_bytes
from fastmap.catalogue.texts import load_texts
from fastmap.report.network_figure import NetworkFigure


def write_network_picture(block: NetworkFigure, target: Path) -> Path:
    """Write the figure to ``target`` and return it: SVG where the name says so, else PNG.

    Raises `FastmapError` as `exports.saving` does.
    """
    check_target(target)
    figure = Figure()
    draw_network(figure, block)
    add_frame(figure, Frame(title=block.title, footer=_footer(block)))
    write = as_svg if target.suffix.lower() == ".svg" else as_png
    save_bytes(target, write(figure, title=block.title, alternative=block.alternative))
    return target


def _footer(block: NetworkFigure) -> str:
    day = Figures(block.language).day(block.made_on)
    texts = load_texts(block.language)
    words = texts.get("exports.picture_footer", cluster=block.cluster, round=block.round_label, date=day)
    return f"{words} · {block.mark}" if block.mark else words
