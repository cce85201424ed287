"""What a program's snippet may contain, checked on its syntax tree before it runs anywhere.

A snippet is a plan: calls of library functions with plain values, simple names, `for` over short lists and
arithmetic. Nothing else gets through: no imports, attributes, definitions, comprehensions, f-strings.
This is the first layer of the sandbox; the worker's own limits are the next.
"""

from __future__ import annotations

import ast

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
    known = set(functions) | {"stage"}
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
            if isinstance(node.value, (int, float)) and abs(node.value) > 1e6:
                raise refuse(node, f"the number {node.value} is too large")
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and _is_sequence(node.left, node.right):
            raise refuse(node, "texts and lists cannot be multiplied")
        if isinstance(node, ast.For):
            loops += 1
            if loops > 4 or not isinstance(node.iter, (ast.List, ast.Tuple)) or len(node.iter.elts) > 64:
                raise refuse(node, "a loop may go over a written list of up to 64 values")
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id not in known:
            raise refuse(node, f"the name {node.id!r} is not known")
    return tree


def _is_sequence(*nodes: ast.AST) -> bool:
    return any(
        isinstance(n, (ast.List, ast.Tuple, ast.Dict, ast.Name))
        or (isinstance(n, ast.Constant) and isinstance(n.value, str))
        for n in nodes
    )
