"""The script as the crew works on it: a screenplay whose elements have ids, told as text and changed by id."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agents.input.screenplay import (
    AskedAct,
    Direction,
    Doing,
    Element,
    ParsedScene,
    Profile,
    Screenplay,
    Speech,
    Walk,
)
from agents.rules import most_actions
from library.registry import plain
from render.voices.words import script as spoken


@dataclass(frozen=True)
class Framed:
    """A shot of an entry: its type, the names of those it is about, the word of the line it begins at (0: at the
    start), the camera's move in words."""

    shot: str
    subjects: tuple[str, ...] = ()
    word: int = 0
    camera: str = ""

    def __str__(self) -> str:
        of = f" of {', '.join(self.subjects)}" if self.subjects else ""
        return f"{self.shot}{of}" + (f", {self.camera}" if self.camera else "")


type Framings = Mapping[str, Sequence[Framed]]
"""Entry id -> its shots in order."""


def numbered(play: Screenplay) -> Screenplay:
    """Gives every element without one an id: scene and place in it, "2.5"."""
    for number, scene in enumerate(play.scenes, 1):
        for index, element in enumerate(scene.elements, 1):
            element.id = element.id or f"{number}.{index}"
    return play


def peopled(play: Screenplay) -> Screenplay:
    """Gives every scene the names of those who speak, act or are spoken of in its directions, where it lists nobody."""
    named = list(dict.fromkeys([*people(play), *(e.speaker for _, _, e in entries(play) if isinstance(e, Speech))]))
    for scene in play.scenes:
        there = list(scene.who)
        for each in scene.elements:
            if isinstance(each, Speech) and not each.unseen:
                there.append(each.speaker)
            there += [a.character for a in (*getattr(each, "acts", ()), *getattr(each, "walks", ()))]
            if isinstance(each, Direction):
                there += [n for n in named if re.search(rf"\b{re.escape(n)}\b", each.text, re.IGNORECASE)]
        scene.who = list({plain(n): n for n in reversed(there)}.values())[::-1]
    return play


def entries(play: Screenplay) -> Iterator[tuple[int, ParsedScene, Element]]:
    """(number of the scene from 1, scene, element) in order."""
    for number, scene in enumerate(play.scenes, 1):
        for element in scene.elements:
            yield number, scene, element


def known(scene: ParsedScene, name: str) -> str | None:
    """The name in the scene's cast that `name` means."""
    return next((who for who in scene.who if plain(who) == plain(name)), None)


def people(play: Screenplay) -> list[str]:
    """Names of everybody, those with profiles first."""
    return list(dict.fromkeys([*(p.name for p in play.profiles), *(w for s in play.scenes for w in s.who)]))


# ---- told


def told(play: Screenplay, staging: bool = True, shots: Framings | None = None) -> str:
    """The script as text for a prompt: the same script is always the same text."""
    return "\n\n".join(_scene(number, scene, staging, shots) for number, scene in enumerate(play.scenes, 1))


def _scene(number: int, scene: ParsedScene, staging: bool, shots: Framings | None) -> str:
    light = f", {scene.time}" if scene.time and scene.time != scene.synopsis else ""
    lines = [f"SCENE {number}: {scene.place or scene.heading}{light}. With {', '.join(scene.who)}."]
    if scene.synopsis:
        lines.append(f"Plot: {scene.synopsis}")
    if scene.goal:
        lines.append(f"Goal: {scene.goal}")
    if staging and scene.where:
        stands = [f"{n} at {p} ({scene.postures.get(n, 'standing')})" for n, p in scene.where.items()]
        lines.append(f"At the start: {'; '.join(stands)}.")
    lines += [_entry(element, staging, (shots or {}).get(element.id, ())) for element in scene.elements]
    return "\n".join(lines)


def _entry(element: Element, staging: bool, shots: Sequence[Framed]) -> str:
    if isinstance(element, Speech):
        how = f" ({element.delivery})" if element.delivery else ""
        text = f"[{element.id}] {element.speaker}{how}: {element.text}"
    else:
        what = getattr(element, "text", "")
        text = f"[{element.id}] (silent) {what}".rstrip()
    if staging:
        does = [_act(a) for a in getattr(element, "acts", ())]
        does += [
            f"{w.character} walks to {w.destination}" + (f" ({w.manner})" if w.manner else "")
            for w in getattr(element, "walks", ())
        ]
        text += f" {{{'; '.join(does)}}}" if does else ""
    for number, shot in enumerate(shots, 1):
        words = spoken(element.text).words if shot.word and isinstance(element, Speech) else ()
        at = f" from “{' '.join(w.text for w in words[shot.word : shot.word + 3])} …”" if words else ""
        text += f"\n    shot {number}{at}: {shot}"
    return text


