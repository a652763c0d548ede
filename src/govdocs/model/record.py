"""What every record can do: say where it, and each of its values, was typed."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from types import UnionType
from typing import Any, ClassVar, Self, Union, get_args, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PlainValidator,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)

from govdocs.model.complaints import misfit
from govdocs.model.nodes_as_data import KeptMapping, Unknown, node_of
from govdocs.model.patterns import Names
from govdocs.places import Place
from govdocs.read.nodes import Mapping, Node, Prose, RecordBlock, Sequence

_NO_NODE = Mapping((), Place(""))
_NEVER_PRINTED = ("note", "id", "language")


class Record(BaseModel):
    """Typed facts that remember the node they were built from.

    A field's name is its key, without the underscore that keeps it apart from a word of Python (``from_``).
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, alias_generator=lambda name: name.rstrip("_")
    )

    called: ClassVar[str] = "this record"
    """What a secretary calls such a record, with its article: it stands in findings."""

    short_form: ClassVar[str] = ""
    """The key that a single word in place of the whole mapping stands for."""

    note: str = Field(default="", repr=False)
    """A remark for editors; never printed."""

    _node: Node | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_node(cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        node = node_of(data)
        if isinstance(data, str) and cls.short_form:
            data = {cls.short_form: data}
        elif isinstance(data, KeptMapping) and isinstance(info.context, Unknown):
            data = info.context.without_unknown(data, cls)
        record = handler(data)
        if node is not None:
            record._node = node  # noqa: SLF001 (its own class)
        return record

    @model_validator(mode="after")
    def _translates_words(self) -> Self:
        """Translations stand for words of this record, and hold the names in braces that these may hold."""
        for language, words in getattr(self, "translations", {}).items():
            known = words_of(type(self))
            for key, text in words.items():
                at = f"translations.{language}.{key}"
                if key not in known:
                    names = ", ".join(f"`{name}`" for name in known)
                    message = f"the words `{key}` are translated, and {self.called} has no such words"
                    raise misfit(f"{message}; expected {names}", f"choose one of {names}", problem="unknown-key", at=at)
                for mark in known[key]:
                    mark.check(text, at)
        return self

    @classmethod
    def key_names(cls) -> tuple[str, ...]:
        """The keys that such a record may have."""
        return _keys(cls)

    @property
    def node(self) -> Node:
        """What the record was built from."""
        return kept(self, "_node") or _NO_NODE

    def place(self, *steps: str | int) -> Place:
        """Where the value at ``steps`` was typed: keys, and positions in lists from 0; without steps the record.

        Where a key is not there it is the place of the last step that is: findings about something missing point at
        what it is missing from.
        """
        return place_in(self.node, steps)

    def key_place(self, *steps: str | int) -> Place:
        """Where the key that ends ``steps`` was typed; else as ``place``."""
        above = descend(self.node, steps[:-1])
        if steps and isinstance(above, Mapping):
            return above.key_place(str(steps[-1])) or above.place
        return place_in(self.node, steps)

    def has(self, key: str) -> bool:
        """Whether ``key`` was typed."""
        node = kept(self, "_node")
        return isinstance(node, Mapping) and node.get(key) is not None


def kept(record: Record, name: str) -> Any:
    """What a record keeps under a private name.

    It is asked for very often, and the way there that pydantic offers takes ten times as long.
    """
    private = record.__pydantic_private__
    return private[name] if private else None


@cache
def _field_names(kind: type[Record]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


@cache
def _keys(kind: type[Record]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in kind.model_fields.items())


@cache
def words_of(kind: type[Record]) -> dict[str, tuple[Names, ...]]:
    """The keys of a kind of record that hold words for readers, each with the names in braces that it may hold."""
    found = {}
    for name, field in kind.model_fields.items():
        union = get_origin(field.annotation) in (Union, UnionType)
        holds_text = str in (get_args(field.annotation) if union else (field.annotation,))
        is_parsed = any(isinstance(mark, PlainValidator) for mark in field.metadata)
        if name not in _NEVER_PRINTED and holds_text and not is_parsed:
            found[field.alias or name] = tuple(mark for mark in field.metadata if isinstance(mark, Names))
    return found


class Block(Record):
    """A record block in a Markdown body: its facts, and the words after its line ``---``."""

    fence_word: ClassVar[str] = ""
    """The word after the opening fence."""

    _source: RecordBlock | None = PrivateAttr(default=None)

    @property
    def fence(self) -> Place:
        """Where the block begins."""
        source: RecordBlock | None = kept(self, "_source")
        return source.place if source is not None else self.node.place

    @property
    def prose(self) -> Prose | None:
        """The words after the line ``---``, or None where there are none."""
        source: RecordBlock | None = kept(self, "_source")
        return source.words if source is not None else None

    def place(self, *steps: str | int) -> Place:
        """As ``Record.place``; the block itself is at its opening fence."""
        return place_in(self.node, steps) if steps and descend(self.node, steps[:1]) is not None else self.fence

    @property
    def lacks(self) -> str:
        """What the block cannot do without and does not have, in words; empty where it is complete."""
        return ""

    @property
    def has_words(self) -> bool:
        """Whether there are words after the line ``---``."""
        return self.prose is not None and bool(self.prose.text.strip())

    def without_words(self) -> Self:
        """The block without the words after the line ``---``, for readers who may not see them."""
        copy = self.model_copy()
        return copy if self._source is None else copy.set_source(replace(self._source, words=None))

    def with_words(self, words: Prose) -> Self:
        """The block with other words after the line ``---``."""
        copy = self.model_copy()
        return copy if self._source is None else copy.set_source(replace(self._source, words=words))

    def set_source(self, source: RecordBlock) -> Self:
        """Remember the block that the facts came from; called once, by the builder."""
        self._source = source
        return self


def descend(node: Node | None, steps: tuple[str | int, ...]) -> Node | None:
    """The node at ``steps``, or None."""
    for step in steps:
        match node:
            case Mapping():
                node = node.get(str(step))
            case Sequence() if isinstance(step, int) and 0 <= step < len(node.items):
                node = node.items[step]
            case _:
                return None
    return node


def place_in(node: Node, steps: tuple[str | int, ...]) -> Place:
    """The place of the node at ``steps``, or of the nearest one above it that is there."""
    for length in range(len(steps), -1, -1):
        if (found := descend(node, steps[:length])) is not None:
            return found.place
    return node.place


def records_in(value: object) -> Iterator[Record]:
    """All records inside a field's value, each one before those inside it."""
    if isinstance(value, Record):
        yield value
        for name in _field_names(type(value)):
            yield from records_in(getattr(value, name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from records_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from records_in(item)
