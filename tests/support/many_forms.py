"""A folder of a thousand different returned forms, made in seconds."""

import io
import zipfile
from pathlib import Path

from fastmap.model.ids import MemberCode
from fastmap.model.organisations import Member
from tests.support.returned_forms import ASSESSMENT, ENGLISH, FULL, SPANISH, write_filled

_PLACEHOLDER = "M00000"


def code_of(number: int) -> MemberCode:
    """Return the code of the member behind form ``number``."""
    return MemberCode(f"M{number:05d}")


def write_many(folder: Path, count: int, *, assessment: str = ASSESSMENT) -> Path:
    """Write ``count`` forms: two filled by the real writer, then one copy per member with its own code."""
    nobody = Member(code=MemberCode(_PLACEHOLDER), name="Taller")
    for first, language in enumerate((ENGLISH, SPANISH)):
        base = write_filled(folder / "base.xlsx", FULL, member=nobody, language=language, assessment=assessment)
        with zipfile.ZipFile(base) as package:
            parts = [(entry.filename, package.read(entry)) for entry in package.infolist()]
        base.unlink()
        for number in range(first, count, 2):
            code = code_of(number)
            memory = io.BytesIO()
            with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as package:
                for name, content in parts:
                    package.writestr(name, content.replace(_PLACEHOLDER.encode(), code.encode()))
            (folder / f"{code}.xlsx").write_bytes(memory.getvalue())
    return folder
