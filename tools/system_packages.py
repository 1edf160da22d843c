"""What the system must bring: libraries for Qt, a browser for tests, the means to make environments."""

import os
import sys

from tools.telling import SetupError, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# What Qt loads, and the Debian package that brings it. The first group is needed without a screen too, by the tests.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# Programs that can show the phone pages to the tests; the first is also the Debian package.
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def provide_libraries() -> "list[str]":
    """Install the libraries Qt lacks where we may, else say how to; return what is still missing."""
    missing = missing_libraries(QT_LIBRARIES)
    if missing and may_use_apt():
        install_with_apt([QT_LIBRARIES[name] for name in missing])
        missing = missing_libraries(missing)
    if missing:
        say(library_advice(missing))
    return missing


def provide_browser() -> None:
    """Install Chromium for the tests of the phone pages where we may; without it they are skipped and say so."""
    import shutil

    if not any(map(shutil.which, BROWSERS)) and may_use_apt():
        install_with_apt([BROWSERS[0]])


def require_venv_module() -> None:
    """Make sure that virtual environments can be made; Debian keeps the means in a package of its own."""
    import importlib.util

    def can_make() -> bool:
        importlib.invalidate_caches()
        return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))

    if can_make():
        return
    if may_use_apt() and install_with_apt(["python3-venv"]) and can_make():
        return
    advice = f"type: {apt_line(['python3-venv'])}" if is_debian() else "install its venv and ensurepip modules."
    raise SetupError(f"this Python cannot make virtual environments; {advice}")


def missing_libraries(names: "Iterable[str]") -> "list[str]":
    """Return those of the shared libraries that the loader does not find; always none outside Linux."""
    if not sys.platform.startswith("linux"):
        return []
    return [name for name in names if not can_load(name)]


def can_load(library: str) -> bool:
    """Say whether the system's loader finds a shared library."""
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def library_advice(missing: "Sequence[str]") -> str:
    """Return what to tell someone whose system lacks libraries for Qt: on Debian the one line to type."""
    if is_debian():
        return f"dev.py: for a window, type: {apt_line([QT_LIBRARIES.get(name, name) for name in missing])}"
    return f"dev.py: for a window, install the packages that bring: {' '.join(missing)}"


def apt_line(packages: "Sequence[str]") -> str:
    """Return the command that installs Debian packages, to be typed as it is."""
    return f"sudo apt-get install -y {' '.join(packages)}"


def is_debian() -> bool:
    """Say whether this is Debian or one of its descendants, with apt-get at hand."""
    import platform
    import shutil

    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return False
    family = {release.get("ID", ""), *release.get("ID_LIKE", "").split()}
    return bool(family & {"debian", "ubuntu"}) and shutil.which("apt-get") is not None


def may_use_apt() -> bool:
    """Say whether we can install Debian packages without asking anyone."""
    return sys.platform.startswith("linux") and os.geteuid() == 0 and is_debian()


def install_with_apt(packages: "Sequence[str]") -> bool:
    """Install Debian packages; say whether that went well."""
    say(f"dev.py: installing system packages: {' '.join(packages)}")
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    # A new system knows no packages before its first update, and an update is slow where it is not needed.
    return run_detached(install) or (run_detached([*apt, "update"]) and run_detached(install))


def run_detached(command: "list[str]") -> bool:
    """Run a command whose output nobody needs; say whether it ended well.

    Its output goes nowhere rather than into a pipe: were this process killed, a broken pipe would stop dpkg
    half-way and leave the system's packages damaged.
    """
    import subprocess

    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    nowhere = subprocess.DEVNULL
    try:
        return subprocess.call(command, stdin=nowhere, stdout=nowhere, stderr=nowhere, env=environment) == 0
    except OSError:
        return False
