"""The fixed sentences of a body: text with names in braces that the composer fills in."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache
from string import Formatter
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from govdocs.model.complaints import refusal


class Names:
    """Marks ``Annotated[str, Names(...)]``: text that may hold these names in braces."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Text, and then the check of the names."""
        return core_schema.no_info_after_validator_function(self._validate, handler(source))

    def check(self, text: str, at: str = "") -> None:
        """Refuse a text with other names; ``at`` is the way to it from the record that is being built."""
        expected = "words with " + (", ".join(f"`{{{name}}}`" for name in self.names) or "no names in braces")
        try:
            used = names_in(text)
        except ValueError:
            hint = "close every brace; write two of them where one is to be printed"
            raise refusal(expected, hint, at=at) from None
        for name in used:
            if name not in self.names:
                close = get_close_matches(name, self.names, n=1)
                raise refusal(expected, f"write `{{{close[0]}}}`" if close else f"take out `{{{name}}}`", at=at)

    def _validate(self, text: str) -> str:
        self.check(text)
        return text


def names_in(pattern: str) -> tuple[str, ...]:
    """The names in braces, in order.

    Raises:
        ValueError: a brace is not closed, or something else than a name stands between two.
    """
    names: list[str] = []
    for _, name, form, conversion in Formatter().parse(pattern):
        if name is None:
            continue
        if form or conversion or not name.replace("_", "a").isalnum():
            raise ValueError(pattern)
        names.append(name)
    return tuple(names)


def fill(pattern: str, values: Mapping[str, str]) -> str:
    """``pattern`` with each name in braces replaced; a name without a value is left out."""
    parts: list[str] = []
    for words, name in _parsed(pattern):
        parts.append(words)
        if name is not None:
            parts.append(values.get(name, ""))
    return "".join(parts)


@lru_cache(maxsize=1024)
def _parsed(pattern: str) -> tuple[tuple[str, str | None], ...]:
    """Words, each with the name after them: a body has few patterns, which are filled very often."""
    return tuple((words, name) for words, name, _, _ in Formatter().parse(pattern))
