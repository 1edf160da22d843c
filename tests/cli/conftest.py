import pytest

from tests.support.command_line import fastmap, own_computer


@pytest.fixture(scope="module", autouse=True)
def computer(tmp_path_factory):
    """A data folder of its own per test file, and English on the screen."""
    with own_computer(tmp_path_factory.mktemp("data")):
        yield


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample assessment; only for commands that leave it as it is."""
    path = tmp_path_factory.mktemp("sample") / "sample.fastmap"
    assert fastmap("sample", path).status == 0
    return path


@pytest.fixture
def file(tmp_path):
    """A new, empty assessment."""
    path = tmp_path / "round.fastmap"
    assert fastmap("new", path, "--name", "Metal", "--country", "ES").status == 0
    return path
