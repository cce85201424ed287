"""A film written as a screenplay reads back word for word, in Fountain and in Final Draft's format."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.catalogue import library_catalogue
from agents.house.director import Directing, direct
from agents.input import parse
from agents.input.fdx import parse_fdx
from agents.input.fountain import parse_fountain
from agents.input.screenplay import Direction, Screenplay, Speech
from app.document import Character, Film, Line, Pause, Scene, Shot, Source, Standing
from app.errors import ShotwrightError
from app.script import meant_by, paragraphs
from render.interchange.fdx import fdx
from render.interchange.fountain import fountain
from tests.support import demo

TRICKY = st.sampled_from(
    ["INT. HOUSE", "CUT TO:", "MIA", "(laughs)", "*so*", "_no_", "\\", "[[note]]", "/* x */", "~la", "!", "@Tom",
     "> x <", "# 1", "= that", "===", ".38", "&amp;", "<b>", "“Yes”", "wait…", "–", "naïve", "e = mc²", "TO:", "^",
     "Åsa", "猫"]
)  # fmt: skip
WORDS = st.lists(st.one_of(TRICKY, st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1)),
                 min_size=1, max_size=6).map(" ".join)  # fmt: skip
TRANSITIONS = st.sampled_from(
    ["CUT TO:", "SMASH CUT TO:", "DISSOLVE TO:", "FADE OUT.", "FADE IN:", "Fade to black.", "BURN TO PINK.", "THE END",
     "CUT TO: *black*"]
)  # fmt: skip
NAMES = ("Mia", "Tom", "Old Ben", "Jean-Luc", "McCoy", "DJ", "Anna 2", "O'Hara", "Åsa", "d'Arc")


@st.composite
def films(draw) -> Film:
    people = [Character(id=f"c{n}", name=name) for n, name in enumerate(NAMES)]
    scenes = []
    for number in range(draw(st.integers(1, 3))):
        shots = []
        for _ in range(draw(st.integers(1, 3))):
            beats = []
            for _ in range(draw(st.integers(0, 3))):
                if draw(st.booleans()):
                    delivery = draw(st.sampled_from(["", "quietly", "to Tom, low"]))
                    speaker = draw(st.sampled_from([c.id for c in people]))
                    beats.append(Line(speaker=speaker, text=draw(WORDS), delivery=delivery))
                else:
                    beats.append(Pause(text=draw(WORDS)))
            shots.append(Shot(beats=beats))
        heading = draw(st.sampled_from(["INT. KITCHEN - NIGHT", "Living room, morning", "EXT. ROAD", f"Part {number}"]))
        words = draw(st.lists(TRANSITIONS, max_size=2))
        scenes.append(
            Scene(heading=heading, synopsis=draw(st.sampled_from(["", "They meet."])), shots=shots,
                  transition=meant_by(words), transition_words=words)
        )  # fmt: skip
    words = draw(st.lists(TRANSITIONS, max_size=2))
    ending = "cut" if meant_by(words) == "cut" else "fade"
    return Film(
        title="A title: with a colon", characters=people, scenes=scenes, ending=ending, ending_words=words
    )  # fmt: skip


def told(play: Screenplay) -> list[tuple]:
    """What is said and seen, scene by scene."""
    out: list[tuple] = []
    for scene in play.scenes:
        out.append(("heading", scene.heading))
        for each in scene.elements:
            if isinstance(each, Speech):
                out.append(("speech", each.speaker, each.delivery, each.text))
            elif isinstance(each, Direction):
                out.append(("action", each.text))
    return out


def joined(play: Screenplay | Film) -> list[tuple]:
    """How each scene begins and the film ends, as kind and as words."""
    scenes = [(s.transition, s.transition_words) for s in play.scenes]
    return [*scenes, (play.ending, play.ending_words)]


def wanted(film: Film) -> list[tuple]:
    out: list[tuple] = []
    for scene in film.scenes:
        out.append(("heading", scene.heading))
        for shot in scene.shots:
            actions: set[str] = set()
            for beat in shot.beats:
                if isinstance(beat, Line):
                    name = film.character(beat.speaker).name
                    out.append(("speech", name, beat.delivery, " ".join(beat.text.split())))
                elif beat.text not in actions:  # beats with the same words come from one direction
                    actions.add(beat.text)
                    out.append(("action", " ".join(beat.text.split())))
    return out


@settings(max_examples=120, deadline=None)
@given(films())
def test_fountain_comes_back_word_for_word(film):
    play = parse_fountain(fountain(film))
    assert told(play) == wanted(film)
    assert play.title == film.title
    assert [s.synopsis for s in play.scenes] == [s.synopsis for s in film.scenes]
    assert joined(play) == joined(film)


@settings(max_examples=80, deadline=None)
@given(films())
def test_final_draft_comes_back_word_for_word(film):
    play = parse_fdx(fdx(film))
    have, want = told(play), wanted(film)
    folded = [tuple(p.casefold() if k == 1 else p for k, p in enumerate(each)) for each in have]
    assert folded == [tuple(p.casefold() if k == 1 else p for k, p in enumerate(each)) for each in want]
    assert play.title == film.title
    assert joined(play) == joined(film)


def test_transitions_of_a_script_are_filmed_and_written_again():
    text = "> FADE IN:\n\nINT. KITCHEN\n\nMia waits.\n\nDISSOLVE TO:\n\nEXT. ROAD\n\nTom waits.\n\n> FADE OUT.\n"
    film = direct(parse_fountain(text), Source(kind="fountain", text=text), Directing(library_catalogue()))
    assert ([s.transition for s in film.scenes], film.ending) == (["fade", "dissolve"], "fade")
    again = fountain(film)
    assert [line for line in again.splitlines() if "FADE" in line or "DISSOLVE" in line] == [
        "> FADE IN:", "DISSOLVE TO:", "> FADE OUT."
    ]  # fmt: skip
    film.scenes[1].transition = "fade"  # somebody chooses another one: the words follow
    film.ending = "cut"
    assert joined(parse_fountain(fountain(film)))[1:] == [("fade", ["FADE TO:"]), ("cut", [])]


def test_what_is_no_beginning_of_a_scene_is_told():
    text = "Rain.\n\nINT. KITCHEN\n\nMia waits.\n\nDISSOLVE TO:\n\nTom waits.\n\nINT. OFFICE\n\nTom sleeps.\n"
    play = parse_fountain(text)
    assert [(n.line, n.text, n.used) for n in play.notices] == [(7, "DISSOLVE TO:", "a cut"), (1, "Rain.", "left out")]
    assert joined(play) == [("cut", [])] * 3


def test_a_made_film_comes_back_from_both(tmp_path):
    film = demo.film()
    play = parse_fountain(fountain(film))
    said = [(p.text) for p in paragraphs(film) if p.kind == "speech"]
    assert [s.text for scene in play.scenes for s in scene.speeches] == said
    assert [s.text for scene in parse_fdx(fdx(film)).scenes for s in scene.speeches] == said


def test_who_is_only_heard_is_marked_so():
    film = demo.film()
    film.shot("shot-2").staging = [Standing(character="tom", position="Position 1")]
    assert "MIA (V.O.)" in fountain(film)
    assert parse_fountain(fountain(film)).scenes[0].speeches[0].unseen
    assert parse_fdx(fdx(film)).scenes[0].speeches[0].unseen


FDX = """<?xml version="1.0" encoding="UTF-8" standalone="no" ?>
<FinalDraft DocumentType="Script" Template="No" Version="5">
  <Content>
    <Paragraph Number="1" Type="Scene Heading">
      <SceneProperties Length="2/8">
       <Summary><Paragraph><Text>Not a line.</Text></Paragraph></Summary></SceneProperties>
      <Text>INT. HARBOUR OFFICE - NIGHT</Text>
    </Paragraph>
    <Paragraph Type="Action"><Text>NORA (50s) sorts </Text>
     <Text Style="Italic">old</Text><Text> tickets.</Text></Paragraph>
    <Paragraph>
      <DualDialogue>
        <Paragraph Type="Character"><Text>NORA (O.S.)</Text></Paragraph>
        <Paragraph Type="Parenthetical"><Text>(not looking up)</Text></Paragraph>
        <Paragraph Type="Dialogue"><Text>It went
 at nine.</Text><ScriptNote ID="1"><Paragraph><Text>Check the time.</Text></Paragraph></ScriptNote></Paragraph>
        <Paragraph Type="Character"><Text>IDRIS</Text></Paragraph>
        <Paragraph Type="Dialogue"><Text>No &amp; no.</Text></Paragraph>
      </DualDialogue>
    </Paragraph>
    <Paragraph Type="Transition"><Text>CUT TO:</Text></Paragraph>
    <Paragraph Type="Shot"><Text>ANGLE ON the clock</Text></Paragraph>
  </Content>
  <TitlePage><Content><Paragraph><Text>The Ferry Clerk</Text></Paragraph></Content></TitlePage>
