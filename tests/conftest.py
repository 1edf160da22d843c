"""What holds for every test: no screen, no network, and a home folder of its own."""

import os
import socket

import pytest

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_configure(config):
    # matplotlib spends seconds on its list of fonts; the cache outlives the home folders made below.
    cache = getattr(config, "cache", None)  # absent under -p no:cacheprovider
    if cache is not None:
        os.environ["MPLCONFIGDIR"] = str(cache.mkdir("matplotlib"))


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
