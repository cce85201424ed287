"""A filter on system calls (seccomp with a classic BPF program): no network, no processes, no doors to the kernel.

A refused call fails with EPERM instead of ending the process, so a library that tries one goes on without.
Structures and numbers as in `linux/seccomp.h`, `linux/filter.h` and `linux/audit.h`.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import sys

from render.sandbox.calls import ARCHITECTURES, NEW_THREAD, NO_CHANGE, OWN_PROCESS, REFUSED, UNKNOWN
from render.sandbox.layers import NotAvailable

PR_GET_SECCOMP, PR_SET_SECCOMP = 21, 22
SET_MODE_FILTER = 1
FLAG_TSYNC = 1
"""The filter holds for threads that run already, too."""

ALLOW, ERRNO = 0x7FFF0000, 0x00050000
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
"""Instructions: load a word; jump where it equals, is at least, has one bit of; end."""

NUMBER, ARCHITECTURE = 0, 4
CLONE_THREAD = 0x00010000
X32 = 0x40000000


def _argument(index: int, high: bool = False) -> int:
    """Offset of (half of) an argument in the data a filter sees; little endian."""
    return 16 + 8 * index + (4 if high else 0)


class _Instruction(ctypes.Structure):
    _fields_ = (("code", ctypes.c_uint16), ("yes", ctypes.c_uint8), ("no", ctypes.c_uint8), ("value", ctypes.c_uint32))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("filter", ctypes.POINTER(_Instruction)))


def program(column: int, audit: int, pid: int) -> list[tuple[int, int, int, int]]:
    """The filter as (code, jump if yes, jump if no, value).

    column: of the architecture in the tables of `calls`; audit: its number in the kernel's audit;
    pid: the process that may still be signalled, this one.
    """
    refuse, allow = (RETURN, 0, 0, ERRNO | errno.EPERM), (RETURN, 0, 0, ALLOW)
    out = [(LOAD, 0, 0, ARCHITECTURE), (EQUAL, 1, 0, audit), refuse, (LOAD, 0, 0, NUMBER)]
    if ARCHITECTURES["x86_64"][0] == column:
        out += [(AT_LEAST, 0, 1, X32), refuse]
    for numbers in REFUSED.values():
        if numbers[column] is not None:
            out += [(EQUAL, 0, 1, numbers[column]), refuse]
    for numbers in UNKNOWN.values():
        # As on a kernel that does not know the call: its flags are out of a filter's sight, the older call's are not.
        out += [(EQUAL, 0, 1, numbers[column]), (RETURN, 0, 0, ERRNO | errno.ENOSYS)]
    for numbers in NEW_THREAD.values():
        out += [(EQUAL, 0, 4, numbers[column]), (LOAD, 0, 0, _argument(0)), (ANY_BIT, 0, 1, CLONE_THREAD)]
        out += [allow, refuse]
    for numbers in OWN_PROCESS.values():
        out += [(EQUAL, 0, 4, numbers[column]), (LOAD, 0, 0, _argument(0)), (EQUAL, 0, 1, pid), allow, refuse]
    for numbers, index in NO_CHANGE.values():
        out += [(EQUAL, 0, 6, numbers[column]), (LOAD, 0, 0, _argument(index)), (EQUAL, 0, 3, 0)]
        out += [(LOAD, 0, 0, _argument(index, high=True)), (EQUAL, 0, 1, 0), allow, refuse]
    return [*out, allow]


def restrict() -> str:
    """Puts the filter on all threads of this process. Returns what holds now.

    Raises NotAvailable, or OSError where the kernel refuses. Needs no_new_privs.
    """
    if sys.platform != "linux":
        raise NotAvailable(f"seccomp is a part of Linux, this is {platform.system()}")
    machine = platform.machine()
    if machine not in ARCHITECTURES or sys.maxsize < 2**32:
        raise NotAvailable(f"the calls of {machine} processors are not known here")
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(PR_GET_SECCOMP, 0, 0, 0, 0) < 0:
        raise NotAvailable("this kernel has no seccomp")
    column, audit, seccomp = ARCHITECTURES[machine]
    steps = [_Instruction(*each) for each in program(column, audit, os.getpid())]
    code = _Program(len(steps), (_Instruction * len(steps))(*steps))
    library.syscall.restype = ctypes.c_long
    done = library.syscall(
        ctypes.c_long(seccomp), ctypes.c_uint(SET_MODE_FILTER), ctypes.c_uint(FLAG_TSYNC), ctypes.byref(code)
    )
    if done:
        number = ctypes.get_errno() if done < 0 else errno.EBUSY
        raise OSError(number, os.strerror(number))
    return f"seccomp, {len(REFUSED)} calls refused"
