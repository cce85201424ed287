"""One kind of error for everything a person can be told about."""

from __future__ import annotations

from typing import Any, Literal, get_args

Layer = Literal[
    "input", "key", "endpoint", "model", "json", "rule", "program", "render", "voice", "export", "project", "disk"
]

LAYERS: tuple[str, ...] = get_args(Layer)


class ShotwrightError(Exception):
    """Something a person can understand and act on. Survives pickling and JSON, so workers can send it.

    layer: which part failed; what: what happened, naming the file, line or field; hint: what to do.
    Raises ValueError for a layer that is not in `LAYERS`.
    """

    def __init__(self, layer: Layer, what: str, hint: str = ""):
        if layer not in LAYERS:
            raise ValueError(f"unknown error layer {layer!r}; one of {', '.join(LAYERS)}")
        super().__init__(layer, what, hint)
        self.layer, self.what, self.hint = layer, what, hint

    def __str__(self) -> str:
        return f"{self.layer}: {self.what}" + (f"\n  {self.hint}" if self.hint else "")

    def to_dict(self) -> dict[str, str]:
        """Plain data for JSON lines between processes."""
        return {"layer": self.layer, "what": self.what, "hint": self.hint}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> ShotwrightError:
        """The error that `to_dict` described."""
        return cls(data["layer"], data["what"], data.get("hint", ""))
