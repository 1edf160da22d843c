"""The report's figures as JSON, in the shape of ``analyse --json``."""

from __future__ import annotations

import json
from pathlib import Path

from exports.saving import save_bytes
from fastmap.report.finished import Report


def write_json(report: Report, path: Path) -> None:
    """Write the report's data to ``path``: UTF-8, indented, keys in the order of the contract, unknown as null.

    Raises `FastmapError` as `exports.saving` does, and `ValueError` for a figure that JSON cannot hold (infinity):
    that would be a mistake of ours.
    """
    text = json.dumps(report.data, ensure_ascii=False, indent=2, allow_nan=False)
    save_bytes(path, (text + "\n").encode("utf-8", errors="replace"))
