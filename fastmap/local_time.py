"""Moments by the clock on the wall, for showing them."""

from __future__ import annotations

from datetime import datetime


def local_time(moment: datetime) -> datetime:
    """Return ``moment`` in the time zone of this computer; one at the end of all calendars as it is.

    A file that came by mail may say that something happened in the first hour of the year 1: west of Greenwich that hour lies
    in no year at all.
    """
    try:
        return moment.astimezone()
    except (OverflowError, ValueError, OSError):
        return moment
