"""`shotwright film INPUT -o film.mp4` and `shotwright plan INPUT --project DIR`."""

from __future__ import annotations

import argparse
from pathlib import Path

from agents.ensemble import Ensemble
from agents.house.crew import Options
from agents.input import read
from agents.production import cut
from agents.production.producer import Producer
from app.document import Source
from app.errors import ShotwrightError
from app.project import FILM, load_film
from library.moods import MOODS
from render.grade import GRADES
from render.tiers import QUALITIES
from ui.commands.casting import add_crew, add_writing, agree, crew_of
from ui.commands.common import producing, tell_notices
from ui.console import Console, add_common, frame_rate, positive, run, size


def _parser(command: str) -> argparse.ArgumentParser:
    making = command == "film"
    parser = argparse.ArgumentParser(
        prog=f"shotwright {command}",
        description="Makes a film from words." if making else "Makes a storyboard with keyframes, no long render.",
    )
    parser.add_argument(
        "input",
        metavar="INPUT",
        help="an idea or description in quotes, a screenplay (.fountain, .fdx, .txt) or a FilmAgent script.json",
    )
    if making:
        parser.add_argument(
            "-o", "--out", type=Path, default=Path("film.mp4"), help="the film to write (default film.mp4)"
        )
        parser.add_argument("--quality", choices=QUALITIES, default="animatic")
    parser.add_argument(
        "--project",
        type=Path,
        required=not making,
        help="the project folder" + (" (default: beside the film)" if making else ""),
    )
    parser.add_argument("--size", type=size, help="pixels, for example 640x360 (default: the quality's own)")
    parser.add_argument("--fps", type=frame_rate, default="24", help="frames a second (default 24)")
    parser.add_argument("--max-shots", type=positive, help="no more shots than this")
    parser.add_argument("--mood", choices=MOODS.names, default="", help="light of an idea or description")
    parser.add_argument("--grade", choices=GRADES, default="", help="colours of every scene in the film")
    parser.add_argument("--seed", type=int, default=0, help="another number, another variation")
    add_crew(parser)
    add_writing(parser)
    add_common(parser)
    return parser


def main_film(argv: list[str]) -> int:
    options = _parser("film").parse_args(argv)

    async def work(console: Console) -> None:
        cut.check_target(options.out)
        source = read(options.input)
        folder = options.project or _project_beside(options.out, source)
        crew = crew_of(options, folder)
        async with producing(console, folder, new=True, crew=crew) as producer:
            await _plan(console, producer, crew, source, options)
            path = await producer.export(options.out.resolve(), options.quality, options.size)
            film = producer.film
            console.say(
                f"{path} ({film.length / float(film.rate):.1f} s, {sum(1 for _ in film.shots(omitted=False))} shots)\n"
                f"Project: {folder} (open it with: shotwright studio {folder})",
                film=str(path), project=str(folder), frames=film.length,
            )  # fmt: skip

    return run(options, work)


def main_plan(argv: list[str]) -> int:
    options = _parser("plan").parse_args(argv)

    async def work(console: Console) -> None:
        source = read(options.input)
        crew = crew_of(options, options.project)
        async with producing(console, options.project, new=True, crew=crew) as producer:
            await _plan(console, producer, crew, source, options)
            console.say(
                f"Storyboard: {options.project} ({sum(1 for _ in producer.film.shots())} shots)",
                project=str(options.project), shots=sum(1 for _ in producer.film.shots()),
            )  # fmt: skip

    return run(options, work)


async def _plan(
    console: Console, producer: Producer, crew: Ensemble, source: Source, options: argparse.Namespace
) -> None:
    film = producer.film
    if film.scenes and film.source != source:
        raise ShotwrightError(
            "project",
            f"{options.project} holds another film: {film.title!r}",
            "Choose another --project folder, or merge a new draft with `shotwright update`.",
        )
    if not film.scenes:
        picture = options.size or (1280, 720)
        wanted = Options(
            max_shots=options.max_shots, seed=options.seed, fps=options.fps, size=picture,
            mood=options.mood, grade=options.grade, most_people=options.max_people, most_scenes=options.max_scenes,
            rounds=options.rounds, debate_rounds=options.debate_rounds,
        )  # fmt: skip
        agree(console, crew, crew.estimate(source, wanted), options.budget)
        await producer.develop(source, wanted)
        producer.session.save()
        tell_notices(console, producer.film)
    await producer.stage()
    producer.session.save()
    rejected = [
        (n, s) for n, _, s in producer.film.numbered() if s.take and s.take.review and s.take.review.verdict == "reject"
    ]
    for number, shot in rejected:
        console.say(
            f"note: shot {number} did not pass its review: {shot.take.review.problems[0].message}",
            shot=number, problems=[p.message for p in shot.take.review.problems],
        )  # fmt: skip


def _project_beside(out: Path, source: Source) -> Path:
    """The project folder beside the film: the one this source made before, or a new name."""
    for number in range(1, 1000):
        name = f"{out.stem}.shotwright" if number == 1 else f"{out.stem}-{number}.shotwright"
        folder = out.resolve().parent / name
        if not (folder / FILM).exists():
            return folder
        try:
            found = load_film(folder / FILM)
        except ShotwrightError:
            continue
        if found.source == source or not found.scenes:
            return folder
    raise ShotwrightError("project", f"there are too many projects beside {out}", "Name one with --project.")
