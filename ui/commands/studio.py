"""`shotwright` and `shotwright studio [PROJECT]`: the window."""

from __future__ import annotations

import argparse
from pathlib import Path


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="shotwright studio", description="Opens the storyboard window.")
    parser.add_argument("project", metavar="PROJECT", nargs="?", type=Path, help="a project folder to open")
    options = parser.parse_args(argv)
    from ui.studio.application import run

    return run(options.project)
