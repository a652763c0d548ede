"""Formulas of columns: how a cell follows from others of its row."""

import ast
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal, DivisionByZero, InvalidOperation

OPERATORS: Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def formula_names(formula: str) -> set[str] | None:
    """The columns that a formula names; None where it is no formula."""
    tree = _parse(formula)
    return None if tree is None else {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def read_formula(formula: str) -> Callable[[Mapping[str, Decimal | None]], Decimal | None] | None:
    """A function from a row's values to what the formula gives, None where a value is missing; None if it is none."""
    tree = _parse(formula)
    return None if tree is None else (lambda values: _compute(tree, values))


def _parse(formula: str) -> ast.expr | None:
    if len(formula) > 200:  # noqa: PLR2004 (a formula is a line; a deeper one would only be meant to do harm)
        return None
    try:
        tree = ast.parse(formula.replace("−", "-").replace("×", "*"), mode="eval").body  # noqa: RUF001 (signs as typed)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    allowed = (ast.BinOp, ast.UnaryOp, ast.USub, ast.Name, ast.Load, ast.Constant, *OPERATORS)
    for node in ast.walk(tree):
        if not isinstance(node, allowed) or (isinstance(node, ast.Constant) and type(node.value) not in (int, float)):
            return None
    return tree


def _compute(node: ast.expr, values: Mapping[str, Decimal | None]) -> Decimal | None:
    match node:
        case ast.Name(id=name):
            return values.get(name)
        case ast.Constant(value=value):
            return Decimal(str(value))
        case ast.UnaryOp(operand=operand):
            inner = _compute(operand, values)
            return None if inner is None else -inner
        case ast.BinOp(left=left, op=op, right=right):
            one, other = _compute(left, values), _compute(right, values)
            if one is None or other is None:
                return None
            try:
                return OPERATORS[type(op)](one, other)
            except (DivisionByZero, InvalidOperation):
                return None
        case _:
            return None
