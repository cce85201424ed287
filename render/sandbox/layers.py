"""What there is to say about one layer of the sandbox."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


class NotAvailable(Exception):
    """This system does not offer a layer; the text says what is missing."""


@dataclass(frozen=True)
class Layer:
    """One layer: name ("files", "system calls", "privileges", "limits"), whether it holds, and how or why not."""

    name: str
    active: bool
    detail: str

    def to_dict(self) -> dict[str, Any]:
        """Plain data for JSON lines between processes."""
        return asdict(self)
