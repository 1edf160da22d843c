"""The one style sheet, made from the tokens. Widgets choose their look by properties: ``role``, ``tone``, ``ground``.

Fonts are set in code (see `type_scale`). Lengths are those of the visual language times the zoom factor. Where a rule surprises, a comment says why.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ui.theme.tokens import Tokens

_Length: TypeAlias = Callable[[float], str]


def style_sheet(tokens: Tokens, zoom: float) -> str:
    """Return the style sheet of a theme at a zoom factor of 1 to 2."""
    t = tokens

    def px(length: float) -> str:
        return f"{round(length * zoom)}px"

    parts = [
        f"""
QWidget {{ color: {t.text}; }}
QMainWindow, QDialog, QMessageBox {{ background: {t.bg}; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line_strong}; padding: {px(4)} {px(6)}; }}
*[ground="surface"] {{ background: {t.surface}; }}
*[ground="bg"] {{ background: {t.bg}; }}
*[ground="sunken"] {{ background: {t.sunken}; border-radius: {px(8)}; }}
*[ground="soft"] {{ background: {t.primary_soft}; border-radius: {px(8)}; }}
QScrollArea, QScrollArea > QWidget > QWidget[ground="none"] {{ background: transparent; border: none; }}
""",
        f"""
QLabel {{ background: transparent; }}
QLabel[role="secondary"] {{ color: {t.text2}; }}
QLabel[muted="true"] {{ color: {t.text2}; }}
QLabel[complaint="true"] {{ color: {t.tone("bad").ink}; }}
""",
        _bars(t, px),
        _buttons(t, px),
        _fields(t, px),
        _lists(t, px),
        _cards(t, px),
        *(
            f'QLabel[badge="{name}"] {{ background: {pair.soft}; color: {pair.ink}; }}\n'
            f'QFrame[band="{name}"] {{ background: {pair.soft}; border: 1px solid {pair.ink};'
            f" border-radius: {px(8)}; }}\n"
            f'QFrame[band="{name}"] QLabel {{ color: {pair.ink}; }}\n'
            f'#messageBar[band="{name}"] {{ border: none; border-top: 1px solid {pair.ink}; border-radius: 0; }}\n'
            for name, pair in t.tones.items()
        ),
        f"QLabel[badge] {{ border-radius: {px(5)}; padding: {px(2)} {px(7)}; }}\n",
    ]
    return "".join(parts)


def _bars(t: Tokens, px: _Length) -> str:
    return f"""
QMenuBar {{ background: {t.surface}; border-bottom: 1px solid {t.line}; padding: {px(2)} {px(10)}; spacing: {px(2)}; }}
QMenuBar::item {{ background: transparent; padding: {px(4)} {px(10)}; border-radius: {px(5)}; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {t.primary_soft}; }}
QMenu {{ background: {t.raised}; border: 1px solid {t.line_strong}; padding: {px(5)}; }}
QMenu::item {{ padding: {px(6)} {px(28)} {px(6)} {px(12)}; border-radius: {px(5)}; }}
QMenu::item:selected {{ background: {t.select}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.line_strong}; }}
QMenu::icon {{ padding-left: {px(8)}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(5)} {px(8)}; }}
#topBar {{ background: {t.surface}; border-bottom: 1px solid {t.line}; }}
#stepList {{ background: {t.surface}; border-right: 1px solid {t.line}; }}
QFrame[panel="true"] {{ background: {t.surface}; border-left: 1px solid {t.line}; }}
QProgressBar {{ background: {t.line}; border: none; border-radius: {px(3)}; max-height: {px(7)}; min-height: {px(7)}; }}
QProgressBar::chunk {{ background: {t.primary}; border-radius: {px(3)}; }}
QScrollBar:vertical {{ background: transparent; width: {px(12)}; margin: 0; border: none; }}
QScrollBar:horizontal {{ background: transparent; height: {px(12)}; margin: 0; border: none; }}
QScrollBar::handle {{ background: {t.line_strong}; border-radius: {px(3)}; margin: {px(3)}; }}
QScrollBar::handle:vertical {{ min-height: {px(32)}; }}
QScrollBar::handle:horizontal {{ min-width: {px(32)}; }}
QScrollBar::handle:hover {{ background: {t.text2}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {t.line}; }}
"""


def _buttons(t: Tokens, px: _Length) -> str:
    # Padding shrinks by the width the border grows by on focus, so that nothing moves.
    return f"""
QPushButton {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line_strong};
    border-radius: {px(7)}; padding: 0 {px(13)}; min-height: {px(32)}; }}
QPushButton:hover {{ background: {t.primary_soft}; border-color: {t.primary}; }}
QPushButton:pressed {{ background: {t.select}; }}
QPushButton:focus {{ border: 2px solid {t.focus}; padding: 0 {px(12)}; min-height: {px(30)}; }}
QPushButton:disabled {{ color: {t.line_strong}; border-color: {t.line}; background: {t.surface}; }}
QPushButton:checked {{ background: {t.primary_soft}; border-color: {t.primary}; }}
QPushButton[look="primary"], QDialogButtonBox QPushButton:default {{
    background: {t.primary}; color: {t.on_primary}; border: 1px solid {t.primary}; }}
QPushButton[look="primary"]:hover, QDialogButtonBox QPushButton:default:hover {{
    background: {t.primary_hover}; border-color: {t.primary_hover}; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {t.focus}; outline: none;
    background: {t.primary_hover}; padding: 0 {px(12)}; }}
