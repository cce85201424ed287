"""What a program's snippet may contain, checked on its syntax tree before it runs anywhere.

A snippet is a plan: calls of library functions with plain values, simple names, `for` over short lists and
arithmetic. Nothing else gets through: no imports, attributes, definitions, comprehensions, f-strings.
This is the first layer of the sandbox; the worker's own limits are the next.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from library.stage import StageError

ALLOWED = (
    ast.Module, ast.Expr, ast.Call, ast.keyword, ast.Name, ast.Load, ast.Store, ast.Constant, ast.Assign,
    ast.Tuple, ast.List, ast.Dict, ast.UnaryOp, ast.USub, ast.UAdd, ast.Not, ast.BinOp, ast.Add, ast.Sub,
    ast.Mult, ast.Div, ast.For, ast.If, ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE,
    ast.BoolOp, ast.And, ast.Or,
)  # fmt: skip
MAX_CHARACTERS = 20_000
MAX_NODES = 4_000
MAX_CONSTANT = 2_000
MAX_DEPTH = 40
MAX_LEAVES = 2_000
"""Characters and values in anything a snippet builds, so that doubling in a loop ends early."""

MAX_TURNS = 2_000
"""Turns of all loops of a snippet together."""

MAX_NUMBER = 1e12
ARITHMETIC = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.Mod: operator.mod, ast.FloorDiv: operator.floordiv,
}  # fmt: skip
"""What is calculated with; the last two in learned functions only."""
GUARDS = "_arithmetic", "_built", "_turn"
"""Names of the guards in a snippet's scope; a snippet cannot say them itself."""


def check_snippet(text: str, sub_process: str, functions: set[str]) -> ast.Module:
    """The snippet's tree. Raises StageError naming the sub-process, line and what is not allowed."""

    def refuse(node: ast.AST | None, what: str, hint: str = "") -> StageError:
        line = getattr(node, "lineno", 0)
        return StageError(f"{sub_process}, line {line}: {what}", hint)

    if len(text) > MAX_CHARACTERS:
        raise refuse(None, f"the snippet has more than {MAX_CHARACTERS} characters")
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None) or 0
        raise StageError(f"{sub_process}, line {line}: {getattr(error, 'msg', None) or error}") from None
    if _depth(tree) > MAX_DEPTH:
        raise refuse(None, "it is nested too deeply")
    known: set[str] = set()
    placed: set[ast.AST] = set()
    loops = 0
    for count, node in enumerate(ast.walk(tree)):
        if count > MAX_NODES:
            raise refuse(node, "the snippet is too long")
        if not isinstance(node, ALLOWED):
            raise refuse(
                node, f"{type(node).__name__} is not allowed", "Only calls of library functions with plain values."
            )
        if isinstance(node, ast.Call):
            if not isinstance(node.func, ast.Name):
                raise refuse(node, "only library functions can be called")
            if node.func.id not in functions:
                raise refuse(
                    node,
                    f"there is no function {node.func.id!r} for {sub_process}",
                    f"There are: {', '.join(sorted(functions))}.",
                )
            if any(k.arg is None for k in node.keywords):
                raise refuse(node, "** is not allowed")
            if not (node.args and isinstance(node.args[0], ast.Name) and node.args[0].id == "stage"):
                raise refuse(node, f"{node.func.id} needs the stage first", f"{node.func.id}(stage, ...)")
            placed |= {node.func, node.args[0]}
        if isinstance(node, ast.Name):
            if node.id.startswith("_"):
                raise refuse(node, f"the name {node.id!r} is not allowed")
            if isinstance(node.ctx, ast.Store):
                if node.id in functions or node.id == "stage":
                    raise refuse(node, f"{node.id!r} cannot be changed")
                known.add(node.id)
        if isinstance(node, ast.Constant):
            if isinstance(node.value, (bytes, complex)) or node.value is Ellipsis:
                raise refuse(node, "only numbers, texts, True, False and None")
            if isinstance(node.value, str) and len(node.value) > MAX_CONSTANT:
                raise refuse(node, "a text is too long")
            if isinstance(node.value, str) and not all(c.isprintable() or c in "\n\t" for c in node.value):
                raise refuse(node, "a text has characters that cannot be shown")
            if isinstance(node.value, (int, float)) and abs(node.value) > 1e6:
                raise refuse(node, f"the number {node.value} is too large")
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and _is_sequence(node.left, node.right):
            raise refuse(node, "texts and lists cannot be multiplied")
        if isinstance(node, ast.For):
            loops += 1
            if loops > 4 or not isinstance(node.iter, (ast.List, ast.Tuple)) or len(node.iter.elts) > 64:
                raise refuse(node, "a loop may go over a written list of up to 64 values")
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node not in placed and (node.id in functions or node.id == "stage"):
            raise refuse(node, f"{node.id!r} is no value", "Functions are called, with the stage as first argument.")
        if isinstance(node, ast.Name) and node not in placed and node.id not in known:
            raise refuse(node, f"the name {node.id!r} is not known")
    return tree


