"""What an editor of programs knows: where the caret is, what can stand there, how a function is called, and what
is wrong with a snippet. No Qt."""

from __future__ import annotations

import ast
import importlib
import inspect
import logging
import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from app.document import Film, Scene, Shot
from app.errors import ShotwrightError
from ui.studio.inspector.named import unknown

log = logging.getLogger(__name__)
PEOPLE = ("subject", "person", "other", "over", "at_person", "target", "facing", "near", "to", "character", "name")
WORDS = re.compile(r"\w*$")


@dataclass(frozen=True)
class Where:
    """Where the caret is. prefix: what is typed of a word or text; function: the call it is in ("" none);
    position: which argument (0 for the stage); keyword: its name when it is given; quoted: inside a text."""

    prefix: str
    function: str = ""
    position: int = 0
    keyword: str = ""
    quoted: bool = False


@dataclass(frozen=True)
class Problem:
    """What is wrong in a line (from 1) of a snippet, and what would work."""

    line: int
    message: str
    hint: str = ""


_reading: list[threading.Thread] = []


def ready() -> bool:
    """Whether the library can be asked at once. The first to ask has it read, beside the window: that takes a
    second or two."""
    if not _reading:
        _reading.append(threading.Thread(target=_read, name="library", daemon=True))
        _reading[0].start()
    return not _reading[0].is_alive()


def _read() -> None:
    for name in ("library.functions", "library.learned.store", "library.snippets", "agents.catalogue"):
        importlib.import_module(name)


def where(text: str, caret: int) -> Where:
    """Reads a snippet up to the caret."""
    calls: list[list] = []  # [function, position, keyword] of every call that is open
    quote, begun, last = "", 0, ""
    i = 0
    while i < caret:
        letter = text[i]
        if quote:
            if letter == "\\":
                i += 1
            elif letter == quote:
                quote = ""
        elif letter in "\"'":
            quote, begun = letter, i + 1
        elif letter == "#":
            end = text.find("\n", i)
            if end < 0 or end >= caret:
                return Where("", quoted=True)
            i = end
        elif letter.isalnum() or letter == "_":
            start = i
            while i < caret and (text[i].isalnum() or text[i] == "_"):
                i += 1
            last = text[start:i]
            continue
        elif letter in "([{":
            calls.append([last if letter == "(" else "", 0, ""])
            last = ""
        elif letter in ")]}":
            if calls:
                calls.pop()
        elif letter == "," and calls:
            calls[-1][1] += 1
            calls[-1][2] = ""
        elif letter == "=" and calls:
            calls[-1][2] = last
        if not letter.isspace():
            last = ""
        i += 1
    function, position, keyword = next((tuple(c) for c in reversed(calls) if c[0]), ("", 0, ""))
    prefix = text[begun:caret] if quote else WORDS.search(text[:caret])[0]
    return Where(prefix, function, position, keyword, bool(quote))


@dataclass(frozen=True)
class Known:
    """A function that can be called: its signature and what it is for."""

    name: str
    signature: inspect.Signature
    about: str

    @property
    def parameters(self) -> list[str]:
        return list(self.signature.parameters)

    def __str__(self) -> str:
        return f"{self.name}({', '.join(_spoken(p) for p in self.signature.parameters.values())})"


