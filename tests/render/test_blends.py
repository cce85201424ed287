"""Shots and whole films as .blend files, with real Blender at the smallest size."""

from __future__ import annotations

import asyncio

import numpy as np
import pytest

from app.document import Program
from app.errors import ShotwrightError
from app.look import Look
from render.pool import WorkerPool
from render.protocol import BlendJob, FilmBlendJob, SceneOfFilm, StageSpec
from render.sound import write_wav


def spec(camera: str) -> StageSpec:
    program = Program(
        scene='use_place(stage, "Office")', character='add_person(stage, "Mia", at="Position 2")',
        lighting='light_mood(stage, "day")', cinematography=camera,
    )  # fmt: skip
    return StageSpec(program=program, frames=6, cast={"Mia": Look()})


def test_a_film_is_one_file_with_a_scene_for_every_shot_and_the_cut(tmp_path):
    people = str(tmp_path / "people")
    sound = write_wav(tmp_path / "mix.wav", np.zeros((24_000, 2), np.float32))

    async def work():
        async with WorkerPool(1, writable=[tmp_path]) as pool:
            files = []
            for n, camera in enumerate(('long_shot(stage, "Mia")', 'close_up(stage, "Mia")')):
                file = str(tmp_path / f"{n}.blend")
                done = await pool.submit(BlendJob(id=f"b{n}", spec=spec(camera), file=file, people=people))
                assert done.result["scenes"] == 1
                assert done.result["missing"] == []
                files.append(file)
            scenes = [SceneOfFilm(file=f, name=f"Shot {n}", start=6 * n, length=6) for n, f in enumerate(files)]
            film = FilmBlendJob(
                id="f", scenes=scenes, title="Two shots", fps=(24, 1), size=(64, 36), sound=str(sound),
                file=str(tmp_path / "film.blend"),
            )  # fmt: skip
            whole = await pool.submit(film)
            broken = film.model_copy(
                update={"id": "g", "scenes": [scenes[0].model_copy(update={"file": files[0] + "x"})]}
            )
            with pytest.raises(ShotwrightError):
                await pool.submit(broken)
            again = await pool.submit(BlendJob(id="b9", spec=spec("long_shot(stage)"), file=files[0], people=people))
            return whole.result, again.result

    whole, again = asyncio.run(asyncio.wait_for(work(), 240))
    assert whole["scenes"] == 3
    assert whole["missing"] == []
    assert (tmp_path / "film.blend").stat().st_size > 100_000
    assert again["scenes"] == 1  # a film that was saved before leaves nothing behind
