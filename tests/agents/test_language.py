"""The guidance language: what is described is understood again, and people's own words are too."""

from __future__ import annotations

import pytest
from catalogue_double import EMOTIONS, catalogue
from hypothesis import given
from hypothesis import strategies as st

from agents.house.language import character, cinematography, lighting, motion, scene
from agents.house.language.character import CharacterIntent, Placement
from agents.house.language.cinematography import CameraIntent, Move
from agents.house.language.context import Context
from agents.house.language.lighting import KeyLight, LightingIntent
from agents.house.language.motion import SLIGHT, STRONG, Act, MotionIntent, Step
from agents.house.language.scene import Added, SceneIntent

PEOPLE = ("Mia", "Alex")
CONTEXT = Context(
    catalogue(), "Apartment living room", PEOPLE, ("Sam",), {"Mia": "female", "Alex": "male", "Sam": "male"}, {},
    (("Mia", "What is this?"), ("Alex", "I can explain.")), ("Mia",),
)  # fmt: skip
people = st.sampled_from(PEOPLE)
spots = st.sampled_from(["Position 1", "Position 3", "sofa", "coffee table", "plant"])
tenths = st.integers(1, 30).map(lambda n: n / 10)

performed = st.builds(
    Act, people, st.just("perform"),
    st.sampled_from(["Standing Talking", "Standing Arguing", "Standing Agree", "Standing Happy", "Waving", "Pointing",
                     "Phone Call", "Sitting Talking", "Standing Puzzled", "Joyful Jump"]),
    strength=st.sampled_from([1.0, SLIGHT, STRONG]), variation=st.sampled_from([None, 1, 3]),
)  # fmt: skip
walked = st.builds(
    Act, people, st.sampled_from(["walk", "run", "enter", "leave"]), target=st.just(""),
    manner=st.sampled_from(["", "slowly", "briskly", "tired", "angry", "happy"]),
)  # fmt: skip
to = st.builds(
    lambda a, t: Act(a.person, a.kind, a.what, t, a.manner), walked.filter(lambda a: a.kind in ("walk", "run")), spots
)
looked = st.builds(
    lambda p, k, t: Act(p, k, target=t),
    people,
    st.sampled_from(["look", "turn"]),
    st.sampled_from(["Sam", "sofa", "camera"]),
)
felt = st.builds(
    Act, people, st.just("express"), st.sampled_from(EMOTIONS), strength=st.sampled_from([1.0, SLIGHT, STRONG])
)
sat = st.builds(Act, people, st.sampled_from(["sit", "stand"]))
acts = st.one_of(performed, walked, to, looked, felt, sat)


@st.composite
def motions(draw):
    steps = [Step(tuple(draw(st.lists(acts, min_size=1, max_size=3)))) for _ in range(draw(st.integers(0, 2)))]
    if draw(st.booleans()):
        steps.append(Step(tuple(draw(st.lists(acts, min_size=1, max_size=3))), line=1))
    return MotionIntent(tuple(steps))


@given(motions())
def test_motion_round_trip(intent):
    postures = {}
    for act in intent.acts:
        if act.kind == "perform" and act.what.startswith("Standing") and postures.get(act.person) == "sitting":
            return
        postures[act.person] = (
            "sitting"
            if act.kind == "sit"
            else "standing"
            if act.kind in ("stand", "walk", "run", "enter", "leave")
            else postures.get(act.person)
        )
    text = motion.describe(intent, CONTEXT)
    assert motion.parse(text, CONTEXT) == (intent, [])


@given(
    st.builds(
        LightingIntent,
        st.sampled_from(["", "day", "golden hour", "night"]),
        st.sampled_from([1.0, 0.5, 1.4]),
        st.integers(-8, 8).map(lambda n: n / 4),
        st.integers(-5, 5).map(lambda n: n / 5),
        st.sampled_from([(), (("floor lamp", True),), (("floor lamp", False),)]),
        st.sampled_from(
            [(), (KeyLight("Mia", "left", 1.2, 0.3),), (KeyLight("Alex"),), (KeyLight("Mia", None, 0.8, -0.4),)]
        ),
    )
)
def test_lighting_round_trip(intent):
    assert lighting.parse(lighting.describe(intent, CONTEXT), CONTEXT) == (intent, [])


things = st.builds(
    lambda p, r, c: Added(p, *r, c), st.sampled_from(["mug", "book", "chair"]),
    st.sampled_from([("", ""), ("on", "coffee table"), ("near", "sofa"), ("at", "Position 3")]),
    st.sampled_from(["", "red", "blue"]),
)  # fmt: skip


@given(
    st.builds(
        SceneIntent, st.sampled_from(["", "Apartment living room", "Roadside"]),
        st.lists(things, max_size=2).map(tuple),
        st.sampled_from([(), ("plant",), ("plant", "sofa")]),
    )
)  # fmt: skip
def test_scene_round_trip(intent):
    assert scene.parse(scene.describe(intent, CONTEXT), CONTEXT) == (intent, [])


placements = st.builds(
    Placement, st.just("Mia"), st.sampled_from(["", "Position 2", "sofa"]), st.sampled_from(["standing", "sitting"]),
    st.sampled_from(["", "Alex", "camera", "Position 4", "plant"]),
)  # fmt: skip


@given(placements, st.sampled_from([(), ("Sam",)]), st.sampled_from([(), (("Alex", "a red coat"),)]))
def test_character_round_trip(placement, absent, looks):
    intent = CharacterIntent((placement,), absent, looks)
    assert character.parse(character.describe(intent, CONTEXT), CONTEXT) == (intent, [])


