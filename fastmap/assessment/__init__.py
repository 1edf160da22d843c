"""One assessment file, opened: the façade that command line, window and sample work with.

    with Assessment.open(path) as assessment:
        touched = assessment.apply(SaveMembers(members=members))
        results = run(assessment.snapshot(), catalogue)

`recorded.Recorded` is all that can be read of an open file; `opened.Assessment` is that and what changes, erases and
copies it. Start reading at `opened`.
"""

from fastmap.assessment.checking import CheckResult
from fastmap.assessment.opened import Assessment, utc_now
from fastmap.store.events import HistoryEntry
from fastmap.store.reading import StoredAttachment
from fastmap.store.recorder import Touched

__all__ = ["Assessment", "CheckResult", "HistoryEntry", "StoredAttachment", "Touched", "utc_now"]
