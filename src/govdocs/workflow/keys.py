"""The key of an output: the same content gives the same key, wherever in the records it was typed.

A document's bytes depend on its blocks, the options and the writers, and not on the places of its blocks, which only
findings carry. So places stay out of the key, and a paper that merely moved down by a line is not written again.
"""

import hashlib
from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from govdocs.places import Place

#: How a value of a class is taken apart: its name, and a function that gives the values of its fields.
_Taking = tuple[str, Callable[[Any], tuple[Any, ...]]]


def content_key(*values: object) -> str:
    """The SHA-256, in hexadecimal digits, of frozen dataclasses, tuples and plain values; places count for nothing.

    Raises:
        TypeError: a value is of a kind that has no stable form.
    """
    return hashlib.sha256(repr(_taken_apart(values)).encode("utf-8", "backslashreplace")).hexdigest()


def places_in(value: object) -> list[Place]:
    """All places within, in the order of the blocks: the same for contents with the same key."""
    found: list[Place] = []
    _collect(value, found)
    return found


def _taken_apart(value: Any) -> Any:
    """Tuples of plain values, whose ``repr`` is the same in every process."""
    kind = type(value)
    if kind is str or kind is int or kind is float or kind is bool or value is None:
        return value
    if kind is tuple:
        return tuple([_taken_apart(item) for item in value])
    if kind is bytes:
        return ("bytes", hashlib.sha256(value).hexdigest())
    if isinstance(value, Enum):
        return (kind.__name__, value.name)
    if kind is datetime:
        return ("datetime", value.isoformat())
    if kind is Decimal:  # the figures of charts
        return ("Decimal", str(value))
    name, take = _taking(kind)
    return (name, *[_taken_apart(item) for item in take(value)])


def _collect(value: Any, found: list[Place]) -> None:
    kind = type(value)
    if kind is Place:
        found.append(value)
    elif kind is tuple:
        for item in value:
            _collect(item, found)
    elif hasattr(kind, "__dataclass_fields__"):
        for field in kind.__dataclass_fields__:
            _collect(getattr(value, field), found)


_KNOWN: dict[type[Any], _Taking] = {}


def _taking(kind: type[Any]) -> _Taking:
    if kind not in _KNOWN:
        if not hasattr(kind, "__dataclass_fields__"):
            raise TypeError(f"{kind.__name__} has no stable form to make a key of")
        names = tuple(field.name for field in fields(kind) if field.type is not Place)
        _KNOWN[kind] = kind.__name__, lambda value: tuple([getattr(value, name) for name in names])
    return _KNOWN[kind]