@dataclass(frozen=True)
class LiteralCall:
    """A call as written: function, what follows the stage, keywords."""

    function: str
    arguments: tuple[Any, ...] = ()
    named: dict[str, Any] = field(default_factory=dict)


def literal_calls(text: str) -> list[LiteralCall]:
    """The calls of a snippet whose arguments are plain values, in order; others, and a text that is no program, are
    passed over. Nothing is executed."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    out = []
    for statement in tree.body:
        node = statement.value if isinstance(statement, ast.Expr) else None
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
            continue
        try:
            arguments = tuple(ast.literal_eval(a) for a in node.args[1:])
            named = {k.arg: ast.literal_eval(k.value) for k in node.keywords if k.arg}
        except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
            continue
        out.append(LiteralCall(node.func.id, arguments, named))
    return out


def guard(tree: ast.Module) -> ast.Module:
    """The tree with a guard round all that computes: sums, lists and turns of loops can do little at a time."""
    return ast.fix_missing_locations(_Guarding().visit(tree))


def guards() -> dict[str, Callable]:
    """What the names of the guards stand for in the scope of one snippet."""
    turns = iter(range(MAX_TURNS))

    def turn() -> None:
        if next(turns, None) is None:
            raise StageError(f"its loops turn more than {MAX_TURNS} times")

    return dict(zip(GUARDS, (_arithmetic, _built, turn), strict=True))


class _Guarding(ast.NodeTransformer):
    """Puts the guards in; lines stay what they were."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        sign = ast.Constant(type(node.op).__name__)
        return ast.copy_location(_called("_arithmetic", sign, node.left, node.right), node)

    def visit_List(self, node: ast.List) -> ast.AST:
        self.generic_visit(node)
        return node if isinstance(node.ctx, ast.Store) else ast.copy_location(_called("_built", node), node)

    def visit_Tuple(self, node: ast.Tuple) -> ast.AST:
        self.generic_visit(node)
        return node if isinstance(node.ctx, ast.Store) else ast.copy_location(_called("_built", node), node)

    def visit_Dict(self, node: ast.Dict) -> ast.AST:
        self.generic_visit(node)
        return ast.copy_location(_called("_built", node), node)

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        now = ast.copy_location(ast.Name(node.target.id, ast.Load()), node)
        made = ast.copy_location(ast.BinOp(now, node.op, node.value), node)
        return self.visit(ast.copy_location(ast.Assign([node.target], made), node))

    def visit_For(self, node: ast.For | ast.While) -> ast.AST:
        self.generic_visit(node)
        node.body.insert(0, ast.copy_location(ast.Expr(_called("_turn")), node))
        return node

    visit_While = visit_For  # noqa: N815


def _called(name: str, *arguments: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), list(arguments), [])


_SIGNS = {kind.__name__: function for kind, function in ARITHMETIC.items()}


def _arithmetic(sign: str, left: Any, right: Any) -> Any:
    """Arithmetic on numbers, and the sum of two texts or lists. Raises StageError where it grows too large."""
    numbers = all(isinstance(each, (int, float)) for each in (left, right))
    joined = sign == "Add" and type(left) is type(right) and isinstance(left, (str, list, tuple))
    if not numbers and not joined:
        raise StageError("only numbers are calculated with; texts and lists can be added to their like")
    if joined and _leaves(left) + _leaves(right) > MAX_LEAVES:
        raise StageError("a text or list grows too long")
    result = _SIGNS[sign](left, right)
    if numbers and not (math.isfinite(result) and abs(result) <= MAX_NUMBER):
        raise StageError("a number grows too large")
    return result


def _built(value: Any) -> Any:
    """A list, tuple or dictionary, if it holds little enough. Raises StageError."""
    if _leaves(value) > MAX_LEAVES:
        raise StageError("a list holds too much")
    return value


def _leaves(value: Any) -> int:
    """Characters and values in a value, counted up to a little over what is allowed."""
    if isinstance(value, str):
        return len(value)
    if not isinstance(value, (list, tuple, dict)):
        return 1
    count = 1
    for each in [*value, *value.values()] if isinstance(value, dict) else value:
        count += _leaves(each)
        if count > MAX_LEAVES:
            break
    return count


def _depth(tree: ast.AST) -> int:
    """How deep a tree is, level by level, as a deep one would exhaust the stack."""
    depth, level = 0, [tree]
    while level and depth <= MAX_DEPTH:
        level = [child for node in level for child in ast.iter_child_nodes(node)]
        depth += 1
    return depth


def _is_sequence(*nodes: ast.AST) -> bool:
    return any(
        isinstance(n, (ast.List, ast.Tuple, ast.Dict)) or (isinstance(n, ast.Constant) and isinstance(n.value, str))
        for n in nodes
    )
