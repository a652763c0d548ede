"""A record in another language: words that have a translation are replaced, all else stays."""

from functools import cache
from typing import Any, TypeVar

from govdocs.model.record import Record, words_of

R = TypeVar("R", bound=Record)


def spoken(record: R, language: str) -> R:
    """``record``, and the records in it, with the words that are translated into ``language``."""
    update: dict[str, Any] = {}
    for name in _holding_records(type(record)):
        before = getattr(record, name)
        after = _spoken(before, language)
        if after is not before:
            update[name] = after
    names = {info.alias or name: name for name, info in type(record).model_fields.items()}
    words = getattr(record, "translations", {}).get(language, {})
    update.update({names[key]: text for key, text in words.items() if key in words_of(type(record))})
    return record.model_copy(update=update) if update else record


def _spoken(value: object, language: str) -> object:
    """A field's value: itself where nothing in it is translated."""
    if isinstance(value, Record):
        return spoken(value, language)
    if isinstance(value, tuple):
        items = tuple(_spoken(item, language) for item in value)
        return items if any(after is not before for after, before in zip(items, value, strict=True)) else value
    if isinstance(value, dict):
        entries = {key: _spoken(item, language) for key, item in value.items()}
        return entries if any(entries[key] is not value[key] for key in value) else value
    return value


@cache
def _holding_records(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in kind.model_fields if name not in ("note", "translations"))
