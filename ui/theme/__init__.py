"""How the window looks: colour tokens, type scale, palette, style sheet and icons, all made from one set of tokens.

Start reading at `theme`: `Theme` holds mode and zoom and applies everything; `current()` gives it to whoever paints.
Widgets never name a colour: they ask for a token.
"""
