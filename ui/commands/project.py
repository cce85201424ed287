"""Commands on a project: `render`, `review`, `show`."""

from __future__ import annotations

import argparse
from pathlib import Path

from agents.production.verdicts import verdict
from app.timebase import seconds
from render.tiers import QUALITIES
from ui.commands.casting import add_crew, crew_of
from ui.commands.common import chosen, producing, state
from ui.console import EXIT_REJECTED, Console, add_common, run, shot_numbers, size


def _parser(command: str, text: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"shotwright {command}", description=text)
    parser.add_argument("project", metavar="PROJECT", type=Path, help="the project folder")
    add_common(parser)
    return parser


def main_render(argv: list[str]) -> int:
    parser = _parser("render", "Renders the frames that are missing; stages stale shots first.")
    parser.add_argument("--shots", type=shot_numbers, help="shot numbers, for example 2,4-6 (default: all)")
    parser.add_argument("--quality", choices=QUALITIES, default="animatic")
    parser.add_argument("--size", type=size, help="pixels, for example 1280x720")
    add_crew(parser)
    options = parser.parse_args(argv)

    async def work(console: Console) -> None:
        async with producing(console, options.project, crew=crew_of(options, options.project)) as producer:
            ids = chosen(producer.film, options.shots)
            film = producer.film
            stale = [s.id for s in film.shots(omitted=False) if (ids is None or s.id in ids) and not s.locked]
            await producer.stage([i for i in stale if producer.stale(i)])
            guess = producer.estimate(options.quality, options.size, ids)
            console.say(f"Up to {guess:.0f} s on this machine.", estimate_s=round(guess, 1))
            pictures = await producer.render(ids, options.quality, options.size)
            count = sum(len(p) for p in pictures.values())
            console.say(f"{count} frames of {len(pictures)} shots are there.", frames=count, shots=len(pictures))

    return run(options, work)


def main_review(argv: list[str]) -> int:
    parser = _parser("review", "Reviews the active takes by their measurements, or compares them with the other takes.")
    parser.add_argument("--shots", type=shot_numbers, help="shot numbers, for example 2,4-6 (default: all)")
    parser.add_argument(
        "--compare",
        action="store_true",
        help="tell which take of a shot is better: asked of the reviewer in pairs, both ways round",
    )
    add_crew(parser)
    options = parser.parse_args(argv)
    if options.compare:
        return run(options, lambda console: _compare(console, options))

    async def work(console: Console) -> int:
        rejected = 0
        async with producing(console, options.project) as producer:
            ids = chosen(producer.film, options.shots)
            for number, _, shot in producer.film.numbered():
                if ids is not None and shot.id not in ids:
                    continue
                if shot.take is None:
                    console.table(f"{number:3}  not staged yet", shot=number, verdict=None)
                    continue
                review = await producer.review(shot.id)
                rejected += review.verdict == "reject"
                lines = [f"{number:3}  {review.verdict}  ({len(review.findings)} checks)"]
                lines += [f"       {p.check}: {p.message} (limit {p.limit})" for p in review.problems]
                console.table(
                    "\n".join(lines),
                    shot=number,
                    verdict=review.verdict,
                    findings=[f.model_dump() for f in review.findings],
                )
        return EXIT_REJECTED if rejected else 0

    return run(options, work)


async def _compare(console: Console, options: argparse.Namespace) -> None:
    """The active take of every shot against each of its others."""
    async with producing(console, options.project, crew=crew_of(options, options.project)) as producer:
        ids, pairs = chosen(producer.film, options.shots), 0
        for number, _, shot in producer.film.numbered():
            if shot.take is None or (ids is not None and shot.id not in ids):
                continue
            for other in (t for t in shot.takes if t.id != shot.active_take):
                made = await producer.compare(shot.id, shot.take.id, other.id)
                pairs += 1
                told = verdict(made, shot.take.number, other.number)
                console.table(
                    f"{number:3}  {told}", shot=number, used=shot.take.number, other=other.number, better=made.better,
                    by=made.by, looked=made.looked, reasons=list(made.reasons),
                )  # fmt: skip
        if not pairs:
            console.say("No shot has two takes to compare.", pairs=0)


def main_show(argv: list[str]) -> int:
    options = _parser("show", "Shows the shots of a project and their state.").parse_args(argv)

    async def work(console: Console) -> None:
        async with producing(console, options.project) as producer:
            film = producer.film
            rows = []
            for number, scene, shot in film.numbered():
                reasons = producer.stale(shot.id)
                text = " ".join(line.text for line in shot.lines) or shot.guidance.motion
                rows.append(
                    {
                        "shot": number, "scene": scene.heading or scene.place, "type": shot.shot_type,
                        "seconds": round(seconds(shot.length, film.rate), 2), "state": state(shot, reasons),
                        "locks": sorted(shot.locks), "takes": len(shot.takes), "text": text, "stale": reasons,
                    }
                )  # fmt: skip
            head = f"{film.title}: {len(rows)} shots, {seconds(film.length, film.rate):.1f} s at {film.fps} fps"
            lines = [head, f"{'#':>3}  {'type':22}{'s':>6}  {'state':10}{'lock':6}text"]
            for row in rows:
                lock = "all" if "shot" in row["locks"] else str(len(row["locks"]) or "")
                start = f"{row['shot']:>3}  {row['type']:22}{row['seconds']:>6.2f}"
                lines.append(f"{start}  {row['state']:10}{lock:6}{row['text'][:60]}")
            console.table("\n".join(lines), title=film.title, shots=rows)

    return run(options, work)
