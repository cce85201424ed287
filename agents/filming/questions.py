"""What a reviewer is asked about a staged shot: yes or no, per sub-process, with what was measured beside it.

For geometry the measurement decides, whatever the reviewer sees; for taste the reviewer decides.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

from app.document import SUB_PROCESSES, Finding, Shot, SubProcess

GEOMETRY = (
    "subject visible", "subject in frame", "heads apart", "thing in frame", "feet on the ground", "on the seat",
    "clear of furniture", "arrives", "camera clear of the place", "camera clear of people", "line of action kept",
    "camera moves smoothly", "room fills the picture",
)  # fmt: skip
"""Checks of the house reviewer that are facts; its others are limits of taste."""

WORDS = {
    "subject visible": "Is {who} clearly to be seen, with nothing important in front?",
    "subject in frame": "Is as much of {who} inside the frame as this shot type shows?",
    "heads apart": "Are the heads of {who} and everybody else apart, none before or behind another?",
    "headroom": "Is there a fitting space above the head of {who}?",
    "fills the frame": "Does {who} have the right size in the picture for this shot type?",
    "face towards camera": "Can the face of {who} be read from here?",
    "feet on the ground": "Does {who} stand on the ground, neither floating nor sunk in?",
    "on the seat": "Does {who} really sit on the seat?",
    "clear of furniture": "Is {who} clear of furniture and walls?",
    "arrives": "Does {who} get to where they go?",
    "camera clear of the place": "Is the camera free of walls and things?",
    "camera clear of people": "Does the camera keep off people?",
    "room fills the picture": "Is there room to be seen wherever the picture should show some?",
    "line of action kept": "Does the camera stay on its side of the line of action?",
    "camera moves smoothly": "Does the camera move smoothly?",
    "picture exposed": "Is the picture neither too dark nor too bright for its mood?",
    "highlights held": "Are bright parts free of burnt-out patches?",
    "face readable": "Is there enough light on the face of {who} to read it?",
    "thing in frame": "Is {who} inside the frame and to be seen?",
}
FOLLOWS = {
    "scene": "Does the place with its things show what the guidance asks?",
    "character": "Are the people who they should be, where and how they should be?",
    "motion": "Does everybody do what the guidance asks, all of it and in that order?",
    "lighting": "Do light and mood fit the guidance?",
    "cinematography": "Do shot type, framing and camera move follow the guidance?",
}
QUALITY = {
    "scene": "Does the place look whole and believable, nothing floating or misplaced?",
    "character": "Do the people look right, nothing torn, twisted or cut through?",
    "motion": "Do the poses look natural for what is done?",
    "lighting": "Does the light lead the eye to what matters?",
    "cinematography": "Is the composition good: balance, headroom, lead room, nothing cut awkwardly?",
}


@dataclass(frozen=True)
class Question:
    """finding: the measured one it is about, None where only a look can tell; fact: what was measured, in words."""

    id: str
    sub_process: SubProcess
    text: str
    kind: Literal["geometry", "taste"]
    fact: str = ""
    finding: Finding | None = None


def questions(shot: Shot, measured: list[Finding], numbers: dict[str, Any], ends: float = math.inf) -> list[Question]:
    """The questions about a shot: whether each sub-process follows its guidance and is good, each motion by itself,
    and one for each thing that was measured. ends: seconds of the shot."""
    out: list[Question] = []
    for name in SUB_PROCESSES:
        letter = name[0].upper() if name != "cinematography" else "K"
        found: list[Question] = []

        def add(text: str, kind: str = "taste", fact: str = "", finding: Finding | None = None) -> None:
            found.append(Question(f"{letter}{len(found) + 1}", name, text, kind, fact, finding))  # noqa: B023

        if getattr(shot.guidance, name).strip():
            add(FOLLOWS[name])
        add(QUALITY[name])
        if name == "motion":
            for each in numbers.get("motions", []):
                add(f"Is this motion right: {motion_text(each, ends)}?")
        for finding in (f for f in measured if f.sub_process == name and f.check in WORDS):
            kind = "geometry" if finding.check in GEOMETRY else "taste"
            text = WORDS[finding.check].format(who=finding.subject or "the subject")
            where = "" if finding.frame is None else f" at frame {finding.frame}"
            limit = f"; within limits is {finding.limit}" if finding.limit else ""
            add(text, kind, f"measured{where}: {finding.message}{limit}", finding)
        out += found
    return out


CUT_OFF = 0.35
"""Seconds of a motion that may be left when the shot ends."""


def motion_text(motion: dict[str, Any], ends: float = math.inf) -> str:
    """One measured motion in words. ends: seconds of the shot, which may cut it off."""
    cut = f", cut off by the end of the shot at {ends:.1f} s" if motion["to_s"] > ends + CUT_OFF else ""
    start, end = motion["start"], motion["end"]
    way = f"from ({start[0]:.1f}, {start[1]:.1f}) to ({end[0]:.1f}, {end[1]:.1f}) m, " if start != end else ""
    speed = f", at most {motion['speed']:.1f} m/s" if motion.get("speed") else ""
    return f"{motion['person']} {motion['what']}, {way}{motion['from_s']:.1f} to {motion['to_s']:.1f} s{speed}{cut}"


def told(asked: list[Question]) -> str:
    """The questions for a prompt, by sub-process."""
    lines: list[str] = []
    for name in SUB_PROCESSES:
        lines.append(f"## {name}")
        for each in (q for q in asked if q.sub_process == name):
            fact = f" [{each.fact}]" if each.fact else ""
            lines.append(f"- {each.id}: {each.text}{fact}")
    return "\n".join(lines)
