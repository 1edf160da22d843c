"""What is worth knowing about the place where a file lies: a synced folder, copies left by a conflict, a drive without locks.

None of this keeps a file from being opened. It is told, so that a person knows why two laptops may get into each other's
way there. Only names are looked at; no other file is opened.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

SYNCED_FOLDERS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "icloud~": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "box sync": "Box",
    "pclouddrive": "pCloud",
    "pcloud drive": "pCloud",
    "mega": "MEGA",
    "megasync": "MEGA",
    "seafile": "Seafile",
    "proton drive": "Proton Drive",
    "kdrive": "kDrive",
    "synologydrive": "Synology Drive",
    "syncthing": "Syncthing",
}
"""How names of synced folders begin, in small letters, and what people call the service."""
_MARKS = {
    ".dropbox.cache": "Dropbox",
    ".dropbox": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".seafile-data": "Seafile",
}
"""What services leave in the folders they keep in step."""
_END_OF_NAME = r"(?=$|[ \-–_(.])"
_CONFLICT = re.compile(r"conflict|konflikt|conflit|conflicto|conflitto|ütközés|ütköző|conflictul", re.IGNORECASE)
_COMPUTER = re.compile(r"-(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{2,14}")
"""OneDrive adds nothing but the name of the computer to the copy it could not bring together."""
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "afs", "9p", "davfs", "ncpfs", "ceph", "glusterfs", "lustre"}
)
_NETWORK_HELPERS = ("fuse.sshfs", "fuse.davfs", "fuse.rclone", "fuse.gvfsd", "fuse.glusterfs", "fuse.google")
_REMOTE_DRIVE = 4
_MOST_COPIES = 5


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What was noticed; empty where a file lies as it should."""

    service: str = ""
    """The service that keeps the folder in step with other computers."""
    copies: tuple[str, ...] = ()
    """Names of files beside it that look like its copies after a conflict."""
    is_on_network: bool = False
    lacks_locks: bool = False
    """Whether the drive said that it cannot keep a second program out."""

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.service or self.copies or self.is_on_network or self.lacks_locks)


def look_around(path: Path, *, lacks_locks: bool = False) -> Surroundings:
    """Return what is worth telling about the place of the file at ``path``; what cannot be seen is left out."""
    service = service_of(path)
    return Surroundings(service, conflicted_copies(path, service), is_on_network(path), lacks_locks)


def service_of(path: Path) -> str:
    """Return the service whose folder holds ``path``, or "". By names of folders, and by what services leave there."""
    for folder in path.parents:
        for beginning, service in SYNCED_FOLDERS.items():
            if re.match(re.escape(beginning) + _END_OF_NAME, folder.name, re.IGNORECASE):
                return service
        for mark, service in _MARKS.items():
            # In the home folder Dropbox keeps its settings under the same name: that folder is not synced.
            if folder != Path.home() and os.path.lexists(folder / mark):
                return service
    return ""


def conflicted_copies(path: Path, service: str = "") -> tuple[str, ...]:
    """Return files beside ``path`` named as services name a copy that they could not bring together with it."""
    try:
        names = sorted(entry.name for entry in os.scandir(path.parent) if entry.name.endswith(path.suffix))
    except OSError:
        return ()
    found = []
    for name in names:
        rest = name.removesuffix(path.suffix).removeprefix(path.stem)
        is_beside = name != path.name and name.startswith(path.stem) and not name.startswith(".")
        if is_beside and (_CONFLICT.search(rest) or (service == "OneDrive" and _COMPUTER.fullmatch(rest))):
            found.append(name)
    return tuple(found[:_MOST_COPIES])


def is_on_network(path: Path) -> bool:
    """Whether the file lies on a drive of another computer, where the system can tell (Windows, Linux)."""
    if sys.platform == "win32":
        import ctypes

        drive = os.path.splitdrive(path)[0]
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE
    kind = _file_system(path)
    return kind in _NETWORK or kind.startswith(_NETWORK_HELPERS)


def _file_system(path: Path, mounts: Path = Path("/proc/self/mountinfo")) -> str:
    """Return the kind of file system that holds ``path``, or "" where the system does not say."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    best, kind = "", ""
    for line in lines:
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) < 5 or not after:
            continue
        place = re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), fields[4])
        # Of two mounts at one place the later lies on top.
        if len(place) >= len(best) and path.is_relative_to(place):
            best, kind = place, after.split()[0]
    return kind