class Assistant:
    """Knows the functions of one sub-process, the library's and those learned since, and the film a shot is in."""

    def __init__(self, sub_process: str):
        self.sub_process = sub_process
        self._functions: dict[str, Known] | None = None

    @property
    def functions(self) -> dict[str, Known]:
        """Functions by name; read once, when first asked for."""
        if self._functions is None:
            from library.functions import functions
            from library.learned.store import LearnedLibrary

            known = [Known(n, inspect.signature(f), inspect.getdoc(f) or "") for n, f in
                     functions(self.sub_process).items()]  # fmt: skip
            try:
                known += [_learned(f.source) for f in LearnedLibrary().active(self.sub_process)]
            except (ShotwrightError, SyntaxError, ValueError) as error:
                log.warning("learned functions cannot be offered: %s", error)
            self._functions = {k.name: k for k in known}
        return self._functions

    def parameter(self, at: Where) -> str:
        """The name of the argument the caret is in, "" outside of calls."""
        known = self.functions.get(at.function)
        if known is None:
            return ""
        return at.keyword or (known.parameters[at.position] if at.position < len(known.parameters) else "")

    def choices(self, at: Where, film: Film | None, scene: Scene | None, shot: Shot | None) -> list[str]:
        """What can stand at the caret: functions, names of arguments, or values of the argument."""
        if at.quoted:
            return _matching(at.prefix, self._values(self.parameter(at), film, scene))
        if not at.function:
            return _matching(at.prefix, list(self.functions)) if at.prefix else []
        known = self.functions.get(at.function)
        if known is None or at.keyword or not at.prefix:
            return []
        return [f"{n}=" for n in _matching(at.prefix, known.parameters[1:])]

    def _values(self, parameter: str, film: Film | None, scene: Scene | None) -> list[str]:
        """Names a text argument can hold, by what the argument is called."""
        from agents.catalogue import library_catalogue

        catalogue = library_catalogue()
        place = scene.place if scene is not None else ""
        people = [c.name for c in film.characters] if film is not None else []
        spots = [p.name for p in catalogue.places[place].positions] if place in catalogue.places else []
        things = catalogue.things(place)
        by_name: dict[str, Sequence[str]] = {
            "mood": catalogue.moods.names,
            "action": catalogue.actions.names,
            "emotion": catalogue.emotions,
            "place": catalogue.places.names,
            "prop": catalogue.props.names,
            "kind": catalogue.props.names,
            "posture": ("standing", "sitting"),
            "side": ("left", "right"),
            "height": ("eye", "low", "high"),
            "at": [*spots, *things],
            "on": things,
            "lamp": [t for t in things if "lamp" in t or "light" in t],
        }
        if parameter in by_name:
            return list(by_name[parameter])
        if parameter in PEOPLE:
            return [*people, *spots, *things] if parameter in ("target", "facing", "near", "to") else people
        return [*people, *spots, *things]

    def call(self, at: Where) -> tuple[list[tuple[str, bool]], str] | None:
        """The call the caret is in: its parameters, (text, whether it is the one being typed) each, and what the
        function is for; None outside of calls and for unknown functions."""
        known = self.functions.get(at.function)
        if known is None:
            return None
        now = self.parameter(at)
        parts = [(_spoken(p), p.name == now) for p in known.signature.parameters.values()]
        return parts, known.about

    def problems(self, text: str, film: Film | None = None) -> list[Problem]:
        """What is wrong with a snippet: what the sandbox refuses, arguments a function does not take, and names that
        neither the film nor the library has."""
        from library.snippets import check_snippet

        try:
            tree = check_snippet(text, self.sub_process, set(self.functions))
        except ShotwrightError as error:
            return [_problem(error)]
        found = []
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                known = self.functions[node.func.id]
                wrong = _arguments(known, node)
                if wrong:
                    found.append(Problem(node.lineno, wrong, str(known)))
                found += [Problem(*each) for each in unknown(node, known.signature, film)]
        return sorted(found, key=lambda p: p.line)


def _matching(prefix: str, names: Sequence[str]) -> list[str]:
    """Names that begin with or hold what was typed, the former first; none that is typed whole already."""
    wanted = prefix.casefold()
    begin = [n for n in names if n.casefold().startswith(wanted)]
    inside = [n for n in names if wanted in n.casefold() and n not in begin]
    return [n for n in dict.fromkeys((*begin, *inside)) if n != prefix]


def _problem(error: ShotwrightError) -> Problem:
    found = re.match(r"\w+, line (\d+): (.*)", error.what, re.DOTALL)
    line, message = (int(found[1]), found[2]) if found else (1, error.what)
    return Problem(max(line, 1), message[:1].upper() + message[1:], error.hint)


def _arguments(known: Known, call: ast.Call) -> str:
    """Why a call cannot be made with these arguments, "" when it can."""
    names = {k.arg: None for k in call.keywords}
    try:
        known.signature.bind(*(None for _ in call.args), **names)
    except TypeError as error:
        return f"{known.name}: {error}"
    return ""


def _spoken(parameter: inspect.Parameter) -> str:
    return parameter.name if parameter.default is parameter.empty else f"{parameter.name}={parameter.default!r}"


def _learned(source: str) -> Known:
    """A learned function as its source says. It is not run for that. Raises SyntaxError, ValueError."""
    made = next(n for n in ast.parse(source).body if isinstance(n, ast.FunctionDef))
    plain, missing = made.args.args, len(made.args.args) - len(made.args.defaults)
    defaults = [inspect.Parameter.empty] * missing + [ast.literal_eval(d) for d in made.args.defaults]
    parameters = [
        inspect.Parameter(a.arg, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=d)
        for a, d in zip(plain, defaults, strict=True)
    ]
    return Known(made.name, inspect.Signature(parameters), ast.get_docstring(made) or "")
