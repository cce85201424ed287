"""What the source of a learned function may contain, checked on its syntax tree.

One plain function: calls of library functions and helpers, arithmetic, conditions and loops over plain values.
No imports, attributes, nested definitions, comprehensions, f-strings, exceptions or decorators: without attributes
no value leads anywhere.
"""

from __future__ import annotations

import ast
import keyword
import math
from collections.abc import Iterable
from dataclasses import dataclass

from library.functions import functions
from library.learned.helpers import HELPERS
from library.snippets import ALLOWED as OF_SNIPPETS
from library.snippets import GUARDS
from library.stage import StageError

MAX_CHARACTERS = 12_000
MAX_NODES = 3_000
MAX_DEPTH = 60
MAX_TEXT = 2_000
MAX_PARAMETERS = 16
MIN_DOCSTRING = 20
ALLOWED = (
    *OF_SNIPPETS, ast.FunctionDef, ast.arguments, ast.arg, ast.Return, ast.AugAssign, ast.While, ast.Break,
    ast.Continue, ast.Pass, ast.Subscript, ast.Slice, ast.IfExp, ast.Mod, ast.FloorDiv, ast.In, ast.NotIn, ast.Is,
    ast.IsNot,
)  # fmt: skip


@dataclass(frozen=True)
class Checked:
    """A learned function that may be run. tree: without annotations and docstring; calls: the library functions it
    uses; parameters: its own after `stage`, with default values as source."""

    name: str
    tree: ast.FunctionDef
    docstring: str
    calls: frozenset[str]
    parameters: tuple[tuple[str, str | None], ...]

    @property
    def signature(self) -> str:
        """How it is called, for people."""
        rest = [name if default is None else f"{name}={default}" for name, default in self.parameters]
        return f"{self.name}({', '.join(['stage', *rest])})"


def check_function(source: str, sub_process: str) -> Checked:
    """The function in a source. Raises StageError naming the line and what is not allowed."""
    tree = _parsed(source)
    if len(tree.body) != 1 or not isinstance(tree.body[0], ast.FunctionDef):
        raise _refuse(None, "a learned function is one `def` and nothing else")
    function = tree.body[0]
    own = set(functions(sub_process))
    callable_ = own | set(HELPERS)
    taken = {
        name for each in ("scene", "character", "motion", "lighting", "cinematography") for name in functions(each)
    }
    _name(function, function.name, "the function")
    if function.name in taken or function.name in HELPERS:
        raise _refuse(function, f"{function.name!r} is a name of the library", "Give it another name.")
    parameters = _parameters(function, callable_)
    docstring = ast.get_docstring(function) or ""
    if len(docstring) < MIN_DOCSTRING:
        raise _refuse(function, "it has no docstring", "Say what it is for, its parameters with units, and its errors.")
    body = function.body[1:]
    if not body:
        raise _refuse(function, "it does nothing")
    known = {name for name, _ in parameters}
    for node in _nodes(body):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            _name(node, node.id, "a variable")
            if node.id in callable_ or node.id == "stage":
                raise _refuse(node, f"{node.id!r} cannot be changed")
            known.add(node.id)
    calls = _check_body(body, own, callable_, known)
    bare = ast.FunctionDef(
        name=function.name, args=_bare(function.args), body=body, decorator_list=[], returns=None, type_comment=None,
        type_params=[],
    )  # fmt: skip
    return Checked(function.name, ast.copy_location(bare, function), docstring, frozenset(calls), tuple(parameters))


def _parsed(source: str) -> ast.Module:
    if len(source) > MAX_CHARACTERS:
        raise _refuse(None, f"the source has more than {MAX_CHARACTERS} characters")
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None) or 0
        raise StageError(f"line {line}: {getattr(error, 'msg', None) or error}") from None
    depth, level = 0, [tree]
    while level:
        level = [child for node in level for child in ast.iter_child_nodes(node)]
        depth += 1
        if depth > MAX_DEPTH:
            raise _refuse(None, "it is nested too deeply")
    return tree


def _nodes(body: list[ast.stmt]) -> Iterable[ast.AST]:
    for count, node in enumerate(each for statement in body for each in ast.walk(statement)):
        if count > MAX_NODES:
            raise _refuse(node, "it is too long")
        yield node


