"""Reading what a person adds: `.srt`, `.vtt`, `.txt`, `.md` and `.pdf`, cut into passages that can be quoted."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from app.errors import ShotwrightError
from app.files import disk_error
from library.knowledge.passages import Passage
from library.knowledge.sources import sections

CHUNK = 900
"""Characters of a passage, about what a screen shows at once."""

MOST_BYTES = 64 * 2**20
TIME = re.compile(r"^\s*(?:(\d+):)?(\d{1,2}):(\d{2})[.,]\d{1,3}\s*-->", re.MULTILINE)


def read(file: Path) -> list[Passage]:
    """The passages of a file. Raises ShotwrightError(input, disk) naming the file and what to do."""
    reader = READERS.get(file.suffix.casefold())
    if reader is None:
        raise ShotwrightError(
            "input", f"{file.name} cannot be read", f"Files of these kinds can: {', '.join(READERS)}."
        )
    try:
        if file.stat().st_size > MOST_BYTES:
            raise ShotwrightError("input", f"{file} has more than {MOST_BYTES // 2**20} MB", "Add it in parts.")
        found = [p for p in reader(file) if p.text.strip()]
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            raise ShotwrightError("input", f"there is no file {file}") from error
        raise disk_error(file, error) from error
    if not found:
        hint = "Scanned pages have no text: recognise it first (OCR)." if file.suffix.casefold() == ".pdf" else ""
        raise ShotwrightError("input", f"{file} holds no text", hint)
    return found


def _text(file: Path) -> str:
    data = file.read_bytes()
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise ShotwrightError("input", f"{file} is no text file")


def _plain(file: Path) -> Iterator[Passage]:
    yield from _passages(file, _text(file))


def _markdown(file: Path) -> Iterator[Passage]:
    for section in sections("tutorials", _text(file), file.stem, file.name):
        for text in chunks(re.split(r"\n\s*\n", section.text)):
            yield Passage("tutorials", section.title, text, file.name)


def _passages(file: Path, text: str) -> Iterator[Passage]:
    for number, chunk in enumerate(chunks(re.split(r"\n\s*\n", text)), 1):
        yield Passage("tutorials", f"{file.stem} ({number})", chunk, file.name)


def _subtitles(file: Path) -> Iterator[Passage]:
    """What is said, with the time it begins; rolling captions say a line again and again and are told once."""
    text = _text(file)
    starts = list(TIME.finditer(text))
    if not starts:
        raise ShotwrightError(
            "input", f"{file} holds no subtitles", "They have lines such as 00:01:02,000 --> 00:01:04,000."
        )
    said: list[tuple[str, str]] = []
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        body = text[text.find("\n", start.end()) + 1 : following.start() if following else None]
        lines = re.split(r"\n\s*\n", body)[0].split("\n")
        at = f"{start[1] or 0}:{start[2]}:{start[3]}" if int(start[1] or 0) else f"{start[2]}:{start[3]}"
        for line in lines:
            line = html.unescape(re.sub(r"<[^>]*>|\{\\[^}]*\}", "", line)).strip()
            if line and line not in [each for _, each in said[-3:]]:
                said.append((at, line))
    group: list[tuple[str, str]] = []
    for each in [*said, None]:
        if group and (each is None or sum(len(t) for _, t in group) + len(each[1]) > CHUNK):
            at = group[0][0]
            yield Passage("tutorials", f"{file.stem} at {at}", " ".join(t for _, t in group), f"{file.name}, {at}")
            group = []
        group += [each] if each else []


def _pdf(file: Path) -> Iterator[Passage]:
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        pages = pypdf.PdfReader(file)
        if pages.is_encrypted and not pages.decrypt(""):
            raise ShotwrightError("input", f"{file} needs a password", "Save a copy without one and add that.")
        for number, page in enumerate(pages.pages, 1):
            for chunk in chunks(re.split(r"\n\s*\n|(?<=[.!?])\n(?=[A-Z])", page.extract_text())):
                yield Passage("tutorials", f"{file.stem}, page {number}", chunk, f"{file.name}, page {number}")
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ShotwrightError(
            "input", f"{file} is damaged: {error}", "Save it anew from a reader of PDF files."
        ) from error


def chunks(paragraphs: Iterable[str]) -> Iterator[str]:
    """Paragraphs put together to pieces of about `CHUNK` characters; a longer one is cut between sentences or words."""
    held = ""
    for paragraph in paragraphs:
        paragraph = re.sub(r"[ \t]+", " ", paragraph).strip()
        while len(paragraph) > CHUNK:
            ends = [m.end() for m in re.finditer(r"[.!?]\s", paragraph[:CHUNK])] or [paragraph.rfind(" ", 0, CHUNK)]
            cut = ends[-1] if ends[-1] > 0 else CHUNK
            if held:
                yield held
                held = ""
            yield paragraph[:cut].strip()
            paragraph = paragraph[cut:].strip()
        if held and len(held) + len(paragraph) > CHUNK:
            yield held
            held = ""
        held = f"{held}\n\n{paragraph}".strip()
    if held:
        yield held


READERS: dict[str, Callable[[Path], Iterable[Passage]]] = {
    ".srt": _subtitles, ".vtt": _subtitles, ".txt": _plain, ".md": _markdown, ".pdf": _pdf,
}  # fmt: skip
"""File ending -> how it is read."""
