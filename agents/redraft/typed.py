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
from app.script import ParagraphKind


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
    units: list[Unit] = field(default_factory=list)
    unseen: list[bool] = field(default_factory=list)


def retype(film: Film, page: Sequence[Typed]) -> Redraft:
    """What has to change so that the film reads as the page. Scenes whose words are as they were are left alone; the
    others are directed anew by the house crew, and only what is new or changed is taken from that."""
    typed = _scenes(page, film)
    new = Film(title=film.title, fps=film.fps, size=film.size, seed=film.seed, characters=list(film.characters))
    mapping: dict[str, str] = {}
    for each in typed:
        old = next((s for s in film.scenes if s.id == each.id), None)
        made = old.model_copy(deep=True) if old is not None and _same(film, old, each) else None
        if made is None:
            made = _reworded(film, old, each) if old is not None else None
        if made is None:
            made = _directed(film, new, old, each)
        new.scenes.append(made)
        if old is not None:
            mapping[made.id] = old.id
    return redraft(film, new, scenes=mapping)


def _scenes(page: Sequence[Typed], film: Film) -> list[_TypedScene]:
    out: list[_TypedScene] = []
    speaker, delivery, unseen = "", "", False
    known = {c.name.casefold(): Profile(c.name) for c in film.characters}
    for each in page:
        text = " ".join(each.text.split())
        if each.kind == "heading":
            out.append(_TypedScene(text, each.scene))
            speaker = ""
            continue
        if not out:
            out.append(_TypedScene())
        scene = out[-1]
        if not text:
            continue
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
    return out


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


def _directed(film: Film, new: Film, old: Scene | None, each: _TypedScene) -> Scene:
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
    made = direct(play, Source(kind="fountain", text=text), how)
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
