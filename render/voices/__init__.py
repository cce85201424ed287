"""Voices: lines of dialogue as sound, with mouth shapes and word times."""

from render.voices.casting import PALETTE, cast_voices
from render.voices.engine import ENGINES, Engine, Phone, Speech, close_engines
from render.voices.mouths import MouthCue
from render.voices.speak import Utterance, WordTime, speak

__all__ = [
    "ENGINES",
    "PALETTE",
    "Engine",
    "MouthCue",
    "Phone",
    "Speech",
    "Utterance",
    "WordTime",
    "cast_voices",
    "close_engines",
    "speak",
]
