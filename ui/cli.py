"""The command line: `shotwright COMMAND …`."""

from __future__ import annotations

import argparse
import importlib
import sys
from importlib import metadata

COMMANDS = {
    "film": ("ui.commands.film", "main_film", "make a film from an idea, a description or a script"),
    "plan": ("ui.commands.film", "main_plan", "make the storyboard with keyframes, no long render"),
    "render": ("ui.commands.project", "main_render", "render the frames of a project"),
    "review": ("ui.commands.project", "main_review", "review a project's shots by measurement"),
    "export": ("ui.commands.export", "main_export", "write a film, storyboard, edit list, screenplay, .blend or ZIP"),
    "update": ("ui.commands.update", "main_update", "merge a new draft of the screenplay into a project"),
    "unpack": ("ui.commands.export", "main_unpack", "unpack a project from a ZIP"),
    "show": ("ui.commands.project", "main_show", "show a project's shots and their state"),
    "library": ("ui.commands.library", "main", "show what can be filmed: list, show NAME, contact sheets"),
    "studio": ("ui.commands.studio", "main", "open the storyboard window (also without any command)"),
    "crew": ("ui.commands.crew", "main", "show what the crew of a project did and what it cost"),
    "knowledge": ("ui.commands.knowledge", "main", "look up, add and rebuild what the crew can look up"),
    "doctor": ("ui.doctor", "main", "tell what works on this machine"),
}
"""Command -> module and function `(argv) -> exit status`, and one line of help. Imported when asked for."""


def version() -> str:
    """The installed version, or "unknown" when running from a folder nothing was installed from."""
    try:
        return metadata.version("shotwright")
    except metadata.PackageNotFoundError:
        return "unknown"


def main(argv: list[str] | None = None) -> int:
    """Runs a command; returns its exit status (2: wrong use)."""
    arguments = list(sys.argv[1:] if argv is None else argv) or ["studio"]
    lines = [f"  {name:10}{help_}" for name, (_, _, help_) in COMMANDS.items()]
    parser = argparse.ArgumentParser(
        prog="shotwright",
        usage="shotwright COMMAND …",
        description="Words in, a directed, animated 3D film out.",
        epilog="commands (each has --help):\n" + "\n".join(lines),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"shotwright {version()}")
    parser.add_argument("command", metavar="COMMAND", choices=list(COMMANDS), help="one of the commands below")
    command = parser.parse_args(arguments[:1]).command
    module, function, _ = COMMANDS[command]
    return getattr(importlib.import_module(module), function)(arguments[1:])


if __name__ == "__main__":
    sys.exit(main())
