"""File rights by Landlock (Linux 5.13 and newer), called by number: the C library has no wrappers.

Rights and structures as in the kernel's user space interface, `linux/landlock.h`; what each version of the
interface (ABI) added is listed in its documentation.
"""

from __future__ import annotations

import ctypes
import os
import platform
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from render.sandbox.layers import NotAvailable
from render.sandbox.paths import Readable

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
"""Numbers of the calls, the same on every architecture."""

VERSION = 1
PATH_BENEATH = 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR, REMOVE_DIR, REMOVE_FILE = (1 << n for n in range(6))
MAKE_CHAR, MAKE_DIR, MAKE_REG, MAKE_SOCK, MAKE_FIFO, MAKE_BLOCK, MAKE_SYM = (1 << n for n in range(6, 13))
REFER, TRUNCATE, IOCTL_DEV = (1 << n for n in range(13, 16))
SINCE = ((1, MAKE_SYM * 2 - 1), (2, REFER), (3, TRUNCATE), (5, IOCTL_DEV))
"""Interface version -> rights that came with it."""

NET_BIND_TCP, NET_CONNECT_TCP = 1, 2
SCOPE_ABSTRACT_UNIX_SOCKET, SCOPE_SIGNAL = 1, 2

READ = READ_FILE | READ_DIR
# Neither symbolic links nor pipes or devices: whoever reads the folder later would follow or open them.
WRITE = READ | WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | REFER | TRUNCATE
DEVICE = READ | WRITE_FILE | IOCTL_DEV
OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV
"""The rights that mean something for a file; the kernel refuses the others there."""


class _Ruleset(ctypes.Structure):
    _fields_ = (("fs", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("rights", ctypes.c_uint64), ("parent", ctypes.c_int32))


def version() -> int:
    """The version of the kernel's interface. Raises NotAvailable."""
    if sys.platform != "linux":
        raise NotAvailable(f"Landlock is a part of Linux, this is {platform.system()}")
    try:
        return _call(CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(VERSION))
    except OSError as error:
        raise NotAvailable(f"this kernel has no Landlock ({error.strerror})") from error


def restrict(readable: Readable, writable: Iterable[Path], devices: Iterable[Path]) -> str:
    """Leaves this thread, and those it starts, nothing but the given paths. Returns what holds now.

    Where the kernel knows how, TCP and signals to other processes are refused as well.
    Raises NotAvailable, or OSError where the kernel refuses. Needs no_new_privs.
    """
    abi = version()
    handled = 0
    for since, rights in SINCE:
        handled |= rights if abi >= since else 0
    ruleset = _Ruleset(
        handled,
        NET_BIND_TCP | NET_CONNECT_TCP if abi >= 4 else 0,
        SCOPE_ABSTRACT_UNIX_SOCKET | SCOPE_SIGNAL if abi >= 6 else 0,
    )
    size = 24 if abi >= 6 else 16 if abi >= 4 else 8
    handle = _call(CREATE_RULESET, ctypes.byref(ruleset), ctypes.c_size_t(size), ctypes.c_uint32(0))
    try:
        for paths, rights in (
            (readable.listed, READ_DIR),
            (readable.files, READ),
            ([Path("/proc/self")], READ),
            (writable, WRITE),
            (devices, DEVICE),
        ):
            for path in paths:
                _allow(handle, path, rights & handled)
        _call(RESTRICT_SELF, ctypes.c_int(handle), ctypes.c_uint32(0))
    finally:
        os.close(handle)
    return f"Landlock {abi}"


def _allow(ruleset: int, path: Path, rights: int) -> None:
    """Adds a rule for what is at and below `path`; a path that is not there is left out."""
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(handle).st_mode):
            rights &= OF_FILES
        if rights:
            rule = _PathBeneath(rights, handle)
            _call(ADD_RULE, ctypes.c_int(ruleset), ctypes.c_int(PATH_BENEATH), ctypes.byref(rule), ctypes.c_uint32(0))
    finally:
        os.close(handle)


def _call(number: int, *arguments: object) -> int:
    """A system call. Raises OSError."""
    library = ctypes.CDLL(None, use_errno=True)
    library.syscall.restype = ctypes.c_long
    result = library.syscall(ctypes.c_long(number), *arguments)
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result
