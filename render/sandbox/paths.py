"""What a worker has to read to run Python, Blender and a graphics driver, and nothing of the person's."""

from __future__ import annotations

import site
import sys
import sysconfig
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("app", "library", "render", "resources")
SYSTEM = (
    "/usr", "/lib", "/lib32", "/lib64", "/opt/rocm", "/sys/devices", "/sys/class", "/sys/bus", "/sys/dev",
    "/sys/module", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/version", "/proc/driver/nvidia",
    "/proc/sys/vm", "/proc/sys/kernel", "/etc/ld.so.cache", "/etc/localtime", "/etc/fonts", "/etc/drirc",
    "/etc/glvnd", "/etc/vulkan", "/etc/OpenCL", "/etc/alternatives", "/run/opengl-driver", "/nix/store",
)  # fmt: skip
"""Libraries, drivers, the processor's make: the same on every machine, nothing of a person's."""

DEVICES = ("null", "zero", "full", "random", "urandom", "dri", "kfd")


@dataclass(frozen=True)
class Readable:
    """files: folders and files that can be read whole; listed: folders of which only the names can be read."""

    files: list[Path] = field(default_factory=list)
    listed: list[Path] = field(default_factory=list)


def readable() -> Readable:
    """The interpreter, its packages, our code and the system's libraries, as far as they exist."""
    python = {sys.prefix, sys.base_prefix, sys.exec_prefix, *site.getsitepackages()}
    python |= {value for name, value in sysconfig.get_paths().items() if name in ("stdlib", "platstdlib")}
    python |= {value for name, value in sysconfig.get_paths().items() if name in ("purelib", "platlib")}
    files = [Path(each) for each in python] + [ROOT / name for name in PACKAGES] + [Path(each) for each in SYSTEM]
    # Python looks for packages by listing the folders on its path; a packed one is opened.
    listed = [Path(each or ".") for each in sys.path] + [ROOT]
    files += [each for each in listed if each.is_file()]
    return Readable(
        sorted({each for each in files if each.exists()}), sorted({each for each in listed if each.is_dir()})
    )


def devices() -> list[Path]:
    """Devices a renderer opens: sources of bytes, and graphics cards."""
    known = [Path("/dev") / name for name in DEVICES]
    return [each for each in [*known, *sorted(Path("/dev").glob("nvidia*"))] if each.exists()]


def has_graphics_card() -> bool:
    """Whether a graphics driver may be at work; drivers reserve far more addresses than memory."""
    return any(each.name.startswith(("nvidia", "dri", "kfd")) for each in devices())
