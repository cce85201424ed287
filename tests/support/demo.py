"""A small film to look at and to test with: three people, two scenes, twelve shots in all states."""

from __future__ import annotations

from pathlib import Path

from app.document import (
    HOUSE,
    PERSON,
    Action,
    Character,
    Film,
    Finding,
    Guidance,
    Keyframe,
    Line,
    Move,
    Pause,
    Program,
    Review,
    Scene,
    Shot,
    Sounding,
    Suggestion,
    Take,
)
from app.look import Look

LINES = (
    ("Long Shot", None, "Morning light in the living room. Mia waits by the window."),
    ("Medium Shot", "Mia", "You said you would be here at eight."),
    ("Close-up", "Tom", "I know. The road was closed, and then I stood outside for a while."),
    ("Medium Shot", "Mia", "Outside this door?"),
    ("Close-up", "Tom", "I needed to find the right words. I still have not found them."),
    ("Zoom Shot", "Mia", "Then use the wrong ones."),
    ("Long Shot", None, "Tom walks to the sofa and sits down."),
    ("Medium Shot", "Tom", "I sold the house, Mia."),
    ("Truck Shot", None, "The roadside at dusk. Ines leans on her car."),
    ("Medium Shot", "Ines", "He told you, didn't he?"),
    ("Pan Shot", "Mia", "Everything but the reason."),
    ("Close-up", "Ines", "Then you had better sit down for this one."),
)


def film(pictures: list[str] | None = None) -> Film:
    """The film. pictures: keyframe files inside the project, used in turn; none: shots have no takes."""
    people = [
        Character(
            id="mia", name="Mia", years=34, occupation="Nurse", look=Look(colours=("#C9A227", "#333333", "#EEEEEE"))
        ),
        Character(id="tom", name="Tom", gender="male", years=36, occupation="Architect"),
        Character(
            id="ines", name="Ines", years=58, occupation="Driver", look=Look(colours=("#A8443A", "#222222", "#EEEEEE"))
        ),
    ]
    names = {c.name: c.id for c in people}
    shots = [_shot(n, *line, names, pictures) for n, line in enumerate(LINES)]
    first = Scene(id="scene-1", heading="Living room, morning", place="Apartment living room", shots=shots[:8])
    second = Scene(id="scene-2", heading="Roadside, dusk", place="Roadside", mood="golden hour", shots=shots[8:])
    return Film(id="film", title="The right words", characters=people, scenes=[first, second])


def _shot(n: int, shot_type: str, speaker: str | None, text: str, names: dict[str, str], pictures) -> Shot:
    subject = speaker or "Mia"
    length = 40 + (n * 17) % 60
    if speaker:
        beats = [Line(id=f"beat-{n}", speaker=names[speaker], text=text, delivery="quietly", frames=length - 12)]
        if n == 4:
            beats.append(Action(id="beat-4b", character=names["Mia"], action="Standing Crossing Arms", during="beat-4"))
    elif n == 6:
        beats = [Move(id="beat-6", character=names["Tom"], destination="Position 3", text=text, frames=60)]
    else:
        beats = [Pause(id=f"beat-{n}", text=text, frames=length)]
    shot = Shot(
        id=f"shot-{n + 1}",
        shot_type=shot_type,
        subjects=[names[subject]],
        beats=beats,
        length=length,
        guidance=Guidance(
            scene="The living room. Pale morning light, two cups on the coffee table.",
            character=f"{subject} stands by the window, arms folded.",
            motion=f"{subject} turns to the door while speaking, then looks down.",
            lighting="Daylight from the window, soft fill.",
            cinematography=f"{shot_type} of {subject}, eye level, slow push in.",
        ),
        program=Program(
            scene='use_place(stage, "Apartment living room")\nadd_prop(stage, "mug", on="coffee table")',
            character=f'add_person(stage, "{subject}", at="Position 2", facing="Tom")',
            motion=f'speak(stage, "{subject}", "beat-{n}", start=0.4)\nlook_at(stage, "{subject}", "Tom", end=3.0)',
            lighting='light_mood(stage, "day", strength=1.0)',
            cinematography=f'medium_shot(stage, "{subject}", side="left", lens=50)\npush_in(stage, amount=0.2)',
        ),
        locks={2: {"lighting", "cinematography"}, 5: {"shot"}}.get(n, set()),
        not_understood={"motion": ["like a heron"]} if n == 3 else {},
        omitted=n == 10,
        origins={"guidance.lighting": PERSON, "guidance.cinematography": HOUSE} if n == 1 else {},
    )
    if pictures and n not in (7, 9):
        shot.takes = [take(n, shot, pictures)]
        if n in (1, 4):
            shot.takes.append(take(n + 3, shot, pictures, 2))
        shot.active_take = shot.takes[-1].id
    return shot


