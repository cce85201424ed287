"""What the pages of the settings are called, and the words they are looked for by."""

from __future__ import annotations

from ui.studio.language import mark

NAMES = {
    "models": (mark("Models"), mark("language model address API key crew roles provider")),
    "budget": (mark("Budget"), mark("money cost tokens calls limit")),
    "voices": (mark("Voices"), mark("speech voice sound")),
    "machine": (mark("Rendering"), mark("render engine farm measure processor threads cache")),
    "keys": (mark("Keys"), mark("shortcuts keyboard bindings")),
    "appearance": (mark("Look and language"), mark("theme dark light language size autosave")),
}
"""Page -> (its name, further words)."""
