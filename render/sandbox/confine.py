"""Applying every layer there is to the calling process."""

from __future__ import annotations

import ctypes
import os
import platform
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from render.sandbox import landlock, limits, seccomp
from render.sandbox.layers import Layer, NotAvailable
from render.sandbox.paths import devices, readable

PR_SET_NO_NEW_PRIVS = 38


def confine(writable: Iterable[Path | str]) -> list[Layer]:
    """Confines this process for good: it writes below `writable` only, reads those, the system and our code,
    has no network, starts no process and takes a bounded amount of memory.

    Call it before any other thread exists and before Blender is loaded: files are guarded thread by thread,
    and only threads that are started afterwards inherit the guard. Folders that do not exist are left out.
    Never raises: a layer that cannot be had is returned as not active, with the reason.
    """
    folders = [Path(each) for each in writable]
    return [
        _layer("privileges", _no_new_privileges),
        _layer("files", lambda: landlock.restrict(readable(), folders, devices())),
        _layer("limits", limits.restrict),
        # Last, as it takes away the means to set limits.
        _layer("system calls", seccomp.restrict),
    ]


def _layer(name: str, apply: Callable[[], str]) -> Layer:
    try:
        return Layer(name, True, apply())
    except NotAvailable as reason:
        return Layer(name, False, f"not available: {reason}")
    except OSError as error:
        return Layer(name, False, f"refused by the system: {error.strerror or error}")


def _no_new_privileges() -> str:
    """Programs with rights of their own (setuid) give none to this process. Raises NotAvailable."""
    if sys.platform != "linux":
        raise NotAvailable(f"{platform.system()} has no such switch")
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return "no new privileges"
