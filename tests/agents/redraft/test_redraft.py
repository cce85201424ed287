"""A new draft of a screenplay merged into a film that was worked on."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from agents.house.crew import HouseCrew, Options
from agents.input import parse
from agents.redraft import Redraft, redraft
from app.document import PERSON, Film, Shot, Source, Take
from app.script import paragraphs
from app.session import Session

DRAFT = """Title: The Ferry Clerk

INT. OFFICE - NIGHT

A small office. Nora sorts tickets at the desk.

IDRIS
Tell me the last ferry has not gone.

NORA
It went at nine. It always goes at nine.

Idris sits down.

IDRIS
My brother is on that ferry, and he does not know that I am sorry.

EXT. ROADSIDE - DAY

NORA
You are early today.

IDRIS
I learned from the ferry.
"""


def film_of(text: str) -> Film:
    return HouseCrew().develop_now(Source(kind="fountain", text=text, name="a.fountain"), Options())


@pytest.fixture(scope="module")
def worked_on() -> Film:
    """A film with a take in every shot, and a person's guidance in one."""
    film = film_of(DRAFT)
    for shot in film.shots():
        take = Take(length=shot.length)
        shot.takes, shot.active_take = [take], take.id
    second = list(film.shots())[1]
    second.guidance.lighting = "Only the desk lamp."
    second.origins["guidance.lighting"] = PERSON
    return film


def compared(film: Film, text: str, with_base: bool = True) -> Redraft:
    source = Source(kind="fountain", text=text, name="a.fountain")
    return redraft(film, film_of(text), parse(film.source) if with_base else None, source)


def merged(film: Film, text: str, accepted=None) -> Film:
    done = film.model_copy(deep=True)
    Session(done).apply(compared(film, text).edit(accepted))
    return done


def words(film: Film) -> list[tuple[str, str]]:
    return [(p.kind, p.text) for p in paragraphs(film) if p.kind in ("heading", "cue", "speech", "action")]


def shot_of(film: Film, words_: str) -> Shot:
    return next(s for s in film.shots() if any(words_ in b.text for b in s.beats))


def test_the_same_draft_changes_nothing(worked_on):
    assert compared(worked_on, DRAFT).changes == []


def test_another_transition_is_a_change_of_its_own(worked_on):
    heading = next(line for line in DRAFT.splitlines()[3:] if line.startswith(("INT.", "EXT.")))
    text = DRAFT.replace(f"{heading}\n", f"DISSOLVE TO:\n\n{heading}\n") + "\n> FADE OUT.\n"
    found = compared(worked_on, text)
    number = 1 + [s.heading for s in worked_on.scenes].index(heading)
    assert [(c.kind, c.where, c.after) for c in found.changes] == [
        ("transition", f"Scene {number}", "DISSOLVE TO:"), ("transition", "The end", "FADE OUT.")
    ]  # fmt: skip
    done = merged(worked_on, text)
    assert (done.scenes[number - 1].transition, done.ending) == ("dissolve", "fade")
    assert list(done.shots()) == list(worked_on.shots())


def test_a_new_line_makes_a_shot_and_leaves_the_others_alone(worked_on):
    text = DRAFT.replace("Idris sits down.\n", "Idris sits down.\n\nNORA\nThere is another one tomorrow.\n")
    found = compared(worked_on, text)
    assert [(c.kind, c.after) for c in found.changes] == [("added", "NORA: There is another one tomorrow.")]
    done = merged(worked_on, text)
    new = shot_of(done, "another one tomorrow")
    assert not new.takes
    assert done.character(new.lines[0].speaker).name == "Nora"
    assert new.guidance.cinematography
    old = {s.id: s for s in worked_on.shots()}
    assert [s for s in done.shots() if s.id != new.id] == list(old.values())
    assert words(done) == words(film_of(text))


def test_a_changed_line_keeps_shot_takes_and_a_persons_guidance(worked_on):
    text = DRAFT.replace("It always goes at nine.", "It never waits for anyone.")
    (change,) = compared(worked_on, text).changes
    assert (change.kind, change.before) == ("changed", "NORA: It went at nine. It always goes at nine.")
    done = merged(worked_on, text)
    before, after = shot_of(worked_on, "It went at nine"), shot_of(done, "It went at nine")
    assert after.id == before.id
    assert after.takes == before.takes
    assert after.guidance == before.guidance
    assert after.lines[0].frames is None
    assert words(done) == words(film_of(text))


def test_a_line_with_all_words_exchanged_keeps_its_shot(worked_on):
    text = DRAFT.replace("It went at nine. It always goes at nine.", "Sorry.")
    assert [c.kind for c in compared(worked_on, text).changes] == ["changed"]
    assert shot_of(merged(worked_on, text), "Sorry.").takes


def test_a_line_taken_out_takes_its_shot_along_unless_it_is_locked(worked_on):
    text = DRAFT.replace("NORA\nIt went at nine. It always goes at nine.\n\n", "")
    gone = shot_of(worked_on, "It went at nine").id
    assert gone not in {s.id for s in merged(worked_on, text).shots()}
    locked = worked_on.model_copy(deep=True)
    locked.shot(gone).locks = {"shot"}
    (change,) = compared(locked, text).changes
    assert change.held == "the shot is locked"
    assert gone in {s.id for s in merged(locked, text).shots()}


