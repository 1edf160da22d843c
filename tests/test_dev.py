"""dev.py: what it decides. What it does to real folders stands in test_dev_setup.py."""

import doctest
import json
import platform
import shutil
import sys

import pytest

import dev
from tools import environment as environments
from tools import installing, lock_file, system_packages
from tools.environment import Environment
from tools.telling import SetupError


@pytest.fixture
def environment(tmp_path):
    """An environment that looks finished, made without pip."""
    lock = tmp_path / "requirements.lock"
    lock.write_text("tiny==1.0 \\\n    --hash=sha256:00\n", encoding="utf-8")
    made = Environment(tmp_path / ".venv", lock)
    (made.packages / "tiny").mkdir(parents=True)
    (made.packages / "tiny-1.0.dist-info").mkdir()
    python = tmp_path / made.python
    python.parent.mkdir(parents=True)
    python.touch()
    made.write_marker([])
    return made


def test_finished_environment_is_ready(environment):
    assert environment.is_ready()


def test_environment_without_marker_is_not_ready(environment):
    environment.marker.unlink()

    assert not environment.is_ready()


@pytest.mark.parametrize("content", ["", "{", "[]", '"text"', "{}", '{"packages": 3}', "\x00"])
def test_damaged_marker_vouches_for_nothing(environment, content):
    environment.marker.write_text(content, encoding="utf-8")

    assert not environment.is_ready()


def test_changed_lock_needs_set_up(environment):
    environment.lock.write_text("tiny==1.1 \\\n    --hash=sha256:01\n", encoding="utf-8")

    assert not environment.is_ready()


def test_other_python_needs_set_up(environment, monkeypatch):
    monkeypatch.setattr(environments, "python_signature", lambda: "cpython-399 3.99.0 linux")

    assert not environment.is_ready()


def test_removed_package_needs_set_up(environment):
    (environment.packages / "tiny").rmdir()

    assert not environment.is_ready()


def test_package_added_by_hand_does_not_need_set_up(environment):
    (environment.packages / "extra").mkdir()

    assert environment.is_ready()


def test_vanished_interpreter_needs_set_up(environment, tmp_path):
    (tmp_path / environment.python).unlink()

    assert not environment.is_ready()


def test_lock_that_is_gone_is_told_in_a_sentence(environment):
    environment.lock.unlink()

    with pytest.raises(SetupError, match=r"requirements\.lock cannot be read"):
        environment.is_ready()


def test_found_libraries_are_noted_without_vouching_for_a_newer_lock(environment):
    environment.write_marker(["libEGL.so.1"])
    before = environment.lock_signature()
    environment.lock.write_text("other==2 \\\n    --hash=sha256:02\n", encoding="utf-8")

    environment.note_missing_libraries([])

    noted = json.loads(environment.marker.read_text(encoding="utf-8"))
    assert noted["missing_libraries"] == []
    assert noted["lock"] == before


def test_noting_libraries_makes_no_marker_where_there_is_none(environment):
    environment.marker.unlink()

    environment.note_missing_libraries(["libEGL.so.1"])

    assert not environment.marker.exists()


def test_missing_libraries_are_told_as_one_line_to_type_on_debian(environment, monkeypatch, capsys):
    environment.write_marker(["libEGL.so.1", "libxcb-cursor.so.0"])
    monkeypatch.setattr(system_packages, "can_load", lambda library: False)
    monkeypatch.setattr(system_packages, "is_debian", lambda: True)
    monkeypatch.setattr(sys, "platform", "linux")
    environment.write_marker(["libEGL.so.1", "libxcb-cursor.so.0"])

    environment.remind_of_missing_libraries()

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        "dev.py: for a window, type: sudo apt-get install -y libegl1 libxcb-cursor0",
    ]


def test_other_distributions_are_told_the_libraries(monkeypatch):
    monkeypatch.setattr(system_packages, "is_debian", lambda: False)

    advice = system_packages.library_advice(["libEGL.so.1"])

    assert "libEGL.so.1" in advice
    assert "apt" not in advice


