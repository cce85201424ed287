"""Writing a film as what somebody wants, and reading it back before saying that it is done."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2

from agents.exports import checks
from agents.exports.formats import Format, Report, Trouble, Wish
from agents.production import cut as cutting
from agents.production.producer import Producer
from agents.production.progress import JobReporter
from agents.production.speech import Heard
from app.archive import pack
from app.document import Shot
from app.errors import ShotwrightError
from app.files import digest, disk_error, write_whole
from render.captions import srt, vtt
from render.film import write_film
from render.interchange import EXPORTERS, Cut
from render.interchange.fdx import write_fdx
from render.interchange.fountain import write_fountain
from render.interchange.from_film import cut_of
from render.interchange.pictures import write_gif, write_png_sequence
from render.interchange.slate import slate
from render.interchange.storyboard import write_storyboard
from render.probe import probe
from render.sound import write_wav
from render.tiers import tier

CLIPS = "clips"
"""What the folder of clips beside a cut is called, after the cut's own name."""


class _Stopped(Exception):
    """Raised in a writing thread whose task was cancelled."""


async def export(producer: Producer, wish: Wish) -> Report:
    """Writes and reads back. A shot that cannot be staged, rendered or heard becomes its keyframe or a card with its
    name, and is named in the report; the others are as they should be.

    Raises ShotwrightError: input, disk, export; what was at the path before then stays.
    """
    form = wish.check()
    path = wish.path.expanduser().resolve()
    _check_target(form, path)
    return await _Export(producer, wish, form, path).run()


def _check_target(form: Format, path: Path) -> None:
    if form.suffix:
        cutting.check_target(path)
    elif path.is_file():
        raise ShotwrightError("disk", f"{path} is a file", "Name a folder for the files.")
    elif path.is_dir() and any(path.iterdir()) and not _ours(form, path):
        raise ShotwrightError("disk", f"{path} has other things in it", "Name a new or empty folder.")
    elif not path.parent.is_dir():
        raise ShotwrightError("disk", f"there is no folder {path.parent}", "Create it, or choose another place.")


def _ours(form: Format, path: Path) -> bool:
    """Whether a folder holds nothing but what such an export writes, which may be written over."""
    suffix = ".png" if form.key == "png" else ".blend"
    return all(f.suffix == suffix for f in path.iterdir())


