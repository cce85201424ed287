"""Opening a film again to see what is really in it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from app.errors import ShotwrightError

BLACK_LUMA = 20.0
"""Mean luma (0..255, video range) up to which a picture counts as black."""


@dataclass(frozen=True)
class FilmProbe:
    """What a film file holds. Times in seconds; luma is the mean of the decoded pictures, 16 (black) to 235;
    brightest the largest mean of one of them; rms of all samples (1 is full scale) or None without sound."""

    path: Path
    bytes: int
    duration: float
    title: str
    video_codec: str
    fps: Fraction
    size: tuple[int, int]
    frames: int
    first_pts: float
    last_pts: float
    luma: float
    brightest: float
    audio_codec: str | None
    audio_rate: int
    audio_channels: int
    audio_samples: int
    rms: float | None
    subtitles: int | None
    fast_start: bool

    @property
    def audio_duration(self) -> float:
        """Seconds of sound, 0 without."""
        return self.audio_samples / self.audio_rate if self.audio_rate else 0.0


def probe(path: Path | str, every_frame: bool = False) -> FilmProbe:
    """Opens and reads a whole film: packets are counted, sound is decoded, and of the pictures the key frames,
    or all with `every_frame`. Raises ShotwrightError(export) where it cannot be read as a film."""
    path = Path(path)
    try:
        return _probe(path, every_frame)
    except FileNotFoundError as error:
        raise ShotwrightError("export", f"there is no film {path}") from error
    except (av.FFmpegError, OSError, StopIteration, IndexError) as error:
        raise ShotwrightError("export", f"{path} cannot be read as a film: {error}") from error


def _probe(path: Path, every_frame: bool) -> FilmProbe:
    with av.open(str(path)) as file:
        video = file.streams.video[0]
        audio = next(iter(file.streams.audio), None)
        text = next(iter(file.streams.subtitles), None)
        if not every_frame:
            video.codec_context.skip_frame = "NONKEY"
        times, lumas, samples, energy, subtitles = [], [], 0, 0.0, 0
        for packet in file.demux([s for s in (video, audio, text) if s is not None]):
            if packet.stream is video:
                if packet.pts is not None and packet.size:
                    times.append(packet.pts)
                lumas += [_luma(frame) for frame in packet.decode()]
            elif packet.stream is audio:
                for frame in packet.decode():
                    samples += frame.samples
                    energy += float((frame.to_ndarray().astype(np.float64) ** 2).sum())
            elif packet.size > 2:
                subtitles += 1
        base = float(video.time_base)
        channels = audio.codec_context.layout.nb_channels if audio else 0
        return FilmProbe(
            path=path,
            bytes=path.stat().st_size,
            duration=float(video.duration * video.time_base) if video.duration else 0.0,
            title=file.metadata.get("title", ""),
            video_codec=video.codec_context.name,
            fps=Fraction(video.average_rate.numerator, video.average_rate.denominator),
            size=(video.width, video.height),
            frames=len(times),
            first_pts=min(times) * base if times else 0.0,
            last_pts=max(times) * base if times else 0.0,
            luma=float(np.mean(lumas)) if lumas else 0.0,
            brightest=max(lumas, default=0.0),
            audio_codec=audio.codec_context.name if audio else None,
            audio_rate=audio.codec_context.sample_rate if audio else 0,
            audio_channels=channels,
            audio_samples=samples,
            rms=(energy / max(1, samples * channels)) ** 0.5 if audio else None,
            subtitles=subtitles if text is not None else None,
            fast_start=_index_first(path),
        )


def _luma(frame: av.VideoFrame) -> float:
    plane = frame.planes[0]
    rows = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)
    return float(rows[: frame.height, : frame.width].mean())


def _index_first(path: Path) -> bool:
    """Whether the index box comes before the pictures, so that a player can start while loading."""
    with path.open("rb") as file:
        at, size = 0, path.stat().st_size
        while at + 8 <= size:
            file.seek(at)
            head = file.read(16)
            length, kind = int.from_bytes(head[:4], "big"), head[4:8]
            if kind in (b"moov", b"mdat"):
                return kind == b"moov"
            if length == 1:
                length = int.from_bytes(head[8:16], "big")
            if length < 8:
                return False
            at += length
    return False
