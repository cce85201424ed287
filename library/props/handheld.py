"""Things made to be held: a phone, a cue, something wrapped, a letter, a newspaper."""

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, rod
from library.props.materials import METAL, PAPER, PLASTIC, WOOD
from library.props.model import prop


@prop(
    "smartphone", (0.072, 0.148, 0.010), synonyms=("mobile", "mobile phone", "cell phone", "cellphone"), mount="surface"
)
def smartphone(rng, colour="#23262B", screen="#7FB4D8") -> MeshData:
    """A mobile phone, its screen up."""
    return joined(
        [
            box((0.072, 0.148, 0.008), (0, 0, 0), METAL, colour, 0.004),
            box((0.064, 0.134, 0.002), (0, 0, 0.008), PLASTIC, screen, 0.0),
        ]
    )


@prop("billiard cue", (0.03, 1.42, 0.03), synonyms=("cue", "pool cue", "cue stick"), mount="surface", solid=False)
def billiard_cue(rng, colour="#3A2418", tip="#D9B98A") -> MeshData:
    """A billiard cue, its tip to the front."""
    return joined(
        [
            rod((0, 0.71, 0.015), (0, 0.15, 0.015), (0.015, 0.012), WOOD, colour, 10),
            rod((0, 0.15, 0.015), (0, -0.70, 0.015), (0.012, 0.006), WOOD, tip, 10),
            rod((0, -0.70, 0.015), (0, -0.71, 0.015), (0.006, 0.006), PLASTIC, "#3F6FA0", 10),
        ]
    )


@prop("gift", (0.20, 0.16, 0.13), synonyms=("present", "gift box", "wrapped box"), mount="surface", surface=0.11)
def gift(rng, colour="#B23A48", accent="#E9D9A8") -> MeshData:
    """A wrapped box with a ribbon."""
    parts = [box((0.20, 0.16, 0.11), (0, 0, 0), PAPER, colour, 0.004)]
    parts.append(box((0.026, 0.163, 0.112), (0, 0, -0.0005), PAPER, accent, 0.001))
    parts.append(box((0.203, 0.024, 0.112), (0, 0, -0.0005), PAPER, accent, 0.001))
    parts += [box((0.055, 0.022, 0.02), (s * 0.028, 0, 0.11), PAPER, accent, 0.009) for s in (-1, 1)]
    return joined(parts)


@prop("letter", (0.22, 0.11, 0.006), synonyms=("envelope", "note", "message"), mount="surface")
def letter(rng, colour="#F0E8D8", accent="#B23A2A") -> MeshData:
    """An envelope with a stamp."""
    return joined(
        [
            box((0.22, 0.11, 0.005), (0, 0, 0), PAPER, colour, 0.0015),
            box((0.024, 0.028, 0.001), (0.088, 0.034, 0.005), PAPER, accent, 0.0),
            box((0.07, 0.006, 0.001), (0.02, -0.006, 0.005), PAPER, "#6A6E74", 0.0),
            box((0.05, 0.006, 0.001), (0.01, -0.022, 0.005), PAPER, "#6A6E74", 0.0),
        ]
    )
