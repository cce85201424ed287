"""The house reviewer: judges a staged shot by what was measured, and says what to change.

Limits are film craft in numbers: a subject must be seen, sit inside the frame with room, fill what the shot
type asks, touch the ground or the seat, be lit; the camera must not stand in anything.
"""

from __future__ import annotations

import math
from typing import Any

from app.document import HOUSE, Finding, Review, SubProcess, Suggestion

FILL = {
    "extreme": (0.80, 1.90),
    "close": (0.30, 0.72),
    "shoulder": (0.15, 0.42),
    "bust": (0.48, 1.05),
    "view": (0.08, 1.10),
    "medium": (0.42, 1.02),
    "canted": (0.34, 0.96),
    "group": (0.26, 0.98),
    "long": (0.26, 0.97),
    "place": (0.08, 0.95),
}
"""Size -> share of the frame's height from its low landmark to the crown; of the head in `BY_HEAD`."""

BY_HEAD = ("extreme", "close", "shoulder")
THING_FILL = (0.12, 1.0)
NEARER, MARGIN = 1.6, 1.15
"""How much larger than its shot type says a subject may become by a push in at least, and by one of a known share of
the distance as a multiple of what that share comes to."""
TRAVELLING = ("Truck Shot", "Tracking Shot", "Crane Shot")
"""Shot types that may hold their subject smaller on the way."""
ARRIVING = ("Pan Shot", "Whip Pan", "Tilt Shot", "Curve Surround Shot")
"""Shot types that reach their framing only at the end."""
FACES = ("Close-up", "Extreme Close-up", "Medium Close-up", "Over-the-Shoulder Shot", "Zoom Shot")
"""Shot types that are nothing without the face."""

SPOKEN, PROFILE = ("medium", "canted", "view"), 95
"""Sizes in which the face of somebody alone who speaks is seen, from the side at most, and degrees off the lens."""

VOID = 0.02
"""Share of the picture that may show nothing, in a room."""
IN_LINE = 0.3
"""Share of a head that may be lost where two are one before the other."""
FACE_LIGHT = (0.15, 0.84)
PICTURE_LIGHT = (0.05, 0.80)
AFTERWARDS = 1.0
"""Seconds a shot goes on after the last thing that happens in it."""
AIRBORNE = ("jump", "danc", "run", "fall", "kneel")


class _Findings:
    def __init__(self) -> None:
        self.all: list[Finding] = []

    def add(
        self, check: str, sub_process: SubProcess, passed: bool, message: str, *, subject: str = "",
        frame: int | None = None, value: float | None = None, limit: str = "", unit: str = "",
        advice: str = "", change: dict[str, Any] | None = None,
    ) -> None:  # fmt: skip
        suggestion = None
        if not passed and advice:
            suggestion = Suggestion(sub_process=sub_process, text=advice, change=change or {})
        self.all.append(
            Finding(
                check=check, sub_process=sub_process, passed=passed, message=message, subject=subject, frame=frame,
                value=None if value is None else round(float(value), 3), limit=limit, unit=unit, suggestion=suggestion,
            )
        )  # fmt: skip


def review(numbers: dict[str, Any], motion: str = "") -> Review:
    """Judges the measurements of a staged shot (see `render.worker.measure`). motion: the motion snippet."""
    found = _Findings()
    filmed = [n for n in numbers["filmed"] if n in numbers["people"]]
    for name in filmed:
        _framing(found, numbers, name, len(filmed))
    if "thing" in numbers:
        _thing(found, numbers["thing"])
    for name, person in numbers["people"].items():
        _contact(found, name, person, motion)
    _camera(found, numbers["camera"], motion)
    _light(found, numbers, filmed)
    verdict = "reject" if any(not f.passed for f in found.all) else "pass"
    return Review(by=HOUSE, verdict=verdict, findings=found.all)


