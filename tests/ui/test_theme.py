"""Tokens, type scale and icons: contrast, sizes, sharpness, and following a switch."""

import tomllib
from itertools import product

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QFontMetricsF, QIcon
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from exports.palette import contrast
from tests.support.demo_pages import DEMO_STEPS
from ui.pages.registry import ALL_STEPS
from ui.theme.icons import glyph, icon
from ui.theme.theme import Mode, Theme, current
from ui.theme.tokens import RESOURCES, load_tokens, read_tables
from ui.theme.type_scale import SCALE, font_of, load_inter

THEMES = ("light", "dark")
GROUNDS = ("bg", "surface", "sunken", "raised", "primary_soft", "select")


@pytest.fixture(scope="module")
def steps():
    return DEMO_STEPS


@pytest.mark.parametrize(("theme", "ink", "ground"), list(product(THEMES, ("text", "text2"), GROUNDS)))
def test_text_can_be_read_on_every_ground(theme, ink, ground):
    tokens = load_tokens(theme)

    assert contrast(tokens.colour(ink), tokens.colour(ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_every_tone_can_be_read_on_its_soft_ground(theme):
    weak = {
        name: contrast(pair.ink, pair.soft)
        for name, pair in load_tokens(theme).tones.items()
        if contrast(pair.ink, pair.soft) < 4.5
    }

    assert weak == {}


@pytest.mark.parametrize(
    ("theme", "border", "ground"),
    # Nothing with a border stands on the ground of a selected row, except what has the focus.
    [case for case in product(THEMES, ("line_strong", "focus"), GROUNDS) if case[1:] != ("line_strong", "select")],
)
def test_borders_and_focus_can_be_seen_on_every_ground(theme, border, ground):
    tokens = load_tokens(theme)

    assert contrast(tokens.colour(border), tokens.colour(ground)) >= 3.0


@pytest.mark.parametrize(("theme", "ground"), list(product(THEMES, ("primary", "primary_hover"))))
def test_words_on_the_primary_button_can_be_read(theme, ground):
    tokens = load_tokens(theme)

    assert contrast(tokens.on_primary, tokens.colour(ground)) >= 4.5


def test_colours_are_read_as_toml_reads_them():
    text = (RESOURCES / "tokens.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)

    ours = read_tables(text)

    assert {name: {**ours[name], "tones": ours[f"{name}.tones"]} for name in THEMES} == tables


def test_both_themes_have_the_same_tones():
    assert load_tokens("light").tones.keys() == load_tokens("dark").tones.keys()


def test_no_text_is_smaller_than_eight_and_a_half_points():
    assert min(points for points, _ in SCALE.values()) >= 8.5


def test_letters_are_inter_and_weights_differ(qapp):
    light, heavy = (QFontMetricsF(font_of(role, 1.0)).horizontalAdvance("Hamburg") for role in ("body", "key"))

    assert load_inter() == "Inter"
    assert heavy > light


@pytest.mark.parametrize("name", sorted({step.icon for step in ALL_STEPS} | {"plus", "x", "check-bold"}))
def test_icon_of_a_step_is_in_the_set(name):
    assert len(glyph(name)) == 1


def test_the_icon_of_a_disabled_main_button_is_seen_on_its_grey_ground(window):
    drawn = icon("plus", "on_primary").pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage()
    pixels = {
        drawn.pixelColor(x, y).name() for x in range(32) for y in range(32) if drawn.pixelColor(x, y).alpha() > 250
    }

    ground = current().tokens.colour("line")
    assert pixels
    assert all(contrast(pixel, ground) >= 3 for pixel in pixels)


def test_unknown_icon_is_our_mistake():
    with pytest.raises(KeyError):
        icon("no-such-thing")


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_icon_is_drawn_at_the_pixels_of_the_screen(window, ratio):
    pixmap = icon("plus").pixmap(QSize(16, 16), ratio, QIcon.Mode.Normal, QIcon.State.Off)
    image = pixmap.toImage()

    inked = sum(image.pixelColor(x, y).alpha() > 0 for x in range(image.width()) for y in range(image.height()))

    assert pixmap.width() == round(16 * ratio)
    assert inked > 8 * ratio


def test_icon_follows_the_theme(window):
    plus = icon("plus", "text")

    def ink():
        image = plus.pixmap(QSize(32, 32)).toImage()
        return max(
            (image.pixelColor(x, y) for x in range(32) for y in range(32)), key=lambda colour: colour.alpha()
        ).lightness()

    window.theme.set_mode(Mode.LIGHT)
    light = ink()
    window.theme.set_mode(Mode.DARK)
    dark = ink()
    window.theme.set_mode(Mode.LIGHT)

    assert light < 80
    assert dark > 180


def test_zoom_reaches_fonts_and_control_heights(window, qtbot):
    button = QPushButton("Save", window)
    button.ensurePolished()
    before = button.sizeHint().height(), window.theme.font("title").pointSizeF()
    window.theme.set_zoom(2.0)
    button.ensurePolished()
    after = button.sizeHint().height(), window.theme.font("title").pointSizeF()
    window.theme.set_zoom(1.0)

    assert before[0] >= 34
    assert after[0] >= 2 * 32
    assert after[1] == 2 * before[1]
    button.deleteLater()


def test_theme_of_the_system_is_followed(window, monkeypatch):
    monkeypatch.setattr(Theme, "is_dark", property(lambda _: True))
    window.theme.set_mode(Mode.SYSTEM)

    assert window.theme.tokens is load_tokens("dark")
    monkeypatch.undo()
    window.theme.set_mode(Mode.LIGHT)


class StyleCount(QObject):
    """Counts how often one widget is given its style."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):
        self.count += event.type() == QEvent.Type.StyleChange
        return False


def test_switch_of_theme_styles_a_widget_a_few_times_however_deep_it_lies(window):
    outer = inner = QWidget(window)
    for _ in range(12):
        inner = QWidget(inner)
        inner.setProperty("ground", "sunken")
    outer.show()
    styled = StyleCount(inner)

    window.look.switch_theme("dark")
    window.look.switch_theme("light")

    assert styled.count <= 2 * 6


def test_placeholders_are_as_readable_as_secondary_text(window):
    line = QLineEdit(window)
    line.setPlaceholderText("M" * 20)
    line.resize(300, 40)
    line.ensurePolished()
    picture = line.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(12, 280) for y in range(8, 32)}
    assert current().colour("text2").name() in colours
