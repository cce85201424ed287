"""Reading what a person hands in: ideas, descriptions, screenplays, shot lists."""

from agents.input.reader import parse, read

__all__ = ["parse", "read"]
