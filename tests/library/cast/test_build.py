"""Built people: complete, closed, weighted, as tall as asked, the same every time."""

import numpy as np
import pytest

from app.look import Look
from library.cast.beards import BEARDS
from library.cast.build import build
from library.cast.figure import figure
from library.cast.hair import STYLES
from library.cast.hair.scalp import Scalp
from library.cast.headform import Head, beard_edge, features
from library.cast.headmesh import head_mesh
from library.cast.headwear import HATS
from library.cast.outfits import OUTFITS
from library.cast.person import BONES, FACE_KEYS, MOUTHS
from tests.support.people import LOOKS

NAMES = list(LOOKS)


def part(person, name):
    return next(p.mesh for p in person.parts if p.name == name)


@pytest.mark.parametrize("name", NAMES)
def test_rig_has_every_bone_with_unit_axes(people, name):
    rig = people[name].rig
    assert rig.names == tuple(BONES)
    assert [rig.names[p] if p >= 0 else None for p in rig.parents] == list(BONES.values())
    assert np.allclose(np.einsum("bij,bik->bjk", rig.axes, rig.axes), np.eye(3), atol=1e-6)
    assert np.allclose(np.linalg.det(rig.axes), 1)
    assert (np.linalg.norm(rig.tails - rig.heads, axis=1) > 0.005).all()
    left, right = rig.heads[rig.index("LeftHand")], rig.heads[rig.index("RightHand")]
    assert left[0] > 0
    assert np.allclose(left * [-1, 1, 1], right)


@pytest.mark.parametrize("name", NAMES)
def test_meshes_are_sound(people, name):
    for p in people[name].parts:
        mesh = p.mesh
        assert np.isfinite(mesh.vertices).all()
        assert np.isfinite(mesh.colors).all()
        assert mesh.faces.max() < len(mesh.vertices)
        assert mesh.faces[:, :3].min() >= 0
        assert mesh.material.max() < len(mesh.materials)
        corners = np.sort(np.where(mesh.faces < 0, -1 - np.arange(4), mesh.faces), axis=1)
        assert (np.diff(corners, axis=1) != 0).all()
        assert mesh.colors.min() >= 0
        assert mesh.colors.max() <= 1


@pytest.mark.parametrize("name", NAMES)
def test_weights_are_shares_of_known_bones(people, name):
    mesh = part(people[name], "body")
    assert set(mesh.bones) <= set(BONES)
    assert np.allclose(mesh.weights.sum(1), 1, atol=1e-4)
    assert mesh.weights.min() >= 0
    assert ((mesh.weights > 0).sum(1) <= 4).all()


@pytest.mark.parametrize("name", NAMES)
def test_height_is_as_asked(people, name):
    person, look = people[name], LOOKS[name]
    top = part(person, "head").vertices[:, 2].max()
    low = part(person, "body").vertices[:, 2].min()
    assert top - low == pytest.approx(look.height, rel=0.01)
    assert low == pytest.approx(0, abs=0.005)
    assert person.measures["height"] == look.height


@pytest.mark.parametrize("name", NAMES)
def test_every_face_key_moves_the_face_and_only_locally(people, name):
    mesh = part(people[name], "head")
    wanted = {f"mouth_{m}" for m in MOUTHS} | set(FACE_KEYS)
    assert wanted <= set(mesh.shape_keys)
    for key in wanted:
        moved = np.linalg.norm(mesh.shape_keys[key], axis=1)
        assert 0.002 < moved.max() < 0.09, key
        assert (moved > 1e-5).mean() < 0.9, key


@pytest.mark.parametrize("name", NAMES)
def test_a_smirk_lifts_one_corner_of_the_mouth(people, name):
    mesh = part(people[name], "head")
    moved = np.linalg.norm(mesh.shape_keys["smirk"], axis=1)
    left, right = (moved[mesh.vertices[:, 0] * side > 0.005].max() for side in (1, -1))
    assert left > 3 * right


@pytest.mark.parametrize("name", NAMES)
def test_a_blink_closes_the_eye_and_stays_outside_it(people, name):
    person = people[name]
    mesh = part(person, "head")
    eye = part(person, "LeftEye")
    rig = person.rig
    centre = rig.heads[rig.index("LeftEye")]
    radius = np.linalg.norm(eye.vertices - centre, axis=1).min()
    lid = np.linalg.norm(mesh.vertices + mesh.shape_keys["blink_l"] - centre, axis=1)
    moved = np.linalg.norm(mesh.shape_keys["blink_l"], axis=1) > 1e-4
    assert lid[moved].min() > 0.93 * radius
    assert (mesh.shape_keys["blink_l"][mesh.vertices[:, 0] < -0.01] == 0).all()


@pytest.mark.parametrize("name", NAMES)
def test_landmarks_and_measures_fit_the_body(people, name):
    person = people[name]
    z = {k: float(point[2]) for k, (_, point) in person.landmarks.items()}
    assert z["crown"] > z["eyes"] > z["chin"] > z["neck"] > z["chest"] > z["waist"] > z["hips"] > z["knees"] > z["feet"]
    assert {bone for bone, _ in person.landmarks.values()} <= set(BONES)
    assert person.measures["eye_height"] == pytest.approx(z["eyes"], abs=0.02)
    assert all(value > 0 for value in person.measures.values())