class _Export:
    """One export on its way."""

    def __init__(self, producer: Producer, wish: Wish, form: Format, path: Path):
        self.producer, self.wish, self.form, self.path = producer, wish, form, path
        self.film = producer.film
        self.folder = producer.session.project.folder
        self.report = Report(form.key, path)
        self._failed: dict[str, ShotwrightError] = {}

    async def run(self) -> Report:
        if not self._shots() and self.form.needs != "project":
            raise ShotwrightError("export", f"{self.film.title!r} has no shots to export", "Add a shot first.")
        await getattr(self, f"_write_{self.form.key}", self._write_cut)()
        self.report.troubles = [self._trouble(i, e) for i, e in self._failed.items()]
        return self.report

    def _shots(self) -> list[Shot]:
        chosen = None if self.wish.shots is None else set(self.wish.shots)
        return [s for s in self.film.shots(omitted=False) if chosen is None or s.id in chosen]

    def _trouble(self, shot: str, error: ShotwrightError) -> Trouble:
        number, found = next((n, s) for n, _, s in self.film.numbered() if s.id == shot)
        return Trouble(shot, f"Shot {found.label or number}", f"{error.what} {error.hint}".strip())

    # ---- what is needed first

    async def _stage(self) -> None:
        wanted = [s.id for s in self._shots() if s.take is None or (self.wish.restage and not s.locked)]
        wanted = [i for i in wanted if self.producer.stale(i)]
        if wanted:
            await self.producer.stage(wanted, self._failed)

    async def _pictures(self) -> dict[str, list[Path]]:
        """Shot id -> a picture for every frame; what could not be rendered is stood in for."""
        await self._stage()
        shots = self._shots()
        ready = [s.id for s in shots if s.take is not None]
        made = await self.producer.render(ready, self.wish.quality, self.wish.size, self._failed)
        return {s.id: made.get(s.id) or self._stand_in(s) for s in shots}

    def _stand_in(self, shot: Shot) -> list[Path]:
        """The middle keyframe of a shot that was not rendered, or a card, for all of its frames."""
        take = shot.take
        length = max(1, take.length if take and take.length else shot.length)
        kept = [self.folder / k.file for k in take.keyframes] if take else []
        kept = [k for k in kept if k.is_file()]
        if kept:
            return [kept[len(kept) // 2]] * length
        self._failed.setdefault(shot.id, ShotwrightError("render", "there is no picture of this shot"))
        trouble = self._trouble(shot.id, self._failed[shot.id])
        size = self._tier().size
        file = self.folder / "cache" / "slates" / f"{digest(trouble.name, trouble.text, str(size))}.png"
        if not file.exists():
            card = slate(size, trouble.name, trouble.text)
            write_whole(file, cv2.imencode(".png", cv2.cvtColor(card, cv2.COLOR_RGB2BGR))[1].tobytes())
        return [file] * length

    def _tier(self):
        return tier(self.wish.quality, self.film.size, self.wish.size)

    async def _heard(self) -> dict[str, dict[str, Heard]]:
        out: dict[str, dict[str, Heard]] = {}
        for shot in self._shots():
            try:
                out[shot.id] = await self.producer.heard(shot)
            except ShotwrightError as error:
                self._failed.setdefault(shot.id, error)
        return out

    async def _thread(self, title: str, work: Callable[[Callable[[int, int], None]], Any]) -> Any:
        """Runs blocking work beside the event loop; cancelling stops it at its next step."""
        loop, stopped = asyncio.get_running_loop(), threading.Event()
        with JobReporter(self.producer.progress, title) as job:

            def tell(done: int, total: int) -> None:
                if stopped.is_set():
                    raise _Stopped
                loop.call_soon_threadsafe(lambda: job.tell("progress", done, total))

            try:
                return await asyncio.to_thread(work, tell)
            except asyncio.CancelledError:
                stopped.set()
                raise

    def _done(self, said: str, *files: Path) -> None:
        self.report.said = said
        self.report.files = list(files) or [self.path]

    # ---- pictures and sound

    async def _write_mp4(self) -> None:
        pictures, heard = await self._pictures(), await self._heard()
        kept = await self._thread(
            f"Writing {self.path.name}",
            lambda tell: cutting.made(self.film, pictures, heard, self._tier(), tell, self.producer.cuts),
        )
        made = await asyncio.to_thread(cutting.hand_out, kept, self.path)
        beside = self.path.with_suffix(".srt")
        self._done(checks.film(made), self.path, *([beside] if made.subtitles else []))

    async def _write_gif(self) -> None:
        pictures = await self._pictures()
        await self._thread(
            f"Writing {self.path.name}",
            lambda tell: write_gif(self.path, cutting.frames(self.film, pictures), self.film.rate),
        )
        length = sum(map(len, pictures.values())) / float(self.film.rate)
        self._done(await asyncio.to_thread(checks.gif, self.path, length))

    async def _write_png(self) -> None:
        pictures = await self._pictures()
        total = sum(map(len, pictures.values()))
        size = self._tier().size

        def work(tell: Callable[[int, int], None]) -> list[Path]:
            if self.path.is_dir():
                for old in self.path.glob("*.png"):
                    old.unlink()
            frames = cutting.frames(self.film, pictures)
            return write_png_sequence(self.path, frames, self.path.name, 1, lambda n: tell(n, total), size)

        files = await self._thread(f"Writing {self.path.name}", work)
        self._done(await asyncio.to_thread(checks.pictures, files, total), *files)

    async def _write_srt(self) -> None:
        await self._captions(srt)

    async def _write_vtt(self) -> None:
        await self._captions(vtt)

    async def _captions(self, write: Callable[[Any], str]) -> None:
        await self._stage()
        counts = {s.id: s.take.length if s.take else s.length for s in self._shots()}
        _, shown = await asyncio.to_thread(cutting.soundtrack, self.film, counts, await self._heard())
        write_whole(self.path, write(shown))
        self._done(checks.subtitles(self.path, shown))

    # ---- words

    async def _write_fountain(self) -> None:
        write_fountain(self.film, self.path)
        self._done(checks.screenplay(self.path, self.film))

    async def _write_fdx(self) -> None:
        write_fdx(self.film, self.path)
        self._done(checks.screenplay(self.path, self.film))

    # ---- the cut

    async def _write_pdf(self) -> None:
        await self._stage()
        made = self._cut()
        await self._thread(
            f"Writing {self.path.name}", lambda tell: write_storyboard(made, self.path, self.wish.layout)
        )
        self._done(checks.pages(self.path, made, self.wish.layout))

    async def _write_cut(self) -> None:
        """A table or an edit list, with films of the shots and the mix beside it where that is wanted."""
        if self.form.clips and self.wish.clips:
            made, files = await self._with_clips()
        else:
            await self._stage()
            made, files = self._cut(), []
        EXPORTERS[self.form.key].write(made, self.path)
        self._done(checks.cut(self.form.key, self.path, made), self.path, *files)

    def _cut(self, clips: dict[str, Path] | None = None, sound: Path | None = None) -> Cut:
        return cut_of(self.film, self.folder, clips, sound, {s.id for s in self._shots()})

    async def _with_clips(self) -> tuple[Cut, list[Path]]:
        """The cut that names a film for every shot, and the mix; they are written and probed first."""
        pictures, heard = await self._pictures(), await self._heard()
        folder = self.path.parent / f"{self.path.stem} {CLIPS}"
        counts = {shot: len(files) for shot, files in pictures.items()}
        size, quality = self._tier().size, {"final": "final", "preview": "preview"}.get(self.wish.quality, "animatic")
        names = {s.id: f"{n:03d} {s.label}".strip() for n, _, s in self.film.numbered()}

        def work(tell: Callable[[int, int], None]) -> tuple[dict[str, Path], Path]:
            try:
                folder.mkdir(exist_ok=True)
            except OSError as error:
                raise disk_error(folder, error) from error
            done, clips = 0, {}
            for shot, files in pictures.items():
                clip = folder / f"{_file_name(names[shot])}.mp4"
                at = done
                write_film(
                    clip, cutting.clip(self.film, shot, files), self.film.rate, size,
                    quality=quality, title=names[shot], progress=lambda n, at=at: tell(at + n, sum(counts.values())),
                )  # fmt: skip
                checks.clip(probe(clip), len(files))
                clips[shot] = clip
                done += len(files)
            sound, _ = cutting.soundtrack(self.film, counts, heard)
            return clips, write_wav(folder / "mix.wav", sound)

        clips, sound = await self._thread(f"Writing the clips of {self.path.name}", work)
        return self._cut(clips, sound), [*clips.values(), sound]

    # ---- Blender and project

    async def _blends(self, folder: Path) -> dict[str, Path]:
        await self._stage()
        numbers = {s.id: n for n, _, s in self.film.numbered()}
        out: dict[str, Path] = {}
        shots = [s for s in self._shots() if s.take is not None]
        with JobReporter(self.producer.progress, "Saving the shots for Blender") as job:
            for shot in shots:
                file = folder / f"{_file_name(f'{numbers[shot.id]:03d} {shot.label}'.strip())}.blend"
                try:
                    out[shot.id] = await self.producer.blend(shot.id, file)
                except ShotwrightError as error:
                    if error.layer == "disk":
                        raise
                    self._failed[shot.id] = error
                job.tell("progress", len(out) + len(self._failed), len(shots))
        if not out:
            raise next(iter(self._failed.values()), ShotwrightError("export", "no shot could be saved"))
        return out

    async def _write_blends(self) -> None:
        self.path.mkdir(exist_ok=True)
        made = await self._blends(self.path)
        self._done(checks.blends(list(made.values())), *made.values())

    async def _write_blend(self) -> None:
        made = await self._blends(self.folder / "cache" / "blends")
        try:
            with JobReporter(self.producer.progress, f"Writing {self.path.name}"):
                counts = {i: self.film.shot(i).take.length for i in made}
                sound, _ = await asyncio.to_thread(cutting.soundtrack, self.film, counts, await self._heard())
                mix = write_wav(self.folder / "cache" / "blends" / "mix.wav", sound)
                await self.producer.film_blend(made, self.path, mix)
        finally:
            for file in (*made.values(), self.folder / "cache" / "blends" / "mix.wav"):
                file.unlink(missing_ok=True)
        self._done(f"{len(made)} scenes and the cut, {checks.blends([self.path])}")

    async def _write_zip(self) -> None:
        if self.path.is_relative_to(self.folder):
            raise ShotwrightError("disk", f"{self.path} lies in the project itself", "Choose a place outside of it.")
        film = self.film.model_copy(deep=True)
        await self.producer.keep_assets()
        missing = await self._thread(f"Packing {self.path.name}", lambda tell: pack(self.folder, film, self.path, tell))
        self._done(await asyncio.to_thread(checks.archive, self.path, film, missing))


def _file_name(text: str) -> str:
    """A text as part of a file name on every system."""
    kept = "".join(c if c.isalnum() or c in " -_." else "_" for c in text)
    return " ".join(kept.split()).strip(" .")[:80] or "shot"
