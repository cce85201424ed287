"""A film's screenplay as somebody types it."""

from __future__ import annotations

import pytest

from agents.redraft.typed import Typed, retype
from app.document import Film
from app.script import paragraphs
from app.session import Session
from tests.support import demo


@pytest.fixture
def film() -> Film:
    return demo.film(["takes/a.jpg"])


def page_of(film: Film) -> list[Typed]:
    return [
        Typed(p.kind, f"({p.text})" if p.kind == "aside" else p.text, p.scene if p.kind == "heading" else "")
        for p in paragraphs(film)
    ]


def at(page: list[Typed], text: str) -> int:
    return next(n for n, p in enumerate(page) if p.text.startswith(text))


def typed(film: Film, page: list[Typed]) -> Session:
    session = Session(film)
    session.apply(retype(film, page).edit(name="edit the screenplay"))
    assert [(p.kind, p.text.strip("()").casefold()) for p in page if p.text.strip()] == [
        (p.kind, p.text.casefold()) for p in paragraphs(film)
    ]
    return session


def test_a_page_as_it_was_changes_nothing(film):
    assert retype(film, page_of(film)).changes == []


def test_typed_transitions_are_how_scenes_begin_and_the_film_ends(film):
    before = film.model_copy(deep=True)
    page = page_of(film)
    second = [n for n, p in enumerate(page) if p.kind == "heading"][1]
    page[second:second] = [Typed("transition", "DISSOLVE TO:")]
    page.append(Typed("transition", "FADE OUT."))
    session = typed(film, page)
    assert (film.scenes[1].transition, film.ending) == ("dissolve", "fade")
    assert [s.takes for s in film.shots()] == [s.takes for s in before.shots()]
    page = [p for p in page_of(film) if p.kind != "transition"]
    typed(film, page)
    assert (film.scenes[1].transition, film.ending) == ("cut", "cut")
    session.undo()
    assert film == before


def test_other_words_change_the_line_alone(film):
    before = film.model_copy(deep=True)
    page = page_of(film)
    page[at(page, "Outside")] = Typed("speech", "Outside my door?")
    session = typed(film, page)
    assert film.shot("shot-4").lines[0].text == "Outside my door?"
    assert [s.id for s in film.shots()] == [s.id for s in before.shots()]
    assert film.shot("shot-4").takes == before.shot("shot-4").takes
    session.undo()
    assert film == before


def test_a_line_with_all_words_exchanged_is_still_that_line(film):
    page = page_of(film)
    page[at(page, "Outside")] = Typed("speech", "No.")
    typed(film, page)
    assert film.shot("shot-4").lines[0].text == "No."
    assert film.shot("shot-4").takes


def test_a_new_line_is_a_new_shot_of_who_speaks(film):
    page = page_of(film)
    n = at(page, "Then use")
    page[n + 1 : n + 1] = [Typed("cue", "TOM"), Typed("aside", "(smiling)"), Typed("speech", "Which ones are wrong?")]
    count = len(list(film.shots()))
    typed(film, page)
    made = next(s for s in film.shots() if any("Which ones" in b.text for b in s.beats))
    assert made.lines[0].speaker == "tom"
    assert made.guidance.cinematography
    assert len(list(film.shots())) == count + 1
    order = [s.id for s in film.shots()]
    assert order.index(made.id) == order.index("shot-6") + 1


def test_a_line_taken_out_takes_its_shot_out(film):
    page = page_of(film)
    n = at(page, "Outside")
    del page[n - 2 : n + 1]
    typed(film, page)
    assert "shot-4" not in {s.id for s in film.shots()}


def test_a_new_speaker_and_a_new_scene(film):
    page = page_of(film)
    page += [Typed("heading", "INT. KITCHEN - NIGHT"), Typed("action", "Rain on the window."), Typed("cue", "PETER"),
             Typed("speech", "Is anybody home?")]  # fmt: skip
    typed(film, page)
    assert film.characters[-1].name == "Peter"
    assert (film.scenes[2].heading, film.scenes[2].mood) == ("INT. KITCHEN - NIGHT", "night")
    assert film.scenes[2].shots[0].guidance.scene


def test_how_it_is_spoken_can_be_taken_out(film):
    page = page_of(film)
    del page[at(page, "Outside") - 1]
    typed(film, page)
    assert film.shot("shot-4").lines[0].delivery == ""


def test_what_is_omitted_stays_out_of_it(film):
    page = page_of(film)
    assert not any("Everything but the reason" in p.text for p in page)
    page[at(page, "Outside")] = Typed("speech", "Here?")
    typed(film, page)
    assert film.shot("shot-11").lines


def test_an_empty_film_is_written_into(film):
    empty = Film()
    typed(empty, [Typed("heading", "INT. OFFICE - DAY"), Typed("cue", "NORA"), Typed("speech", "We are closed.")])
    assert empty.characters[0].name == "Nora"
    assert len(list(empty.shots())) == 1
