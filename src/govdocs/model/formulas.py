"""Formulas: how a cell follows from others of its row, or a figure from other figures of its paper.

Beside numbers, names and + - * / a formula may have four functions: `total(practices)` is the total of a column, for a
figure `total(costs.amount)` that of a table's column; `compounded(6.3, 2.8)` is the growth over several years in
percent; `months(start, end)` and `days(start, end)` are the length of a period between two events.
"""

import ast
import operator
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

OPERATORS: Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
Term = tuple[str, ...]
"""What has to be looked up: ``("", "plan")``, ``("total", "costs", "amount")`` or ``("months", "start", "end")``."""
COMPOUNDED = "compounded"
_LONGEST = 200
#: Stands for the hyphen of an id, which would be a minus.
_HYPHEN = "\N{GREEK SMALL LETTER EPSILON}"
_WITHIN_NAME = re.compile(r"(?<=[a-z0-9])-(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was understood."""

    tree: ast.expr

    def terms(self) -> set[Term]:
        """What has to be looked up."""
        return set(_terms(self.tree))

    def compute(self, values: Mapping[Term, Decimal | None]) -> Decimal | None:
        """What the formula gives; None where a value is missing, or it would have to divide by nought."""
        try:
            result = _compute(self.tree, values)
        except ArithmeticError:
            return None
        return result if result is not None and result.is_finite() else None


def read_formula(text: str, columns: Collection[str] | None = None) -> Formula | None:
    """The formula; None where it is none.

    Among ``columns``, whose names are known, ``plan-cost`` is a difference unless a column has that name; without
    them, among figures, a hyphen between letters belongs to a name and a minus stands between spaces.
    """
    if len(text) > _LONGEST:  # a formula is a line; a deeper one would only be meant to do harm
        return None
    plain = text.replace("−", "-").replace("×", "*")  # noqa: RUF001 (signs as typed)
    if columns is None:
        plain = _WITHIN_NAME.sub(_HYPHEN, plain)
    for name in sorted((name for name in columns or () if "-" in name), key=len, reverse=True):
        plain = re.sub(rf"(?<![\w-]){name}(?![\w-])", name.replace("-", _HYPHEN), plain)
    try:
        tree = ast.parse(plain.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return Formula(tree) if _is_allowed(tree) else None


def _is_allowed(node: ast.expr) -> bool:
    match node:
        case ast.Name():
            return True
        case ast.Constant(value=value):
            return type(value) in (int, float)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _is_allowed(operand)
        case ast.BinOp(left=left, op=op, right=right):
            return type(op) in OPERATORS and _is_allowed(left) and _is_allowed(right)
        case ast.Call(func=ast.Name(id=name), args=parts, keywords=[]) if name == COMPOUNDED:
            return bool(parts) and all(_is_allowed(part) for part in parts)
        case ast.Call():
            return _looked_up(node) is not None
        case _:
            return False


def _looked_up(node: ast.Call) -> Term | None:
    """The term of a call of a function whose value is looked up; None for another call."""
    match node:
        case ast.Call(func=ast.Name(id="total"), args=[ast.Attribute(value=ast.Name(id=table), attr=column)]):
            return ("total", _name(table), _name(column))
        case ast.Call(func=ast.Name(id="total"), args=[ast.Name(id=column)]):
            return ("total", _name(column))
        case ast.Call(func=ast.Name(id="months" | "days" as unit), args=[ast.Name(id=first), ast.Name(id=last)]):
            return (unit, _name(first), _name(last))
        case _:
            return None


def _name(name: str) -> str:
    return name.replace(_HYPHEN, "-")


def _terms(node: ast.expr) -> Iterator[Term]:
    match node:
        case ast.Name(id=name):
            yield ("", _name(name))
        case ast.UnaryOp(operand=operand):
            yield from _terms(operand)
        case ast.BinOp(left=left, right=right):
            yield from _terms(left)
            yield from _terms(right)
        case ast.Call(args=parts):
            if (term := _looked_up(node)) is not None:
                yield term
                return
            for part in parts:
                yield from _terms(part)


def _compute(node: ast.expr, values: Mapping[Term, Decimal | None]) -> Decimal | None:
    match node:
        case ast.Name(id=name):
            return values.get(("", _name(name)))
        case ast.Constant(value=value):
            return Decimal(str(value))
        case ast.UnaryOp(operand=operand):
            inner = _compute(operand, values)
            return None if inner is None else -inner
        case ast.BinOp(left=left, op=op, right=right):
            one, other = _compute(left, values), _compute(right, values)
            return None if one is None or other is None else OPERATORS[type(op)](one, other)
        case ast.Call(args=parts):
            term = _looked_up(node)
            return values.get(term) if term is not None else _compound(parts, values)
        case _:
            return None


def _compound(parts: list[ast.expr], values: Mapping[Term, Decimal | None]) -> Decimal | None:
    """The growth over several years, in percent, from that of each."""
    whole = Decimal(1)
    for part in parts:
        growth = _compute(part, values)
        if growth is None:
            return None
        whole *= 1 + growth / 100
    return (whole - 1) * 100
