"""Writing a film: pictures, sound and captions into one MP4 that is probed before it counts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

from app.errors import ShotwrightError
from app.files import disk_error, part_of, write_whole
from render.captions import Caption, srt
from render.probe import BLACK_LUMA, FilmProbe, probe
from render.sound import RATE

Image = np.ndarray | Path | str
"""(H, W, 3) uint8 RGB, or a file that OpenCV reads."""

Progress = Callable[[int], None]
"""Called with the number of frames written so far; what it raises stops the writing."""


@dataclass(frozen=True)
class Quality:
    """x264's preset and constant rate factor, and the bit rate of the sound."""

    preset: str
    crf: int
    audio_bits: int


QUALITIES: dict[str, Quality] = {
    "animatic": Quality("veryfast", 23, 128_000),
    "preview": Quality("fast", 20, 160_000),
    "final": Quality("slow", 17, 192_000),
}

_KEY_EVERY_S = 2.0
_AUDIO_FRAME = 1024
_SUBTITLE_BASE = Fraction(1, 1000)
_SUBTITLE_HEADER = (
    "[Script Info]\nScriptType: v4.00+\nPlayResX: 384\nPlayResY: 288\n\n[V4+ Styles]\n"
    "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, "
    "Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, "
    "MarginR, MarginV, Encoding\n"
    "Style: Default,Arial,16,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,0\n\n"
    "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
)


def write_film(
    path: Path | str,
    frames: Iterable[tuple[Image, int]],
    fps: Fraction,
    size: tuple[int, int],
    sound: np.ndarray | None = None,
    captions: Sequence[Caption] = (),
    *,
    title: str = "",
    quality: str = "animatic",
    language: str = "eng",
    progress: Progress | None = None,
) -> FilmProbe:
    """Writes an MP4 (H.264, AAC, soft captions) and, where there are captions, an .srt beside it.

    frames: (image, number of frames it is held). size: width and height in pixels; an odd one is written one
    pixel larger with the edge repeated, as the pixel format wants even ones. Images of another size are
    scaled to fit, black at the sides. sound: (N, 2) float32 at 48 kHz or None for none; it is cut or filled
    with silence to the length of the picture. The file is written under another name beside `path`, probed,
    and only then renamed, so that a film already there survives any failure.

    Returns the probe. Raises ShotwrightError: "input" for no frames or an image that cannot be read, "disk"
    where the disk refuses, "export" where the encoder fails or the probe finds another film than was meant.
    """
    path = Path(path)
    if quality not in QUALITIES:
        raise ShotwrightError("input", f"unknown quality {quality!r}", f"Use one of {', '.join(QUALITIES)}.")
    if min(size) < 16:
        raise ShotwrightError("input", f"{size[0]}x{size[1]} is too small for a film", "Use 16 pixels or more.")
    temporary = _temporary(path)
    try:
        writer = _Writer(temporary, fps, size, sound, captions, title, QUALITIES[quality], language)
        try:
            for image, count in frames:
                writer.picture(image, count)
                if progress:
                    progress(writer.count)
            writer.finish()
        finally:
            writer.close()
        made = probe(temporary)
        _check(made, writer)
        if captions:
            write_whole(path.with_suffix(".srt"), srt(captions))
        os.replace(temporary, path)
    except av.FFmpegError as error:
        if error.errno and isinstance(error, OSError):
            raise disk_error(path, error) from error
        raise ShotwrightError("export", f"{path} could not be encoded: {error}") from error
    except OSError as error:
        raise disk_error(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)
    return replace(made, path=path)


