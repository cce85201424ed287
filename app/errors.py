"""The one exception of the project: what went wrong, in which layer, and what a person can do about it."""

from __future__ import annotations

from typing import Any, Literal, get_args

Layer = Literal[
    "input", "key", "endpoint", "model", "json", "rule", "program", "render", "voice", "export", "project", "disk"
]

LAYERS: tuple[str, ...] = get_args(Layer)
"""Where an error comes from: the person's input, a missing or refused key, an unreachable endpoint, a model's
answer, broken JSON, a broken film rule, a shot's program, rendering, voices, writing a film or another export,
the project on disk, or the disk itself."""

_TITLES = {
    "input": "Input",
    "key": "API key",
    "endpoint": "Model endpoint",
    "model": "Model answer",
    "json": "JSON",
    "rule": "Film rule",
    "program": "Shot program",
    "render": "Render",
    "voice": "Voice",
    "export": "Export",
    "project": "Project",
    "disk": "Disk",
}


class ShotwrightError(Exception):
    """An error a person is meant to read.

    layer: one of `LAYERS`.
    what: what happened and to what, one sentence ("cannot write /films/a.mp4: the folder does not exist").
    hint: what to do about it, one sentence, or "".
    Raises ValueError for an unknown layer. Survives pickling, so that worker processes can send it.
    """

    def __init__(self, layer: Layer, what: str, hint: str = ""):
        if layer not in _TITLES:
            raise ValueError(f"unknown error layer {layer!r}; one of {', '.join(LAYERS)}")
        super().__init__(layer, what, hint)
        self.layer: Layer = layer
        self.what = what
        self.hint = hint

    def __str__(self) -> str:
        text = f"{_TITLES[self.layer]}: {self.what}"
        if self.hint:
            text = f"{text.rstrip('.')}. {self.hint}"
        return text if text.endswith((".", "!", "?")) else f"{text}."

    def to_dict(self) -> dict[str, str]:
        """Plain data for JSON lines between processes."""
        return {"layer": self.layer, "what": self.what, "hint": self.hint}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> ShotwrightError:
        """The error `to_dict` described."""
        return cls(data["layer"], data["what"], data.get("hint", ""))


def disk_error(error: OSError, path: object, doing: str = "write") -> ShotwrightError:
    """A clear "disk" error for an OSError met while doing something with `path`."""
    import errno

    told = {
        errno.ENOSPC: ("the disk is full", "Free some space or choose another folder."),
        errno.EDQUOT: ("the disk quota is used up", "Free some space or choose another folder."),
        errno.EACCES: ("no permission", "Choose another folder or change its permissions."),
        errno.EPERM: ("no permission", "Choose another folder or change its permissions."),
        errno.EROFS: ("the file system is read-only", "Choose another folder."),
        errno.ENOENT: ("the folder or file does not exist", "Create the folder first or choose another one."),
        errno.ENOTDIR: ("a part of the path is not a folder", "Choose another folder."),
        errno.EISDIR: ("it is a folder", "Choose a file name."),
        errno.ENAMETOOLONG: ("the name is too long", "Choose a shorter name."),
    }
    why, hint = told.get(error.errno, (error.strerror or str(error), ""))
    return ShotwrightError("disk", f"cannot {doing} {path}: {why}", hint)
