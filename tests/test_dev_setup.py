"""dev.py at work in a small checkout of its own, with a lock of one home-made package and no network."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile

import pytest

import dev
from tools.environment import Environment

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="kills and locks processes the POSIX way"),
]

PROGRAM = """
import os, sys
import tiny
print(tiny.VERSION, os.getcwd(), *sys.argv[1:])
sys.exit(7)
"""


def make_wheel(folder, name, version):
    """Make an installable package and return its line for a lock."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}/__init__.py": f"VERSION = '{name} {version}'\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    with zipfile.ZipFile(path, "w") as archive:
        for inner, text in files.items():
            archive.writestr(inner, text)
        archive.writestr(f"{info}/RECORD", "".join(f"{inner},,\n" for inner in [*files, f"{info}/RECORD"]))
    return f"{name}=={version} \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def listen_to_interruptions():
    """Undo what a shell does to jobs in the background: those ignore Ctrl-C, and so would whatever they start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Checkout:
    """A folder with dev.py and its tools, a lock and a program."""

    def __init__(self, folder, wheels, bin_folder):
        self.folder = folder
        self.wheels = wheels
        self.environment = Environment(folder / ".venv", folder / "requirements.lock")
        self.variables = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PIP_")},
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(wheels),
            # An apt-get that refuses, so that no test touches the system.
            "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
        }

    def start(self, *args, cwd=None, **variables):
        return subprocess.Popen(
            [sys.executable, str(self.folder / "dev.py"), *args],
            cwd=cwd or self.folder,
            env={**self.variables, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=listen_to_interruptions if os.name == "posix" else None,  # noqa: PLW1509 - no threads here
        )

    def run(self, *args, **options):
        process = self.start(*args, **options)
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err

    def copy_to(self, folder):
        shutil.copytree(self.folder, folder, symlinks=True)
        twin = Checkout(folder, self.wheels, "")
        twin.variables = self.variables
        return twin


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """A checkout nobody has started yet."""
    folder = tmp_path_factory.mktemp("bare") / "checkout"
    wheels = tmp_path_factory.mktemp("wheels")
    bin_folder = tmp_path_factory.mktemp("bin")
    folder.mkdir()
    shutil.copy(dev.ROOT / "dev.py", folder)
    shutil.copytree(dev.ROOT / "tools", folder / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "main.py").write_text(PROGRAM, encoding="utf-8")
    (folder / "requirements.lock").write_text(make_wheel(wheels, "tiny", "1.0"), encoding="utf-8")
    apt = bin_folder / "apt-get"
    apt.write_text("#!/bin/sh\nexit 100\n", encoding="utf-8")
    apt.chmod(0o755)
    return Checkout(folder, wheels, bin_folder)


@pytest.fixture(scope="module")
def made_once(bare, tmp_path_factory):
    """A checkout after its first start, with what that start answered."""
    checkout = bare.copy_to(tmp_path_factory.mktemp("made") / "checkout")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    checkout.first_answer = checkout.run("run", "report", "my file.fastmap", "--pdf", "x.pdf", cwd=elsewhere)
    checkout.first_cwd = elsewhere
    return checkout


@pytest.fixture
def made(made_once, tmp_path):
    """A checkout of this test's own that is set up already."""
    return made_once.copy_to(tmp_path / "checkout")


def test_first_start_passes_arguments_status_and_folder_and_keeps_stdout_clean(made_once):
    status, out, err = made_once.first_answer

    assert (status, out) == (7, f"tiny 1.0 {made_once.first_cwd} report my file.fastmap --pdf x.pdf\n"), err
    assert "setting up" in err


def test_second_start_sets_nothing_up(made):
    marker = made.environment.marker.stat().st_mtime_ns

    status, out, err = made.run("run", PIP_FIND_LINKS="")

    assert (status, out.split()[:2]) == (7, ["tiny", "1.0"])
    assert "setting up" not in err
    assert made.environment.marker.stat().st_mtime_ns == marker


def test_killed_set_up_heals_at_the_next_start(bare, tmp_path):
    checkout = bare.copy_to(tmp_path / "checkout")
    first = checkout.start("setup")
    while not (checkout.folder / ".venv" / "pyvenv.cfg").exists():
        assert first.poll() is None
        time.sleep(0.01)
    first.send_signal(signal.SIGKILL)
    first.communicate()

    assert not checkout.environment.marker.exists()
    status, out, err = checkout.run("run")

    assert (status, out.split()[:2]) == (7, ["tiny", "1.0"]), err


