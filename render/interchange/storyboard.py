"""Storyboards as PDF: one to nine shots a page, with the fields one wants."""

from __future__ import annotations

import io
import tempfile
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from PIL import Image as Pillow

from app.files import write_whole
from app.timebase import seconds
from render.film import read_image
from render.interchange.cut import Cut, CutShot, one_line
from render.interchange.fonts import UNKNOWN, page_fonts
from render.interchange.layout import PER_PAGE, Layout
from render.interchange.plot import draw_plot

__all__ = ["PER_PAGE", "Layout", "write_storyboard"]

_MARGIN, _HEAD, _GUTTER, _PAD = 11.0, 11.0, 6.0, 1.6
_SIZES = {1: 11.0, 2: 9.5, 3: 9.0, 4: 8.5, 6: 8.0, 9: 7.0}
_SMALLEST = 5.5
_SHARES = (0.3, 0.36, 0.42, 0.48)
_PLOT_SHARE, _PLOT_LEAST = 0.36, 14.0
"""How much of the text's width a camera plot takes, and the height in millimetres below which there is none."""
_LEADING = 0.46
"""Line height in millimetres per point of type."""

_INK, _SOFT, _RULE, _EMPTY = (24, 26, 30), (96, 101, 110), (188, 192, 198), (234, 236, 239)
_DOTS = 200 / 25.4
"""Pictures are put in at 200 dots an inch."""


@dataclass(frozen=True)
class _Paragraph:
    """lead: bold words in front, such as a speaker's name."""

    text: str
    lead: str = ""
    soft: bool = False


def write_storyboard(cut: Cut, path: Path, layout: Layout | None = None) -> None:
    """Writes the pages. Text is set smaller where it does not fit under its picture; what still does not fit is
    printed in full on pages at the end, and the shot says so. Raises ShotwrightError: input, export, disk."""
    layout = layout or Layout()
    layout.check()
    cut.check()
    with tempfile.TemporaryDirectory() as folder:
        pages = _Pages(cut, layout, Path(folder))
        for index, shot in enumerate(cut.shots):
            pages.shot(index, shot)
        pages.rest()
        data = bytes(pages.pdf.output())
    write_whole(Path(path), data)