def test_a_library_nobody_has_is_missing(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")

    assert system_packages.missing_libraries(["libno-such-thing.so.7"]) == ["libno-such-thing.so.7"]


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_other_systems_bring_all_libraries(monkeypatch, system):
    monkeypatch.setattr(sys, "platform", system)

    assert system_packages.missing_libraries(["libno-such-thing.so.7"]) == []


@pytest.mark.parametrize(
    ("release", "expected"),
    [
        ({"ID": "debian"}, True),
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, True),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, True),
        ({"ID": "fedora"}, False),
        ({"ID": "almalinux", "ID_LIKE": "rhel centos fedora"}, False),
        ({}, False),
    ],
)
def test_debian_and_its_descendants_are_recognised(monkeypatch, tmp_path, release, expected):
    apt = tmp_path / "apt-get"
    apt.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: release)

    assert system_packages.is_debian() is expected


def test_root_on_debian_gets_only_the_missing_packages(monkeypatch, capsys):
    calls = []
    installed = set()

    def install(command):
        calls.append(command)
        installed.add(command[-1])
        return True

    monkeypatch.setattr(system_packages, "may_use_apt", lambda: True)
    monkeypatch.setattr(system_packages, "can_load", lambda name: name != "libEGL.so.1" or "libegl1" in installed)
    monkeypatch.setattr(system_packages, "run_detached", install)

    missing = system_packages.provide_libraries()

    assert missing == []
    assert len(calls) == 1
    assert "DPkg::Lock::Timeout=300" in calls[0]
    assert calls[0][-1] == "libegl1"


def test_system_without_package_lists_is_updated_first(monkeypatch):
    calls = []

    def run(command):
        calls.append("update" if "update" in command else "install")
        return len(calls) > 1

    monkeypatch.setattr(system_packages, "run_detached", run)

    assert system_packages.install_with_apt(["libegl1"])
    assert calls == ["install", "update", "install"]


def test_missing_venv_module_is_told_with_the_line_to_type(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr(system_packages, "may_use_apt", lambda: False)
    monkeypatch.setattr(system_packages, "is_debian", lambda: True)

    with pytest.raises(SetupError, match=r"sudo apt-get install -y python3-venv$"):
        system_packages.require_venv_module()


def test_too_old_python_is_told_in_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 18, "final", 0))

    status = dev.main(["run", "--version"])

    captured = capsys.readouterr()
    assert status == 2
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1
    assert "needs Python 3.11 or newer" in captured.err
    assert "3.9.18" in captured.err


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (["NewConnectionError: Failed to establish a new connection: [Errno -2] Name or service not known"], "network"),
        (["ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"], "disk is full"),
    ],
)
def test_failures_people_can_mend_are_explained(output, expected, capsys):
    assert expected in installing.explain_failure("installing the packages", output)
    assert capsys.readouterr().err == ""


def test_unknown_failure_shows_what_the_tool_said(capsys):
    installing.explain_failure("installing the packages", ["something odd"])

    assert "something odd" in capsys.readouterr().err


def test_unknown_command_names_the_known_ones(capsys):
    status = dev.main(["rnu"])

    assert status == 2
    assert "'rnu'" in capsys.readouterr().err


def test_help_lists_every_command(capsys):
    status = dev.main(["--help"])

    text = capsys.readouterr().out
    assert status == 0
    assert all(f"dev.py {command}" in text for command in dev.COMMANDS)


def test_every_tool_runs_and_the_worst_status_counts(monkeypatch, environment):
    statuses = iter([1, 0])
    monkeypatch.setattr(dev, "ready_environment", lambda root: environment)
    monkeypatch.setattr("subprocess.call", lambda *args, **kwargs: next(statuses))

    assert dev.lint([]) == 1
    assert list(statuses) == []


def test_examples_in_its_docstrings_hold():
    assert doctest.testmod(lock_file).failed == 0


@pytest.mark.parametrize(
    ("found", "may", "wanted"), [(None, True, [["chromium"]]), ("/x", True, []), (None, False, [])]
)
def test_a_browser_for_the_phone_pages_is_installed_only_where_none_is_and_we_may(monkeypatch, found, may, wanted):
    installed = []
    monkeypatch.setattr(shutil, "which", lambda _: found)
    monkeypatch.setattr(system_packages, "may_use_apt", lambda: may)
    monkeypatch.setattr(system_packages, "install_with_apt", installed.append)

    system_packages.provide_browser()

    assert installed == wanted