def test_two_starts_at_once_share_one_set_up(bare, tmp_path):
    checkout = bare.copy_to(tmp_path / "checkout")

    both = [checkout.start("run", "first"), checkout.start("run", "second")]
    answers = [process.communicate(timeout=120) for process in both]

    assert [process.returncode for process in both] == [7, 7], answers
    assert sum("setting up the environment (" in err for _, err in answers) == 1
    assert sum("waiting" in err for _, err in answers) == 1


def test_environment_without_marker_is_made_anew(made):
    made.environment.marker.unlink()
    (made.environment.packages / "left_over.py").touch()

    status, _, err = made.run("run")

    assert status == 7, err
    assert not (made.environment.packages / "left_over.py").exists()


def test_environment_that_lost_a_package_is_made_anew(made):
    shutil.rmtree(made.environment.packages / "tiny")

    status, out, err = made.run("run")

    assert (status, out.split()[:2]) == (7, ["tiny", "1.0"]), err


def test_changed_lock_updates_in_place_and_takes_away_what_it_no_longer_names(made):
    other = make_wheel(made.wheels, "other", "2.0") + make_wheel(made.wheels, "tiny", "1.1")
    made.environment.lock.write_text(other, encoding="utf-8")
    (made.environment.folder / "still_the_same").touch()
    assert made.run("run")[1].split()[:2] == ["tiny", "1.1"]
    made.environment.lock.write_text(make_wheel(made.wheels, "tiny", "1.1"), encoding="utf-8")

    status, out, err = made.run("run")

    assert (status, out.split()[:2]) == (7, ["tiny", "1.1"]), err
    assert "updating" in err
    assert not (made.environment.packages / "other").exists()
    assert (made.environment.folder / "still_the_same").exists()


def test_file_that_does_not_match_its_hash_is_refused(made):
    pin = make_wheel(made.wheels, "tiny", "1.2")
    made.environment.lock.write_text(pin[:-2] + ("1\n" if pin[-2] == "0" else "0\n"), encoding="utf-8")

    status, out, err = made.run("run")

    assert (status, out) == (2, "")
    assert "installing the packages failed" in err.splitlines()[-1]
    assert not made.environment.marker.exists()


def test_no_network_is_told_in_one_sentence(made):
    made.environment.lock.write_text("absent==1.0 \\\n    --hash=sha256:00\n", encoding="utf-8")

    status, out, err = made.run(
        "run", PIP_NO_INDEX="", PIP_FIND_LINKS="", PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_RETRIES="1"
    )

    assert (status, out) == (2, "")
    assert "connect to a network" in err.splitlines()[-1]
    assert "Traceback" not in err


def test_missing_libraries_do_not_keep_the_command_line_from_running(made):
    noted = json.loads(made.environment.marker.read_text(encoding="utf-8"))
    noted["missing_libraries"] = ["libno-such-thing.so.7"]
    made.environment.marker.write_text(json.dumps(noted), encoding="utf-8")

    status, out, err = made.run("run")

    assert (status, out.split()[:2]) == (7, ["tiny", "1.0"])
    assert "libno-such-thing.so.7" in err


def test_start_with_nothing_to_do_imports_next_to_nothing(made):
    command = [sys.executable, "-X", "importtime", str(made.folder / "dev.py"), "run"]

    done = subprocess.run(command, check=False, capture_output=True, text=True, env=made.variables)

    # The lines come from dev.py alone: the program that takes its place is started without the option.
    imported = {line.rsplit("|", 1)[1].strip() for line in done.stderr.splitlines() if "import time:" in line}
    assert "json" in imported
    assert not imported & {"subprocess", "typing", "ctypes", "venv", "shutil", "tempfile"}


def test_interruption_is_told_without_a_traceback(bare, tmp_path):
    checkout = bare.copy_to(tmp_path / "checkout")
    process = checkout.start("setup")
    while not (checkout.folder / ".venv").exists():
        time.sleep(0.01)

    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)

    assert process.returncode == 130
    assert "Traceback" not in err