QPushButton[look="primary"]:disabled {{ background: {t.line}; color: {t.text2}; border-color: {t.line}; }}
QPushButton[look="link"] {{ background: transparent; border: 1px solid transparent; color: {t.primary};
    padding: 0 {px(5)}; min-height: {px(26)}; text-align: left; }}
QPushButton[look="link"]:hover {{ color: {t.primary_hover}; background: {t.primary_soft}; }}
QPushButton[look="link"]:focus {{ border: 2px solid {t.focus}; padding: 0 {px(4)}; }}
QPushButton[look="link"]:disabled {{ color: {t.line_strong}; background: transparent; }}
QPushButton[look="danger"] {{ color: {t.tone("bad").ink}; border-color: {t.tone("bad").ink}; }}
QPushButton[look="danger"]:hover {{ background: {t.tone("bad").soft}; }}
QPushButton[look="danger"]:disabled {{ color: {t.line_strong}; border-color: {t.line}; background: {t.surface}; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: {px(7)};
    min-width: {px(32)}; min-height: {px(32)}; padding: 0; }}
QToolButton:hover {{ background: {t.primary_soft}; }}
QToolButton:pressed, QToolButton:open {{ background: {t.select}; }}
QToolButton:focus {{ border: 2px solid {t.focus}; min-width: {px(30)}; min-height: {px(30)}; }}
QToolButton::menu-indicator {{ image: none; }}
QLineEdit QToolButton, QLineEdit QToolButton:focus {{ border: none; min-width: 0; min-height: 0; }}
"""


def _fields(t: Tokens, px: _Length) -> str:
    fields = "QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit"
    focused = ", ".join(f"{name}:focus" for name in fields.split(", "))
    disabled = ", ".join(f"{name}:disabled" for name in fields.split(", "))
    return f"""
{fields} {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line_strong}; border-radius: {px(7)};
    padding: 0 {px(9)}; min-height: {px(32)}; selection-background-color: {t.primary};
    selection-color: {t.on_primary}; placeholder-text-color: {t.text2}; }}
QPlainTextEdit {{ padding: {px(5)} {px(7)}; }}
{focused} {{ border: 2px solid {t.focus}; padding: 0 {px(8)}; min-height: {px(30)}; }}
QPlainTextEdit:focus {{ padding: {px(4)} {px(6)}; }}
{disabled} {{ background: {t.sunken}; color: {t.text2}; border-color: {t.line}; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] {{
    border: 2px solid {t.tone("bad").ink}; }}
QComboBox, QComboBox:focus {{ padding-right: 0; }}
QComboBox::drop-down {{ border: none; width: {px(28)}; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {t.raised}; border: 1px solid {t.line_strong}; padding: {px(4)};
    selection-background-color: {t.select}; selection-color: {t.text}; outline: none; }}
QComboBox QAbstractItemView::item {{ min-height: {px(30)}; padding: 0 {px(6)}; border-radius: {px(5)}; }}
QCheckBox, QRadioButton {{ spacing: {px(8)}; min-height: {px(28)}; background: transparent; }}
QCheckBox:focus, QRadioButton:focus {{ outline: 2px solid {t.focus}; }}
QTableView QLineEdit, QTableView QComboBox {{ border-radius: 0; border: 2px solid {t.focus};
    padding: 0 {px(8)}; min-height: 0; }}
"""


def _lists(t: Tokens, px: _Length) -> str:
    return f"""
QTableView, QListView, QTreeView {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {px(10)};
    gridline-color: {t.line}; selection-background-color: {t.select}; selection-color: {t.text}; outline: none; }}
QTableView:focus, QListView:focus, QTreeView:focus {{ border: 2px solid {t.focus}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: {t.sunken}; color: {t.text2}; border: none;
    border-bottom: 1px solid {t.line}; padding: 0 {px(10)}; min-height: {px(36)}; }}
QHeaderView::section:first {{ border-top-left-radius: {px(9)}; }}
QHeaderView::section:last {{ border-top-right-radius: {px(9)}; }}
QHeaderView[capped="true"]::section:last {{ border-top-right-radius: 0; }}
QFrame[headCap="true"] {{ background: {t.sunken}; border: none; border-bottom: 1px solid {t.line};
    border-top-right-radius: {px(9)}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QHeaderView::section:hover {{ color: {t.text}; }}
QTableCornerButton::section {{ background: {t.sunken}; border: none; }}
QTabBar::tab {{ background: transparent; color: {t.text2}; border: none;
    border-bottom: 2px solid transparent; padding: {px(6)} {px(4)}; margin-right: {px(18)}; min-height: {px(24)}; }}
QTabBar::tab:selected {{ color: {t.primary}; border-bottom-color: {t.primary}; }}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar::tab:focus {{ border: 2px solid {t.focus}; border-radius: {px(5)}; }}
QTabWidget::pane {{ border: none; }}
"""


def _cards(t: Tokens, px: _Length) -> str:
    return f"""
QFrame[card="true"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {px(10)}; }}
QFrame[card="raised"] {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: {px(8)}; }}
QFrame[card="drop"] {{ background: {t.primary_soft}; border: 2px dashed {t.primary}; border-radius: {px(10)}; }}
QFrame[card="dashed"] {{ background: transparent; border: 1px dashed {t.line_strong}; border-radius: {px(10)}; }}
#completionPopup {{ background: {t.raised}; border: 1px solid {t.line_strong}; border-radius: {px(7)}; }}
#completionPopup QListView {{ border: none; background: transparent; }}
QFrame[rule="true"] {{ background: {t.line}; max-height: 1px; min-height: 1px; border: none; }}
"""
