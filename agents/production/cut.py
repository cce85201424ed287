"""Putting the cut together: pictures in order, lines at their times, captions, one MP4."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np

from agents.production import finish
from agents.production.finish import Shown
from agents.production.speech import Heard
from app.document import Film, Shot
from app.errors import ShotwrightError
from app.files import digest, write_whole
from app.timebase import seconds
from library.places import PLACES
from render.captions import Caption, captions
from render.film import QUALITIES, Image, write_film
from render.probe import FilmProbe, probe
from render.protocol import TierSpec
from render.sound import Bed, SoundCue, mix
from render.version import film_version

RATE = 48000

KEPT = 6
"""Cuts kept ready in a project."""


def check_target(path: Path) -> None:
    """Raises ShotwrightError(disk) before hours of rendering when the film could not be written in the end."""
    folder = path.resolve().parent
    if path.is_dir():
        raise ShotwrightError("disk", f"{path} is a folder", "Name a file, for example film.mp4.")
    if not folder.is_dir():
        raise ShotwrightError(
            "disk", f"there is no folder {folder}", "Create it, or choose another place for the film."
        )
    if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise ShotwrightError("disk", f"{path} may not be written", "Choose another place for the film.")


def hand_out(kept: Path, path: Path) -> FilmProbe:
    """Puts a cut that `made` keeps where it is wanted, with its .srt beside it where lines are spoken; what was found
    on probing it there. Raises ShotwrightError(export, disk)."""
    captions = kept.with_suffix(".srt")
    if captions.exists():
        write_whole(path.with_suffix(".srt"), captions.read_bytes())
    write_whole(path, kept.read_bytes())
    return probe(path)


def made(
    film: Film,
    pictures: dict[str, list[Path]],
    heard: dict[str, dict[str, Heard]],
    tier: TierSpec,
    progress: Callable[[int, int], None],
    folder: Path,
) -> Path:
    """The cut as an MP4 in `folder`, where the last few are kept: the same cut is the same file.

    pictures: shot id -> picture of every frame, in film order; heard: shot id -> beat id -> line.
    Raises ShotwrightError(export, disk)."""
    path = folder / f"{_key(film, pictures, heard, tier)}.mp4"
    if path.exists():
        path.touch()
        return path
    counts = {shot: len(files) for shot, files in pictures.items()}
    total = sum(counts.values())
    sound, shown = soundtrack(film, counts, heard)

    def tell(done: int) -> None:
        progress(done, total)

    folder.mkdir(parents=True, exist_ok=True)
    write_film(
        path,
        frames(film, pictures),
        film.rate,
        tier.size,
        sound,
        shown,
        title=film.title,
        quality=tier.name if tier.name in QUALITIES else "animatic",
        progress=tell,
    )
    for old in sorted(folder.glob("*.mp4"), key=lambda f: f.stat().st_mtime)[:-KEPT]:
        old.with_suffix(".srt").unlink(missing_ok=True)
        old.unlink()
    return path


def _key(film: Film, pictures: dict[str, list[Path]], heard: dict[str, dict[str, Heard]], tier: TierSpec) -> str:
    """A hash of everything that is seen and heard in a cut."""
    said = [
        part
        for shot in pictures
        for beat, line in heard.get(shot, {}).items()
        for part in (beat, str(line.rate), line.samples.tobytes(), repr(line.words))
    ]
    starts = [s.model_dump_json() for i in pictures if film.shot(i).take for s in film.shot(i).take.speech]
    places = [f"{s.place} {s.mood}" for s in film.scenes]
    seen = [f"{shot} {file}" for shot, files in pictures.items() for file in files]
    about = [film.title, str(film.rate), tier.model_dump_json(), finish.key(film), str(film.seed), film_version()]
    return digest(*about, *places, *starts, *seen, *said)


def frames(film: Film, pictures: dict[str, list[Path]]) -> Iterator[tuple[Image, int]]:
    """(picture with grade and transitions, frames it is seen) of the whole cut, in order."""
    return ((each.image(), count) for each, count in held(finish.shown(film, pictures)))


def clip(film: Film, shot: str, files: list[Path]) -> Iterator[tuple[Image, int]]:
    """(picture with its scene's grade, frames it is seen) of one shot; transitions are left to who edits on."""
    grade = film.scene_of(shot).grade
    return ((each.image(), count) for each, count in held(Shown(file, grade) for file in files))


def held(shown: Iterable[Shown]) -> Iterator[tuple[Shown, int]]:
    """(what is seen, frames it is seen) with equal neighbours taken together."""
    last, count = None, 0
    for file in shown:
        if file == last:
            count += 1
            continue
        if last is not None:
            yield last, count
        last, count = file, 1
    if last is not None:
        yield last, count


def soundtrack(
    film: Film, counts: dict[str, int], heard: dict[str, dict[str, Heard]]
) -> tuple[np.ndarray, list[Caption]]:
    """The mix, (N, 2) float32 at `RATE`, and the captions of a cut. counts: shot id -> frames, in film order."""
    starts = np.cumsum([0, *counts.values()])
    cues, words = _lines(film, [film.shot(i) for i in counts], [seconds(int(s), film.rate) for s in starts], heard)
    length = seconds(sum(counts.values()), film.rate)
    return mix(cues, length, RATE, _beds(film, counts), finish.score(film, counts)), captions(words, length)


def _lines(film: Film, shots: list[Shot], starts: list[float], heard: dict[str, dict[str, Heard]]):
    """The sound cues of all lines, and (second, words) for the captions."""
    speakers = [c.id for c in film.characters]
    cues, words = [], []
    for shot, begin in zip(shots, starts, strict=False):
        room = _room(film.scene_of(shot.id).place)
        for said in shot.take.speech if shot.take else ():
            line = heard.get(shot.id, {}).get(said.beat)
            if line is None:
                continue
            at = begin + said.start
            index = speakers.index(said.speaker) if said.speaker in speakers else 0
            pan = 0.0 if len(speakers) < 2 else 0.22 * (1 if index % 2 else -1)
            cues.append(SoundCue(line.samples, line.rate, at, pan, room=room))
            words.append((at, line.words))
    return cues, words


def _room(place: str) -> str:
    found = PLACES.find(place) if place else None
    if found is None or found.entry.exterior:
        return ""
    return "kitchen" if "kitchen" in found.entry.name.casefold() else "room"


def _beds(film: Film, counts: dict[str, int]) -> list[Bed]:
    """Quiet ambience under every scene."""
    out, at = [], 0
    for scene in film.scenes:
        count = sum(counts.get(s.id, 0) for s in scene.shots)
        if not count:
            continue
        found = PLACES.find(scene.place) if scene.place else None
        outdoors = found is not None and found.entry.exterior
        kind = ("night" if scene.mood == "night" else "street") if outdoors else "room"
        if not outdoors and found is not None:
            name = found.entry.name.casefold()
            kind = (
                "kitchen"
                if "kitchen" in name
                else "office"
                if any(w in name for w in ("office", "work", "meeting"))
                else "room"
            )
        out.append(Bed(kind, seconds(at, film.rate), seconds(at + count, film.rate), film.seed))
        at += count
    return out
