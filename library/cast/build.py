"""Building a person from a look."""

from __future__ import annotations

import zlib

import numpy as np

from app.look import Look
from library.cast.beards import BEARDS, STUBBLE
from library.cast.colour import luminance, shade
from library.cast.figure import Figure, figure
from library.cast.hair import STYLES, UNDER_HATS
from library.cast.hair.scalp import Scalp
from library.cast.hair.sway import add_sway
from library.cast.head import build_head, place, placed
from library.cast.headform import Head, features
from library.cast.headmesh import HeadMesh, head_mesh
from library.cast.headwear import COVERING, HATS, glasses
from library.cast.outfits import OUTFITS
from library.cast.person import Part, Person, Rig
from library.cast.skeleton import rig
from library.cast.skin import bare_skin
from library.geometry.mesh import MeshData, joined, srgb


def build(look: Look) -> Person:
    """The person of `look`: the same look gives the same bytes.

    Raises ValueError for an unknown hair style, outfit, beard or hat, naming the nearest known one.
    """
    fig = figure(look)
    outfit = known(look.outfit, OUTFITS, "outfit")(fig, _three(look.colours))
    form = Head(features(fig))
    face = head_mesh(form)
    scalp = Scalp(form, srgb(look.hair_colour), seed_of(look))
    head, eyes = build_head(fig, form, face, shade(look.hair_colour, 0.8), _beard(look, scalp, face))
    centres = {
        name[: -len("Eye")]: place(fig, form.eye * [sign, 1, 1]) for (name, sign) in (("LeftEye", 1), ("RightEye", -1))
    }
    bones = rig(fig, centres, form.face.eye_radius * fig.head)
    parts = [Part("body", joined([bare_skin(fig, outfit), *outfit.pieces])), Part("head", head, "Head")]
    parts += [Part(name, mesh, name) for name, mesh in eyes.items()]
    top = _on_head(look, scalp)
    if top:
        hair = placed(fig, joined(top))
        add_sway(hair, float(place(fig, form.eye)[2]), fig.joints["Neck"][:2])
        parts.append(Part("hair", hair, "Head"))
    parts += [Part(f"{bone} {i}", mesh, bone) for i, (bone, mesh) in enumerate(outfit.rigid)]
    measures = {**_measures(fig, bones, form), "skin": luminance(look.skin)}
    return Person(bones, tuple(parts), measures, _landmarks(fig, form))


def known(name: str, registry: dict, kind: str):
    """The registry's entry; ValueError with the nearest name where there is none."""
    if name in registry:
        return registry[name]
    from rapidfuzz import process

    nearest = process.extractOne(name, list(registry))[0]
    raise ValueError(f"unknown {kind} {name!r}; the nearest is {nearest!r}")


def seed_of(look: Look) -> int:
    """A number that depends on the whole look alone."""
    return zlib.crc32(look.model_dump_json().encode())


def _three(colours: tuple[str, ...]) -> tuple[str, str, str]:
    return (tuple(colours) + ("#2F4A66", "#A98557", "#EDE6D8")[len(colours) :])[:3]


def _beard(look: Look, scalp: Scalp, face: HeadMesh) -> list[MeshData]:
    if look.beard is None or look.beard == STUBBLE:
        return []
    return [known(look.beard, BEARDS, "beard")(scalp, face)]


def _on_head(look: Look, scalp: Scalp) -> list[MeshData]:
    """Hair, hat and glasses, head units."""
    hair = known(look.hair, STYLES, "hair style")
    out = glasses(scalp.head) if look.glasses else []
    if look.hat is None:
        return out + hair(scalp)
    hat = known(look.hat, HATS, "hat")
    under = [] if look.hat in COVERING else UNDER_HATS.get(look.hair, hair)(scalp)
    return out + under + hat(scalp, _three(look.colours))


def _measures(fig: Figure, bones: Rig, form: Head) -> dict[str, float]:
    j, s = fig.joints, fig.scale
    hip, ankle = j["LeftUpLeg"][2], j["LeftFoot"][2]
    return {
        "height": fig.height,
        "eye_height": float(place(fig, form.eye)[2]),
        "hip_height": float(hip),
        "shoulder_width": float(2 * j["LeftArm"][0]),
        "leg": float(hip),
        "arm": float(
            np.linalg.norm(j["LeftForeArm"] - j["LeftArm"]) + np.linalg.norm(j["LeftHand"] - j["LeftForeArm"])
        ),
        "foot_length": 0.262 * s,
        "sole": float(ankle),
        "seat": (0.098 + 0.020 * max(fig.build, 0)) * s,
        "radius": float(j["LeftHand"][0]) * 0.75,
        "chest_depth": (0.120 + 0.030 * max(fig.build, 0) + 0.02 * fig.female) * s,
    }


def _landmarks(fig: Figure, form: Head) -> dict[str, tuple[str, np.ndarray]]:
    j, s = fig.joints, fig.scale
    eye = place(fig, form.eye)
    front = -0.11 * s
    return {
        "crown": ("Head", place(fig, [0, 0.02, 0.5])),
        "eyes": ("Head", np.array([0, eye[1] - form.face.eye_radius * fig.head, eye[2]])),
        "chin": ("Head", place(fig, [0, -0.33, -0.48])),
        "neck": ("Neck", j["Neck"] + [0, -0.05 * s, 0.01 * s]),
        "chest": ("Spine2", np.array([0, front, j["LeftArm"][2] - 0.10 * s])),
        "waist": ("Spine", np.array([0, front, j["Spine"][2] + 0.02 * s])),
        "hips": ("Hips", np.array([0, front, j["LeftUpLeg"][2]])),
        "knees": ("LeftLeg", j["LeftLeg"] * [0, 1, 1] + [0, -0.06 * s, 0]),
        "feet": ("LeftFoot", j["LeftFoot"] * [0, 1, 0] + [0, -0.04 * s, 0]),
    }
