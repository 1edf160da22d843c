"""The table of commitments: what is promised stays readable, however little room there is."""

from __future__ import annotations

from ui.widgets.table.room import SharingTable


class CommitmentTable(SharingTable):
    """Leaves where it can be seen to the card below where room is short; then names and kinds are cut a little."""

    readable = 280
    goes = ("evidence",)
    yields = {"who": 104, "kind": 104}  # noqa: RUF012 - as its base says