class _Pages:
    """The document being drawn; lengths in millimetres."""

    def __init__(self, cut: Cut, layout: Layout, folder: Path):
        self.cut, self.layout = cut, layout
        self.columns, self.rows = layout.grid
        self.pages = -(-len(cut.shots) // layout.per_page)
        self.pdf = FPDF(orientation=layout.orientation, unit="mm", format=layout.paper)
        # The same cut gives the same file.
        self.pdf.set_creation_date(datetime(2000, 1, 1, tzinfo=UTC))
        self.pdf.set_title(_printable(cut.title))
        self.pdf.set_creator("Shotwright")
        self.pdf.set_auto_page_break(False)
        self.pdf.set_margins(_MARGIN, _MARGIN)
        self.pdf.c_margin = 0
        self._add_fonts(folder)
        self._left_over: list[tuple[CutShot, list[_Paragraph]]] = []
        self.width = (self.pdf.epw - _GUTTER * (self.columns - 1)) / self.columns
        self.height = (self.pdf.eph - _HEAD - _GUTTER * (self.rows - 1)) / self.rows

    def _add_fonts(self, folder: Path) -> None:
        told = [self.cut.title]
        for shot in self.cut.shots:
            told += [shot.name, shot.shot_type, shot.move, shot.scene, shot.description, shot.notes]
            told += [part for line in shot.dialogue for part in (line.speaker, line.speaker.upper(), line.text)]
        fonts = page_fonts("".join(told), folder)
        self._missing = dict.fromkeys(map(ord, fonts.missing), UNKNOWN)
        self.pdf.add_font("text", "", fonts.regular)
        self.pdf.add_font("text", "B", fonts.bold)
        for name, file in fonts.others.items():
            self.pdf.add_font(name, "", file)
        self.pdf.set_fallback_fonts(list(fonts.others), exact_match=False)
        # Contextual forms set hyphens apart in Latin text.
        self.pdf.set_text_shaping(True, features={"calt": False})

    def shot(self, index: int, shot: CutShot) -> None:
        """Draws a shot into the next cell, on a new page where the last is full."""
        place = index % self.layout.per_page
        if place == 0:
            self._page(f"{index // self.layout.per_page + 1} / {self.pages}")
        x = _MARGIN + (self.width + _GUTTER) * (place % self.columns)
        y = _MARGIN + _HEAD + (self.height + _GUTTER) * (place // self.columns)
        self._cell(shot, x, y)

    @cached_property
    def share(self) -> float:
        """The share of a cell's height kept for text, one for all shots so that pictures are of one size: the
        smallest at which all text fits at a readable size, or the one at which most does."""
        told = [self._paragraphs(shot) for shot in self.cut.shots]
        plots = "plot" in self.layout.fields and any(s.plan for s in self.cut.shots)
        if not any(told) and not plots:
            return _SHARES[0] / 2
        width = self.width * (1 - _PLOT_SHARE) - 3 if plots else self.width
        size = _SIZES[self.layout.per_page]
        least = max(_SMALLEST, size - 1.5)
        needed = [sum(self._paragraph(p, width, least) for p in each) for each in told]
        rooms = [self.height * share - _PAD - (size + 0.5) * _LEADING - 0.6 for share in _SHARES]
        missed = [sum(need > room for need in needed) for room in rooms]
        return _SHARES[missed.index(min(missed))]

    def _page(self, number: str) -> None:
        pdf = self.pdf
        pdf.add_page()
        self._font(11, bold=True)
        self._line(_MARGIN, _MARGIN, pdf.epw - 30, self._fit(self.cut.title, pdf.epw - 30))
        self._font(8, soft=True)
        pdf.set_xy(_MARGIN, _MARGIN + 1)
        pdf.cell(pdf.epw, 4, number, align="R")
        pdf.set_draw_color(*_RULE)
        pdf.set_line_width(0.2)
        pdf.line(_MARGIN, _MARGIN + 7, _MARGIN + pdf.epw, _MARGIN + 7)

    def _cell(self, shot: CutShot, x: float, y: float) -> None:
        """The picture above the text, or beside it where the cell is so wide that the picture gets larger."""
        width, height = self.width, self.height
        aspect = self.cut.size[0] / self.cut.size[1]
        paragraphs = self._paragraphs(shot)
        above = min(width, height * (1 - self.share) * aspect)
        beside = min(width * 0.62, height * aspect)
        if beside > above * 1.1 or (above < 0.7 * width and beside > above * 0.95):
            self._picture(shot, x, y, beside, beside / aspect)
            box = (x + beside + 4, y, width - beside - 4, height)
            heading = box[2]
        else:
            self._picture(shot, x, y, above, above / aspect)
            top = above / aspect + _PAD
            heading = above if above > 0.7 * width else width
            box = (x, y + top, heading, height - top)
        self._text(shot, paragraphs, self._plot(shot, box), heading)

    def _plot(self, shot: CutShot, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """Draws the view from above at the right or the foot of the text's box; what is left of the box."""
        if shot.plan is None or "plot" not in self.layout.fields:
            return box
        x, y, width, height = box
        top = (_SIZES[self.layout.per_page] + 0.5) * _LEADING + 1.2
        if height > width * 1.1:
            room = min(height * 0.5, width * 0.8)
            draw_plot(self.pdf, shot.plan, x, y + height - room, width, room)
            return x, y, width, height - room - 2
        room = min(width * _PLOT_SHARE, (height - top) * 1.6)
        if height - top < _PLOT_LEAST:
            return box
        draw_plot(self.pdf, shot.plan, x + width - room, y + top, room, height - top)
        return x, y, width - room - 3, height

    def _picture(self, shot: CutShot, x: float, y: float, width: float, height: float) -> None:
        pdf = self.pdf
        pdf.set_draw_color(*_RULE)
        pdf.set_line_width(0.2)
        if shot.image is None:
            pdf.set_fill_color(*_EMPTY)
            pdf.rect(x, y, width, height, style="DF")
            self._font(8, soft=True)
            pdf.set_xy(x, y + height / 2 - 2)
            pdf.cell(width, 4, "no picture yet", align="C")
            return
        image = Pillow.fromarray(read_image(shot.image))
        image.thumbnail((max(1, round(width * _DOTS)), max(1, round(height * _DOTS))), Pillow.Resampling.LANCZOS)
        data = io.BytesIO()
        image.save(data, "JPEG", quality=90, subsampling=0)
        pdf.set_fill_color(0, 0, 0)
        pdf.rect(x, y, width, height, style="F")
        fit = min(width / image.width, height / image.height)
        w, h = image.width * fit, image.height * fit
        pdf.image(data, x + (width - w) / 2, y + (height - h) / 2, w, h)
        pdf.rect(x, y, width, height)

    def _paragraphs(self, shot: CutShot) -> list[_Paragraph]:
        fields = self.layout.fields
        out = []
        if "scene" in fields and shot.scene:
            out.append(_Paragraph(_printable(shot.scene), soft=True))
        if "description" in fields and shot.description:
            out.append(_Paragraph(_printable(shot.description)))
        if "dialogue" in fields:
            out += [_Paragraph(_printable(line.text), lead=line.speaker.upper()) for line in shot.dialogue]
        if "notes" in fields and shot.notes:
            out.append(_Paragraph(_printable(shot.notes), lead="Note", soft=True))
        return out

    def _text(self, shot: CutShot, paragraphs: list[_Paragraph], box: tuple, heading_width: float) -> None:
        x, y, width, height = box
        size = _SIZES[self.layout.per_page]
        self._heading(shot, x, y, heading_width, size + 0.5)
        top = (size + 0.5) * _LEADING + 0.6
        room = height - top
        size = self._fitting(paragraphs, width, room, size)
        y += top
        for index, each in enumerate(paragraphs):
            need = self._paragraph(each, width, size)
            if need > room:
                self._left_over.append((shot, paragraphs[index:]))
                self._font(min(size, 6.5), soft=True)
                self._line(x, min(y, box[1] + height - 2.6), width, "continued at the end")
                return
            self._paragraph(each, width, size, at=(x, y))
            y, room = y + need, room - need

    def _heading(self, shot: CutShot, x: float, y: float, width: float, size: float) -> None:
        """Number in bold, then type, lens and move, and the length at the right."""
        fields = self.layout.fields
        told = [
            shot.shot_type if "type" in fields else "",
            f"{shot.lens:g} mm" if "lens" in fields and shot.lens else "",
            shot.move if "move" in fields else "",
        ]
        length = f"{seconds(shot.length, self.cut.fps):.1f} s" if "length" in fields else ""
        self._font(size - 1, soft=True)
        right = self.pdf.get_string_width(length)
        if length:
            self._line(x + width - right, y, right + 1, length)
        self._font(size, bold=True)
        number = self._fit(shot.name, width * 0.4)
        left = self.pdf.get_string_width(number) + 2.2
        self._line(x, y, left, number)
        self._font(size - 1, soft=True)
        room = width - left - right - 2
        self._line(x + left, y, room, self._fit("  ·  ".join(t for t in told if t), room))

    def _fitting(self, paragraphs: list[_Paragraph], width: float, room: float, size: float) -> float:
        """The largest type size up to `size`, in quarter points, at which all fits; else the smallest there is."""

        def fits(size: float) -> bool:
            return sum(self._paragraph(p, width, size) for p in paragraphs) <= room

        if fits(size):
            return size
        steps = round((size - _SMALLEST) * 4)
        low, high = 0, steps
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if fits(_SMALLEST + middle / 4) else (low, middle)
        return _SMALLEST + low / 4

    def _paragraph(self, each: _Paragraph, width: float, size: float, at: tuple[float, float] | None = None) -> float:
        """Height of a paragraph with the space after it; drawn where `at` is given. The text hangs beside its
        lead, or below it where the lead is long."""
        line = size * _LEADING
        indent = down = 0.0
        if each.lead:
            self._font(size, bold=True, soft=each.soft)
            lead = self._fit(each.lead, width)
            indent = self.pdf.get_string_width(lead) + 1.4
            if indent > width * 0.38:
                indent, down = 0.0, line
            if at:
                self._line(*at, width, lead)
        self._font(size, soft=each.soft)
        text = each.text.translate(self._missing)
        if at:
            self.pdf.set_xy(at[0] + indent, at[1] + down)
        how = {"align": "L", "new_x": XPos.LEFT, "new_y": YPos.NEXT}
        if at:
            self.pdf.multi_cell(width - indent, line, text, **how)
        height = self.pdf.multi_cell(width - indent, line, text, dry_run=True, output="HEIGHT", **how)
        return max(height + down, line) + size * 0.09

    def rest(self) -> None:
        """Pages with what did not fit under its picture."""
        if not self._left_over:
            return
        pdf = self.pdf
        bottom = pdf.h - _MARGIN
        self._page("continued")
        y = _MARGIN + _HEAD
        for shot, paragraphs in self._left_over:
            self._font(10, bold=True)
            if y + 14 > bottom:
                self._page("continued")
                y = _MARGIN + _HEAD
                self._font(10, bold=True)
            self._line(_MARGIN, y, pdf.epw, self._fit(f"Shot {shot.name}", pdf.epw))
            y += 5.5
            for each in self._split(paragraphs, pdf.epw, bottom - _MARGIN - _HEAD):
                need = self._paragraph(each, pdf.epw, 9)
                if y + need > bottom:
                    self._page("continued")
                    y = _MARGIN + _HEAD
                self._paragraph(each, pdf.epw, 9, at=(_MARGIN, y))
                y += need
            y += 4

    def _split(self, paragraphs: list[_Paragraph], width: float, height: float) -> list[_Paragraph]:
        """Paragraphs longer than a page in pieces that fit one."""
        out = []
        for each in paragraphs:
            words = each.text.split(" ")
            while self._paragraph(_Paragraph(" ".join(words), each.lead, each.soft), width, 9) > height:
                count = max(1, len(words) // 2)
                while count > 1 and self._paragraph(_Paragraph(" ".join(words[:count]), each.lead), width, 9) > height:
                    count //= 2
                out.append(_Paragraph(" ".join(words[:count]), each.lead, each.soft))
                if count == len(words):
                    words = []
                    break
                words = words[count:]
            if words:
                out.append(_Paragraph(" ".join(words), each.lead, each.soft))
        return out

    def _font(self, size: float, bold: bool = False, soft: bool = False) -> None:
        self.pdf.set_font("text", "B" if bold else "", size)
        self.pdf.set_text_color(*(_SOFT if soft else _INK))

    def _line(self, x: float, y: float, width: float, text: str) -> None:
        self.pdf.set_xy(x, y)
        self.pdf.cell(width, self.pdf.font_size_pt * _LEADING, text)

    def _fit(self, text: str, width: float) -> str:
        """One line of the text, cut with dots where it is too wide."""
        text = _printable(text).translate(self._missing)
        if self.pdf.get_string_width(text) <= width:
            return text
        while text and self.pdf.get_string_width(text + "…") > width:
            text = text[:-1]
        return text.rstrip() + "…"


def _printable(text: str) -> str:
    """The text on one line without control characters, direction marks, joiners and variation selectors: each
    would be a run of its own in the mixing of fonts, and shaping fails on runs without a glyph."""
    return one_line(
        "".join(c for c in one_line(text) if unicodedata.category(c)[0] != "C" and not "\ufe00" <= c <= "\ufe0f")
    )
