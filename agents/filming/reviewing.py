"""The Reviewer's part: pictures and measurements in, yes-or-no answers and a verdict per sub-process out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from agents.filming.answers import Judged, PartReview, ReviewAnswer
from agents.filming.floor import Floor, program_text, shot_values
from agents.filming.questions import Question, questions, told
from agents.model.faults import Fault, RulesBroken
from agents.model.messages import Picture
from agents.people import Prefilled
from agents.production.crew import Staged, View
from app.document import Finding, Origin, Review, Suggestion
from app.errors import ShotwrightError
from app.timebase import seconds

if TYPE_CHECKING:
    from agents.ensemble import Ensemble

MOST_PICTURES = 16
SHOWN = {
    "shot": "what the film's camera sees",
    "camera": "the film's camera, closer in time",
    "person": "a person alone, by a camera of yours",
    "motion": "a motion, by a camera of yours that stays",
}
BLIND = "There are no pictures: judge by the measurements and the program, and say “cannot tell” where they do not say."


async def review(floor: Floor, staged: Staged, measured: Review) -> Review:
    """The review of a staged shot by a model: what it sees and what was measured together. measured: the house
    crew's, which stands alone where the model cannot review."""
    ends = seconds(staged.shot.length, staged.film.rate)
    asked = questions(staged.shot, measured.findings, staged.numbers, ends)
    try:
        answer = await _answer(floor, staged, asked)
    except RulesBroken as error:
        answer = error.answer
        floor.crew.tell("reviewer", "review", "repaired", "; ".join(error.rules)[:600], shot=staged.shot.id)
    except ShotwrightError as error:
        floor.hand_over("reviewer", "review", staged.shot, error)
        return measured
    made = judged(asked, answer, measured, floor.crew.signed("reviewer"))
    problems = tuple(f"{f.sub_process}: {f.message}" for f in made.problems)
    floor.crew.tell("reviewer", "review", "criticised" if problems else "verified", made.verdict, changed=problems,
                    shot=staged.shot.id)  # fmt: skip
    return made


async def _answer(floor: Floor, staged: Staged, asked: list[Question]) -> ReviewAnswer:
    """The model's answers: with pictures where it sees, else by the measurements alone."""
    values = shot_values(staged.film, staged.scene, staged.shot) | {
        "questions": told(asked),
        "program": program_text(staged.program),
        "facts": facts(staged.numbers),
        "known": await floor.known("reviewer", staged.shot.guidance.motion or staged.shot.shot_type),
    }

    def check(answer: ReviewAnswer) -> list[str]:
        return missing(asked, answer)

    if staged.views and sees(floor):
        pictures = tuple(Picture.read(v.file, f"{v.label} ({SHOWN[v.purpose]})") for v in chosen(staged.views))
        looking = f"You get {len(pictures)} pictures, each named by the text before it."
        try:
            return await floor.ask(
                "reviewer",
                "review",
                staged.shot,
                ReviewAnswer,
                check=check,
                pictures=pictures,
                prefilled=as_measured(asked),
                looking=looking,
                **values,
            )
        except Fault as fault:
            if "cannot see pictures" not in fault.what:
                raise
            floor.blind.add(floor.crew.player("reviewer"))
    filled = as_measured(asked)
    return await floor.ask(
        "reviewer", "review", staged.shot, ReviewAnswer, check=check, prefilled=filled, looking=BLIND, **values
    )


def chosen(views: Sequence[View]) -> list[View]:
    """At most `MOST_PICTURES` views, some of every purpose, in their order."""
    by_purpose = {purpose: [v for v in views if v.purpose == purpose] for purpose in SHOWN}
    kept: list[View] = []
    while len(kept) < MOST_PICTURES and any(by_purpose.values()):
        for own in by_purpose.values():
            if own:
                kept.append(own.pop(0))
    kept = kept[:MOST_PICTURES]
    return [v for v in views if v in kept]


def as_measured(asked: list[Question]) -> Prefilled:
    """The review that the measurements alone would give, for a person to go through."""
    parts = []
    for name in dict.fromkeys(q.sub_process for q in asked):
        own = [q for q in asked if q.sub_process == name]
        failed = [q.finding for q in own if q.finding is not None and not q.finding.passed]
        answers = [Judged(question=q.id, answer="no" if q.finding in failed else "yes") for q in own]
        suggestions = [f.suggestion.text if f.suggestion else f.message for f in failed]
        verdict = "reject" if failed else "pass"
        parts.append(PartReview(sub_process=name, answers=answers, verdict=verdict, suggestions=suggestions))
    return Prefilled(ReviewAnswer(parts=parts), {q.id: q.text for q in asked})


def sees(floor: Floor) -> bool:
    """Whether pictures are worth sending to whoever reviews."""
    return has_eyes(floor.crew) and floor.crew.player("reviewer") not in floor.blind


def has_eyes(crew: Ensemble) -> bool:
    """Whether a person reviews, or a model is set up that may see pictures."""
    if crew.people.plays("reviewer"):
        return True
    try:
        return bool(crew.client.settings.endpoint("reviewer", "vision"))
    except ShotwrightError:
        return False