def _framing(found: _Findings, numbers: dict[str, Any], name: str, count: int) -> None:
    frames = {int(k): v for k, v in numbers["people"][name]["frames"].items()}
    judged = _judged(numbers["shot_type"], frames)
    if count > 1 and numbers["shot_type"] == "Pan Shot" and name != numbers["filmed"][-1]:
        return
    if count > 1 and numbers["shot_type"] == "Whip Pan":
        last = numbers["filmed"][-1]
        judged = {max(frames): frames[max(frames)]} if name == last else {min(frames): frames[min(frames)]}
    # A push in begins with all that the shot type shows and comes nearer: then the feet may go, not the head.
    pushes = numbers["camera"].get("pushes")
    near = {} if not pushes else {k: v for k, v in judged.items() if k != min(frames)}
    nearer = max(NEARER, MARGIN / (1.0 - min(pushes, 0.9))) if isinstance(pushes, float) else NEARER
    most = {k: nearer if k in near else 1.0 for k in judged}
    frame, worst = min(judged.items(), key=lambda kv: kv[1]["visible"] + min(kv[1]["in_frame"] * most[kv[0]], 1.0))
    base = _filled(judged[min(judged)])  # what the argument of the shot type set, before a move on top of it
    away = worst["face_angle"] > 100
    share = 0.5 if worst["size"] == "place" else 0.6
    away = away or worst["size"] == "insert"
    found.add(
        "subject visible", "cinematography", worst["visible"] >= share and (worst["eyes_visible"] or away),
        f"{name}: {worst['visible']:.0%} of what is framed can be seen", subject=name, frame=frame,
        value=worst["visible"], limit=f">= {share}, eyes included",
        advice=f"Film {name} from another angle.", change={"argument": "angle", "add": 24},
    )  # fmt: skip
    found.add(
        "subject in frame", "cinematography", worst["in_frame"] * most[frame] >= 0.99 and 0.04 <= worst["x"] <= 0.96,
        f"{name}: {worst['in_frame']:.0%} inside the frame", subject=name, frame=frame, value=worst["in_frame"],
        limit="all of it", advice=f"Step back so that {name} is inside the frame.",
        change={"argument": "fill", "set": base * 0.86},
    )  # fmt: skip
    if worst["size"] == "insert":
        return
    _heads_apart(found, name, judged)
    top_frame, top = max(((k, v["top"]) for k, v in judged.items()), key=lambda kv: kv[1])
    cut = judged[top_frame]["size"] == "extreme"
    found.add(
        "headroom", "cinematography", cut or top <= 0.995, f"{name}: {1 - top:.1%} of the frame above the head",
        subject=name, frame=top_frame, value=1 - top, limit=">= 0.005", advice="Leave more room above the head.",
        change={"argument": "fill", "set": base * 0.9},
    )  # fmt: skip
    for frame, seen in judged.items():
        low, high = FILL[seen["size"]]
        fill = _filled(seen)
        if seen["size"] == "medium" and count > 1:
            low = 0.28
        if seen["size"] == "long" and count > 1:
            # people who stand apart, or come from afar, are held by a wider frame
            low = 0.22 if count == 2 else 0.16
        if numbers["shot_type"] in TRAVELLING or numbers["camera"].get("reveals"):
            low = 0.14
        if count == 1 and seen["size"] == "medium" and _walks(numbers, name):
            # a camera that stays is near enough to who walks where they come nearest
            low = low if max(_filled(v) for v in judged.values()) < low else 0.2
        high *= most[frame]
        if not low <= fill <= high or frame == max(judged):
            found.add(
                "fills the frame", "cinematography", low <= fill <= high,
                f"{name} fills {fill:.0%} of the frame's height", subject=name, frame=frame, value=fill,
                limit=f"{low:.2f} to {high:.2f}",
                advice=f"Go {'closer to' if fill < low else 'farther from'} {name}.",
                change={"argument": "fill", "set": base * (1.25 if fill < low else 0.85)},
            )  # fmt: skip
            break
    speaks = count == 1 and seen["size"] in SPOKEN and any(name == who for _, who, _ in numbers.get("speech", ()))
    if numbers["shot_type"] in FACES or speaks:
        angle, most = frames[max(frames)]["face_angle"], 80 if numbers["shot_type"] in FACES else PROFILE
        found.add(
            "face towards camera", "cinematography", angle <= most,
            f"{name}'s face is {angle:.0f} degrees off the lens",
            subject=name, value=angle, limit=f"<= {most}", unit="degrees", advice=f"Come round to {name}'s face.",
            change={"argument": "angle", "set": 20},
        )  # fmt: skip


