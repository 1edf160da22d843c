"""What a lock file says: names of packages, one version of each, and hashes."""


def locked_names(lock_text: str) -> "set[str]":
    """Return the normalised names of the packages in a lock file.

    >>> sorted(locked_names("Babel==2.18.0 \\\\\\n    --hash=sha256:00\\nsqlite_utils==4.2.1 ; os_name == 'nt'"))
    ['babel', 'sqlite-utils']
    """
    return {normalised(line.split("==")[0]) for line in lock_text.splitlines() if "==" in line and line[0].isalnum()}


def normalised(name: str) -> str:
    """Return a package name as the registry compares it.

    >>> normalised("Sqlite_Utils ")
    'sqlite-utils'
    """
    return name.strip().lower().replace("_", "-").replace(".", "-")


def leaks_in(lock_text: str) -> "list[str]":
    """Return the lines of a lock that are neither a pinned version nor a hash."""
    return [line for line in lock_text.splitlines() if not is_pin(line) and not is_hash(line)]


def is_pin(line: str) -> bool:
    """Say whether a line of a lock names one version of one package and nothing else."""
    name, separator, _ = line.partition("==")
    return bool(separator) and name.replace("-", "").replace("_", "").replace(".", "").isalnum() and "/" not in line


def is_hash(line: str) -> bool:
    """Say whether a line of a lock is a file's hash."""
    return line.startswith("    --hash=sha256:") and line[18:].rstrip(" \\").isalnum()
