"""After a rejected review: arguments are corrected by measurement, everything else by the Programmer, who may write a
function where no argument can do it."""

from __future__ import annotations

from collections.abc import Sequence

from agents.filming.answers import Refinement
from agents.filming.floor import Floor, program_text, shot_values
from agents.filming.learning import contract, keep, tried
from agents.filming.programming import library_text, names_text, refinement_rules, sound, with_snippets
from agents.house import refiner
from agents.model.faults import RulesBroken
from agents.model.messages import assistant, user
from agents.production.crew import Programmed, Refined
from app.document import SUB_PROCESSES, Film, Finding, Review, Scene, Shot
from app.errors import ShotwrightError


async def refine(
    floor: Floor, film: Film, scene: Scene, shot: Shot, made: Programmed, review: Review, locked: set[str]
) -> Refined | None:
    """A better program, or None when nobody knows one. What a measurement says as a number is done by rule; the
    model is asked for the rest, and for all of it where the rule has nothing left to do. Snippets of `locked`
    sub-processes become proposals."""
    by_rule = refiner.refined(film, shot, made, review, locked)
    base = by_rule or made
    open_ = [f for f in review.problems if by_rule is None or not (f.suggestion and f.suggestion.change)]
    if not open_:
        return Refined(base)
    done = () if by_rule is None else refiner.changed_lines(made.program, base.program)
    answer = await _answer(floor, film, scene, shot, base, open_, done)
    if answer is None:
        return None if by_rule is None else Refined(base)
    free = [s for s in answer.snippets if s.sub_process not in locked]
    held = {s.sub_process: s for s in answer.snippets if s.sub_process in locked}
    better = with_snippets(floor, base, free, (), film, answer.seconds)
    changed = tuple(f"{s.sub_process}: {s.because or 'changed'}" for s in answer.snippets)
    floor.crew.tell("programmer", "refinement", "corrected", open_[0].message, changed=changed, shot=shot.id)
    proposals = {n: ("\n".join(s.lines).strip(), s.because or open_[0].message) for n, s in held.items()}
    return Refined(better, proposals)


async def _answer(
    floor: Floor,
    film: Film,
    scene: Scene,
    shot: Shot,
    base: Programmed,
    problems: list[Finding],
    done: Sequence[str],
) -> Refinement | None:
    """The programmer's answer, with its functions tried and kept; None where there is no usable one."""
    parts = [name for name in SUB_PROCESSES if any(f.sub_process == name for f in problems)]
    learned = floor.kit.learned.active()
    told = problems_text(problems)
    values = shot_values(film, scene, shot, base.length) | {
        "program": program_text(base.program),
        "parts": ", ".join(parts),
        "problems": told,
        "done": "".join(f"\nChanged already because of what was measured: {line}" for line in done),
        "functions": library_text(parts, learned),
        "names": names_text(floor, parts, scene.place),
        "contract": contract(),
        "known": await floor.known("programmer", told),
    }
    more = []
    for attempt in (1, 2):
        try:
            answer = await floor.ask(
                "programmer", "refine", shot, Refinement, more=more,
                check=lambda a: refinement_rules(a, parts, learned, film, shot, base), **values,
            )  # fmt: skip
        except RulesBroken as error:
            snippets, notes = sound(error.answer.snippets, parts, learned, film, shot, base)
            floor.crew.tell("programmer", "refinement", "repaired", "; ".join(notes)[:600], shot=shot.id)
            return Refinement(snippets=snippets, seconds=error.answer.seconds) if snippets else None
        except ShotwrightError as error:
            floor.hand_over("programmer", "refinement", shot, error)
            return None
        if not answer.functions:
            keep(floor, film, shot, answer)
            return answer
        failure = await tried(floor, film, shot, with_snippets(floor, base, answer.snippets), answer)
        if failure is None:
            keep(floor, film, shot, answer)
            return answer
        floor.crew.tell("programmer", "library", "criticised", failure.what, round=attempt, shot=shot.id)
        more = [
            assistant(answer.model_dump_json()),
            user(f"It was tried and failed: {failure.what} {failure.hint}\nCorrect it, and answer whole again."),
        ]
    return None


def problems_text(problems: list[Finding]) -> str:
    """What a review found wrong, one a line, with each suggestion once."""
    out: list[str] = []
    for name in dict.fromkeys(p.sub_process for p in problems):
        own = [p for p in problems if p.sub_process == name]
        for each in own:
            limit = f" (limit {each.limit})" if each.limit else ""
            out.append(f"- {name}, {each.check}: {each.message}{limit}")
        out += [f"  Suggestion: {text}" for text in dict.fromkeys(p.suggestion.text for p in own if p.suggestion)]
    return "\n".join(out)
