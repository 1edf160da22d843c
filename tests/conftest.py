"""What holds for every test: no screen, no network, and a home folder of its own."""

import gc
import os
import socket
import sys
from pathlib import Path

import pytest

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Where Python keeps no bytecode, as in many containers, each of the hundreds of programs that tests start would compile
# all of fastmap anew, and each run all tests.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes folders of its own in it, for this user alone
ROOM_IN_MEMORY = 2 * 1024**3
"""Bytes; the whole suite needs a tenth of it at a time, and containers often have no more than 64 MB there."""


def pytest_configure(config):
    # Every change of an assessment waits until the disk has it. Tests write thousands; in memory that costs nothing.
    if has_room(MEMORY):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
    # matplotlib spends seconds on its list of fonts; the cache outlives the home folders made below.
    cache = getattr(config, "cache", None)  # absent under -p no:cacheprovider
    if cache is not None:
        os.environ["MPLCONFIGDIR"] = str(cache.mkdir("matplotlib"))


def has_room(folder):
    """Say whether folders of tests can be made there, and programs in them started."""
    if not os.access(folder, os.W_OK):
        return False
    found = os.statvfs(folder)
    return not found.f_flag & os.ST_NOEXEC and found.f_bavail * found.f_frsize >= ROOM_IN_MEMORY


def pytest_collection(session):
    """Look for garbage after all was imported: what a thousand modules hold is none."""
    gc.disable()


def pytest_collection_finish(session):
    # Nor is it later: a look at all of it takes a third of a second, each time.
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(items):
    """Begin with the files that have slow tests: a long file that a worker begins last keeps the others waiting.

    Tests of a file stay together and in their order.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory):
    """Point everything that asks for the user's folders to an empty one."""
    home = tmp_path_factory.mktemp("home")
    names = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
    folders = {"XDG_CONFIG_HOME": ".config", "XDG_DATA_HOME": ".local/share", "XDG_CACHE_HOME": ".cache"}
    with pytest.MonkeyPatch.context() as patch:
        for name in names:
            patch.setenv(name, str(home))
        for name, folder in folders.items():
            patch.setenv(name, str(home / folder))
        yield home


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Refuse connections to other computers; this one's own addresses stay open for local servers."""
    connect = socket.socket.connect

    def connect_nearby(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            pytest.fail(f"a test tried to reach {address[0]}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_nearby)
