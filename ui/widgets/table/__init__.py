"""Tables: rows of any values, shown by columns that say how; edits, pastes and deletions come out as intentions.

`Column` describes, `DataTable` shows. `grid_text` is the clipboard's language.
"""

from ui.widgets.table.columns import Column
from ui.widgets.table.view import DataTable, Paste

__all__ = ["Column", "DataTable", "Paste"]
