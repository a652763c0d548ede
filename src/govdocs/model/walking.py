"""Walking through records: every id that names another record, with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from pydantic.fields import FieldInfo

from govdocs.model.record import Block, Record
from govdocs.model.scalars import Refers
from govdocs.places import Place


@dataclass(frozen=True, slots=True)
class Reference:
    """An id that names another record: what kind, the id as typed, where, and which record holds it."""

    kind: str
    name: str
    place: Place
    holder: Record

    @property
    def subject(self) -> str:
        """What a waiver calls the record that holds it: kind and id; empty where it has none."""
        own = str(getattr(self.holder, "id", "") or "")
        if isinstance(self.holder, Block):
            return f"{self.holder.fence_word} {own}".strip()
        return f"{self.holder.called.rpartition(' ')[2]} {own}" if own else ""


def references_in(record: Record) -> Iterator[Reference]:
    """All references in a record and the records inside it, in the order of the fields."""
    for name, key, kind in _fields(type(record)):
        value = getattr(record, name)
        if kind:
            yield from _references(record, kind, value, (key,))
        else:
            yield from _inside(value)


def _inside(value: object) -> Iterator[Reference]:
    if isinstance(value, Record):
        yield from references_in(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _inside(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _inside(item)


def _references(record: Record, kind: str, value: object, steps: tuple[str | int, ...]) -> Iterator[Reference]:
    if type(value) is str:
        yield Reference(kind, value, record.place(*steps), record)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _references(record, kind, item, (*steps, position))


@cache
def _fields(kind: type[Record]) -> tuple[tuple[str, str, str], ...]:
    """Name, key and kind of reference (empty for none) of the fields that can hold references."""
    return tuple(
        (name, info.alias or name, reference_kind(info))
        for name, info in kind.model_fields.items()
        if reference_kind(info) or _holds_records(info.annotation)
    )


def reference_kind(info: FieldInfo) -> str:
    """The kind of record that a field's ids name; empty for none."""
    return next((mark.kind for mark in (*info.metadata, *_marks(info.annotation)) if isinstance(mark, Refers)), "")


def _marks(annotation: Any) -> Iterator[object]:
    """What an annotation, and everything inside it, is marked with."""
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _marks(inner)


def _holds_records(annotation: Any) -> bool:
    if isinstance(annotation, type) and not get_args(annotation):
        return issubclass(annotation, Record)
    return any(_holds_records(inner) for inner in get_args(annotation))
