"""The script discussed: the director's critique, and the actors' notes that the director adopts, each with
Critique-Correct-Verify. What breaks a rule goes to the screenwriter with the rule's name in the same round."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from agents.collaboration import Corrected, Point, Round, Verdict, critique_correct_verify
from agents.input.screenplay import Screenplay, Speech
from agents.writing import vocabulary
from agents.writing.answers import Adopted, AdoptedAnswer, Critique, NoteAnswer, Notes, Verification
from agents.writing.blockingcheck import broken
from agents.writing.idea import used_places
from agents.writing.room import Room, points_told, summary, taste
from agents.writing.script import cast_told, entries, people, rewritten

NOTES_EACH = 3
"""Notes an actor may give."""


class Worded(Point):
    """A point that says how the line is to be spoken, so that nobody has to look for words. words: the whole line."""

    words: str


type Criticism = Callable[[Screenplay, int], Awaitable[list[Point]]]


async def director(room: Room, play: Screenplay) -> Screenplay:
    """The script after the director's critique and the screenwriter's corrections."""
    if not (room.crew.modelled("director") and room.crew.modelled("screenwriter")):
        return play

    async def critique(script: Screenplay, round_: int) -> list[Point]:
        rules = broken(script, room.catalogue)
        answer = await room.ask(
            "director", "critique", Critique, round_=round_, topic=room.topic, cast=cast_told(script),
            script=room.script(script), rules=points_told(rules), actions=vocabulary.actions(room.catalogue),
            words="stay as they are: a person wrote them" if room.verbatim else "may be changed",
        )  # fmt: skip
        known = _abouts(script)
        own = [
            Point(about=p.about.strip("[] "), rule=p.kind, text=f"{p.problem} {p.suggestion}".strip())
            for p in answer.points
            if p.about.strip("[] ").casefold() in known
        ]
        return [*own, *rules]

    return await _corrected(room, play, "critique", critique)


async def actors(room: Room, play: Screenplay) -> Screenplay:
    """The script after those notes of the actors that the director adopted."""
    crew = room.crew
    if room.verbatim or not all(crew.modelled(r) for r in ("actor", "director", "screenwriter")):
        return play

    async def notes(script: Screenplay, round_: int) -> list[Point]:
        answer = await room.ask(
            "actor", "notes", Notes, round_=round_, cast=cast_told(script), script=room.script(script),
            names=", ".join(people(script)), most=NOTES_EACH,
        )  # fmt: skip
        lines = {e.id: e.speaker for _, _, e in entries(script) if isinstance(e, Speech)}
        given: dict[str, int] = {}
        own = []
        for note in answer.notes:
            about, who = note.about.strip("[] "), note.character.strip()
            if lines.get(about, "").casefold() == who.casefold() and given.get(who, 0) < NOTES_EACH:
                given[who] = given.get(who, 0) + 1
                own.append(note.model_copy(update={"about": about}))
        texts = tuple(_noted(n) for n in own)
        crew.tell("actor", "notes", "noted", summary(own, "note"), round=round_, changed=texts)
        if not own:
            return []
        numbered = "\n".join(f"{n}. {text}" for n, text in enumerate(texts, 1))
        chosen = await room.ask(
            "director", "adopt", Adopted, round_=round_, cast=cast_told(script), script=room.script(script),
            notes=numbered,
        )  # fmt: skip
        adopted = [(own[a.note - 1], a) for a in chosen.adopted if a.note <= len(own)]
        crew.tell("director", "notes", "adopted", f"{len(adopted)} of {len(own)}: {chosen.reason}", round=round_)
        return [_adopted(note, said) for note, said in adopted]

    return await _corrected(room, play, "notes", notes, once=True)


def _noted(note: NoteAnswer) -> str:
    """A note in words, with the line as the actor would say it."""
    wish = f" They would say: “{note.words.strip()}”" if note.words.strip() else ""
    return f"{note.character} on {note.about}: {note.feedback}{wish}"


async def _corrected(room: Room, play: Screenplay, stage: str, criticise: Criticism, once: bool = False) -> Screenplay:
    """Critique-Correct-Verify on the script. once: the critique is not made anew after a correction; what was not met
    goes back alone."""
    crew = room.crew

    async def act(rounds: Sequence[Round[Screenplay]]) -> Screenplay:
        if not rounds:
            return play
        last = rounds[-1]
        form = room.forms.restaging if room.verbatim else room.forms.rewriting
        if settled(last.points):
            answer = form(entries=[{"id": p.about, "words": p.words} for p in last.points])
            made, changes = rewritten(last.response, answer)
            crew.tell("director", stage, "corrected", summary(changes, "change"), round=len(rounds),
                      changed=tuple(changes))  # fmt: skip
            return made
        answer = await room.ask(
            "screenwriter", "restaging" if room.verbatim else "rewriting", form, round_=len(rounds),
            script=room.script(last.response), cast=cast_told(last.response), points=points_told(last.points),
            positions=vocabulary.positions(room.catalogue, used_places(room, last.response)),
            actions=vocabulary.actions(room.catalogue),
        )  # fmt: skip
        made, changes = rewritten(last.response, answer)
        crew.tell(
            "screenwriter", stage, "corrected", summary(changes, "change"), round=len(rounds), changed=tuple(changes)
        )
        return made

    async def critique(script: Screenplay, rounds: Sequence[Round[Screenplay]]) -> list[Point]:
        if once and rounds:
            return []
        points = await criticise(script, len(rounds))
        texts = tuple(f"{p.about}: {p.text}" for p in points)
        crew.tell("director", stage, "criticised", summary(points, "point"), round=len(rounds), changed=texts)
        return points

    async def verify(script: Screenplay, points: Sequence[Point]) -> Verdict:
        rules = broken(script, room.catalogue)
        if settled(points):
            return Verdict(accepted=not rules, unmet=rules)
        answer = await room.ask(
            "director", "verify", Verification, script=room.script(script), points=points_told(points),
            rules=points_told(rules),
        )  # fmt: skip
        unmet_abouts = {m.about.strip("[] ").casefold() for m in answer.points if not m.met}
        # Whether a rule is kept is measured and not a matter of opinion.
        unmet = [] if answer.accepted else [p for p in points if p.about.casefold() in unmet_abouts and taste(p)]
        verdict = Verdict(accepted=answer.accepted and not rules, unmet=[*unmet, *rules])
        said = "accepted" if verdict.accepted and not verdict.unmet else f"{summary(verdict.unmet, 'point')} left"
        crew.tell("director", stage, "verified", said)
        return verdict

    async def work() -> Screenplay:
        done: Corrected[Screenplay] = await critique_correct_verify(
            act, critique, verify, max_rounds=room.options.rounds
        )
        if done.error is not None:
            if room.stops(done.error):
                raise done.error
            crew.tell("director", stage, "handed over", done.error.what)
            room.note(f"director, {stage}", done.error.what[:300], "the script as it was then")
        return done.response

    return await room.or_house("director", stage, work, lambda: play)


def settled(points: Sequence[Point]) -> bool:
    """Whether the director gave the words of every point: then there is nothing to write and nothing to verify but
    the rules."""
    return all(isinstance(p, Worded) for p in points)


def _adopted(note: NoteAnswer, said: AdoptedAnswer) -> Point:
    """A note that the director adopted."""
    about, rule, text = note.about, f"note of {note.character}", said.change or note.feedback
    if not said.words.strip():
        return Point(about=about, rule=rule, text=text)
    return Worded(about=about, rule=rule, text=f"{text} Let it be: “{said.words.strip()}”", words=said.words)


def _abouts(script: Screenplay) -> set[str]:
    """What a point can be about: entries, scenes, the film."""
    scenes = {f"scene {n}" for n in range(1, len(script.scenes) + 1)}
    return {e.id.casefold() for _, _, e in entries(script)} | scenes | {"film"}