def test_a_direction_told_otherwise_is_acted_otherwise(worked_on):
    text = DRAFT.replace("Idris sits down.", "Idris walks to the window.")
    found = compared(worked_on, text)
    done = merged(worked_on, text)
    kinds = [c.kind for c in found.changes]
    assert kinds in (["changed"], ["added", "removed"])
    assert words(done) == words(film_of(text))
    assert any(b.kind == "move" for b in shot_of(done, "walks to the window").beats)


def test_scenes_come_go_and_change_places(worked_on):
    head, first, second = DRAFT.split("INT. OFFICE - NIGHT")[0], *DRAFT.split("Clerk\n\n")[1].split("EXT. ROADSIDE")
    new = "INT. KITCHEN - DAY\n\nNORA\nCoffee is ready.\n\n"
    turned = f"{head}EXT. ROADSIDE{second}\n\n{first}\n\n{new}"
    found = compared(worked_on, turned)
    assert {c.kind for c in found.changes} == {"scene moved", "scene added"}
    done = merged(worked_on, turned)
    assert words(done) == words(film_of(turned))
    assert {s.id for s in worked_on.shots()} < {s.id for s in done.shots()}
    less = head + "INT. OFFICE - NIGHT" + DRAFT.split("INT. OFFICE - NIGHT")[1].split("EXT.")[0]
    assert [c.kind for c in compared(worked_on, less).changes] == ["scene removed"]
    assert words(merged(worked_on, less)) == words(film_of(less))


def test_a_new_heading_is_a_new_place(worked_on):
    done = merged(worked_on, DRAFT.replace("EXT. ROADSIDE - DAY", "EXT. ROADSIDE - NIGHT"))
    assert (done.scenes[1].heading, done.scenes[1].mood) == ("EXT. ROADSIDE - NIGHT", "night")
    assert [s.id for s in done.scenes[1].shots] == [s.id for s in worked_on.scenes[1].shots]


def test_what_a_person_rewrote_in_the_film_stays_when_the_draft_did_not_change_there(worked_on):
    film = worked_on.model_copy(deep=True)
    shot_of(film, "Tell me the last").lines[0].text = "Has it gone?"
    extra = Shot(beats=[], length=24)
    film.scenes[0].shots.append(extra)
    text = DRAFT.replace("You are early today.", "You are late today.")
    found = compared(film, text)
    assert [c.after for c in found.changes] == ["NORA: You are late today."]
    done = merged(film, text)
    assert shot_of(done, "Has it gone?")
    assert extra.id in {s.id for s in done.shots()}


def test_without_the_earlier_draft_everything_that_differs_is_offered(worked_on):
    film = worked_on.model_copy(deep=True)
    shot_of(film, "Tell me the last").lines[0].text = "Has it gone?"
    assert len(compared(film, DRAFT, with_base=False).changes) >= 1


def test_only_what_is_accepted_is_made_and_undo_takes_all_of_it_back(worked_on):
    text = DRAFT.replace("You are early today.", "You are late today.").replace("I learned from", "I learned it from")
    found = compared(worked_on, text)
    assert len(found.changes) == 2
    film = worked_on.model_copy(deep=True)
    session = Session(film)
    session.apply(found.edit({found.changes[0].id}))
    assert shot_of(film, "late today")
    assert shot_of(film, "I learned from")
    assert film.source.text == text
    session.undo()
    assert film == worked_on


def test_somebody_new_joins_the_cast(worked_on):
    text = DRAFT + "\nPILOT\nAll aboard.\n"
    done = merged(worked_on, text)
    assert done.character(shot_of(done, "All aboard").lines[0].speaker).name == "Pilot"
    assert len(done.characters) == len(worked_on.characters) + 1


def test_a_line_that_moves_takes_its_take_along(worked_on):
    line = "NORA\nYou are early today.\n"
    last = "IDRIS\nI learned from the ferry.\n"
    text = DRAFT.replace(line, "").replace(last, f"{last}\n{line}")
    done = merged(worked_on, text)
    assert words(done) == words(film_of(text))
    assert len(shot_of(done, "You are early").takes) == 1


LINES = ["NORA\nYes.\n", "IDRIS\nI never saw the sea before today.\n", "Nora stands up.\n", "NORA\nWhat did you say?\n",
         "IDRIS\nNothing at all, go to sleep.\n", "Idris walks to the window.\n", "Rain falls outside.\n"]  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=6, unique=True),
       st.lists(st.sampled_from(LINES), min_size=1, max_size=6, unique=True))  # fmt: skip
@example(LINES[:2], LINES[1::-1])
@example([LINES[0], LINES[2]], [LINES[2], LINES[3], LINES[0]])
def test_any_draft_becomes_any_other(old, new):
    """After all changes are accepted, the film reads as the new draft, and undo brings the old one back."""
    head = "INT. OFFICE - DAY\n\nNora and Idris wait.\n\n"
    film = film_of(head + "\n".join(old))
    text = head + "\n".join(new)
    before = film.model_copy(deep=True)
    session = Session(film)
    session.apply(redraft(film, film_of(text)).edit())
    assert words(film) == words(film_of(text))
    session.undo()
    assert film == before
