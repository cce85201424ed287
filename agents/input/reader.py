"""Deciding what an input is, and reading it."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Literal

from agents.input.fdx import looks_like_fdx, parse_fdx
from agents.input.filmagent import PROFILES, parse_filmagent
from agents.input.fountain import looks_like_fountain, parse_fountain
from agents.input.screenplay import Screenplay
from agents.lexicons import lexicon
from app.document import Source
from app.errors import ShotwrightError

Kind = Literal["idea", "description", "fountain", "fdx", "filmagent"]
SUFFIXES = (".fountain", ".fdx", ".json", ".txt")
MAX_BYTES = 8_000_000


def read(text_or_path: str | Path, kind: Kind | None = None) -> Source:
    """Reads a quoted idea or description, or a file: Fountain (.fountain, .txt), Final Draft (.fdx), FilmAgent
    (.json).

    A text that names an existing file, or ends like one, is a path. `kind` overrules the guess. Screenplays
    and scripts are parsed once here, so that a wrong one is refused at once.
    Raises ShotwrightError(input or json) naming the file, line and field.
    """
    source = _source(text_or_path, kind)
    parse(source)
    return source


def parse(source: Source) -> Screenplay | None:
    """The screenplay in a source, None where the crew has yet to write one (idea, description)."""
    if source.kind == "filmagent":
        return parse_filmagent(source.text, source.name or "the script", source.profiles or None)
    if source.kind == "fdx":
        return parse_fdx(source.text, source.name or "the screenplay")
    if source.kind == "fountain":
        return parse_fountain(source.text, source.name or "the screenplay")
    return None


def _source(text_or_path: str | Path, kind: Kind | None) -> Source:
    path = _as_path(text_or_path)
    if path is None:
        return _of_text(str(text_or_path), kind, "")
    text = decode(_bytes(path), path.name)
    if kind == "filmagent" or (kind is None and path.suffix.casefold() == ".json"):
        beside = path.with_name(PROFILES)
        profiles = decode(_bytes(beside), beside.name) if beside.exists() else ""
        # FilmAgent calls every script so; the folder says which it is.
        name = f"{path.resolve().parent.name}/{path.name}" if path.name == "script.json" else path.name
        return Source(kind="filmagent", text=text, name=name.lstrip("/"), profiles=profiles)
    if kind is None and path.suffix.casefold() in (".fountain", ".fdx"):
        kind = path.suffix.casefold()[1:]
    if kind is None and path.suffix.casefold() == ".txt" and len(text.split()) > 120:
        kind = "fountain"
    return _of_text(text, kind, path.name)


def decode(data: bytes, name: str) -> str:
    """Text of a file: UTF-8 with or without mark, UTF-16 with mark. Raises ShotwrightError(input)."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding, label = "utf-16", "UTF-16"
    else:
        encoding, label = "utf-8-sig", "UTF-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ShotwrightError(
            "input",
            f"{name} is not {label} text: byte {error.start} (line {line}) cannot be read",
            "Save the file as UTF-8 in your editor and try again.",
        ) from None


def _as_path(given: str | Path) -> Path | None:
    if isinstance(given, Path):
        return given
    text = given.strip()
    if not text or "\n" in text or len(text) > 1024:
        return None
    try:
        path = Path(text).expanduser()
        exists = path.exists()
    except (OSError, ValueError, RuntimeError):
        return None
    if exists and (path.is_file() or path.suffix or "/" in text):
        return path
    if path.suffix.casefold() in SUFFIXES and " " not in path.suffix:
        return path
    return None


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise ShotwrightError("input", f"{path} is a folder", "Name a screenplay or script file.")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ShotwrightError("input", f"{path} is larger than {MAX_BYTES // 1_000_000} MB")
        return path.read_bytes()
    except FileNotFoundError:
        raise ShotwrightError("input", f"there is no file {path}", "Check the name and the folder.") from None
    except PermissionError:
        raise ShotwrightError("input", f"{path} may not be read", "Check the rights of the file.") from None
    except OSError as error:
        raise ShotwrightError("input", f"{path} cannot be read: {error.strerror or error}") from None


def _of_text(text: str, kind: Kind | None, name: str) -> Source:
    if not any(c.isalnum() for c in text):
        what = f"{name} is empty" if name else "the idea is empty"
        raise ShotwrightError("input", what, 'Say what happens, for example "Two old friends meet at the roadside".')
    if kind is None and looks_like_fdx(text):
        kind = "fdx"
    if kind is None and looks_like_fountain(text):
        kind = "fountain"
    if kind in ("fountain", "fdx", "filmagent"):
        return Source(kind=kind, text=text, name=name)
    return Source(kind=kind or _idea_or_description(text), text=" ".join(text.split()), name=name)


def _idea_or_description(text: str) -> Literal["idea", "description"]:
    """A description says what is seen: camera words, bodily acts without a story about people who talk, or one act
    after the other in a sentence or over several."""
    words = lexicon("describing")
    spoken = " ".join(text.casefold().split())
    tokens = {t.strip(".,;:!?\"'“”()") for t in spoken.split()}
    if any(re.search(rf"\b{re.escape(phrase)}(?:s|ing|ed)?\b", spoken) for phrase in words["camera"]):
        return "description"
    sentences = [set(re.findall(r"[\w'’-]+", s)) for s in re.split(r"(?<=[.!?])\s+", spoken)]
    acts = {*words["acts"], *words["also acts"]}
    acting = sum(1 for s in sentences if s & acts)
    if (len(sentences) >= 3 and 2 * acting >= len(sentences)) or max(len(s & acts) for s in sentences) >= 3:
        return "description"
    seen = (
        set(words["told"])
        if len(sentences) == acting == 2
        else set(words["groups"])
        if len(tokens & acts) > 1
        else set()
    )
    if tokens & set(words["story"]) - seen:
        return "idea"
    if any(re.search(rf"\b{phrase}\b", spoken) for phrase in words["story phrases"]):
        return "idea"
    return "description" if tokens & set(words["acts"]) else "idea"