</FinalDraft>"""


def test_a_document_as_final_draft_writes_it():
    play = parse_fdx(FDX)
    assert play.title == "The Ferry Clerk"
    assert (play.scenes[0].place, play.scenes[0].time) == ("HARBOUR OFFICE", "NIGHT")
    assert told(play) == [
        ("heading", "INT. HARBOUR OFFICE - NIGHT"),
        ("action", "NORA (50s) sorts old tickets."),
        ("speech", "Nora", "not looking up", "It went at nine."),
        ("speech", "Idris", "", "No & no."),
        ("action", "ANGLE ON the clock"),
    ]
    assert play.scenes[0].speeches[0].unseen
    assert play.scenes[0].speeches[0].at == 15
    assert next(p for p in play.profiles if p.name == "Nora").years == 50


BOMB = """<?xml version="1.0"?><!DOCTYPE FinalDraft [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<FinalDraft><Content><Paragraph Type="Scene Heading"><Text>&b;</Text></Paragraph></Content></FinalDraft>"""
FETCH = """<?xml version="1.0"?><!DOCTYPE FinalDraft [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<FinalDraft><Content><Paragraph Type="Scene Heading"><Text>&x;</Text></Paragraph></Content></FinalDraft>"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (BOMB, "entity"),
        (FETCH, "entity"),
        ("<FinalDraft><Content>\n<Paragraph></Content></FinalDraft>", "line 2"),
        ("<html/>", "not a Final Draft document"),
        ("<FinalDraft><Content/></FinalDraft>", "no scene"),
    ],
)
def test_what_is_no_script_is_refused_in_words(text, said):
    with pytest.raises(ShotwrightError) as caught:
        parse_fdx(text, "film.fdx")
    assert said in str(caught.value)
    assert "film.fdx" in str(caught.value)
    assert caught.value.hint


def test_a_source_of_final_draft_is_parsed():
    assert parse(Source(kind="fdx", text=FDX, name="a.fdx")).title == "The Ferry Clerk"


@pytest.mark.parametrize("kind", ["fountain", "fdx"])
def test_what_the_title_page_says_is_kept(kind):
    page = {"Credit": "written by", "Author": "Ängström Żółć\nJ. Doe & Sons", "Draft date": "1/1/2031"}
    lines = ("Title: A Day", "Credit: written by", "Author:", "    Ängström Żółć", "    J. Doe & Sons",
             "Draft date: 1/1/2031", "", "INT. OFFICE - DAY", "", "Tom waits.")  # fmt: skip
    source = Source(kind="fountain", text="\n".join(lines))
    film = direct(parse(source), source, Directing(library_catalogue()))
    assert film.title_page == page
    again = parse_fountain(fountain(film)) if kind == "fountain" else parse_fdx(fdx(film))
    assert again.title == "A Day"
    written = [line for each in page.values() for line in each.splitlines()]
    assert [line for each in again.title_page.values() for line in each.splitlines()] == written
