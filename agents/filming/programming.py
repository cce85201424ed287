"""The Programmer's part: snippets for what the house crew's draft leaves open, and snippets refined after a review."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from agents.filming.answers import Refinement, Snippet, WrittenProgram
from agents.filming.floor import Floor, joined, program_text, shot_values, spoken_lines
from agents.filming.vocabulary import documented, names
from agents.model.faults import RulesBroken
from agents.production.crew import Programmed
from app.document import SUB_PROCESSES, Film, LearnedFunction, Scene, Shot
from app.errors import ShotwrightError
from app.timebase import frames
from library.functions import functions
from library.snippets import check_snippet


async def program(floor: Floor, film: Film, scene: Scene, shot: Shot, draft: Programmed) -> Programmed:
    """The draft with snippets by a model for the sub-processes whose guidance the house crew did not wholly
    understand; where all is plain, or the model fails, the draft."""
    parts = [name for name in SUB_PROCESSES if draft.not_understood.get(name)]
    if not parts:
        return draft
    learned = floor.kit.learned.active()
    missed = "\n".join(f"- {name}: {words}" for name in parts for words in draft.not_understood[name])
    try:
        answer = await floor.ask(
            "programmer", "program", shot, WrittenProgram,
            check=lambda a: snippet_rules(a.snippets, parts, learned, film, shot, draft),
            draft=program_text(draft.program), parts=", ".join(parts), missed=missed,
            functions=library_text(parts, learned), names=names_text(floor, parts, scene.place),
            known=await floor.known("programmer", missed), **shot_values(film, scene, shot),
        )  # fmt: skip
        snippets, cannot, length, notes = answer.snippets, answer.cannot, answer.seconds, []
    except RulesBroken as error:
        snippets, notes = sound(error.answer.snippets, parts, learned, film, shot, draft)
        cannot, length = error.answer.cannot, error.answer.seconds
        floor.crew.tell("programmer", "program", "repaired", "; ".join(notes), shot=shot.id)
    except ShotwrightError as error:
        floor.hand_over("programmer", "program", shot, error)
        return draft
    made = with_snippets(floor, draft, snippets, notes, film, length)
    left = {
        name: words for name, words in draft.not_understood.items() if name not in {s.sub_process for s in snippets}
    }
    if cannot:
        left.setdefault(parts[0], [])
        left[parts[0]] = [*left[parts[0]], *cannot]
    changed = tuple(f"{s.sub_process}: {s.because or 'written'}" for s in snippets)
    floor.crew.tell("programmer", "program", "made", f"{len(snippets)} snippets", changed=changed, shot=shot.id)
    return replace(made, not_understood=left)


def with_snippets(
    floor: Floor, made: Programmed, snippets: Iterable[Snippet], notes: Sequence[str] = (), film: Film | None = None,
    length: float | None = None,
) -> Programmed:  # fmt: skip
    """A program with snippets of the programmer's in place of its own. length: seconds of the shot, if it changes."""
    by = floor.crew.signed("programmer")
    for each in snippets:
        made = made.with_snippet(each.sub_process, joined(each.lines), by)
    needed = made.length if length is None or film is None else frames(length, film.rate)
    return replace(made, length=needed, notes=(*made.notes, *notes))


def library_text(parts: Iterable[str], learned: Sequence[LearnedFunction]) -> str:
    """The functions of some sub-processes."""
    return "\n\n".join(f"## {name}\n{documented(name, learned)}" for name in parts)


def names_text(floor: Floor, parts: Iterable[str], place: str) -> str:
    """The closed lists of names for some sub-processes, each list once."""
    told = [line for name in parts for line in names(name, floor.crew.house.catalogue, place).split("\n")]
    return "\n".join(dict.fromkeys(told))


# ---- rules


def snippet_rules(
    snippets: Sequence[Snippet], parts: Sequence[str], learned: Sequence[LearnedFunction], film: Film, shot: Shot,
    draft: Programmed,
) -> list[str]:  # fmt: skip
    """What some snippets break, each rule naming its snippet: for the model to correct."""
    out = []
    for each in snippets:
        out += [f"{each.sub_process}: {problem}" for problem in _problems(each, parts, learned, film, shot, draft)]
    twice = {s.sub_process for s in snippets if sum(o.sub_process == s.sub_process for o in snippets) > 1}
    return [*out, *(f"{name}: give one snippet for it, not several" for name in sorted(twice))]


def sound(
    snippets: Sequence[Snippet], parts: Sequence[str], learned: Sequence[LearnedFunction], film: Film, shot: Shot,
    draft: Programmed,
) -> tuple[list[Snippet], list[str]]:  # fmt: skip
    """The snippets that break no rule, the first for each sub-process, and what became of the others."""
    good: dict[str, Snippet] = {}
    notes = []
    for each in snippets:
        problems = _problems(each, parts, learned, film, shot, draft)
        if not problems:
            good.setdefault(each.sub_process, each)
        else:
            notes.append(f"{each.sub_process}: the house crew's snippet, since {problems[0]}")
    return list(good.values()), notes


def _problems(
    snippet: Snippet,
    parts: Sequence[str],
    learned: Sequence[LearnedFunction],
    film: Film,
    shot: Shot,
    draft: Programmed,
) -> list[str]:
    name = snippet.sub_process
    if name not in parts:
        return [f"it is not asked for; only {', '.join(parts)}"]
    known = set(functions(name)) | {f.name for f in learned if f.sub_process == name}
    text = joined(snippet.lines)
    try:
        check_snippet(text, name, known)
    except ShotwrightError as error:
        what = error.what.removeprefix(f"{name}, ")
        return [f"{what}. {error.hint}".strip()]
    out = []
    if not text:
        out.append("it is empty")
    if name == "motion":
        spoken = draft.program.model_copy(update={"motion": text})
        before = {line.id for line in spoken_lines(draft.program, shot)}
        lost = [line for line in spoken_lines(spoken, shot) if line.id not in before]
        out += [
            f'the line "{line.id}" is not spoken any more: keep speak(stage, ..., "{line.id}", ...)' for line in lost
        ]
    if name == "character" and not any(c.name in text for c in film.characters) and shot.staging:
        out.append("nobody of the film is on the stage")
    return out


def refinement_rules(
    answer: Refinement,
    parts: Sequence[str],
    learned: Sequence[LearnedFunction],
    film: Film,
    shot: Shot,
    made: Programmed,
) -> list[str]:
    """What a refinement breaks: its functions first, then its snippets with those functions in reach."""
    from agents.filming.learning import as_functions, function_rules

    return [
        *function_rules(answer, parts),
        *snippet_rules(answer.snippets, parts, [*learned, *as_functions(answer)], film, shot, made),
    ]