def missing(asked: list[Question], answer: ReviewAnswer) -> list[str]:
    """Questions without an answer, and answers to questions nobody asked."""
    ids = {q.id for q in asked}
    given = {j.question for part in answer.parts for j in part.answers}
    out = [f"question {q.id} is not answered" for q in asked if q.id not in given]
    out += [f"there is no question {name!r}" for name in sorted(given - ids)]
    for part in answer.parts:
        if part.verdict == "reject" and not part.suggestions:
            out.append(f"{part.sub_process} is rejected without a suggestion")
    return out[:12]


def judged(asked: list[Question], answer: ReviewAnswer, measured: Review, by: Origin) -> Review:
    """Answers and measurements as one review.

    A geometric fact stands as it was measured; a limit of taste gives way to what the reviewer says. A question that
    is not answered counts as its measurement, and a "no" in a sub-process that is passed without a suggestion as a
    remark. The verdict follows from the findings.
    """
    given: dict[str, Judged] = {j.question: j for part in answer.parts for j in part.answers}
    parts: dict[str, PartReview] = {part.sub_process: part for part in answer.parts}
    about = {id(q.finding): q for q in asked if q.finding is not None}
    findings = []
    for finding in measured.findings:
        question = about.get(id(finding))
        said = given.get(question.id) if question else None
        findings.append(_weighed(finding, question, said, parts))
    for question in (q for q in asked if q.finding is None):
        said = given.get(question.id)
        if said is not None and said.answer != "cannot tell":
            findings.append(_seen(question, said, parts))
    rejected = any(not f.passed for f in findings)
    return Review(by=by, verdict="reject" if rejected else "pass", findings=findings)


def _weighed(finding: Finding, question: Question | None, said: Judged | None, parts: dict[str, PartReview]) -> Finding:
    """A measured finding with what the reviewer says about it."""
    if question is None or said is None or said.answer == "cannot tell":
        return finding
    passed = said.answer == "yes"
    if passed == finding.passed:
        return finding
    if question.kind == "geometry":
        return finding.model_copy(
            update={"message": f"{finding.message} (measured; the reviewer saw it otherwise: {said.note})"}
        )
    if not passed and _let_pass(question, parts):
        return finding
    where = "" if finding.frame is None else f" at frame {finding.frame}"
    note = said.note.rstrip(".") or "the reviewer sees it otherwise"
    changes: dict[str, Any] = {"passed": passed, "message": f"{note} (measured{where}: {finding.message})"}
    if passed:
        changes["suggestion"] = None
    else:
        changes["suggestion"] = _suggestion(question, said, parts)
    return finding.model_copy(update=changes)


def _seen(question: Question, said: Judged, parts: dict[str, PartReview]) -> Finding:
    """What only the reviewer can tell."""
    passed = said.answer == "yes" or _let_pass(question, parts)
    return Finding(
        check=question.text.rstrip("?"), sub_process=question.sub_process, passed=passed,
        message=said.note or ("yes" if passed else "no"),
        suggestion=None if passed else _suggestion(question, said, parts),
    )  # fmt: skip


def _let_pass(question: Question, parts: dict[str, PartReview]) -> bool:
    """Whether the reviewer passes the sub-process all the same and asks for nothing: a "no" there is a remark."""
    part = parts.get(question.sub_process)
    return part is not None and part.verdict == "pass" and not part.suggestions


def _suggestion(question: Question, said: Judged, parts: dict[str, PartReview]) -> Suggestion:
    part = parts.get(question.sub_process)
    text = " ".join(part.suggestions) if part and part.suggestions else said.note or "Correct it."
    return Suggestion(sub_process=question.sub_process, text=text)


def facts(numbers: dict[str, Any]) -> str:
    """The measurements that no question holds, in words."""
    camera = numbers["camera"]
    out = [f"- camera: {'moves' if camera['moving'] else 'rests'}, lens {camera['lens'][0]:g} mm"]
    if camera["moving"]:
        places = " → ".join("({:.1f}, {:.1f}, {:.1f})".format(*p) for p in camera["location"])
        lenses = " → ".join(f"{lens:g}" for lens in camera["lens"])
        out.append(
            f"- camera path at frames {numbers['frames']}: {places} m; lens {lenses} mm; jerk {camera['jerk']:g} m/s³"
        )
    for name, person in numbers["people"].items():
        for frame, seen in person["frames"].items():
            out.append(
                f"- {name}, frame {frame}: {seen['visible']:.0%} visible, {seen['in_frame']:.0%} in frame, eyes at "
                f"({seen['x']:.2f}, {seen['y']:.2f}), fills {seen['fill']:.0%} of the height, "
                f"face {seen['face_angle']:.0f}° off the lens"
            )
    for frame, light in numbers.get("exposure", {}).items():
        faces = ", ".join(f"{n} {v:.2f}" for n, v in light["faces"].items())
        levels = f"mean {light['mean']:.2f}, contrast {light['contrast']:.2f}"
        out.append(f"- light, frame {frame}: {levels}; faces: {faces or 'none'}")
    return "\n".join(out)
