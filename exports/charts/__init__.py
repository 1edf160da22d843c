"""Drawings of chart blocks and of the typology grid, by matplotlib without a window and without global state.

Start with `rendering`: it gives SVG and PNG bytes. One module per way of drawing takes a `sheet.Sheet`, which
measures and draws in points, and a block. Colours are the light tokens; no meaning hangs on colour alone: bars carry
their figures and verdict words, parts of a whole a pattern, and every drawing has its alternative text.
"""

import logging

# Charts use Inter alone; that matplotlib looks through the system's fonts, or cannot note what it found, is no news.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
