"""Final Draft documents (.fdx), with line numbers. Read by expat alone: no entity is ever expanded, nothing fetched."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from agents.input.conventions import Transitions, introduce, scene_of, speaker_of
from agents.input.screenplay import Direction, ParsedScene, Profile, Screenplay, Speech
from app.document import Notice
from app.errors import ShotwrightError

DIRECTIONS = ("Action", "General", "Shot")
"""Kinds of paragraphs that say what is seen."""

_FAULTY = "Save it again in Final Draft, or export it as Fountain."


@dataclass
class _Paragraph:
    kind: str
    at: int
    text: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return " ".join("".join(self.text).split())


def looks_like_fdx(text: str) -> bool:
    """Whether a text is a Final Draft document."""
    return "<FinalDraft" in text[:4000]


def parse_fdx(text: str, name: str = "the screenplay") -> Screenplay:
    """The screenplay in the document `text`. Raises ShotwrightError(input) with file and line for what is no
    well-formed document, declares entities, or has no scene."""
    found = _Document(name)
    found.read(text)
    play = _screenplay(found.paragraphs)
    play.title, below = found.title
    play.title_page = {"Author": below} if below else {}
    if not play.scenes:
        raise ShotwrightError("input", f"{name} has no scene", "A scene starts with a paragraph of type Scene Heading.")
    return play


class _Document:
    """Collects the paragraphs of the script's own content. Notes, summaries and settings are passed over."""

    def __init__(self, name: str):
        self.name = name
        self.paragraphs: list[_Paragraph] = []
        self._titles: list[_Paragraph] = []
        self._root = ""
        self._path: list[str] = []
        self._open: list[_Paragraph | None] = []

    @property
    def title(self) -> tuple[str, str]:
        """The first words on the title page, and what stands below them, line by line."""
        first, *rest = [p.words for p in self._titles if p.words] or [""]
        return first, "\n".join(rest)

    def read(self, text: str) -> None:
        parser = expat.ParserCreate()
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.buffer_text = True
        parser.StartElementHandler = lambda tag, attributes: self._start(tag, attributes, parser.CurrentLineNumber)
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._refuse
        try:
            parser.Parse(text, True)
        except expat.ExpatError as error:
            what = f"{self.name}, line {error.lineno}, column {error.offset + 1}: {expat.ErrorString(error.code)}"
            raise ShotwrightError("input", what, _FAULTY) from None
        if self._root != "FinalDraft":
            raise ShotwrightError("input", f"{self.name} is not a Final Draft document", _FAULTY)

    def _refuse(self, entity: str, *_: object) -> None:
        raise ShotwrightError(
            "input", f"{self.name} declares the entity {entity!r}, which no Final Draft document does", _FAULTY
        )

    def _start(self, tag: str, attributes: dict[str, str], at: int) -> None:
        if not self._path:
            self._root = tag
        self._path.append(tag)
        if tag != "Paragraph":
            return
        inside = self._path[:-1]
        made = None
        if inside == ["FinalDraft", "Content"] or inside == ["FinalDraft", "Content", "Paragraph", "DualDialogue"]:
            made = _Paragraph(attributes.get("Type", "Action"), at)
            self.paragraphs.append(made)
        elif inside == ["FinalDraft", "TitlePage", "Content"]:
            made = _Paragraph("Title", at)
            self._titles.append(made)
        self._open.append(made)

    def _characters(self, text: str) -> None:
        # Words stand in Text elements right in the paragraph; those of a note lie deeper.
        if self._open and self._open[-1] is not None and self._path[-2:] == ["Paragraph", "Text"]:
            self._open[-1].text.append(text)

    def _end(self, tag: str) -> None:
        self._path.pop()
        if tag == "Paragraph":
            self._open.pop()


def _screenplay(found: list[_Paragraph]) -> Screenplay:
    play = Screenplay()
    profiles: dict[str, Profile] = {}
    scene: ParsedScene | None = None
    speaker: tuple[str, bool] | None = None
    delivery = ""
    transitions = Transitions()
    for each in found:
        words = each.words
        if not words:
            continue
        if each.kind == "Scene Heading":
            scene, speaker = scene_of(words, each.at), None
            transitions.begin(scene)
            play.scenes.append(scene)
            continue
        if each.kind == "Transition":
            transitions.add(words, each.at)
            continue
        transitions.inside(play)
        if each.kind == "Character":
            speaker, delivery = speaker_of(words, profiles), ""
        elif each.kind == "Parenthetical":
            delivery = words.removeprefix("(").removesuffix(")").strip()
        elif scene is None:
            if each.kind in (*DIRECTIONS, "Dialogue"):
                play.notices.append(
                    Notice(line=each.at, text=words, problem="this stands before the first scene", used="left out")
                )
        elif each.kind in ("Dialogue", "Singing", "Lyrics"):
            if speaker is None:
                play.notices.append(
                    Notice(line=each.at, text=words, problem="nobody is named who says this", used="taken as action")
                )
                scene.elements.append(Direction(at=each.at, text=words))
                continue
            name, unseen = speaker
            scene.elements.append(Speech(at=each.at, speaker=name, text=words, delivery=delivery, unseen=unseen))
        elif each.kind in DIRECTIONS:
            speaker = None
            introduce(words, profiles)
            scene.elements.append(Direction(at=each.at, text=words))
    transitions.end(play)
    play.profiles = list(profiles.values())
    return play
