"""Which keys do what: ours, those a person chose instead, and where the two get into each other's way."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence

from ui.studio.actions import ACTS, Act
from ui.studio.language import mark, tr

PORTABLE = QKeySequence.SequenceFormat.PortableText
NATIVE = QKeySequence.SequenceFormat.NativeText

FIXED = {
    "Left": mark("Choosing shots"), "Right": mark("Choosing shots"), "Up": mark("Choosing shots"),
    "Down": mark("Choosing shots"), "Home": mark("Choosing shots"), "End": mark("Choosing shots"),
    "PgUp": mark("Scrolling"), "PgDown": mark("Scrolling"),
    "Shift+Tab": mark("Going to the field before"), "Esc": mark("Closing what is open"),
}  # fmt: skip
"""Keys that have a meaning of their own everywhere and cannot be given away."""


def normal(keys: str) -> str:
    """Keys in the way they are stored: "Ctrl+Shift+P". Empty for what is no key."""
    return QKeySequence(keys).toString(PORTABLE)


def shown(keys: str) -> str:
    """Keys as this system writes them."""
    return QKeySequence(keys).toString(NATIVE)


class Keymap:
    """The keys of every action. `own`: action id -> keys chosen by the person, changed in place."""

    def __init__(self, own: dict[str, list[str]], acts: Iterable[Act] = ACTS):
        self.own = own
        self._acts = {a.id: a for a in acts}

    def of(self, name: str) -> list[str]:
        """The keys of an action, as stored."""
        return [normal(k) for k in self.own.get(name, self._acts[name].keys)]

    def holder(self, keys: str, but: str = "") -> str:
        """What these keys do already, in words; "" when they are free. but: the action that asks."""
        wanted = normal(keys)
        if wanted in FIXED:
            return tr(FIXED[wanted])
        name = self.action_of(wanted, but)
        return tr(self._acts[name].text).rstrip("…") if name else ""

    def action_of(self, keys: str, but: str = "") -> str:
        """The id of the action that has these keys, or ""."""
        wanted = normal(keys)
        return next((n for n in self._acts if n != but and wanted and wanted in self.of(n)), "")

    def give(self, name: str, keys: list[str]) -> None:
        """Gives an action these keys; others that had one of them lose it."""
        wanted = [normal(k) for k in keys if normal(k) and normal(k) not in FIXED]
        for key in wanted:
            loser = self.action_of(key, name)
            if loser:
                self._set(loser, [k for k in self.of(loser) if k != key])
        self._set(name, list(dict.fromkeys(wanted)))

    def _set(self, name: str, keys: list[str]) -> None:
        if keys == [normal(k) for k in self._acts[name].keys]:
            self.own.pop(name, None)
        else:
            self.own[name] = keys

    def changed(self, name: str) -> bool:
        """Whether the person chose other keys than ours."""
        return name in self.own

    def reset(self, name: str) -> None:
        """Gives an action our keys again, also where another action took them."""
        self.give(name, list(self._acts[name].keys))

    def reset_all(self) -> None:
        self.own.clear()
