"""The network as a file: SVG and PNG, complete, inside its sheet, wholly or not at all."""

from dataclasses import replace
from datetime import date

import defusedxml.ElementTree
import pytest
from matplotlib.figure import Figure
from PIL import Image

from exports.charts.network import draw_network
from exports.network_picture import write_network_picture
from fastmap.analysis.network_map import network_map
from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.report.network_figure import anonymous_figure, named_figure
from tests.support.builders import assess, make_member, make_partner, make_snapshot, make_tie, shipped_catalogue
from tests.support.large_networks import large_network_snapshot
from tests.support.ui import HOSTILE

DAY = date(2026, 3, 2)
SPACE = {"s": "http://www.w3.org/2000/svg"}


def figures(snapshot, language="en"):
    results, texts = assess(snapshot), load_texts(language)
    return (
        named_figure(results, network_map(snapshot), None, texts, made_on=DAY),
        anonymous_figure(results, shipped_catalogue(), texts, made_on=DAY),
    )


def hostile():
    return make_snapshot(
        members=[make_member(number, name=name) for number, name in enumerate(HOSTILE, start=1)],
        partners=[make_partner(f"p{number}", name=name) for number, name in enumerate(HOSTILE)],
        ties=[make_tie(f"p{number}", number + 1, id=f"T{number}") for number in range(len(HOSTILE))],
    )


SMALL = make_snapshot(members=[make_member(1)], partners=[make_partner("school")])


@pytest.mark.parametrize("which", [0, 1], ids=["named", "anonymous"])
@pytest.mark.parametrize("snapshot", [SMALL, hostile(), large_network_snapshot()], ids=["small", "hostile", "large"])
def test_every_word_stays_on_the_sheet_and_is_large_enough(snapshot, which):
    figure = Figure()
    draw_network(figure, figures(snapshot)[which])

    texts = [one for one in figure.findobj() if hasattr(one, "get_text")]
    outside = [
        text.get_text()
        for text in texts
        if (box := text.get_window_extent()).x0 < -1.5
        or box.x1 > figure.bbox.x1 + 1.5
        or box.y0 < -1.5
        or box.y1 > figure.bbox.y1 + 1.5
    ]
    assert outside == []
    assert min(text.get_fontsize() for text in texts) >= 8.5


def test_a_drawing_carries_its_title_and_alternative_text(tmp_path):
    named, _ = figures(hostile())

    path = write_network_picture(named, tmp_path / "network.SVG")

    root = defusedxml.ElementTree.fromstring(path.read_bytes())
    assert root.findtext("s:title", namespaces=SPACE) == "Who works with whom"
    assert "6 working links" in root.findtext("s:desc", namespaces=SPACE)
    assert not root.findall(".//s:script", SPACE)


def test_no_name_of_a_member_is_in_the_drawing_for_others(tmp_path):
    snapshot = make_snapshot(
        members=[make_member(number, name=f"Secretfirm {number}") for number in range(1, 9)],
        partners=[make_partner("school", name="Harbour School")],
        ties=[make_tie("school", number, id=f"T{number}") for number in range(1, 9)],
    )

    path = write_network_picture(figures(snapshot)[1], tmp_path / "others.svg")

    written = path.read_text(encoding="utf-8")
    assert "Secretfirm" not in written
    assert "M001" not in written


def test_a_picture_is_a_png_whatever_its_name_says_but_svg(tmp_path):
    path = write_network_picture(figures(SMALL)[0], tmp_path / "network.png")

    with Image.open(path) as picture:
        assert picture.format == "PNG"
        assert picture.text["Title"] == "Who works with whom"
        assert picture.width > 3000


def test_the_same_figure_gives_the_same_bytes(tmp_path):
    named, _ = figures(SMALL)

    one, other = (write_network_picture(named, tmp_path / f"{name}.svg").read_bytes() for name in "ab")

    assert one == other


def test_a_folder_that_is_gone_is_named_and_nothing_is_written(tmp_path):
    with pytest.raises(FastmapError) as refused:
        write_network_picture(figures(SMALL)[0], tmp_path / "gone" / "network.png")

    assert refused.value.code == "target_folder_missing"
    assert list(tmp_path.iterdir()) == []


def test_names_that_fade_are_not_written():
    named, _ = figures(SMALL)
    faded = replace(named, nodes=tuple(replace(node, faded=True) for node in named.nodes))
    figure = Figure()

    draw_network(figure, faded)

    written = {one.get_text() for one in figure.findobj() if hasattr(one, "get_text")}
    assert not written & {node.name for node in named.nodes}