def cast_told(play: Screenplay) -> str:
    """The profiles as text."""
    out = []
    for p in play.profiles:
        said = [f"{p.gender}, {p.years}" if p.years else p.gender, p.occupation, p.traits, p.speaking_style, p.words]
        labels = ("", "", "personality: ", "speaks: ", "looks: ")
        out.append(f"- {p.name}: " + "; ".join(f"{k}{v}" for k, v in zip(labels, said, strict=True) if v))
    return "\n".join(out) or "- " + ", ".join(people(play))


# ---- made and changed


def from_outline(outline: Any) -> Screenplay:
    """A screenplay without dialogue from an outline (`agents.writing.answers`)."""
    profiles = [
        Profile(p.name, p.gender, p.age, p.occupation, p.personality, p.speaking_style, p.appearance)
        for p in outline.characters
    ]
    scenes = [
        ParsedScene(s.topic, s.location, s.light, s.plot, s.dialogue_goal, list(s.characters)) for s in outline.scenes
    ]
    return Screenplay(title=outline.title, logline=outline.logline, profiles=profiles, scenes=scenes)


def with_dialogue(play: Screenplay, dialogue: Any) -> Screenplay:
    """The screenplay with the words of a dialogue. Scenes it has not are left as they are."""
    made = copy.deepcopy(play)
    for each in dialogue.scenes:
        if each.scene <= len(made.scenes):
            scene = made.scenes[each.scene - 1]
            scene.elements = [element(scene, e.kind, e.character, e.words, e.delivery) for e in each.entries]
    return numbered(made)


def element(scene: ParsedScene, kind: str, character: str, words: str, delivery: str = "") -> Element:
    """A line, or a silent beat, of somebody of the scene."""
    who, text = known(scene, character) or character.strip(), " ".join(words.split())
    if kind == "line":
        return Speech(speaker=who, text=text, delivery=" ".join(delivery.split()))
    return Doing(text=text, who=who)


def with_staging(play: Screenplay, staging: Any) -> Screenplay:
    """The screenplay with the positions, actions and moves of a staging. What the script itself gives stays."""
    made = copy.deepcopy(play)
    found = {e.id: e for _, _, e in entries(made)}
    for each in staging.scenes:
        if each.scene > len(made.scenes):
            continue
        scene = made.scenes[each.scene - 1]
        for placed in each.positions:
            name = known(scene, placed.character)
            if name is not None and name not in scene.where:
                scene.where[name] = placed.position
                scene.postures.setdefault(name, placed.posture)
        for entry in each.entries:
            target = found.get(entry.id)
            if isinstance(target, (Speech, Doing)) and not target.acts and not target.walks:
                target.acts, target.walks = _acts(entry.actions), _walks(entry.moves)
    return made


def _acts(given: Sequence[Any]) -> list[AskedAct]:
    return [AskedAct(a.character.strip(), a.action, partner=a.partner.strip()) for a in given]


def _walks(given: Sequence[Any]) -> list[Walk]:
    return [Walk(w.character.strip(), w.destination, w.manner) for w in given]


def rewritten(play: Screenplay, answer: Any) -> tuple[Screenplay, list[str]]:
    """The screenplay with what a rewriting or restaging changes, and each change in words. A restaging has no
    words, so it cannot change any."""
    made, changes = copy.deepcopy(play), []
    for each in answer.entries:
        place = _place(made, each.id)
        if place is None:
            continue
        scene, index = place
        change = getattr(each, "change", "replace")
        if change == "remove":
            if len(scene.elements) > 1:
                changes.append(f"[{each.id}] removed: {_short(scene.elements.pop(index))}")
            continue
        if change == "insert after":
            if not each.words.strip() or not each.character.strip():
                continue
            new = element(scene, each.kind, each.character, each.words, each.delivery)
            new.id = _free(made, each.id)
            new.acts, new.walks = _acts(each.actions or ()), _walks(each.moves or ())
            scene.elements.insert(index + 1, new)
            changes.append(f"[{new.id}] added: {_short(new)}")
            continue
        changes += _replaced(scene, index, each)
    for placed in answer.positions:
        scene = made.scenes[placed.scene - 1] if placed.scene <= len(made.scenes) else None
        name = known(scene, placed.character) if scene else None
        if name and (scene.where.get(name), scene.postures.get(name, "standing")) != (placed.position, placed.posture):
            scene.where[name], scene.postures[name] = placed.position, placed.posture
            changes.append(f"scene {placed.scene}: {name} begins {placed.posture} at {placed.position}")
    return made, changes