class _Writer:
    """An open film: pictures go in one by one, the sound keeps pace with them."""

    def __init__(self, path, fps, size, sound, captions, title, quality: Quality, language: str):
        self.fps, self.size = Fraction(fps), size
        self.even = (size[0] + size[0] % 2, size[1] + size[1] % 2)
        self.count, self.brightest = 0, 0.0
        self.sound = None if sound is None else np.asarray(sound, np.float32)
        self.captions = sorted(captions, key=lambda c: c.start)
        self._heard = 0
        self._file = av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"})
        self._video = self._add_video(quality)
        self._audio = self._add_audio(quality) if sound is not None else None
        self._text = self._add_text(language) if captions else None
        self._told = 0
        if title:
            self._file.metadata["title"] = title
        self._file.start_encoding()

    def _add_video(self, quality: Quality):
        base = 1 / self.fps
        options = {"crf": str(quality.crf), "preset": quality.preset}
        stream = self._file.add_stream("libx264", rate=self.fps, options=options)
        stream.width, stream.height = self.even
        stream.pix_fmt = "yuv420p"
        stream.time_base = stream.codec_context.time_base = base
        context = stream.codec_context
        context.gop_size = max(1, round(_KEY_EVERY_S * self.fps))
        context.color_range = ColorRange.MPEG
        context.colorspace = Colorspace.ITU709
        context.color_primaries = ColorPrimaries.BT709
        context.color_trc = ColorTrc.BT709
        return stream

    def _add_audio(self, quality: Quality):
        stream = self._file.add_stream("aac", rate=RATE)
        stream.layout = "stereo"
        stream.bit_rate = quality.audio_bits
        return stream

    def _add_text(self, language: str):
        stream = self._file.add_stream("mov_text")
        stream.codec_context.subtitle_header = _SUBTITLE_HEADER.encode()
        stream.codec_context.time_base = stream.time_base = _SUBTITLE_BASE
        stream.metadata["language"] = language
        return stream

    def picture(self, image: Image, held: int) -> None:
        """Adds an image for `held` frames."""
        if held < 1:
            return
        pixels = fitted(read_image(image), self.size, self.even)
        frame = av.VideoFrame.from_ndarray(pixels, format="rgb24").reformat(
            format="yuv420p",
            src_color_range=ColorRange.JPEG,
            dst_color_range=ColorRange.MPEG,
            dst_colorspace=Colorspace.ITU709,
            interpolation="BICUBIC",
        )
        frame.time_base = 1 / self.fps
        self.brightest = max(self.brightest, 16 + 219 / 255 * float(pixels[::4, ::4].mean()))
        for _ in range(held):
            frame.pts = self.count
            self._file.mux(self._video.encode(frame))
            self.count += 1
            self._keep_pace()

    def _keep_pace(self) -> None:
        """Brings sound and captions up to the picture, so that the streams lie side by side in the file."""
        now = self.count / self.fps
        if self._audio:
            while self._heard + _AUDIO_FRAME <= now * RATE:
                self._hear(_AUDIO_FRAME)
        while self._told < len(self.captions) and self.captions[self._told].start <= now:
            self._tell(self.captions[self._told])

    def _hear(self, count: int) -> None:
        part = self.sound[self._heard : self._heard + count]
        part = np.pad(part, ((0, count - len(part)), (0, 0)))
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(part.T), format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = RATE, self._heard, Fraction(1, RATE)
        self._file.mux(self._audio.encode(frame))
        self._heard += count

    def _tell(self, caption: Caption) -> None:
        text = caption.text.encode()
        packet = av.Packet(len(text).to_bytes(2, "big") + text)
        start, end = round(caption.start * 1000), round(caption.end * 1000)
        packet.pts = packet.dts = start
        packet.duration, packet.time_base, packet.stream = end - start, _SUBTITLE_BASE, self._text
        self._file.mux(packet)
        self._told += 1

    def finish(self) -> None:
        """Ends all streams. Raises ShotwrightError(input) where no picture came."""
        if self.count == 0:
            raise ShotwrightError("input", "there are no pictures to make a film of")
        self._file.mux(self._video.encode())
        if self._audio:
            while (rest := round(self.count / self.fps * RATE) - self._heard) > 0:
                self._hear(min(rest, _AUDIO_FRAME))
            self._file.mux(self._audio.encode())
        while self._told < len(self.captions):
            self._tell(self.captions[self._told])
        self._file.close()

    def close(self) -> None:
        self._file.close()


