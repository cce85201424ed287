"""Character: who is on the stage, where, and in which posture when the shot begins."""

from __future__ import annotations

from library.stage import Role, Spot, Stage, StageError


def add_person(
    stage: Stage,
    person: str,
    at: Spot | None = None,
    facing: str | float | tuple[float, float] | None = None,
    posture: str = "standing",
) -> None:
    """Puts a character of the film on the stage.

    person: the character's name. at: a position ("Position 2"), a thing to stand beside ("window") or
    (x, y) metres; left out: the first free position. facing: a person, thing, position, "camera", a point
    or degrees; left out: the nearest other person. posture: "standing" or "sitting" (needs a seat there).
    Errors: nobody of that name in the film, position taken, no seat.
    """
    name = next((n for n in stage.cast if n.casefold() == person.casefold()), None)
    if name is None:
        raise StageError(
            f"add_person: the film has no character {person!r}", f"It has {', '.join(stage.cast) or 'nobody'}."
        )
    if name in stage.roles:
        raise StageError(f"add_person: {name} is on the stage already")
    if posture not in ("standing", "sitting"):
        raise StageError(f"add_person: posture {posture!r}", 'Use "standing" or "sitting".')
    request = {"at": at, "facing": facing, "posture": posture}
    stage.roles[name] = Role(name, stage.wardrobe(stage.cast[name]), request)