@pytest.mark.parametrize("name", NAMES)
def test_people_stay_within_the_budget(people, name):
    assert people[name].triangle_count <= 25_000


def test_eyes_carry_their_angle_and_dark_pupils(people):
    for side in ("LeftEye", "RightEye"):
        eye = part(people["man"], side)
        pupil = (eye.attributes["angle"] < 0.2) & (np.arange(len(eye.vertices)) <= 15 * 24)
        assert pupil.any()
        assert eye.colors[pupil].max() < 0.2


def test_hanging_skirts_have_a_seated_shape(people):
    mesh = part(people["woman"], "body")
    assert np.linalg.norm(mesh.shape_keys["sit"], axis=1).max() > 0.02


def test_the_same_look_gives_the_same_bytes(people):
    again = build(LOOKS["woman"])
    for a, b in zip(people["woman"].parts, again.parts, strict=True):
        assert a.name == b.name
        assert a.bone == b.bone
        assert a.mesh.vertices.tobytes() == b.mesh.vertices.tobytes()
        assert a.mesh.faces.tobytes() == b.mesh.faces.tobytes()
        assert a.mesh.colors.tobytes() == b.mesh.colors.tobytes()


@pytest.mark.parametrize("outfit", OUTFITS)
def test_every_outfit_dresses_every_size(outfit):
    for look in (
        Look(gender="male", years=40, height=1.95, build=1.0),
        Look(gender="female", years=6, height=1.1, build=-1.0),
    ):
        fig = figure(look)
        made = OUTFITS[outfit](fig, ("#AA3333", "#33AA33", "#3333AA"))
        for mesh in made.pieces:
            assert np.isfinite(mesh.vertices).all()
            assert np.allclose(mesh.weights.sum(1), 1, atol=1e-4)
            assert mesh.vertices[:, 2].min() > -0.01


@pytest.fixture(scope="module")
def scalp_of():
    head = Head(features(figure(Look())))
    return lambda: Scalp(head, np.array([0.2, 0.1, 0.1], np.float32), 7)


@pytest.mark.parametrize("style", STYLES)
def test_hair_lies_outside_the_face(style, scalp_of):
    scalp = scalp_of()
    for mesh in STYLES[style](scalp):
        v = mesh.vertices
        assert np.isfinite(v).all()
        eye = np.linalg.norm((v - scalp.head.eye) * [1, 0.6, 1], axis=1)
        assert eye.min() > 0.06, "hair over the eye"


@pytest.mark.parametrize("hat", HATS)
def test_hats_sit_over_the_brow(hat, scalp_of):
    scalp = scalp_of()
    for mesh in HATS[hat](scalp, ("#2F4A66", "#A98557", "#EDE6D8")):
        front = mesh.vertices[np.abs(mesh.vertices[:, 0]) < 0.15]
        front = front[front[:, 1] < -0.2]
        assert not len(front) or front[:, 2].min() > scalp.head.face.eye_z + 0.06


def test_a_head_has_only_its_eyes_open():
    mesh = head_mesh(Head(features(figure(Look()))))
    pairs = np.concatenate([mesh.faces[:, [i, (i + 1) % 4]] for i in range(4)])
    triangle = mesh.faces[:, 3] < 0
    pairs = np.concatenate(
        [
            np.stack(
                [
                    mesh.faces[:, i],
                    np.where(mesh.faces[:, (i + 1) % 4] >= 0, mesh.faces[:, (i + 1) % 4], mesh.faces[:, 0]),
                ],
                1,
            )
            for i in range(3)
        ]
        + [mesh.faces[~triangle][:, [3, 0]]]
    )
    n = len(mesh.vertices)
    open_ = pairs[~np.isin(pairs[:, 0] * n + pairs[:, 1], pairs[:, 1] * n + pairs[:, 0])]
    assert set(mesh.part[open_.ravel()]) <= {"lid", "mouth"}


@pytest.mark.parametrize(
    ("field", "value"), [("hair", "bobb"), ("outfit", "suits"), ("beard", "fulll"), ("hat", "fedorra")]
)
def test_unknown_names_are_refused_with_the_nearest(field, value):
    with pytest.raises(ValueError, match=f"{value}.*nearest"):
        build(Look(**{field: value}))


@pytest.mark.parametrize("beard", ["full", "short"])
def test_a_beard_ends_in_a_clean_line_close_to_the_face(beard):
    look = Look(gender="male", beard=beard)
    form = Head(features(figure(look)))
    made = BEARDS[beard](Scalp(form, np.array([0.1, 0.1, 0.1]), 1), head_mesh(form))
    faces = made.faces[:, :3]
    edges = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    every, count = np.unique(edges, axis=0, return_counts=True)
    rim = np.unique(every[count == 1])
    rim = rim[(np.abs(made.vertices[rim, 0]) > 0.2) & (made.vertices[rim, 2] > -0.3)]
    assert len(rim) > 8
    assert (np.abs(form(made.vertices[rim])) < 0.01).all()
    assert (np.abs(beard_edge(form, made.vertices[rim], np.full(len(rim), 9.0))) < 0.015).all()
