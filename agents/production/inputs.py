"""What a take is made from, and why it is out of date."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from agents.production.speech import Heard
from app.document import SUB_PROCESSES, Film, LearnedFunction, Program, Scene, Shot
from app.files import digest
from library.assets import AssetLibrary
from library.functions import contract
from library.learned.store import LearnedLibrary
from render.protocol import StageSpec

NAMES = {
    "length": "its length",
    "seed": "the film's seed",
    "picture": "the picture's aspect or rate",
    "beats": "its lines or actions",
    "staging": "who stands where",
    "shot type": "its shot type",
    "place": "the scene's place",
    "mood": "the scene's light",
    "library": "the function library",
    "the cinematography guidance": "the camera guidance",
    "the cinematography program": "the camera program",
}


def called(program: Program, learned: Iterable[LearnedFunction]) -> list[LearnedFunction]:
    """Those of some learned functions that a program calls. A snippet that cannot be read calls none."""
    names: set[tuple[str, str]] = set()
    for sub_process in SUB_PROCESSES:
        try:
            tree = ast.parse(getattr(program, sub_process))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        names |= {(sub_process, node.id) for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return [each for each in learned if (each.sub_process, each.name) in names]


def stage_spec(
    film: Film, shot: Shot, program: Program, lines: dict[str, Heard], functions: Iterable[LearnedFunction] = ()
) -> StageSpec:
    """The spec a worker stages. Everybody of the film is in the cast, so a program may call on anybody it names.
    functions: the learned ones it calls."""
    text, functions = program.character, list(functions)
    cast = {c.name: c.look for c in film.characters if c.name in text}
    rate = film.rate
    return StageSpec(
        program=program,
        functions=functions,
        frames=shot.length,
        fps=(rate.numerator, rate.denominator),
        size=film.size,
        seed=film.seed,
        cast=cast,
        lines={beat: h.spoken() for beat, h in lines.items()},
        assets=AssetLibrary().named_in("\n".join([program.scene, *(f.source for f in functions)])),
    )


def inputs(film: Film, scene: Scene, shot: Shot) -> dict[str, str]:
    """Name -> hash of everything a take of this shot depends on. Names are those people are told."""
    out = {
        "length": str(shot.length),
        "seed": str(film.seed),
        "picture": f"{film.size[0] / film.size[1]:.4f} {film.fps}",
        "beats": digest(*(b.model_dump_json(exclude={"frames"}, exclude_defaults=True) for b in shot.beats)),
        "staging": digest(*(s.model_dump_json(exclude_defaults=True) for s in shot.staging)),
        "shot type": digest(shot.shot_type, *shot.subjects),
        "place": scene.place,
        "mood": scene.mood,
        "library": contract(),
    }
    for name in SUB_PROCESSES:
        out[f"the {name} guidance"] = digest(getattr(shot.guidance, name))
        if shot.origins.get(f"program.{name}") and shot.origins[f"program.{name}"].by == "person":
            out[f"the {name} program"] = digest(getattr(shot.program, name))
    people = {s.character for s in shot.staging} | {b.speaker for b in shot.lines}
    for character in film.characters:
        if character.id in people:
            out[f"{character.name}'s look"] = digest(character.look.model_dump_json(exclude_defaults=True))
            out[f"{character.name}'s name"] = character.name
    for line in shot.lines:
        speaker = film.character(line.speaker)
        out[f"{speaker.name}'s voice"] = digest(speaker.voice.model_dump_json(exclude_defaults=True))
    return out


def stale(film: Film, scene: Scene, shot: Shot, learned: LearnedLibrary) -> list[str]:
    """Why the active take is out of date, in words; empty when it is not."""
    if shot.take is None:
        return ["not staged yet"]
    now, then = inputs(film, scene, shot), shot.take.inputs
    changed = [n for n in now if now[n] != then.get(n)] + [n for n in then if n not in now]
    if {"beats", "staging"} & set(changed):  # who joined or left with them has not changed
        changed = [n for n in changed if "'s " not in n or (n in now and n in then)]
    reasons = [f"{NAMES.get(n, n)} changed" for n in changed]
    for used in shot.take.functions:
        state = learned.state(used.name)
        if not state:
            reasons.append(f"the function {used.name} was retired")
        elif state != digest(used.source):
            reasons.append(f"the function {used.name} has another version")
    return reasons