def _heads_apart(found: _Findings, name: str, judged: dict[int, dict[str, Any]]) -> None:
    """Nobody's head is before or behind somebody else's for most of the shot; passing each other is none."""
    shares = {other: 0.0 for seen in judged.values() for other in seen.get("in_line", {})}
    for other in shares:
        shares[other] = sorted(seen.get("in_line", {}).get(other, 0.0) for seen in judged.values())[len(judged) // 2]
    other, share = max(shares.items(), key=lambda each: each[1], default=("", 0.0))
    found.add(
        "heads apart", "cinematography", share <= IN_LINE,
        f"the heads of {name} and {other} are in line: {share:.0%} of one is lost" if other else
        f"nobody's head is in line with {name}'s",
        subject=name, value=share, limit=f"<= {IN_LINE}", advice=f"Film {name} and {other} from more to the side.",
        change={"argument": "angle", "add": 24},
    )  # fmt: skip


def _thing(found: _Findings, thing: dict[str, Any]) -> None:
    name = thing["name"]
    inside = 0.1 <= thing["x"] <= 0.9 and 0.1 <= thing["y"] <= 0.9
    found.add(
        "thing in frame", "cinematography", inside and thing["visible"],
        f"the {name} is {'seen' if thing['visible'] else 'hidden'}{'' if inside else ', outside the frame'}",
        subject=name, advice=f"Film the {name} from another angle.", change={"argument": "angle", "add": 40},
    )  # fmt: skip
    low, high = THING_FILL
    found.add(
        "fills the frame", "cinematography", low <= thing["fill"] <= high,
        f"the {name} takes {thing['fill']:.0%} of the frame", subject=name, value=thing["fill"],
        limit=f"{low} to {high}", advice=f"Go {'closer to' if thing['fill'] < low else 'farther from'} the {name}.",
        change={"argument": "fill", "set": 0.5},
    )  # fmt: skip


def _judged(shot_type: str, frames: dict[int, dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """The frames in which the subject has to be framed as the shot type says: a pan and a curve arrive there,
    a zoom and a dolly begin and end there, a truck passes by."""
    first, last = min(frames), max(frames)
    if shot_type in ARRIVING:
        return {last: frames[last]}
    if shot_type in ("Zoom Shot", "Dolly Shot"):
        return {k: frames[k] for k in (first, last)}
    if shot_type == "Truck Shot":
        return {k: v for k, v in frames.items() if k not in (first, last)} or frames
    return frames


def _walks(numbers: dict[str, Any], name: str) -> bool:
    """Whether somebody goes farther than a step during the shot."""
    ways = [m for m in numbers.get("motions", ()) if m["person"] == name and len(m.get("start", ())) > 1]
    return any(math.dist(m["start"][:2], m["end"][:2]) > 1.0 for m in ways)


def _filled(seen: dict[str, Any]) -> float:
    return seen["head"] if seen["size"] in BY_HEAD else seen["fill"]


def _contact(found: _Findings, name: str, person: dict[str, Any], motion: str) -> None:
    airborne = any(word in motion.casefold() for word in AIRBORNE)
    seated = bool(person["seat_gap"])
    lowest = person["lowest"]
    if lowest and not airborne:
        worst = max(lowest, key=abs)
        limit = 0.06 if seated else 0.03
        found.add(
            "feet on the ground", "motion", abs(worst) <= limit,
            f"{name}'s lowest point is {worst * 100:+.1f} cm off the ground",
            subject=name, value=worst, limit=f"within {limit} m", unit="m",
        )  # fmt: skip
    if seated:
        worst = max(person["seat_gap"], key=abs)
        found.add(
            "on the seat", "motion", abs(worst) <= 0.05, f"{name} is {worst * 100:+.1f} cm off the seat", subject=name,
            value=worst, limit="within 0.05 m", unit="m",
        )  # fmt: skip
    found.add(
        "clear of furniture", "character", person["in_furniture"] <= 0.06,
        f"{name} is {person['in_furniture'] * 100:.0f} cm inside furniture", subject=name, value=person["in_furniture"],
        limit="<= 0.06", unit="m", advice=f"Move {name} to a free position.",
    )  # fmt: skip
    for what, second, ends in person.get("unseen", ()):
        found.add(
            "all of it is seen", "motion", False,
            f"{name}'s {what} begins at {second:.1f} s and is not seen before the end of the shot", subject=name,
            value=second, unit="s", limit="within the shot", advice="Make the shot longer, or let it happen earlier.",
            change={"seconds": ends + AFTERWARDS},
        )  # fmt: skip
    if person.get("arrives") is not None:
        gap = float(person["arrives"])
        found.add(
            "arrives", "motion", gap <= 0.15, f"{name} ends {gap:.2f} m from the goal", subject=name, value=gap,
            limit="<= 0.15", unit="m", advice=f"Give {name} more time, or a nearer goal.",
        )  # fmt: skip


def _camera(found: _Findings, camera: dict[str, Any], motion: str) -> None:
    clear = min(camera["clearance"])
    found.add(
        "camera clear of the place", "cinematography", clear >= 0.08,
        f"the nearest surface is {clear:.2f} m from the camera",
        value=clear, limit=">= 0.08", unit="m", advice="Move the camera off the surface.",
        change={"argument": "angle", "add": 18},
    )  # fmt: skip
    near = min(camera["person_clearance"])
    found.add(
        "camera clear of people", "cinematography", near >= 0.15, f"the nearest person is {near:.2f} m from the camera",
        value=near, limit=">= 0.15", unit="m", advice="Film from farther away or another angle.",
        change={"argument": "angle", "add": 24},
    )  # fmt: skip
    void = max(camera.get("void", (0.0,)))
    found.add(
        "room fills the picture", "cinematography", void <= VOID,
        f"{void:.1%} of the picture shows nothing where the room should be", value=void, limit=f"<= {VOID}",
        advice="Film from a side where the room goes on.", change={"argument": "angle", "add": 30},
    )  # fmt: skip
    found.add(
        "line of action kept", "cinematography", not camera["crossed_line"],
        f"the camera {'crosses the 180-degree line' if camera['crossed_line'] else 'keeps its side of the line'}",
        advice="Stay on the scene's side of the line.", change={"argument": "angle", "set": 15},
    )  # fmt: skip
    if camera["moving"]:
        found.add(
            "camera moves smoothly", "cinematography", camera["jerk"] <= 60, f"jerk {camera['jerk']:.1f} m/s3",
            value=camera["jerk"], limit="<= 60", unit="m/s3", advice="Move the camera more slowly.",
        )  # fmt: skip


def _light(found: _Findings, numbers: dict[str, Any], filmed: list[str]) -> None:
    pictures = numbers.get("exposure", {})
    if not pictures:
        return
    means = [p["mean"] for p in pictures.values()]
    mean = sum(means) / len(means)
    low, high = PICTURE_LIGHT
    found.add(
        "picture exposed", "lighting", low <= mean <= high, f"mean brightness {mean:.2f}", value=mean,
        limit=f"{low} to {high}", advice="Brighten the picture." if mean < low else "Darken the picture.",
        change={"call": "exposure", "stops": 0.6 if mean < low else -0.5},
    )  # fmt: skip
    clipped = max(p["clipped"] for p in pictures.values())
    found.add(
        "highlights held", "lighting", clipped <= 0.06, f"{clipped:.1%} of the picture is burnt out", value=clipped,
        limit="<= 0.06", advice="Darken the picture a little.", change={"call": "exposure", "stops": -0.35},
    )  # fmt: skip
    for name in filmed:
        values = [p["faces"][name] for p in pictures.values() if name in p["faces"]]
        if not values:
            continue
        face = sorted(values)[len(values) // 2]
        low, high = FACE_LIGHT
        found.add(
            "face readable", "lighting", low <= face <= high, f"{name}'s face has brightness {face:.2f}", subject=name,
            value=face, limit=f"{low} to {high}",
            advice=f"Give {name} {'more' if face < low else 'less'} key light.",
            change={"call": "key_light", "subject": name, "factor": 1.7 if face < low else 0.65},
        )  # fmt: skip