moves = st.one_of(
    st.builds(
        Move,
        st.just("push"),
        st.sampled_from([0.2, -0.3, 0.45]),
        st.just(""),
        st.sampled_from([0.0, 1.5]),
        st.sampled_from([None, 3.0]),
    ),
    st.builds(Move, st.just("orbit"), st.sampled_from([90.0, 180.0])),
    st.builds(Move, st.just("handheld"), st.sampled_from([0.3, 0.5])),
    st.builds(Move, st.just("focus"), st.just(0.0), people),
)


@given(
    st.builds(
        CameraIntent, st.sampled_from([s.name for s in catalogue().shots]),
        st.sampled_from([(), ("Mia",), ("Mia", "Alex")]), st.sampled_from([None, "left", "right"]),
        st.sampled_from([None, 30.0]), st.sampled_from([None, "eye", "low", "high", 1.2]),
        st.sampled_from([None, 35.0, 85.0]), st.sampled_from([None, 0.5]), st.sampled_from([0.0, -1.0, 0.5]),
        st.lists(moves, max_size=2).map(tuple), st.booleans(), st.sampled_from([0.0, 1.0, -0.5]),
    )
)  # fmt: skip
def test_camera_round_trip(intent):
    assert cinematography.parse(cinematography.describe(intent, CONTEXT), CONTEXT) == (intent, [])


def acted(text: str) -> list[tuple[str, str, str, str]]:
    intent, unknown = motion.parse(text, CONTEXT)
    assert unknown == []
    return [(a.person, a.kind, a.what, a.target) for a in intent.acts]


def test_people_say_motion_in_their_own_words():
    assert acted("Alex walks to the window and sits down") == [
        ("Alex", "walk", "", "Position 5"),
        ("Alex", "sit", "", ""),
    ]
    assert acted("Mia is angry and points at Alex") == [
        ("Mia", "express", "angry", ""),
        ("Mia", "perform", "Pointing", "Alex"),
    ]
    assert acted("they both sit") == [("Mia", "sit", "", ""), ("Alex", "sit", "", "")]
    assert acted("Alxe wlaks to the sofa") == [("Alex", "walk", "", "sofa")]
    assert acted("Then he turns to her. She looks sad.") == [("Alex", "turn", "", "Mia"), ("Mia", "express", "sad", "")]


def test_negation_is_respected():
    intent, unknown = motion.parse("Mia does not wave", CONTEXT)
    assert not intent.acts
    assert intent.refused[0].what == "Waving"
    assert not unknown
    assert lighting.parse("not night, golden hour", CONTEXT)[0].mood == "golden hour"
    assert cinematography.parse("no push in", CONTEXT)[0].moves == ()


@pytest.mark.parametrize("language", [scene, character, motion, lighting, cinematography])
def test_what_is_not_understood_is_said(language):
    assert language.parse("it is raining", CONTEXT)[1] == ["raining"]


def test_people_say_the_rest_in_their_own_words():
    assert lighting.parse("make it night", CONTEXT) == (LightingIntent("night"), [])
    assert lighting.parse("warmer light", CONTEXT)[0].warmth > 0
    assert lighting.parse("darker", CONTEXT)[0].stops < 0
    assert scene.parse("remove the plant", CONTEXT) == (SceneIntent(removed=("plant",)), [])
    assert character.parse("Mia wears a red coat", CONTEXT)[0].looks == (("Mia", "a red coat"),)
    camera = cinematography.parse("close-up of Alex, low angle", CONTEXT)[0]
    assert (camera.shot_type, camera.subjects, camera.height) == ("Close-up", ("Alex",), "low")
    camera = cinematography.parse("slow push in on Mia", CONTEXT)[0]
    assert (camera.subjects, camera.moves[0].kind) == (("Mia",), "push")
    assert cinematography.parse("camera circles them slowly", CONTEXT)[0].moves[0].kind == "orbit"
    assert cinematography.parse("no camera move", CONTEXT)[0].still
    assert cinematography.parse("longer", CONTEXT)[0].longer > 0
    assert cinematography.parse("handheld", CONTEXT)[0].moves[0].kind == "handheld"


@given(st.text(max_size=120))
def test_any_text_is_parsed(text):
    for language in (scene, character, motion, lighting, cinematography):
        language.parse(text, CONTEXT)


def test_the_camera_finds_every_shot_type_by_its_name():
    for entry in CONTEXT.catalogue.shots:
        camera, left = cinematography.parse(f"{entry.name} of Mia.", CONTEXT)
        assert (camera.shot_type, left) == (entry.name, [])
        assert camera.subjects[:1] == ("Mia",) or entry.things


@pytest.mark.parametrize("text", ["over Mia's shoulder", "over Mia's shoulder onto Alex", "over the shoulder of Mia"])
def test_past_a_shoulder_the_other_person_is_filmed(text):
    camera = cinematography.parse(text, CONTEXT)[0]
    assert camera.shot_type == "Over-the-Shoulder Shot"
    assert camera.subjects == ("Alex", "Mia")


def test_an_insert_is_of_a_thing():
    camera, left = cinematography.parse("insert of the plant", CONTEXT)
    assert (camera.shot_type, camera.thing, left) == ("Insert Shot", "plant", [])
    assert cinematography.parse(cinematography.describe(camera, CONTEXT), CONTEXT)[0] == camera
