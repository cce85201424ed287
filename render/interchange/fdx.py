"""Final Draft documents (.fdx, document version 1) of a film."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from app.document import Film
from app.errors import ShotwrightError
from app.files import write_whole
from app.script import paragraphs

TYPES = {
    "heading": "Scene Heading", "action": "Action", "cue": "Character", "aside": "Parenthetical", "speech": "Dialogue",
    "transition": "Transition",
}  # fmt: skip
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_fdx(film: Film, path: Path) -> None:
    """Writes the screenplay. Raises ShotwrightError: export for a film without scenes, disk."""
    write_whole(Path(path), fdx(film))


def fdx(film: Film) -> str:
    """The document as text."""
    if not film.scenes:
        raise ShotwrightError("export", f"{film.title!r} has no scenes to write", "Add a shot first.")
    root = ElementTree.Element("FinalDraft", DocumentType="Script", Template="No", Version="1")
    content = ElementTree.SubElement(root, "Content")
    scene = 0
    for each in paragraphs(film):
        if each.kind == "synopsis":
            # Final Draft keeps a scene's summary with its heading.
            properties = content[-1].find("SceneProperties")
            summary = ElementTree.SubElement(ElementTree.SubElement(properties, "Summary"), "Paragraph")
            ElementTree.SubElement(summary, "Text").text = _clean(each.text)
            continue
        item = ElementTree.SubElement(content, "Paragraph", Type=TYPES[each.kind])
        text = each.text
        if each.kind == "heading":
            scene += 1
            item.set("Number", str(scene))
            ElementTree.SubElement(item, "SceneProperties")
        elif each.kind == "cue":
            text = text.upper() if text == text.title() else text
            text += " (V.O.)" if each.unseen else ""
        elif each.kind == "aside":
            text = f"({text})"
        ElementTree.SubElement(item, "Text").text = _clean(text)
    page = ElementTree.SubElement(ElementTree.SubElement(root, "TitlePage"), "Content")
    for line in [film.title, *(each for text in film.title_page.values() for each in text.splitlines())]:
        paragraph = ElementTree.SubElement(page, "Paragraph", Alignment="Center")
        ElementTree.SubElement(paragraph, "Text").text = _clean(line)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n{ElementTree.tostring(root, "unicode")}\n'


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