def _replaced(scene: ParsedScene, index: int, each: Any) -> list[str]:
    target, changes = scene.elements[index], []
    if isinstance(target, Direction):
        return []
    words = " ".join(getattr(each, "words", "").split())
    who = getattr(each, "character", "").strip()
    if words and words != target.text:
        changes.append(f"[{each.id}] “{target.text}” → “{words}”")
        target.text = words
    if isinstance(target, Speech):
        speaker = known(scene, who) if who else None
        if speaker and speaker != target.speaker:
            changes.append(f"[{each.id}] {target.speaker} → {speaker}")
            target.speaker = speaker
        if getattr(each, "delivery", "").strip():
            target.delivery = " ".join(each.delivery.split())
    for name, new in (
        ("acts", None if each.actions is None else _acts(each.actions)),
        ("walks", None if each.moves is None else _walks(each.moves)),
    ):
        if new is not None and new != [_bare(o) for o in getattr(target, name)]:
            setattr(target, name, new)
            changes.append(f"[{each.id}] {_does(target)}")
    return changes


def _bare(given: AskedAct | Walk) -> AskedAct | Walk:
    """As a model gives it: without what a file said of the state and the line."""
    if isinstance(given, AskedAct):
        return AskedAct(given.character, given.action, partner=given.partner)
    return Walk(given.character, given.destination, given.manner)


def _does(target: Speech | Doing) -> str:
    does = [_act(a) for a in target.acts]
    does += [f"{w.character} walks to {w.destination}" for w in target.walks]
    return "; ".join(does) or "nobody does anything of their own"


def _act(act: AskedAct) -> str:
    return f"{act.character}: {act.action}" + (f" with {act.partner}" if act.partner else "")


def _short(target: Element) -> str:
    who = getattr(target, "speaker", "") or getattr(target, "who", "")
    return f"{who}: {getattr(target, 'text', '')}"[:80]


def _place(play: Screenplay, entry: str) -> tuple[ParsedScene, int] | None:
    for scene in play.scenes:
        for index, each in enumerate(scene.elements):
            if each.id == entry.strip("[] "):
                return scene, index
    return None


def _free(play: Screenplay, after: str) -> str:
    taken = {e.id for _, _, e in entries(play)}
    base = after.strip("[] ")
    return next(name for n in range(1, len(taken) + 2) if (name := f"{base}+{n}") not in taken)


# ---- to be directed


def expanded(play: Screenplay, shots: Framings) -> Screenplay:
    """A directed screenplay: one element for each shot, lines cut at the words where the shots change. What people do
    on a line is spread over its parts in order."""
    made = copy.deepcopy(play)
    made.directed, made.strict = True, False
    for scene in made.scenes:
        elements: list[Element] = []
        for each in scene.elements:
            framed = list(shots.get(each.id, ()))
            parts = _parts(each, framed) if isinstance(each, Speech) else [readable(each)]
            for part, shot in zip(parts, framed or [None], strict=False):
                if shot is not None:
                    part.shot, part.subjects, part.camera = shot.shot, list(shot.subjects), shot.camera
                elements.append(part)
        scene.elements = elements
    return made


def readable(each: Element) -> Element:
    """A beat that says only in prose what is seen is left to whoever reads stage directions."""
    if isinstance(each, Doing) and not each.acts and not each.walks:
        return Direction(at=each.at, id=each.id, shot=each.shot, where=each.where, text=each.text or "A moment passes.")
    return each


def _parts(line: Speech, shots: list[Framed]) -> list[Speech]:
    if len(shots) < 2:
        return [line]
    count = len(spoken(line.text).words)
    starts = [0, *(s.word for s in shots[1:]), count]
    out = []
    for number in range(len(shots)):
        part = copy.deepcopy(line)
        part.part = (starts[number], starts[number + 1])
        part.acts = _share(line.acts, number, len(shots), most_actions(part.part[1] - part.part[0]))
        part.walks = line.walks if number == 0 else []
        out.append(part)
    return out


def _share(acts: list[AskedAct], number: int, parts: int, most: int) -> list[AskedAct]:
    """The acts of one part of a line: each person's in order, at most `most`, the last of them going on."""
    out = []
    for who in dict.fromkeys(a.character for a in acts):
        own = [a for a in acts if a.character == who]
        if len(own) <= parts:
            index = min(number, len(own) - 1)
            going_on = number >= len(own)
            if not (going_on and own[index].action in ("Sit Down", "Stand Up")):
                out.append(own[index])
        else:
            first, last = number * len(own) // parts, (number + 1) * len(own) // parts
            out += own[first : min(last, first + most)]
    return copy.deepcopy(out)
