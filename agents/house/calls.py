"""Library calls as text."""

from __future__ import annotations


def call(function: str, *arguments: object, **named: object) -> str:
    """A library call as text."""
    parts = ["stage", *(_literal(a) for a in arguments), *(f"{k}={_literal(v)}" for k, v in named.items())]
    return f"{function}({', '.join(parts)})"


def _literal(value: object) -> str:
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
        return f'"{escaped}"'
    if isinstance(value, bool) or value is None:
        return repr(value)
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".") if value != int(value) else f"{value:.1f}"
    if isinstance(value, list):
        return "[" + ", ".join(_literal(v) for v in value) + "]"
    if isinstance(value, tuple):
        return "(" + ", ".join(_literal(v) for v in value) + ")"
    return repr(value)