def _temporary(path: Path) -> Path:
    """An empty file beside `path`, whose folder must be there and writable."""
    if path.is_dir():
        raise ShotwrightError("disk", f"{path} is a folder", "Choose a file name for the film.")
    if not path.parent.is_dir():
        raise ShotwrightError("disk", f"the folder {path.parent} does not exist", "Create it or choose another one.")
    try:
        return part_of(path)
    except OSError as error:
        raise disk_error(path, error) from error


def read_image(image: Image) -> np.ndarray:
    """(H, W, 3) uint8 RGB of an image. Raises ShotwrightError: input for what is no picture, disk for no file."""
    if isinstance(image, np.ndarray):
        if image.ndim != 3 or image.shape[2] != 3 or image.dtype != np.uint8:
            raise ShotwrightError("input", f"a picture is {image.shape} {image.dtype}, not (height, width, 3) uint8")
        return image
    # Read by hand, because OpenCV's own reader does not open names outside the system's code page everywhere.
    try:
        data = np.fromfile(image, np.uint8)
    except OSError as error:
        raise disk_error(Path(image), error) from error
    pixels = cv2.imdecode(data, cv2.IMREAD_COLOR) if len(data) else None
    if pixels is None:
        raise ShotwrightError("input", f"{image} cannot be read as a picture", "Render the shot again.")
    return cv2.cvtColor(pixels, cv2.COLOR_BGR2RGB)


def fitted(pixels: np.ndarray, size: tuple[int, int], even: tuple[int, int] | None = None) -> np.ndarray:
    """Scaled to fit `size`, centred on black, then the edge repeated up to `even`."""
    even = even or size
    width, height = size
    if pixels.shape[:2] != (height, width):
        scale = min(width / pixels.shape[1], height / pixels.shape[0])
        w, h = (max(1, round(n * scale)) for n in (pixels.shape[1], pixels.shape[0]))
        w, h = min(w, width), min(h, height)
        pixels = cv2.resize(pixels, (w, h), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
        left, top = (width - w) // 2, (height - h) // 2
        pixels = cv2.copyMakeBorder(pixels, top, height - h - top, left, width - w - left, cv2.BORDER_CONSTANT)
    if even != size:
        pixels = cv2.copyMakeBorder(pixels, 0, even[1] - height, 0, even[0] - width, cv2.BORDER_REPLICATE)
    return np.ascontiguousarray(pixels)


def _check(made: FilmProbe, meant: _Writer) -> None:
    """Raises ShotwrightError(export) with everything in which the written film is not the one that was meant."""
    half = float(1 / meant.fps) / 2
    length = float(meant.count / meant.fps)
    wrong = []
    if made.video_codec != "h264" or made.size != meant.even:
        wrong.append(f"picture is {made.video_codec} {made.size[0]}x{made.size[1]}")
    if made.frames != meant.count:
        wrong.append(f"{made.frames} frames instead of {meant.count}")
    if abs(made.duration - length) > half or abs(made.first_pts) > half:
        wrong.append(f"runs {made.duration:.3f} s from {made.first_pts:.3f} s instead of {length:.3f} s from 0")
    if abs(made.last_pts - (length - 2 * half)) > half:
        wrong.append(f"the last picture stands at {made.last_pts:.3f} s")
    if meant.sound is not None and (made.audio_codec != "aac" or abs(made.audio_duration - length) > 0.03):
        wrong.append(f"{made.audio_duration:.3f} s of sound for {length:.3f} s of picture")
    if meant.captions and made.subtitles != len(meant.captions):
        wrong.append(f"{made.subtitles} captions instead of {len(meant.captions)}")
    if made.brightest < BLACK_LUMA < meant.brightest - 10:
        wrong.append("the picture is black")
    if not made.fast_start:
        wrong.append("the index is not at the front")
    if wrong:
        raise ShotwrightError("export", f"the film came out wrong: {'; '.join(wrong)}", "Export it again.")
