"""Records as bytes, and back: pickles that can hold records, and execute nothing when they are read.

A pickle names functions that are called when it is read. Here only the kinds of data that a folder of meetings is made
of are known by name, and none of them is handed out itself: a pickle that names anything else, or wants to change what
a name stands for, is refused or changes nothing beyond itself.
"""

import io
import pickle
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from operator import attrgetter
from typing import Any

from govdocs.model.record import Record

_HOMES = ("govdocs.diagnostics", "govdocs.model.", "govdocs.places", "govdocs.read.nodes")
_PLAIN = (date, datetime, time, Decimal)


def as_bytes(value: object) -> bytes:
    """A value that is made of records, other data of the model, and what Python has for texts, numbers and lists."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written, protocol=5)
    pickler.dispatch_table = _takers()
    pickler.dump(value)
    return written.getvalue()


def from_bytes(content: bytes) -> Any:
    """The value again.

    Raises:
        ValueError: the bytes hold something else.
    """
    try:
        return _Reader(io.BytesIO(content)).load()
    except Exception as error:  # bytes that were damaged can lead to anything
        raise ValueError("no records") from error


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        return _makers()[module, name]


@cache
def _makers() -> Mapping[tuple[str, str], Callable[..., object]]:
    """What makes a value of each kind again, by the module and the name of the kind."""
    return {
        (kind.__module__, kind.__qualname__): partial(_record, kind) if issubclass(kind, Record) else partial(kind)
        for kind in (*_PLAIN, *_kinds())
    }


#: A kind of value, and what it is made again from.
_Apart = tuple[Callable[..., Any], tuple[Any, ...]]


@cache
def _takers() -> Mapping[type, Callable[[Any], Any]]:
    """What takes a value of each kind apart."""
    return {kind: _taker(kind) for kind in _kinds()}


def _taker(kind: type[Any]) -> Callable[[Any], _Apart]:
    if issubclass(kind, Record):
        return lambda one: (kind, (one.__dict__, one.__pydantic_fields_set__, one.__pydantic_private__))
    if issubclass(kind, Enum):
        return lambda one: (kind, (one.value,))
    names = [each.name for each in fields(kind) if each.init]
    if len(names) == 1:
        return lambda one: (kind, (getattr(one, names[0]),))
    values = attrgetter(*names)
    return lambda one: (kind, values(one))


def _record(kind: type[Record], values: object, typed: object, private: object) -> Record:
    """A record as it was, without looking at its values again."""
    record = kind.__new__(kind)
    for name, value in (("dict", values), ("pydantic_fields_set", typed), ("pydantic_private", private)):
        object.__setattr__(record, f"__{name}__", value)
    object.__setattr__(record, "__pydantic_extra__", None)
    return record


def _kinds() -> Iterator[type[Any]]:
    """All kinds of data of the model: records, other frozen data, and enumerations."""
    for name, module in sorted(sys.modules.items()):
        if name.startswith(_HOMES):
            for kind in vars(module).values():
                if isinstance(kind, type) and kind.__module__ == name and _is_data(kind):
                    yield kind


def _is_data(kind: type) -> bool:
    return issubclass(kind, Record | Enum) or (is_dataclass(kind) and kind.__dataclass_params__.frozen)  # type: ignore[attr-defined]