def _parameters(function: ast.FunctionDef, callable_: set[str]) -> list[tuple[str, str | None]]:
    """Names and defaults of the parameters after `stage`. Raises StageError."""
    args = function.args
    if function.decorator_list or getattr(function, "type_params", None):
        raise _refuse(function, "decorators and type parameters are not allowed")
    if args.posonlyargs or args.kwonlyargs or args.vararg or args.kwarg:
        raise _refuse(function, "only plain parameters: no *, **, / and no keyword-only ones")
    if not args.args or args.args[0].arg != "stage":
        raise _refuse(function, "the first parameter is the stage", f"def {function.name}(stage, ...):")
    if len(args.args) > MAX_PARAMETERS:
        raise _refuse(function, f"it has more than {MAX_PARAMETERS} parameters")
    found: list[tuple[str, str | None]] = []
    plain = len(args.args) - len(args.defaults)
    if plain < 1:
        raise _refuse(function, "the stage has no default")
    for index, each in enumerate(args.args[1:], 1):
        _name(each, each.arg, "a parameter")
        if each.arg in callable_ or each.arg == "stage":
            raise _refuse(each, f"{each.arg!r} cannot be a parameter")
        if index < plain:
            found.append((each.arg, None))
            continue
        default = args.defaults[index - plain]
        try:
            value = ast.literal_eval(default)
        except (ValueError, TypeError, RecursionError):
            raise _refuse(default, f"the default of {each.arg!r} is no plain value") from None
        if isinstance(value, (list, dict, set, bytes, complex)):
            raise _refuse(default, f"the default of {each.arg!r} has to be a number, a text, None or a tuple of them")
        _constants(default)
        found.append((each.arg, ast.unparse(default)))
    return found


def _check_body(body: list[ast.stmt], own: set[str], callable_: set[str], known: set[str]) -> set[str]:
    """The library functions that are called. Raises StageError for whatever is not allowed."""
    calls: set[str] = set()
    placed: set[ast.AST] = set()
    for node in _nodes(body):
        if not isinstance(node, ALLOWED) or isinstance(node, ast.FunctionDef):
            raise _refuse(node, f"{type(node).__name__} is not allowed", "Only calls, plain values, if, for and while.")
        if isinstance(node, ast.Call):
            if not isinstance(node.func, ast.Name) or node.func.id not in callable_:
                said = ast.unparse(node.func)[:60]
                raise _refuse(node, f"{said!r} cannot be called here", f"There are: {', '.join(sorted(callable_))}.")
            if any(k.arg is None for k in node.keywords) or any(isinstance(a, ast.Starred) for a in node.args):
                raise _refuse(node, "* and ** are not allowed")
            first = node.args[0] if node.args else None
            staged = isinstance(first, ast.Name) and first.id == "stage"
            if node.func.id in own or (node.func.id in HELPERS and HELPERS[node.func.id].staged):
                if not staged:
                    raise _refuse(node, f"{node.func.id} needs the stage first", f"{node.func.id}(stage, ...)")
                placed.add(first)
                calls |= {node.func.id} & own
            placed.add(node.func)
        if isinstance(node, (ast.Subscript,)) and not isinstance(node.ctx, ast.Load):
            raise _refuse(node, "items cannot be changed", "Build a new list: items + [value].")
        if isinstance(node, ast.AugAssign) and not isinstance(node.target, ast.Name):
            raise _refuse(node, "only a variable can be added to")
        if isinstance(node, (ast.For, ast.While)) and node.orelse:
            raise _refuse(node, "a loop has no else")
        if isinstance(node, ast.Constant):
            _constants(node)
    for node in _nodes(body):
        if isinstance(node, ast.Name) and node not in placed:
            if node.id == "stage" or node.id in callable_:
                raise _refuse(
                    node, f"{node.id!r} is no value", "Functions are called; the stage is their first argument."
                )
            if node.id not in known:
                raise _refuse(node, f"the name {node.id!r} is not known")
    return calls


def _constants(node: ast.AST) -> None:
    for each in ast.walk(node):
        if not isinstance(each, ast.Constant):
            continue
        value = each.value
        if isinstance(value, (bytes, complex)) or value is Ellipsis:
            raise _refuse(each, "only numbers, texts, True, False and None")
        if isinstance(value, str) and (len(value) > MAX_TEXT or not all(c.isprintable() or c in "\n\t" for c in value)):
            raise _refuse(each, "a text is too long, or has characters that cannot be shown")
        if isinstance(value, (int, float)) and not (math.isfinite(value) and abs(value) <= 1e6):
            raise _refuse(each, f"the number {str(value)[:20]} is too large")


def _name(node: ast.AST, name: str, what: str) -> None:
    if name.startswith("_") or name in GUARDS or not name.isascii() or keyword.iskeyword(name) or len(name) > 60:
        raise _refuse(node, f"{what} cannot be called {name[:60]!r}")


def _bare(args: ast.arguments) -> ast.arguments:
    """The parameters without annotations."""
    return ast.arguments(
        posonlyargs=[], args=[ast.copy_location(ast.arg(a.arg), a) for a in args.args], vararg=None, kwonlyargs=[],
        kw_defaults=[], kwarg=None, defaults=args.defaults,
    )  # fmt: skip


def _refuse(node: ast.AST | None, what: str, hint: str = "") -> StageError:
    return StageError(f"line {getattr(node, 'lineno', 0)}: {what}", hint)
