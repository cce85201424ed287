"""What a prop is: a thing by name with its real size, what one can do with it, and how it is built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from library.geometry.mesh import MeshData
from library.registry import Registry

Builder = Callable[..., MeshData]


@dataclass(frozen=True)
class Sit:
    """A seat of a prop in the prop's own axes: middle of the hips (x, y), height, turn against the prop."""

    at: tuple[float, float]
    height: float
    yaw: float = 0.0
    kind: str = "chair"
    arms: bool = False


@dataclass(frozen=True)
class Lit:
    """The lamp in a prop, in the prop's own axes: watts of a point light when it burns."""

    at: tuple[float, float, float]
    watts: float
    colour: str = "#FFB060"
    radius: float = 0.08


@dataclass(frozen=True)
class Prop:
    """size: width (x), depth (y), height (z), metres. The thing is centred on its origin and stands on z = 0.

    mount: what holds it: "floor", "surface" (rests on other things), "wall" (its back at y = +depth / 2),
    "ceiling" (hangs; its top at z = height). surface: height at which things rest on it; seats, lights.
    solid: whether people walk round it; base: width and depth of its foot where that is less than its size (a
    tree). family: the group it is shown with.
    """

    name: str
    size: tuple[float, float, float]
    build: Builder = field(repr=False)
    synonyms: tuple[str, ...] = ()
    mount: str = "floor"
    surface: float | None = None
    seats: tuple[Sit, ...] = ()
    lights: tuple[Lit, ...] = ()
    solid: bool = True
    base: tuple[float, float] | None = None
    family: str = ""
    description: str = ""

    def size_of(self, options: dict[str, Any]) -> tuple[float, float, float]:
        """The size with these options: props that come in sizes take an option `size`."""
        return tuple(options.get("size", self.size))

    def mesh(self, seed: int = 0, **options: Any) -> MeshData:
        """The mesh, centred and of exactly its size; the same seed and options give the same bytes.

        Raises TypeError for an unknown option.
        """
        mesh = self.build(np.random.default_rng(seed), **options)
        low, high = mesh.bounds()
        middle = (low + high) / 2
        scale = np.asarray(self.size_of(options)) / np.maximum(high - low, 1e-6)
        return mesh.moved((-middle[0], -middle[1], -low[2])).moved(scale=scale)


PROPS: Registry[Prop] = Registry("prop")


def prop(name: str, size: tuple[float, float, float], **about: Any) -> Callable[[Builder], Builder]:
    """Registers a builder `(rng, **options) -> MeshData` as a prop; its docstring becomes the description."""

    def register(build: Builder) -> Builder:
        family = build.__module__.rsplit(".", 1)[-1]
        words = " ".join((build.__doc__ or "").split())
        PROPS.add(Prop(name, size, build, family=family, description=words, **about))
        return build

    return register
