"""Handing a film on: what it can be written as, what stands in the way, and (`agents.exports.run`) the writing.

The writing is not imported here: it needs the producer and all encoders, which whoever only asks does not.
"""

from agents.exports.formats import FORMATS, PRESETS, Format, Preset, Report, Trouble, Wish, format_of
from agents.exports.preflight import Problem, preflight

__all__ = [
    "FORMATS", "PRESETS", "Format", "Preset", "Problem", "Report", "Trouble", "Wish", "format_of", "preflight",
]  # fmt: skip
