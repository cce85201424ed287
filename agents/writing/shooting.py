"""The shots: two cinematographers with different briefs propose, debate where they differ, and the director judges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from agents.collaboration import Argument, Debater, Exchanged, Judged, Point, Ruling, debate_judge
from agents.input.screenplay import ParsedScene, Screenplay, Speech
from agents.prompts import prompt
from agents.writing import vocabulary
from agents.writing.answers import Arguments, Rulings
from agents.writing.room import Room, points_told, summary
from agents.writing.script import Framed, Framings, entries, known
from library.registry import plain
from render.voices.words import script as spoken

LEAST_PART = 3
"""Words a part of a line has at least."""
BRIEFS = ("faces", "space")
"""Files in `resources/prompts/briefs`."""


async def shots(room: Room, play: Screenplay) -> dict[str, list[Framed]]:
    """Entry id -> its shots. Those a script gives are kept where they break no rule; empty where the house crew is to
    decide on all."""
    given = _given(room, play)
    if not room.crew.modelled("cinematographer"):
        return {}
    ids = [e.id for _, _, e in entries(play)]
    bad = {p.about for p in room.broken_shots(play, given)} if given else set()
    scenes = {f"scene {n}" for n in range(1, len(play.scenes) + 1)} & bad
    wanted = [
        e.id for n, _, e in entries(play) if e.id not in given or e.id in bad or f"scene {n}" in scenes
    ] if given else ids  # fmt: skip
    if not wanted:
        return given

    async def work() -> dict[str, list[Framed]]:
        done = await _debated(room, play, given, wanted)
        if done.error is not None:
            if room.stops(done.error):
                raise done.error
            room.crew.tell("director", "shots", "handed over", done.error.what)
            room.note(
                "director, shots", done.error.what[:300], "the first cinematographer's shots where nothing was ruled"
            )
        return await _within_rules(room, play, done.response)

    return await room.or_house("cinematographer", "shots", work, lambda: given)


def _given(room: Room, play: Screenplay) -> dict[str, list[Framed]]:
    """The shots a person's script names, as the catalogue has them."""
    out = {}
    for _, _, entry in entries(play):
        found = room.catalogue.shot(entry.shot) if entry.shot and play.strict else None
        if found is not None:
            out[entry.id] = [Framed(found.entry.name)]
    return out


async def _debated(room: Room, play: Screenplay, given: Framings, wanted: list[str]) -> Judged[dict[str, list[Framed]]]:
    crew, script = room.crew, room.script(play, shots=given)
    kinds = vocabulary.shots(room.catalogue)
    only = "every entry" if len(wanted) == sum(1 for _ in entries(play)) else ", ".join(wanted)

    def proposer(brief: str) -> Any:
        async def propose() -> dict[str, list[Framed]]:
            answer = await room.ask(
                "cinematographer", "shots", room.forms.shots, script=script, shots=kinds, only=only,
                brief=prompt(f"briefs/{brief}"),
            )  # fmt: skip
            made = framings(room, play, answer)
            made = {**given, **{k: v for k, v in made.items() if k in wanted}}
            crew.tell(
                "cinematographer",
                "shots",
                "proposed",
                f"brief “{brief}”: {summary([s for v in made.values() for s in v], 'shot')}",
            )
            return made

        return propose

    def arguer(brief: str) -> Any:
        async def argue(
            own: Framings, other: Framings, points: Sequence[str], rounds: Sequence[Exchanged]
        ) -> list[Argument]:
            answer = await room.ask(
                "cinematographer", "debate", Arguments, round_=len(rounds) + 1, script=script, shots=kinds,
                brief=prompt(f"briefs/{brief}"), points=_differences(points, own, other, "yours", "theirs"),
                rules=_breaks(room, play, {"yours": own, "theirs": other}),
                said=_said(rounds, points, BRIEFS.index(brief)),
            )  # fmt: skip
            made = [Argument(about=p.about.strip("[] "), text=p.argument, concedes=p.concedes) for p in answer.points]
            texts = tuple(f"{a.about}: {'concedes: ' if a.concedes else ''}{a.text}" for a in made)
            crew.tell("cinematographer", "shots", "argued", f"brief “{brief}”", round=len(rounds) + 1, changed=texts)
            return made

        return argue

    async def judge(one: Framings, two: Framings, points: Sequence[str], rounds: Sequence[Exchanged]) -> list[Ruling]:
        if not crew.modelled("director"):
            return _by_rule(room, play, one, two, points)
        answer = await room.ask(
            "director", "judge", Rulings, script=script, shots=kinds,
            points=_differences(points, one, two, "first", "second"),
            rules=_breaks(room, play, {"first": one, "second": two}), said=_said(rounds, points),
        )  # fmt: skip
        made = [Ruling(about=r.about.strip("[] "), side=r.choice, why=r.why) for r in answer.rulings]
        texts = tuple(
            f"{r.about}: {_told((one if r.side == 'first' else two).get(r.about, ()))}: {r.why}" for r in made
        )
        crew.tell("director", "shots", "judged", summary(points, "point"), changed=texts)
        return made

    sides = [Debater(proposer(brief), arguer(brief)) for brief in BRIEFS]
    return await debate_judge(
        sides[0], sides[1], lambda a, b: [i for i in wanted if list(a.get(i, ())) != list(b.get(i, ()))],
        judge, _merged, max_rounds=room.options.debate_rounds,
    )  # fmt: skip


