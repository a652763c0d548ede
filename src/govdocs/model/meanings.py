"""What the reference says of each key: its type in words, and its meaning from the source of the models."""

import ast
import inspect
import sys
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import PlainValidator
from pydantic.fields import FieldInfo

from govdocs.model import scalars
from govdocs.model.patterns import Names
from govdocs.model.record import Record
from govdocs.model.scalars import NothingToo
from govdocs.model.walking import reference_kind

_PARSED = {
    scalars.parse_slug: "an id",
    scalars.parse_field_name: "an id (underscores allowed)",
    scalars.parse_path: "an id, or ids with slashes",
    scalars.parse_name_or_slug: "an id or a printed name",
    scalars.parse_yes_no: "`yes` or `no`",
    scalars.parse_whole: "a whole number",
    scalars.parse_amount: "a number",
    scalars.parse_share: "a share such as `2/3` or `40%`",
    scalars.parse_day: "a date",
    scalars.parse_partial_date: "a date, month or year",
    scalars.parse_period: "a period such as `2018/19`",
    scalars.parse_time: "a time such as `13:30`",
}
_OWN_PARSERS = {
    "_paths": "a meeting, or a list of meetings",
    "_names": "an id or a printed name, or a list of them",
    "_one_or_several": "an id, or a list of which one is enough",
    "_dates": "a date, month or year, or a list of them",
    "_end": "a time, an item, `start`, `end` or `unknown`",
    "_answers": "answers by field",
    "_tokens": "groups of tokens",
}


def is_required(info: FieldInfo) -> bool:
    """Whether the key must be there."""
    return info.is_required()


def type_in_words(info: FieldInfo) -> str:
    """What a key holds, in words; records inside are linked."""
    words = _words(info.annotation, tuple(info.metadata))
    kind = reference_kind(info)
    return f"{words} ({_article(kind)})" if kind else words


def _article(kind: str) -> str:
    names = {
        "who": "person, group or office",
        "nominator": "person or organisation",
        "seat-or-constituency": "seat or constituency",
        "office-seat-or-constituency": "office, seat or constituency",
        "meeting-or-date": "meeting, or the date of one that is not here",
    }
    return names.get(kind, kind.replace("-", " "))


def _words(annotation: Any, marks: tuple[Any, ...] = ()) -> str:
    if hasattr(annotation, "__metadata__"):
        return _words(annotation.__origin__, (*annotation.__metadata__, *marks))
    parser = next((mark for mark in marks if isinstance(mark, PlainValidator)), None)
    if parser is not None:
        function: Any = parser.func
        return _PARSED.get(function) or _OWN_PARSERS[function.__name__]
    names = next((mark for mark in marks if isinstance(mark, Names)), None)
    if names is not None:
        return "text with " + ", ".join(f"`{{{name}}}`" for name in names.names)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _choice(inner, marks)
    if origin is Literal:
        return _listed(str(word) for word in inner)
    if origin is tuple:
        return f"list: {_words(inner[0])}"
    if origin is dict:
        return "words by language and key" if inner[0] is str else f"{_words(inner[1])}, by id"
    return _plain(annotation)


def _choice(inner: tuple[Any, ...], marks: tuple[Any, ...]) -> str:
    kinds = [kind for kind in inner if kind is not NoneType and not _is_words(kind)]
    enums = [kind for kind in inner if _is_words(kind)]
    rest = tuple(mark for mark in marks if not isinstance(mark, NothingToo))
    words = " or ".join(_words(kind, rest) for kind in kinds)
    if not enums or not kinds:
        return words or _listed(enums[0])
    allowed = next((mark.allowed for mark in marks if isinstance(mark, NothingToo)), tuple(enums[0]))
    return f"{words}; or {_listed(allowed)}"


def _is_words(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def _listed(words: Any) -> str:
    quoted = [f"`{word}`" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def _plain(annotation: Any) -> str:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return f"[{annotation.called}](#{anchor(annotation)})"
    if _is_words(annotation):
        return _listed(annotation)
    return {str: "text", date: "a date", Decimal: "a number", bool: "`yes` or `no`"}[annotation]


def anchor(kind: type[Record]) -> str:
    """The anchor of a record's section."""
    return title(kind).lower().replace("`", "").replace(" ", "-").replace(".", "").replace("'", "")


def title(kind: type[Record]) -> str:
    """The heading of a record's section: what it is called, without its article."""
    words = kind.called
    for article in ("an ", "a ", "the "):
        words = words.removeprefix(article)
    return words[:1].upper() + words[1:]


def meaning(kind: type[Record], name: str) -> str:
    """What a field means: the text under it in the source."""
    for parent in kind.__mro__:
        if issubclass(parent, Record) and name in (found := _texts(parent)):
            return found[name]
    return ""


@cache
def _texts(kind: type[Record]) -> dict[str, str]:
    """The text under each field of a class, by the field's name."""
    source = _classes(kind.__module__)[kind.__name__]
    texts: dict[str, str] = {}
    for field, below in zip(source.body, source.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
        ):
            texts[field.target.id] = " ".join(str(below.value.value).split())
    return texts


@cache
def _classes(module: str) -> dict[str, ast.ClassDef]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
