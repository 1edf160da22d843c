"""Every chart and the grid as PNG for slides and SVG for print, each with its title and where it comes from."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from exports.charts.raster import rasterised
from exports.charts.rendering import Frame, as_png, as_svg, figure_of
from exports.figures import Figures
from exports.names import safe_file_name
from exports.saving import check_target, explained, save_all, save_bytes
from fastmap.catalogue.texts import load_texts
from fastmap.report.blocks import Report


def write_pictures(report: Report, folder: Path) -> tuple[Path, ...]:
    """Write two files per drawing into ``folder`` (made if only its last part is missing) and return their paths.

    They are named after the block's key, so that links on slides stay valid. Raises `FastmapError` as
    `exports.saving` does.
    """
    figures = Figures(report.language)
    footer = _footer(report, figures)
    names: list[str] = []
    pairs: list[tuple[bytes, Future[bytes]]] = []
    # Making points of a drawing needs no Python: the next one is drawn meanwhile.
    with explained(folder), ThreadPoolExecutor(max_workers=1) as beside:
        for block in report.charts():
            frame = Frame(title=block.caption, footer=footer)
            names.append(safe_file_name(block.key, ".svg", names))
            words = {"title": block.caption, "alternative": block.alternative}
            drawn = as_svg(figure_of(block, figures, frame), **words)
            pairs.append((drawn, beside.submit(rasterised, drawn, **words)))
        files: dict[str, bytes] = {}
        for name, (drawn, in_points) in zip(names, pairs, strict=True):
            files |= {name: drawn, name.removesuffix(".svg") + ".png": in_points.result()}
    return save_all(folder, files)


def write_picture(report: Report, key: str, target: Path) -> Path:
    """Write the drawing ``key`` of a report alone to ``target`` and return it: SVG where the name says so, else PNG.

    Raises `FastmapError` as `exports.saving` does, and `KeyError` for a drawing that the report does not have.
    """
    check_target(target)
    figures = Figures(report.language)
    block = next((one for one in report.charts() if one.key == key), None)
    if block is None:
        raise KeyError(key)
    figure = figure_of(block, figures, Frame(title=block.caption, footer=_footer(report, figures)))
    write = as_svg if target.suffix.lower() == ".svg" else as_png
    save_bytes(target, write(figure, title=block.caption, alternative=block.alternative))
    return target


def _footer(report: Report, figures: Figures) -> str:
    words = load_texts(report.language).get(
        "exports.picture_footer",
        cluster=report.cluster,
        round=report.round_label,
        date=figures.day(report.made_on),
    )
    return f"{words} · {report.banner}" if report.banner else words
