"""FCPXML 1.9, the exchange format of Final Cut Pro, which Resolve and others read too."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

from app.files import write_whole
from render.interchange.cut import Cut, CutShot, one_line

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_fcpxml(cut: Cut, path: Path) -> None:
    """Writes one project: clips, or stills where a shot has no clip, or gaps where it has neither, with dialogue
    as markers, and the mix as a connected clip below. Raises ShotwrightError: export, disk."""
    write_whole(Path(path), fcpxml(cut))


def fcpxml(cut: Cut) -> str:
    """The document as text."""
    cut.check()
    root = ElementTree.Element("fcpxml", version="1.9")
    resources = ElementTree.SubElement(root, "resources")
    picture = {"width": str(cut.size[0]), "height": str(cut.size[1]), "colorSpace": "1-1-1 (Rec. 709)"}
    ElementTree.SubElement(resources, "format", id="r1", frameDuration=_time(1, cut.fps), **picture)
    ElementTree.SubElement(resources, "format", id="r2", name="FFVideoFormatRateUndefined", **picture)
    assets = [_asset(resources, shot, f"a{index}", cut.fps) for index, shot in enumerate(cut.shots, 1)]
    total = _time(cut.length, cut.fps)
    if cut.sound is not None:
        facts = {"hasAudio": "1", "audioSources": "1", "audioChannels": "2", "audioRate": "48000"}
        sound = ElementTree.SubElement(
            resources, "asset", id="s1", name=_text(cut.sound.stem), start="0s", duration=total, **facts
        )
        _media(sound, cut.sound)
    library = ElementTree.SubElement(root, "library")
    event = ElementTree.SubElement(library, "event", name=_text(cut.title))
    project = ElementTree.SubElement(event, "project", name=_text(cut.title))
    sequence = ElementTree.SubElement(
        project,
        "sequence",
        format="r1",
        duration=total,
        tcStart="0s",
        tcFormat="NDF",
        audioLayout="stereo",
        audioRate="48k",
    )
    spine = ElementTree.SubElement(sequence, "spine")
    for shot, asset in zip(cut.shots, assets, strict=True):
        item = _item(spine, shot, asset, cut.fps)
        if cut.sound is not None and shot is cut.shots[0]:
            place = {"lane": "-1", "offset": "0s", "start": "0s", "duration": total, "audioRole": "dialogue"}
            ElementTree.SubElement(item, "asset-clip", ref="s1", name=_text(cut.sound.stem), **place)
        _markers(item, shot, cut.fps)
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE fcpxml>\n\n{body}\n'


def _asset(resources: ElementTree.Element, shot: CutShot, key: str, fps: Fraction) -> str | None:
    """The id of the shot's asset, None where it has no media."""
    media = shot.clip or shot.image
    if media is None:
        return None
    still = shot.clip is None
    asset = ElementTree.SubElement(
        resources,
        "asset",
        id=key,
        name=_text(media.stem),
        start="0s",
        duration="0s" if still else _time(shot.length, fps),
        hasVideo="1",
        videoSources="1",
        format="r2" if still else "r1",
    )
    _media(asset, media)
    return key


def _media(asset: ElementTree.Element, path: Path) -> None:
    ElementTree.SubElement(asset, "media-rep", kind="original-media", src=path.absolute().as_uri())


def _item(spine: ElementTree.Element, shot: CutShot, asset: str | None, fps: Fraction) -> ElementTree.Element:
    place = {"name": _text(f"Shot {shot.name}"), "offset": _time(shot.start, fps), "start": "0s"}
    place["duration"] = _time(shot.length, fps)
    if asset is None:
        item = ElementTree.SubElement(spine, "gap", place)
    else:
        item = ElementTree.SubElement(spine, "video" if shot.clip is None else "asset-clip", {"ref": asset, **place})
    told = [shot.shot_type, shot.move, f"{shot.lens:g} mm" if shot.lens else "", shot.description, shot.notes]
    note = "; ".join(one_line(t) for t in told if t)
    if note:
        ElementTree.SubElement(item, "note").text = _text(note)
    return item


def _markers(item: ElementTree.Element, shot: CutShot, fps: Fraction) -> None:
    for line in shot.dialogue:
        at = _time(min(line.start, shot.length - 1), fps)
        value = _text(one_line(f"{line.speaker}: {line.text}"))
        ElementTree.SubElement(item, "marker", start=at, duration=_time(1, fps), value=value)


def _time(frames: int, fps: Fraction) -> str:
    """Seconds as the exact fraction the format asks for; the denominator is the rate's, so that every time is a
    whole number of frames."""
    if frames == 0:
        return "0s"
    return f"{frames * fps.denominator}/{fps.numerator}s"


def _text(text: str) -> str:
    return _NOT_XML.sub("", text)
