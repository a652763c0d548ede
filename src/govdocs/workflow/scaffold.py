"""New files for records, filled in from the package's scaffolds."""

import json
import re
import unicodedata
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from string import Template

from govdocs.errors import CannotGoOnError
from govdocs.writing import put_file

#: Words that YAML leaves as they are: no sign that means something to it, and not the look of a number or a date.
_PLAIN = re.compile(r"[A-Za-z][\w .,'’()/–-]*[\w.)]|[A-Za-z]")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: Words that YAML, or a reader of it, would take for something else than words.
_SPECIAL = {"yes", "no", "true", "false", "null", "none", "on", "off", "blank", "unknown"}


def fill_scaffold(name: str, values: Mapping[str, str]) -> str:
    """The scaffold of that name with ``$keys`` replaced; values must be ready for their place (see ``as_yaml``)."""
    text = (resources.files("govdocs.workflow") / "scaffolds" / name).read_text(encoding="utf-8")
    return Template(text).substitute(values)


def as_yaml(words: str) -> str:
    """``words`` as one value of YAML, in quotes where they need them."""
    if _PLAIN.fullmatch(words) and words.lower() not in _SPECIAL and ": " not in words and ", " not in words:
        return words
    return json.dumps(words, ensure_ascii=False)


def make_slug(words: str) -> str:
    """An id from words: ``Anytown Town Council`` gives ``anytown-town-council``; empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
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


def put_new_files(root: Path, files: Mapping[str, str]) -> list[Path]:
    """Put files, by path below ``root``, that must not be there yet.

    Raises:
        CannotGoOnError: one of them is there already (nothing is written), or cannot be written.
    """
    for name in files:
        if (root / name).exists():
            raise CannotGoOnError(
                f"{name} is there already; nothing was changed", hint="choose another name, or edit that file"
            )
    for name, text in files.items():
        put_file(root / name, text.encode())
    return [root / name for name in files]
