"""The few materials everything in the places is made of; colours lie on the meshes."""

from __future__ import annotations

from library.geometry.mesh import Material

WOOD = Material("wood", kind="wood", roughness=0.42, specular=0.4, variation=0.16)
FLOORBOARD = Material("floorboard", kind="wood", roughness=0.36, specular=0.45, variation=0.20)
PAINT = Material("paint", roughness=0.45, specular=0.4)
WALL = Material(
    "wall paint", roughness=0.85, specular=0.2, bump=0.10, bump_scale=90.0, variation=0.03, variation_scale=1.2
)
TRIM = Material("trim paint", roughness=0.45, specular=0.35)
CLOTH = Material(
    "cloth", roughness=0.85, specular=0.2, sheen=0.4, bump=0.25, bump_scale=280.0, variation=0.05, variation_scale=5.0
)
RUG = Material(
    "rug", roughness=0.95, specular=0.1, sheen=0.5, bump=0.8, bump_scale=160.0, variation=0.06, variation_scale=30.0
)
CURTAIN = Material("curtain", roughness=0.9, specular=0.1, sheen=0.4)
LEATHER = Material("leather", roughness=0.45, specular=0.45, bump=0.18, bump_scale=120.0, variation=0.05)
METAL = Material("metal", roughness=0.28, metallic=1.0)
IRON = Material("painted metal", roughness=0.42, specular=0.5, metallic=0.2)
CERAMIC = Material("ceramic", roughness=0.22, specular=0.5, coat=0.4)
TERRACOTTA = Material("terracotta", roughness=0.75, specular=0.25, variation=0.06)
GLASS = Material("glass", kind="glass", roughness=0.04)
PANE = Material("window pane", kind="pane", roughness=0.08, specular=0.8, coat=0.6, emission=0.85)
WATER = Material("lit water", kind="lamp", roughness=0.08, specular=0.6, emission=1.0)
LEAF = Material("leaf", roughness=0.48, specular=0.4, variation=0.10, variation_scale=6.0)
FOLIAGE = Material(
    "foliage", roughness=0.7, specular=0.2, sheen=0.25, bump=0.9, bump_scale=9.0, variation=0.14, variation_scale=3.0
)
PAPER = Material("paper", roughness=0.75, specular=0.2)
PLASTIC = Material("plastic", roughness=0.38, specular=0.45)
RUBBER = Material("rubber", roughness=0.8, specular=0.2)
STONE = Material("stone", roughness=0.8, specular=0.25, bump=0.35, bump_scale=45.0, variation=0.06, variation_scale=3.0)
MARBLE = Material("marble", roughness=0.18, specular=0.5, variation=0.06, variation_scale=3.0)
TILE = Material("tile", roughness=0.25, specular=0.5, variation=0.03)
ASPHALT = Material(
    "asphalt", roughness=0.88, specular=0.25, bump=0.6, bump_scale=60.0, variation=0.10, variation_scale=1.2
)
GRASS = Material("grass", roughness=0.95, specular=0.1, bump=0.9, bump_scale=40.0, variation=0.16, variation_scale=1.8)
BARK = Material("bark", roughness=0.9, specular=0.15, bump=0.9, bump_scale=28.0, variation=0.12, variation_scale=6.0)
FOOD = Material("food", roughness=0.5, specular=0.35, variation=0.06, variation_scale=20.0)
MIRROR = Material("mirror", roughness=0.03, metallic=1.0)
SHADE = Material("lamp shade", kind="lamp", roughness=0.9, specular=0.2, emission=3.0)
BULB = Material("bulb", kind="lamp", roughness=0.3, emission=12.0)
SCREEN = Material("screen", kind="emission", emission=1.1)
SKY = Material("sky", kind="emission", emission=1.0)
