"""FilmAgent scripts: `script.json` with `actors_profile.json` beside it, in both layouts that exist."""

from __future__ import annotations

import json
import re
from typing import Any

from agents.input.screenplay import AskedAct, Doing, Element, ParsedScene, Profile, Screenplay, Speech, Walk
from app.errors import ShotwrightError

PROFILES = "actors_profile.json"


def parse_filmagent(text: str, name: str, profiles: str | None = None, profiles_name: str = PROFILES) -> Screenplay:
    """The script in `text`; `profiles` is the text of the actors' profiles.

    Raises ShotwrightError: json (file, line, column) for broken JSON, input (scene and field) for a wrong
    structure.
    """
    return _Parser(name, text).screenplay(_loads(text, name), _profiles(profiles, profiles_name))


def _loads(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ShotwrightError(
            "json",
            f"{name}, line {error.lineno}, column {error.colno}: {error.msg}",
            "Correct the file there; a missing comma or quotation mark is the usual cause.",
        ) from None
    except RecursionError:
        raise ShotwrightError("json", f"{name} is nested too deeply") from None


def _profiles(text: str | None, name: str) -> list[Profile]:
    if text is None:
        return []
    found = _loads(text, name)
    if not isinstance(found, list):
        raise ShotwrightError("input", f"{name}: a list of profiles is needed, not {_kind(found)}")
    profiles = []
    for number, each in enumerate(found, 1):
        where = f"{name}, profile {number}"
        if not isinstance(each, dict) or not isinstance(each.get("name"), str) or not each["name"].strip():
            raise ShotwrightError("input", f'{where}: the field "name" is missing or empty')
        years = re.search(r"\d+", str(each.get("age", "")))
        gender = str(each.get("gender", "")).strip().casefold()
        profiles.append(
            Profile(
                name=each["name"].strip(),
                gender=gender if gender in ("female", "male") else "",
                years=min(100, max(4, int(years[0]))) if years else None,
                occupation=_words(each.get("occupation")),
                traits=_words(each.get("personality traits", each.get("personality"))),
                speaking_style=_words(each.get("speaking style")),
                words=_words(each.get("appearance")),
            )
        )
    return profiles


class _Parser:
    def __init__(self, name: str, text: str):
        self.name, self._lines = name, text.split("\n")
        self._from = 0

    def line_of(self, words: str) -> int | None:
        """The line of the file that holds `words` next, searching on from the last one found."""
        needle = json.dumps(words, ensure_ascii=False)
        escaped = json.dumps(words)
        for i in range(self._from, len(self._lines)):
            if needle in self._lines[i] or escaped in self._lines[i]:
                self._from = i
                return i + 1
        return None

    def screenplay(self, found: Any, profiles: list[Profile]) -> Screenplay:
        if isinstance(found, dict):
            found = found.get("scenes", [found])
        if not isinstance(found, list):
            raise ShotwrightError("input", f"{self.name}: a list of scenes is needed, not {_kind(found)}")
        if not found:
            raise ShotwrightError("input", f"{self.name} has no scene", "The list of scenes is empty.")
        play = Screenplay(profiles=profiles, strict=True)
        for number, each in enumerate(found, 1):
            play.scenes.append(self._scene(each, number))
        return play

    def _wrong(self, scene: int, field: str, problem: str) -> ShotwrightError:
        return ShotwrightError("input", f'{self.name}, scene {scene}: "{field}" {problem}')

    def _scene(self, each: Any, number: int) -> ParsedScene:
        if not isinstance(each, dict):
            raise ShotwrightError("input", f"{self.name}, scene {number}: an object is needed, not {_kind(each)}")
        about = _first(each, "scene information", "sceneinformation", "scene_information")
        if about is None:
            raise self._wrong(number, "scene information", "is missing")
        if not isinstance(about, dict):
            raise self._wrong(number, "scene information", f"must be an object, not {_kind(about)}")
        entries = _first(each, "scene", "dialogues")
        if entries is None:
            raise self._wrong(number, "scene", "is missing")
        if not isinstance(entries, list):
            raise self._wrong(number, "scene", f"must be a list, not {_kind(entries)}")
        where = about.get("where")
        if not isinstance(where, str):
            raise self._wrong(number, "scene information: where", "must be the name of a location")
        who = about.get("who", [])
        who = [who] if isinstance(who, str) else who
        if not isinstance(who, list) or not all(isinstance(w, str) for w in who):
            raise self._wrong(number, "scene information: who", "must be a list of names")
        scene = ParsedScene(
            heading=where, place=where, synopsis=_words(about.get("what")), who=who, at=self.line_of(where)
        )
        if scene.synopsis:
            scene.time = scene.synopsis
        scene.where = self._positions(_first(each, "initial position"), number, "initial position")
        for entry_number, entry in enumerate(entries, 1):
            scene.elements.append(self._entry(entry, number, entry_number))
        if not scene.where:
            scene.where = next((e.where for e in scene.elements if e.where), {})
        states: dict[str, str] = {}
        for element in scene.elements:
            for act in getattr(element, "acts", ()):
                if act.state in ("sitting", "standing"):
                    states.setdefault(act.character, act.state)
        scene.postures = states
        return scene

    def _entry(self, entry: Any, scene: int, number: int) -> Element:
        label = f"scene: entry {number}"
        if not isinstance(entry, dict):
            raise self._wrong(scene, label, f"must be an object, not {_kind(entry)}")
        shot = _first(entry, "shot", "selected shot") or ""
        if not isinstance(shot, str):
            raise self._wrong(scene, f"{label}: shot", f"must be a name, not {_kind(shot)}")
        where = self._positions(entry.get("current position"), scene, f"{label}: current position")
        acts, walks = self._acts(entry.get("actions"), scene, label), self._walks(entry.get("move"), scene, label)
        content = entry.get("content")
        if content is None and "speaker" not in entry:
            if not acts and not walks:
                raise self._wrong(scene, label, 'has neither "content" nor "move" nor "actions"')
            at = self.line_of(walks[0].character) if walks else self.line_of(acts[0].action)
            return Doing(at=at, shot=shot, where=where, acts=acts, walks=walks)
        if not isinstance(content, str):
            raise self._wrong(scene, f"{label}: content", "must be the words that are spoken")
        speaker = entry.get("speaker")
        if not isinstance(speaker, str) or not speaker.strip():
            raise self._wrong(scene, f"{label}: speaker", "must be a name")
        at = self.line_of(content)
        for act in acts:
            act.at = at
        return Speech(
            at=at, shot=shot, where=where, speaker=speaker.strip(), text=" ".join(content.split()),
            delivery=_words(entry.get("delivery")), acts=acts,
        )  # fmt: skip

    def _positions(self, found: Any, scene: int, field: str) -> dict[str, str]:
        if found is None:
            return {}
        if isinstance(found, dict):
            found = [{"character": k, "position": v} for k, v in found.items()]
        if not isinstance(found, list):
            raise self._wrong(scene, field, f"must be a list, not {_kind(found)}")
        for each in found:
            if not isinstance(each, dict) or not all(isinstance(each.get(k), str) for k in ("character", "position")):
                raise self._wrong(scene, field, 'needs "character" and "position" for each')
        return {each["character"].strip(): each["position"].strip() for each in found}

    def _acts(self, found: Any, scene: int, label: str) -> list[AskedAct]:
        found = [found] if isinstance(found, dict) else found or []
        if not isinstance(found, list):
            raise self._wrong(scene, f"{label}: actions", f"must be a list, not {_kind(found)}")
        acts = []
        for each in found:
            if not isinstance(each, dict) or not all(isinstance(each.get(k), str) for k in ("character", "action")):
                raise self._wrong(scene, f"{label}: actions", 'needs "character" and "action" for each')
            state = str(each.get("state", "")).strip().casefold()
            acts.append(AskedAct(each["character"].strip(), each["action"].strip(), state))
        return acts

    def _walks(self, found: Any, scene: int, label: str) -> list[Walk]:
        found = [found] if isinstance(found, dict) else found or []
        if not isinstance(found, list):
            raise self._wrong(scene, f"{label}: move", f"must be an object, not {_kind(found)}")
        for each in found:
            if not isinstance(each, dict) or not all(
                isinstance(each.get(k), str) for k in ("character", "destination")
            ):
                raise self._wrong(scene, f"{label}: move", 'needs "character" and "destination"')
        return [Walk(each["character"].strip(), each["destination"].strip()) for each in found]


def _first(each: dict, *names: str) -> Any:
    return next((each[n] for n in names if n in each), None)


def _words(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(str(v) for v in value)
    return " ".join(str(value).split()) if value is not None else ""


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
