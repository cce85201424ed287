"""How long a film takes on this machine. Run by hand: python -m tests.benchmarks.first_film [--bare]

Prints a table of the storyboard's time, the animatic's time against the film's length in full light and flat,
a second run, an edited and a moved shot; with --bare also the time per frame in our worker against a plain
loop over the same scene in Blender.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SCREENPLAY = Path(__file__).parents[2] / "resources" / "screenplays" / "the_spare_key.fountain"

BARE = """
import json, sys, time, bpy
bpy.ops.wm.open_mainfile(filepath=sys.argv[1])
scene = bpy.context.scene
scene.render.filepath = sys.argv[2]
times = []
for frame in range(0, 24, 2):
    begun = time.perf_counter()
    scene.frame_set(frame)
    bpy.ops.render.render(write_still=True)
    times.append(time.perf_counter() - begun)
print("TIMES", json.dumps(times))
"""


def shotwright(*arguments: str) -> float:
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "ui.cli", *arguments, "--json"], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stdout[-2000:] + done.stderr)
    return time.perf_counter() - begun


def frames(project: Path) -> int:
    return sum(1 for _ in (project / "cache" / "frames").rglob("*.png"))


def row(name: str, value: str, aim: str = "") -> None:
    print(f"{name:58}{value:>18}   {aim}", flush=True)


def machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30 if hasattr(os, "sysconf") else 0
    return f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}"


def film_times(folder: Path) -> None:
    project = folder / "p"
    board = shotwright("plan", str(SCREENPLAY), "--project", str(project))
    film = json.loads((project / "film.json").read_text())
    shots = [s for scene in film["scenes"] for s in scene["shots"]]
    length = sum(s["length"] for s in shots) / 24
    row(f"storyboard of {len(shots)} shots with keyframes", f"{board:.1f} s", "60 s or less")
    target = str(folder / "film.mp4")
    for quality, aim in (("animatic", "12 x or less"), ("flat", "4 x or less")):
        took = shotwright("export", str(project), "-o", target, "--quality", quality)
        row(f"{quality} at 480x270 against {length:.1f} s of film", f"{took / length:.1f} x", aim)
    before = frames(project)
    took = shotwright("export", str(project), "-o", target, "--quality", "animatic")
    row("second run of the unchanged film", f"{took:.1f} s", "under 5 s")
    row("  frames rendered", str(frames(project) - before), "0")

    path = project / "film.json"
    film = json.loads(path.read_text())
    order = film["scenes"][0]["shots"]
    order.append(order.pop(1))
    path.write_text(json.dumps(film))
    shotwright("export", str(project), "-o", target, "--quality", "animatic")
    row("frames rendered after moving a shot", str(frames(project) - before), "0")

    film = json.loads(path.read_text())
    shot = film["scenes"][0]["shots"][-1]
    shot["guidance"]["lighting"] = "Golden hour."
    shot["origins"]["guidance.lighting"] = {"by": "person", "name": ""}
    path.write_text(json.dumps(film))
    took = shotwright("export", str(project), "-o", target, "--quality", "animatic")
    added = frames(project) - before
    row(f"one edited shot of {shot['length']} frames: pictures rendered", str(added), f"at most {shot['length']}")
    row("  time", f"{took:.1f} s")


def worker_against_bare(folder: Path) -> None:
    """Seconds a frame in our worker and in a plain loop over the .blend of the same stage, same settings."""
    from app.document import Program
    from app.look import Look
    from render.pool import WorkerPool
    from render.protocol import BlendJob, FramesJob, StageSpec
    from render.tiers import tier

    program = Program(
        scene='use_place(stage, "Apartment living room")',
        character='add_person(stage, "Mia", at="Position 3", facing="Tom")\n'
        'add_person(stage, "Tom", at="Position 5", facing="Mia")',
        motion='perform(stage, "Mia", "Standing Arguing", start=0, end=2)',
        lighting='light_mood(stage, "day")',
        cinematography="long_shot(stage)",
    )
    cast = {"Mia": Look(), "Tom": Look(gender="male", height=1.8, hair="crop")}
    spec = StageSpec(program=program, frames=24, cast=cast)
    plain = tier("animatic", (1280, 720)).model_copy(update={"still_parts": False})
    people, blend = str(folder / "people"), folder / "bare.blend"

    async def ours() -> list[float]:
        stamps: list[float] = []
        async with WorkerPool(1, writable=[folder]) as pool:
            job = FramesJob(id="warm", spec=spec, tier=plain, cache=str(folder / "warm"), people=people)
            await pool.submit(job)
            await pool.submit(BlendJob(id="blend", spec=spec, file=str(blend), people=people))
            job = job.model_copy(update={"cache": str(folder / "cache")})
            await pool.submit(job, lambda e: stamps.append(time.perf_counter()) if e.kind == "progress" else None)
        return [b - a for a, b in zip(stamps[1::2], stamps[3::2], strict=False)]

    mine = sorted(asyncio.run(ours()))
    done = subprocess.run(
        [sys.executable, "-c", BARE, str(blend), str(folder / "bare.png")], capture_output=True, text=True
    )
    bare = sorted(json.loads(next(x for x in done.stdout.splitlines() if x.startswith("TIMES"))[6:])[1:])
    ratio = mine[len(mine) // 2] / bare[len(bare) // 2]
    row("seconds a frame, worker (median)", f"{mine[len(mine) // 2]:.3f} s")
    row("seconds a frame, plain loop (median)", f"{bare[len(bare) // 2]:.3f} s")
    row("overhead of the worker", f"{100 * (ratio - 1):+.1f} %", "5 % or less")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bare", action="store_true", help="only the comparison with a plain loop")
    options = parser.parse_args()
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        if not options.bare:
            film_times(Path(folder))
        worker_against_bare(Path(folder))


if __name__ == "__main__":
    main()