def take(n: int, shot: Shot, pictures: list[str], number: int = 1) -> Take:
    """A reviewed take with three keyframes."""
    files = [pictures[(n + k) % len(pictures)] for k in (0, 0, 0)]
    return Take(
        id=f"take-{n}-{number}",
        number=number,
        made="2026-11-20T09:30:00+00:00",
        program=shot.program,
        guidance=shot.guidance,
        length=shot.length,
        speech=[Sounding(beat=b.id, speaker=b.speaker, start=0.3) for b in shot.lines],
        keyframes=[Keyframe(frame=k * shot.length // 3, file=f) for k, f in enumerate(files)],
        review=review(n),
    )


def review(n: int) -> Review:
    """Mostly passed; every fourth one has a problem with a suggestion."""
    found = [
        Finding(check="visible", sub_process="cinematography", passed=True, message="Mia is visible",
                value=0.97, limit="at least 0.80"),
        Finding(check="contact", sub_process="motion", passed=True, message="Feet are on the ground", value=0.4,
                limit="at most 2", unit="cm"),
        Finding(check="exposure", sub_process="lighting", passed=True, message="Faces are lit", value=0.46,
                limit="0.30 to 0.70"),
    ]  # fmt: skip
    if n % 4 == 2:
        found.append(
            Finding(check="margin", sub_process="cinematography", passed=False, frame=31, value=0.01,
                    message="Mia's head touches the upper edge", limit="at least 0.04",
                    suggestion=Suggestion(sub_process="cinematography", text="Tilt up a little, or step back."))
        )  # fmt: skip
    return Review(verdict="reject" if n % 4 == 2 else "pass", findings=found, rounds=1 + n % 2)


def paint(folder: Path, count: int = 6, size: tuple[int, int] = (480, 270)) -> list[str]:
    """Simple pictures in `folder`/takes/demo; returns their names inside the folder."""
    import cv2
    import numpy as np

    out = folder / "takes" / "demo"
    out.mkdir(parents=True, exist_ok=True)
    names = []
    width, height = size
    y = np.linspace(0, 1, height)[:, None, None]
    for n in range(count):
        rng = np.random.default_rng(n)
        low, high = rng.integers(40, 140, 3), rng.integers(110, 220, 3)
        image = np.broadcast_to((1 - y) * high + y * low, (height, width, 3)).astype(np.uint8).copy()
        tone = tuple(int(v) for v in rng.integers(60, 230, 3))
        x = int(width * (0.35 + 0.3 * rng.random()))
        cv2.rectangle(image, (0, int(height * 0.78)), (width, height), tuple(int(v * 0.6) for v in low), -1)
        cv2.ellipse(image, (x, height), (width // 7, int(height * 0.42)), 0, 180, 360, tone, -1, cv2.LINE_AA)
        cv2.circle(image, (x, int(height * 0.42)), height // 7, (150, 180, 225), -1, cv2.LINE_AA)
        file = out / f"key-{n}.jpg"
        cv2.imwrite(str(file), image)
        names.append(file.relative_to(folder).as_posix())
    return names
