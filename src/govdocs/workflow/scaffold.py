"""New files for records, filled in from the package's scaffolds."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from string import Template

from govdocs.errors import CannotGoOnError
from govdocs.model.schema import schema_of
from govdocs.writing import discard_file, place_file, stage_file

#: Where the schemas lie: beside the cache, since they are made from the records and can be made again.
SCHEMAS = ".govdocs/schema"
#: Words that YAML leaves as they are: no sign that means something to it, and not the look of a number or a date.
_PLAIN = re.compile(r"[A-Za-z][\w .'’()/–-]*[\w.)]|[A-Za-z]")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: Words that YAML, or a reader of it, would take for something else than words.
_SPECIAL = {"yes", "no", "true", "false", "null", "none", "on", "off", "blank", "unknown", "n/a", "not-stated"}


@dataclass(frozen=True, slots=True)
class Added:
    """What was added: new files, lines added to others, what to know about them, and what to do next."""

    root: Path
    written: tuple[Path, ...]
    remarks: tuple[str, ...]
    next_step: str
    changed: tuple[tuple[Path, str], ...] = ()


def fill_scaffold(name: str, values: Mapping[str, str]) -> str:
    """The scaffold of that name with ``$keys`` replaced; values must be ready for their place (see ``as_yaml``)."""
    text = (resources.files("govdocs.workflow") / "scaffolds" / name).read_text(encoding="utf-8")
    return Template(text).substitute(values)


def with_schema(path: str, text: str) -> str:
    """``text`` with the line by which editors find its schema: the first line of YAML, or of a Markdown header."""
    name = schema_of(path)
    if name is None:
        return text
    schema = f"{'../' * path.count('/')}{SCHEMAS}/{name}.json"
    line = f"# yaml-language-server: $schema={schema}\n"
    return text.replace("---\n", f"---\n{line}", 1) if path.endswith(".md") else line + text


def as_yaml(words: str) -> str:
    """``words`` as one value of YAML, in quotes where they need them; also inside ``[ ]`` and ``{ }``."""
    if _PLAIN.fullmatch(words) and words.lower() not in _SPECIAL:
        return words
    return json.dumps(words, ensure_ascii=False)


def as_list(words: Sequence[str]) -> str:
    """``words`` as a list of YAML on one line."""
    return f"[{', '.join(as_yaml(word) for word in words)}]"


def make_slug(words: str) -> str:
    """An id from words: ``Anytown Town Council`` gives ``anytown-town-council``; empty where nothing is left."""
    whole = re.sub(r"['’]", "", words)  # St Anne's School: st-annes-school
    plain = unicodedata.normalize("NFKD", whole).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def require_slug(text: str, what: str) -> str:
    """``text`` if it can be an id.

    Raises:
        CannotGoOnError: it cannot; the hint proposes one that can.
    """
    if _SLUG.fullmatch(text):
        return text
    proposal = make_slug(text)
    raise CannotGoOnError(
        f"`{text}` cannot be the id of {what}; expected small letters, digits and hyphens",
        hint=f"use `{proposal}`" if proposal else "use an id such as `town-council`",
    )


def require_words(text: str, what: str) -> str:
    """``text`` on one line, without blanks at its ends.

    Raises:
        CannotGoOnError: nothing is left, or it has characters that no paper can print.
    """
    words = " ".join(text.split())
    if not words:
        raise CannotGoOnError(f"{what} is empty; expected some words", hint=f"type {what} between quotation marks")
    odd = next((sign for sign in words if unicodedata.category(sign) in {"Cc", "Cs", "Cn", "Co"}), None)
    if odd is not None:
        raise CannotGoOnError(
            f"{what} holds the character U+{ord(odd):04X}, which cannot be printed; expected words",
            hint="type it anew without that character",
        )
    return words


def put_new_files(root: Path, files: Mapping[str, str]) -> list[Path]:
    """Put files, by path below ``root``, that must not be there yet: all of them or none.

    Raises:
        CannotGoOnError: one of them is there already, or cannot be written; nothing is changed.
    """
    for name in files:
        require_no_file(root, name)
    return put_files(root, {name: with_schema(name, text).encode() for name, text in files.items()})


def require_no_file(root: Path, name: str) -> None:
    """See that nothing is at a path below ``root``.

    Raises:
        CannotGoOnError: there is.
    """
    if (root / name).exists() or (root / name).is_symlink():
        raise CannotGoOnError(
            f"{name} is there already; nothing was changed", hint="choose another name, or edit that file"
        )


def put_files(root: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Put files, by path below ``root``: all are written beside their places before the first is put there.

    Raises:
        CannotGoOnError: one of them cannot be written; nothing is changed.
    """
    staged: dict[Path, Path] = {}
    try:
        for name, content in files.items():
            staged[root / name] = stage_file(root / name, content)
        for path in list(staged):
            place_file(staged.pop(path), path)
    finally:
        for partial in staged.values():
            discard_file(partial)
    return [root / name for name in files]
