"""A film's screenplay as somebody types it: paragraphs become the edit that makes the film read like them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from agents.catalogue import library_catalogue
from agents.house.director import Directing, direct
from agents.input.conventions import scene_of, speaker_of
from agents.input.screenplay import Direction, ParsedScene, Profile, Screenplay, Speech
from agents.redraft.changes import Redraft, redraft
from agents.redraft.units import Unit, units_of
from app.document import Film, Scene, Source, new_id
from app.script import ParagraphKind, beginning_of, ending_of, meant_by


@dataclass(frozen=True)
class Typed:
    """A paragraph as it stands on the page. scene: id of the scene a heading is of, "" for a new one."""

    kind: ParagraphKind
    text: str
    scene: str = ""


@dataclass
class _TypedScene:
    heading: str = ""
    id: str = ""
    synopsis: str = ""
    begins: list[str] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    unseen: list[bool] = field(default_factory=list)


def retype(film: Film, page: Sequence[Typed]) -> Redraft:
    """What has to change so that the film reads as the page. Scenes whose words are as they were are left alone; the
    others are directed anew by the house crew, and only what is new or changed is taken from that."""
    work = Retyping(film, page)
    work.direct()
    return work.finish()


class Retyping:
    """`retype` in three parts, so that the long one, `direct`, can be done in a thread while the film lives on."""

    def __init__(self, film: Film, page: Sequence[Typed]):
        self._film = film
        self._typed, self._ending = _scenes(page, film)
        self._kept: dict[int, Scene] = {}
        self._plays: dict[int, tuple[Screenplay, Source, Directing]] = {}
        self._directed: dict[int, Film] = {}
        for at, each in enumerate(self._typed):
            old = self._old(each)
            kept = None
            if old is not None:
                kept = old.model_copy(deep=True) if _same(film, old, each) else _reworded(film, old, each)
            if kept is not None:
                self._kept[at] = kept
            else:
                self._plays[at] = _play(film, old, each)

    def _old(self, each: _TypedScene) -> Scene | None:
        return next((s for s in self._film.scenes if s.id == each.id), None)

    @property
    def needs_directing(self) -> bool:
        return bool(self._plays)

    def direct(self) -> None:
        """Directs the scenes that are new or changed. Touches nothing of the film."""
        self._directed = {at: direct(*play) for at, play in self._plays.items()}

    def finish(self) -> Redraft:
        """What has to change. The film must be as it was at the beginning."""
        film = self._film
        new = Film(title=film.title, fps=film.fps, size=film.size, seed=film.seed, characters=list(film.characters))
        mapping: dict[str, str] = {}
        for at, each in enumerate(self._typed):
            made = self._kept[at] if at in self._kept else _joined(new, self._directed[at], each)
            new.scenes.append(made)
            old = self._old(each)
            if old is None or each.begins != beginning_of(old, film.scenes.index(old) + 1):
                made.transition, made.transition_words = meant_by(each.begins), each.begins
            if old is not None:
                mapping[made.id] = old.id
        same = self._ending == ending_of(film)
        new.ending = film.ending if same else "cut" if meant_by(self._ending) == "cut" else "fade"
        new.ending_words = film.ending_words if same else self._ending
        return redraft(film, new, scenes=mapping)


def _scenes(page: Sequence[Typed], film: Film) -> tuple[list[_TypedScene], list[str]]:
    """(the scenes, the transitions at the end). One inside a scene is a stage direction."""
    out: list[_TypedScene] = []
    begins: list[str] = []
    speaker, delivery, unseen = "", "", False
    known = {c.name.casefold(): Profile(c.name) for c in film.characters}
    for each in page:
        text = " ".join(each.text.split())
        if each.kind == "heading":
            out.append(_TypedScene(text, each.scene, begins=begins))
            speaker, begins = "", []
            continue
        if each.kind == "transition":
            begins = [*begins, text] if text else begins
            continue
        if not out:
            out.append(_TypedScene())
        scene = out[-1]
        if not text:
            continue
        for words in begins:
            scene.units.append(Unit("", words))
            scene.unseen.append(False)
        begins = []
        if each.kind == "synopsis":
            scene.synopsis = text
        elif each.kind == "cue":
            (speaker, unseen), delivery = speaker_of(text, known), ""
        elif each.kind == "aside":
            delivery = text.removeprefix("(").removesuffix(")").strip()
        elif each.kind == "speech" and speaker:
            scene.units.append(Unit(speaker, text, delivery))
            scene.unseen.append(unseen)
        else:
            scene.units.append(Unit("", text))
            scene.unseen.append(False)
            speaker = ""
    return out, begins


def _shown(film: Film, scene: Scene) -> list[Unit]:
    return units_of(film, scene, omitted=False)


def _same(film: Film, old: Scene, each: _TypedScene) -> bool:
    return each.heading == old.heading and [u.told for u in _shown(film, old)] == [u.told for u in each.units]


def _reworded(film: Film, old: Scene, each: _TypedScene) -> Scene | None:
    """The scene with other words of the same lines, which needs no directing; None where more is different."""
    mine = _shown(film, old)
    if each.heading != old.heading or len(mine) != len(each.units):
        return None
    made = old.model_copy(deep=True)
    lines = {b.id: b for s in made.shots for b in s.lines}
    for have, want in zip(mine, each.units, strict=True):
        if have.told == want.told:
            continue
        line = lines.get(have.beats[0])
        if line is None or have.speaker.casefold() != want.speaker.casefold():
            return None
        for part in lines.values():
            if part.id == line.id or part.line == line.id:
                part.text, part.delivery = want.text, want.delivery
    return made


def _play(film: Film, old: Scene | None, each: _TypedScene) -> tuple[Screenplay, Source, Directing]:
    """What the director makes a typed scene from."""
    parsed: ParsedScene = scene_of(each.heading, None)
    if old is not None and each.heading == old.heading:
        parsed.place, parsed.time = old.place, old.mood
    elif not each.heading and film.scenes:
        parsed.place, parsed.time = film.scenes[0].place, film.scenes[0].mood
    parsed.heading = each.heading
    names = {c.id: c.name for c in film.characters}
    if old is not None and old.shots and parsed.place == old.place:
        parsed.where = {names[s.character]: s.position for s in old.shots[0].staging if s.character in names}
    for unit, unseen in zip(each.units, each.unseen, strict=True):
        if unit.speaker:
            parsed.elements.append(Speech(speaker=unit.speaker, text=unit.text, delivery=unit.delivery, unseen=unseen))
        else:
            parsed.elements.append(Direction(text=unit.text))
    profiles = [Profile(c.name, c.gender, c.years, c.occupation) for c in film.characters]
    play = Screenplay(profiles=profiles, scenes=[parsed])
    text = "\n".join(u.told for u in each.units)
    how = Directing(library_catalogue(), film.seed, film.fps, film.size)
    return play, Source(kind="fountain", text=text), how


def _joined(new: Film, made: Film, each: _TypedScene) -> Scene:
    """The scene that was directed, with the people of the new draft, who get those it brings."""
    scene = made.scenes[0]
    for person in made.characters:
        if not any(person.name.casefold() == c.name.casefold() for c in new.characters):
            new.characters.append(person)
    ids = {p.id: next(c.id for c in new.characters if c.name.casefold() == p.name.casefold()) for p in made.characters}
    return _renamed(scene, ids, each.heading)


def _renamed(scene: Scene, people: dict[str, str], heading: str) -> Scene:
    """The scene with the film's people and ids that are nowhere else."""
    text = scene.model_dump_json()
    for own, theirs in people.items():
        text = text.replace(f'"{own}"', f'"{theirs}"')
    for shot in scene.shots:
        text = text.replace(f'"{shot.id}"', f'"{new_id("shot")}"')
        for beat in shot.beats:
            text = text.replace(f'"{beat.id}"', f'"{new_id("beat")}"')
    made = Scene.model_validate_json(text)
    made.id, made.heading = new_id("scene"), heading or made.heading
    return made
