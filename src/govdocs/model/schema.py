"""JSON Schemas of the record files and headers, for editors: made from the models and from the repository's own ids.

They help with typing: names of keys, what they mean, and real ids of people, bodies and papers to choose from. What
they let pass `check` still finds.
"""

from collections.abc import Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import PlainValidator
from pydantic.fields import FieldInfo

from govdocs.model import scalars
from govdocs.model.index import Library
from govdocs.model.meanings import is_required, meaning
from govdocs.model.record import Record
from govdocs.model.reference import CHAPTERS
from govdocs.model.resolving import ids_of_kinds
from govdocs.model.scalars import NothingToo
from govdocs.model.walking import reference_kind

Schema = dict[str, Any]

_SLUG: Schema = {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$"}
#: What an editor may see where the record holds words: `2018` and `yes` are words too.
_WORDS: Schema = {"type": ["string", "number", "boolean"]}
_PARSED: Mapping[object, Schema] = {
    scalars.parse_slug: _SLUG,
    scalars.parse_field_name: {"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]*$"},
    scalars.parse_path: {"type": "string"},
    scalars.parse_name_or_slug: {"type": "string"},
    scalars.parse_yes_no: {"enum": ["yes", "no", True, False]},
    scalars.parse_whole: {"type": ["integer", "string"], "pattern": "^[0-9]+$"},
    scalars.parse_amount: {"type": ["number", "string"]},
    scalars.parse_share: {"type": ["number", "string"]},
    scalars.parse_day: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    scalars.parse_partial_date: {"type": ["string", "integer"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"},
    scalars.parse_period: {"type": ["string", "integer"]},
    scalars.parse_time: {"type": ["string", "number"], "pattern": "^[0-9]{1,2}:[0-9]{2}$"},
}
_PLAIN: Mapping[object, Schema] = {
    str: _WORDS,
    bool: _PARSED[scalars.parse_yes_no],
    Decimal: _PARSED[scalars.parse_amount],
    Fraction: _PARSED[scalars.parse_share],
    date: _PARSED[scalars.parse_day],
    time: _PARSED[scalars.parse_time],
}
_PRINTED: Schema = {"type": "string", "pattern": "[A-Z ]"}
#: What may stand where a reference stands: a name as printed, with a capital or a space; a meeting's date.
_ALSO: Mapping[str, Schema] = {
    **dict.fromkeys(("who", "person", "organisation", "nominator", "venue", "body"), _PRINTED),
    "meeting-or-date": _PARSED[scalars.parse_day],
}


def write_schemas(library: Library) -> dict[str, Schema]:
    """A schema for each kind of file, by its file name (``meeting.json``); for Markdown it is that of the header."""
    ids = ids_of_kinds(library)
    return {
        f"{schema_name(chapter.path)}.json": _Writer(ids).write(chapter.heading, chapter.kind) for chapter in CHAPTERS
    }


def schema_name(path: str) -> str:
    """The name of the schema of the files at ``path``: ``records/bodies/<body>.yaml`` has ``bodies``."""
    parts = path.rpartition(".")[0].split("/")
    return parts[-1] if "<" not in parts[-1] else parts[-2].strip("<>") if "<" not in parts[-2] else "data-set"


def schema_of(path: str) -> str | None:
    """The name of the schema of one file, such as ``records/bodies/council.yaml``; None for one that has no facts."""
    parts = path.split("/")
    if parts[-1].count(".") > 1:
        return None  # the same in another language: its header is a few words
    if parts[-1] == "paper.md":
        parts = [*parts[:-2], f"{parts[-2]}.md"]
    for chapter in CHAPTERS:
        pattern = chapter.path.split("/")
        same = (one in ("", other) for one, other in zip(map(_fixed, pattern), parts, strict=False))
        if len(pattern) == len(parts) and chapter.path.rpartition(".")[2] == path.rpartition(".")[2] and all(same):
            return schema_name(chapter.path)
    return None


def _fixed(part: str) -> str:
    """A part of a path that is always the same; empty where it is somebody's choice."""
    return "" if part.startswith("<") else part


class _Writer:
    """Writes one schema; records are definitions that the others point to."""

    def __init__(self, ids: Mapping[str, Sequence[str]]) -> None:
        self._ids = ids
        self._definitions: dict[str, Schema] = {}

    def write(self, heading: str, kind: type[Record]) -> Schema:
        root = self._record(kind)
        return {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": heading,
            **root,
            "definitions": dict(sorted(self._definitions.items())),
        }

    def _record(self, kind: type[Record]) -> Schema:
        """A pointer to the definition of a record, or what its short form stands for."""
        name = kind.__name__
        if name not in self._definitions:
            self._definitions[name] = {}  # a record may hold others of its own kind
            fields = kind.model_fields.items()
            properties = {info.alias or key: self._field(kind, key, info) for key, info in fields}
            required = [info.alias or key for key, info in fields if is_required(info)]
            self._definitions[name] = {
                "type": "object",
                "additionalProperties": False,
                "properties": properties,
                **({"required": required} if required else {}),
            }
        pointer: Schema = {"$ref": f"#/definitions/{name}"}
        if not kind.short_form:
            return pointer
        key, info = next(
            (key, info) for key, info in kind.model_fields.items() if (info.alias or key) == kind.short_form
        )
        return {"anyOf": [self._field(kind, key, info), pointer]}

    def _field(self, kind: type[Record], key: str, info: FieldInfo) -> Schema:
        schema = self._type(info.annotation, tuple(info.metadata), reference_kind(info))
        words = meaning(kind, key)
        return {**schema, "description": words} if words else schema

    def _type(self, annotation: Any, marks: tuple[Any, ...], refers: str) -> Schema:
        if hasattr(annotation, "__metadata__"):
            return self._type(annotation.__origin__, (*annotation.__metadata__, *marks), refers)
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin in (Union, UnionType):
            return self._choice(inner, marks, refers)
        parser = next((mark for mark in marks if isinstance(mark, PlainValidator)), None)
        if parser is not None:
            known = _PARSED.get(parser.func)
            one = self._reference(refers, known or {"type": "string"}) if refers else known
            if origin is tuple:
                return {"anyOf": [one or {}, {"type": "array", "items": one or {}}]}
            return one or {}
        if origin is Literal:
            return {"enum": list(inner)}
        if origin is tuple:
            return {"type": "array", "items": self._type(inner[0], (), refers)}
        if origin is dict:
            values = self._type(inner[1], (), refers)
            return {"type": "object", "additionalProperties": values}
        if isinstance(annotation, type) and issubclass(annotation, Record):
            return self._record(annotation)
        if isinstance(annotation, type) and issubclass(annotation, StrEnum):
            return {"enum": [word.value for word in annotation]}
        return _PLAIN.get(annotation, {})

    def _choice(self, inner: tuple[Any, ...], marks: tuple[Any, ...], refers: str) -> Schema:
        rest = tuple(mark for mark in marks if not isinstance(mark, NothingToo))
        nothing = next((mark for mark in marks if isinstance(mark, NothingToo)), None)
        choices: list[Schema] = []
        for kind in inner:
            if kind is NoneType:
                continue
            if nothing is not None and isinstance(kind, type) and issubclass(kind, StrEnum):
                choices.append({"enum": [word.value for word in nothing.allowed]})
            else:
                choices.append(self._type(kind, rest, refers))
        return choices[0] if len(choices) == 1 else {"anyOf": choices}

    def _reference(self, kind: str, otherwise: Schema) -> Schema:
        """The ids of that kind to choose from; a printed name where one may stand."""
        ids = list(self._ids.get(kind, ()))
        if not ids:
            return otherwise
        also = _ALSO.get(kind)
        return {"anyOf": [{"enum": ids}, also]} if also else {"enum": ids}