def _merged(
    one: Mapping[str, list[Framed]], two: Mapping[str, list[Framed]], rulings: Sequence[Ruling]
) -> dict[str, list[Framed]]:
    made = {**two, **one}
    for ruling in rulings:
        chosen = (one if ruling.side == "first" else two).get(ruling.about)
        if chosen:
            made[ruling.about] = chosen
    return made


async def _within_rules(room: Room, play: Screenplay, made: dict[str, list[Framed]]) -> dict[str, list[Framed]]:
    """What breaks a rule goes back once with the rule's name; what then is left the rules repair."""
    points = room.broken_shots(play, made)
    ids = _entries_of(play, points)
    if not ids:
        return made
    texts = tuple(f"{p.about}: {p.rule}: {p.text}" for p in points)
    room.crew.tell("cinematographer", "shots", "criticised", summary(points, "broken rule"), changed=texts)

    async def work() -> dict[str, list[Framed]]:
        answer = await room.ask(
            "cinematographer", "reshoot", room.forms.shots, round_=1, script=room.script(play, shots=made),
            shots=vocabulary.shots(room.catalogue), points=points_told(points),
        )  # fmt: skip
        better = {k: v for k, v in framings(room, play, answer).items() if k in made}
        fixed = {**made, **better}
        changes = tuple(f"{k}: {_told(made[k])} → {_told(v)}" for k, v in better.items() if v != made[k])
        left = room.broken_shots(play, fixed)
        said = f"{len(points)} → {summary(left, 'broken rule')}"
        room.crew.tell("cinematographer", "shots", "corrected", said, round=1, changed=changes)
        return fixed if len(left) <= len(points) else made

    return await room.or_house("cinematographer", "shots", work, lambda: made)


def _entries_of(play: Screenplay, points: Sequence[Point]) -> list[str]:
    abouts = {p.about for p in points}
    return [e.id for n, _, e in entries(play) if e.id in abouts or f"scene {n}" in abouts]


def framings(room: Room, play: Screenplay, answer: Any) -> dict[str, list[Framed]]:
    """Entry id -> shots of an answer, in the order of the line; people who are not there and cuts that fall outside
    the line are left out."""
    found = {e.id: (s, e) for _, s, e in entries(play)}
    out: dict[str, list[Framed]] = {}
    for each in answer.shots:
        place = found.get(each.entry.strip("[] "))
        if place is None:
            continue
        scene, entry = place
        kind = room.catalogue.shots[each.shot]
        of = list(dict.fromkeys(n for o in each.of if (n := known(scene, o)) is not None))[: kind.most]
        own = out.setdefault(entry.id, [])
        word = _word(entry.text, each.from_words) if isinstance(entry, Speech) and own else 0
        if word is not None and (word or not own):
            own.append(Framed(each.shot, tuple(of), word, each.camera))
    return {k: _apart(found[k], v) for k, v in out.items() if v}


def _word(text: str, from_words: str) -> int | None:
    """Index of the word of a line that `from_words` begin at; None where they are not in it."""
    words = [plain(w.text) for w in spoken(text).words]
    wanted = plain(from_words).split()
    if not wanted:
        return None
    for length in range(len(wanted), 0, -1):
        for at in range(len(words) - length + 1):
            if words[at : at + length] == wanted[:length] and (length > 1 or len(wanted) == 1):
                return at
    return None


def _apart(place: tuple[ParsedScene, Any], shots: list[Framed]) -> list[Framed]:
    """Shots with enough words between the cuts, in order."""
    entry = place[1]
    count = len(spoken(entry.text).words) if isinstance(entry, Speech) else 0
    kept = shots[:1]
    for shot in sorted(shots[1:], key=lambda s: s.word):
        if shot.word - kept[-1].word >= LEAST_PART and count - shot.word >= LEAST_PART:
            kept.append(shot)
    return kept


# ---- told


def _told(shots: Sequence[Framed]) -> str:
    return ", then ".join(str(s) + (f" (from word {s.word + 1})" if s.word else "") for s in shots) or "none"


def _differences(points: Sequence[str], one: Framings, two: Framings, first: str, second: str) -> str:
    return "\n".join(f"- {p}: {first}: {_told(one.get(p, ()))}; {second}: {_told(two.get(p, ()))}" for p in points)


def _breaks(room: Room, play: Screenplay, sides: Mapping[str, Framings]) -> str:
    """What each side's whole set breaks of the rules."""
    return "\n".join(f"{name}:\n{points_told(room.broken_shots(play, made))}" for name, made in sides.items())


def _said(rounds: Sequence[Exchanged], points: Sequence[str], me: int | None = None) -> str:
    """What both said so far about the points still open; me: which side "you" are."""
    out = []
    for number, each in enumerate(rounds, 1):
        for side, said in enumerate((each.first, each.second)):
            name = ("first", "second")[side] if me is None else ("you" if side == me else "the other")
            out += [
                f"- round {number}, {name}, {a.about}: {'(concedes) ' if a.concedes else ''}{a.text}"
                for a in said
                if a.about in points
            ]
    return "\n".join(out) or "- nothing yet"


def _by_rule(room: Room, play: Screenplay, one: Framings, two: Framings, points: Sequence[str]) -> list[Ruling]:
    """Without a model for the director: the side whose shots break fewer rules, on all points."""
    better = len(room.broken_shots(play, two)) < len(room.broken_shots(play, one))
    return [Ruling(about=p, side="second" if better else "first", why="breaks fewer rules") for p in points]
