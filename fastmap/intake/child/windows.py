"""A limit of memory on Windows: the child puts itself into a job object.

Field names and numbers are those of the Windows headers (winnt.h). Sizes are spelled out, so that the layout is the same
wherever it is checked.
"""

from __future__ import annotations

import ctypes
from typing import Any

_EXTENDED_LIMITS = 9
_LIMIT_PROCESSES, _LIMIT_MEMORY, _DIE_ON_ERROR = 0x8, 0x100, 0x400


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; the six counters of IO_COUNTERS are one array here."""

    _fields_ = (
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


class Job:
    """The job that this process put itself into; it may start no other process."""

    def __init__(self, kernel: Any = None) -> None:
        """Make the job and join it. Without one (an old or locked-down system) the other limits have to do."""
        self._kernel = kernel if kernel is not None else ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]  # on Windows only
        for name in ("CreateJobObjectW", "GetCurrentProcess"):
            getattr(self._kernel, name).restype = ctypes.c_void_p
        self._handle = ctypes.c_void_p(self._kernel.CreateJobObjectW(None, None))
        process = ctypes.c_void_p(self._kernel.GetCurrentProcess())
        self.is_joined = bool(self._handle) and bool(self._kernel.AssignProcessToJobObject(self._handle, process))

    def limit(self, memory_bytes: int) -> bool:
        """Let this process have no more memory than this; says whether the system agreed."""
        limits = ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = _LIMIT_MEMORY | _LIMIT_PROCESSES | _DIE_ON_ERROR
        limits.BasicLimitInformation.ActiveProcessLimit = 1
        limits.ProcessMemoryLimit = memory_bytes
        size = ctypes.sizeof(limits)
        return bool(
            self._kernel.SetInformationJobObject(
                self._handle, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.c_uint32(size)
            )
        )
