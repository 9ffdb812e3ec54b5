"""Changes: what a place in the code may be turned into, one small fault for each."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import TypeVar

N = TypeVar("N", bound=ast.AST)

OPERATORS: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.LShift: (ast.RShift,),
    ast.RShift: (ast.LShift,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
    ast.BitXor: (ast.BitAnd,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OPPOSITE = {"min": "max", "max": "min", "any": "all", "all": "any"}
DROPPED = (ast.AugAssign, ast.Raise, ast.Continue, ast.Break, ast.Delete)
"""Statements without which a function can still run, apart from those that `_may_be_dropped` looks at more closely."""


def changes(node: ast.AST) -> Iterator[list[ast.AST]]:
    """Yield, for each fault that a node may have, the nodes that have it; one of them is taken."""
    if isinstance(node, ast.BinOp | ast.AugAssign | ast.BoolOp):
        yield [_with(node, "op", other()) for other in OPERATORS.get(type(node.op), ())]
    elif isinstance(node, ast.Compare):
        for i, op in enumerate(node.ops):
            yield [_with(node, "ops", [*node.ops[:i], other(), *node.ops[i + 1 :]]) for other in OPERATORS[type(op)]]
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield [node.operand]
    elif isinstance(node, ast.Constant):
        yield [_with(node, "value", value) for value in _other_values(node.value)]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in OPPOSITE:
        yield [_with(node, "func", ast.Name(OPPOSITE[node.func.id], ast.Load()))]
    elif isinstance(node, ast.If | ast.IfExp):
        yield [_with(node, "test", ast.Constant(value)) for value in (True, False)]
    elif isinstance(node, ast.While):
        yield [_with(node, "test", ast.Constant(False))]
    elif isinstance(node, ast.comprehension):
        for i in range(len(node.ifs)):
            yield [_with(node, "ifs", [*node.ifs[:i], ast.Constant(v), *node.ifs[i + 1 :]]) for v in (True, False)]
    if _may_be_dropped(node):
        yield [ast.Pass()]


def _with(node: N, field: str, value: object) -> N:
    changed = copy.copy(node)
    setattr(changed, field, value)
    return changed


def _other_values(value: object) -> list[object]:
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1]
    if isinstance(value, float):
        return [value * 2.0, value + 1.0] if value else [1.0]
    return []


def _may_be_dropped(node: ast.AST) -> bool:
    """Whether a function can still run without a statement: what calls, writes into a thing, or leaves early."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Call)
    if isinstance(node, ast.Assign):
        return all(isinstance(target, ast.Attribute | ast.Subscript) for target in node.targets)
    if isinstance(node, ast.Return):
        return node.value is None
    return isinstance(node, DROPPED)


def told(node: ast.AST, its: ast.AST) -> tuple[str, str]:
    """Return the text of a node and of what it is turned into; of a branch its condition only."""
    if isinstance(its, ast.Pass):
        return _line(node), "(dropped)"
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        assert isinstance(its, ast.If | ast.IfExp | ast.While)
        word = "while" if isinstance(node, ast.While) else "if"
        return f"{word} {_line(node.test)}", f"{word} {_line(its.test)}"
    return _line(node), _line(its)


def _line(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())
