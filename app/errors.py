"""One kind of error for everything a person can be told about."""

from __future__ import annotations

from typing import Literal

Layer = Literal[
    "input", "key", "endpoint", "model", "json", "rule", "program", "render", "voice", "export", "project", "disk"
]


class ShotwrightError(Exception):
    """Something a person can understand and act on.

    layer: which part failed; what: what happened, naming the file, line or field; hint: what to do.
    """

    def __init__(self, layer: Layer, what: str, hint: str = ""):
        super().__init__(what)
        self.layer, self.what, self.hint = layer, what, hint

    def __str__(self) -> str:
        return f"{self.layer}: {self.what}" + (f"\n  {self.hint}" if self.hint else "")
