"""`shotwright export PROJECT --as FORMAT -o FILE`, and `shotwright unpack FILE.zip`."""

from __future__ import annotations

import argparse
from pathlib import Path

from agents.exports import FORMATS, PRESETS, Report, Wish, format_of, preflight
from agents.exports.formats import size_for
from agents.exports.run import export
from app.archive import unpack
from render.interchange.layout import FIELDS, PAPERS, PER_PAGE, Layout
from render.tiers import QUALITIES
from ui.commands.casting import add_crew, crew_of
from ui.commands.common import chosen, producing
from ui.console import EXIT_REJECTED, Console, add_common, run, shot_numbers, size

_MORE = "\n".join(f"  {f.key:9}{f.suffix or '(folder)':10}{f.about}" for f in FORMATS.values())
_PRESETS = "\n".join(f"  {p.key:9}{p.title}" for p in PRESETS.values())


def parser() -> argparse.ArgumentParser:
    """The options of `export`."""
    made = argparse.ArgumentParser(
        prog="shotwright export",
        description="Writes a film, or what editors, spreadsheets and script programs read; each is read back.",
        epilog=f"formats:\n{_MORE}\n\npresets:\n{_PRESETS}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("project", metavar="PROJECT", type=Path, help="the project folder")
    made.add_argument("--as", dest="format", choices=list(FORMATS), metavar="FORMAT", help="default: by the name")
    made.add_argument("-o", "--out", type=Path, help="the file or folder (default: the project's name)")
    made.add_argument("--preset", choices=list(PRESETS), help="quality and size for a purpose")
    made.add_argument("--quality", choices=QUALITIES, help="how frames are rendered (default preview)")
    made.add_argument("--size", type=size, help="pixels, for example 1280x720")
    made.add_argument("--shots", type=shot_numbers, help="only these, for example 2,4-6")
    made.add_argument("--no-clips", action="store_true", help="otio, fcpxml, edl: name the keyframes, render nothing")
    made.add_argument("--per-page", type=int, choices=PER_PAGE, default=6, help="pdf: shots on a page (default 6)")
    made.add_argument("--paper", choices=PAPERS, default="a4", help="pdf")
    made.add_argument("--portrait", action="store_true", help="pdf: upright pages")
    made.add_argument("--fields", type=_fields, default=FIELDS, help=f"pdf: some of {','.join(FIELDS)}")
    made.add_argument("--check", action="store_true", help="only list what stands in the way")
    made.add_argument("--keep-takes", action="store_true", help="do not stage again what is out of date")
    add_crew(made)
    add_common(made)
    return made


def _fields(text: str) -> tuple[str, ...]:
    found = tuple(f.strip() for f in text.split(",") if f.strip())
    unknown = [f for f in found if f not in FIELDS]
    if unknown:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is not one of {', '.join(FIELDS)}")
    return found


def main_export(argv: list[str]) -> int:
    """Exit status 9 where something was written, but not every shot was as it should be."""
    options = parser().parse_args(argv)

    async def work(console: Console) -> int:
        key = options.format or (format_of(options.out) if options.out else "mp4")
        form = FORMATS[key]
        out = options.out or Path.cwd() / f"{options.project.resolve().name.removesuffix('.shotwright')}{form.suffix}"
        async with producing(console, options.project, crew=crew_of(options, options.project)) as producer:
            ids = chosen(producer.film, options.shots)
            found = preflight(producer.film, producer.stale)
            problems = [p for p in found if not options.shots or not p.shot or p.shot in ids]
            for each in problems:
                said = f"{each.name} {each.text}".strip()
                if each.severity or options.check:
                    console.say(f"note: {said}", problem=each.kind, shot=each.shot, said=each.text)
            if options.check:
                return EXIT_REJECTED if any(p.severity for p in problems) else 0
            preset = PRESETS.get(options.preset or "")
            quality = options.quality or (preset.quality if preset else "preview")
            pixels = options.size or size_for(producer.film, preset.height if preset else None)
            layout = Layout(options.per_page, options.paper, "portrait" if options.portrait else "landscape",
                            options.fields)  # fmt: skip
            wish = Wish(
                key,
                out,
                quality,
                pixels,
                layout,
                not options.no_clips,
                tuple(ids) if ids else None,
                not options.keep_takes,
            )
            wish.check()
            if form.needs == "frames" or (form.clips and wish.clips):
                guess = producer.estimate(quality, pixels, ids)
                console.say(f"Up to {guess:.0f} s on this machine.", estimate_s=round(guess, 1))
            return _tell(console, await export(producer, wish))

    return run(options, work)


def _tell(console: Console, report: Report) -> int:
    for each in report.troubles:
        console.say(f"note: {each.name} is not as it should be: {each.text}", shot=each.shot, trouble=each.text)
    more = f" and {len(report.files) - 1} more" if len(report.files) > 1 and report.path.is_file() else ""
    console.say(
        f"{report.path}{more} ({report.said})",
        file=str(report.path), files=[str(f) for f in report.files], found=report.said, format=report.format,
    )  # fmt: skip
    return EXIT_REJECTED if report.troubles else 0


def main_unpack(argv: list[str]) -> int:
    """Unpacks a project that was exported as ZIP."""
    made = argparse.ArgumentParser(prog="shotwright unpack", description="Unpacks a project from a ZIP.")
    made.add_argument("archive", metavar="FILE.zip", type=Path)
    made.add_argument("folder", metavar="DIR", type=Path, nargs="?", help="default: beside the file, by its name")
    add_common(made)
    options = made.parse_args(argv)

    async def work(console: Console) -> None:
        folder = unpack(options.archive, options.folder or options.archive.with_suffix(""))
        console.say(f"{folder} (open it with: shotwright studio {folder})", project=str(folder))

    return run(options, work)
