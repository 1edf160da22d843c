import pytest

from tests.support.command_line import fastmap, own_computer


@pytest.fixture(scope="module", autouse=True)
def computer(tmp_path_factory):
    """A data folder of its own per test file, and English on the screen."""
    with own_computer(tmp_path_factory.mktemp("data")):
        yield


@pytest.fixture(scope="session")
def written_sample(tmp_path_factory):
    """What the command writes, once for all test files."""
    path = tmp_path_factory.mktemp("sample") / "sample.fastmap"
    with own_computer(path.parent / "data"):
        assert fastmap("sample", path).status == 0
    return path.read_bytes()


@pytest.fixture(scope="module")
def sample(written_sample, tmp_path_factory):
    """The sample assessment; only for commands that leave it as it is."""
    path = tmp_path_factory.mktemp("sample") / "sample.fastmap"
    path.write_bytes(written_sample)
    return path


@pytest.fixture
def file(tmp_path):
    """A new, empty assessment."""
    path = tmp_path / "round.fastmap"
    assert fastmap("new", path, "--name", "Metal", "--country", "ES").status == 0
    return path
