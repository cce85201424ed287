"""Limits on what a worker can use up: memory, open files, the size of a file, crash dumps."""

from __future__ import annotations

import platform
import sys

from render.sandbox.layers import NotAvailable
from render.sandbox.paths import has_graphics_card

GIB = 2**30
ADDRESSES = 16 * GIB
"""Bytes a worker can map: eight times what a staged shot takes."""

FILE_SIZE = 4 * GIB
OPEN_FILES = 1024


def restrict() -> str:
    """Sets the limits for good. Returns what holds now. Raises NotAvailable."""
    try:
        import resource
    except ImportError:
        raise NotAvailable(f"{platform.system()} has no resource limits") from None
    wanted = {"RLIMIT_CORE": 0, "RLIMIT_FSIZE": FILE_SIZE, "RLIMIT_NOFILE": OPEN_FILES}
    # Addresses are counted only on Linux, and reserved by the hundred gigabytes by graphics drivers.
    bounded = sys.platform == "linux" and not has_graphics_card()
    if bounded:
        wanted["RLIMIT_AS"] = ADDRESSES
    held = []
    for name, most in wanted.items():
        kind = getattr(resource, name)
        hard = resource.getrlimit(kind)[1]
        value = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (value, value))
        except (OSError, ValueError):
            continue
        held.append(name.removeprefix("RLIMIT_").lower())
    if not held:
        raise NotAvailable("the system takes no limits")
    memory = f"{ADDRESSES // GIB} GiB of addresses" if bounded and "as" in held else "memory watched from outside"
    rest = [label for name, label in (("core", "no core dumps"), ("fsize", f"{FILE_SIZE // GIB} GiB a file"),
                                      ("nofile", f"{OPEN_FILES} open files")) if name in held]  # fmt: skip
    return ", ".join([memory, *rest])
