"""`shotwright studio [PROJECT]`, and `shotwright` alone: the window."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path


def main(argv: list[str]) -> int:
    """Opens the studio. Returns its exit status; 1 where no window can be opened."""
    parser = argparse.ArgumentParser(prog="shotwright studio", description="Opens the studio window.")
    parser.add_argument("project", metavar="PROJECT", type=Path, nargs="?", help="a project folder to open")
    parser.add_argument(
        "--safe-mode",
        action="store_true",
        help="when it does not start as it should: settings as delivered, and no changes brought back after a crash",
    )
    options = parser.parse_args(argv)
    headless = sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if headless and "QT_QPA_PLATFORM" not in os.environ:
        print(
            "shotwright: there is no display to open a window on.\n"
            "  Use the other commands (shotwright film --help), or start an X server and set DISPLAY.",
            file=sys.stderr,
        )
        return 1
    try:
        from ui.studio.opening import run
    except ImportError as error:
        print(
            f"shotwright: Qt cannot be loaded: {error}\n  Run `shotwright doctor` to see what is missing.",
            file=sys.stderr,
        )
        return 1
    return run(options.project, options.safe_mode)
