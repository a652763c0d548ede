"""A line added to the agenda of a meeting's file, everything else left as it was typed."""

import re

from govdocs.read.nodes import Mapping, Node, Scalar, Sequence
from govdocs.read.yaml_text import read_yaml

#: A node without its places, so that two readings of a file can be held against each other.
_Plain = str | tuple[object, ...]


def insert_entry(text: str, entry: str, path: str) -> str | None:
    """``text``, a meeting's file, with ``entry`` (a mapping in braces) as the last of its agenda.

    Line endings, comments and formatting stay as they are. The result is read again and compared: None where the file
    has no list of lines to add to, or where anything else than one entry more would come of it.
    """
    lines = text.splitlines(keepends=True)
    at = _where(text, lines, path)
    if at is None:
        return None
    position, lead = at
    ending = _ending(text)
    if position and not lines[position - 1].endswith(("\n", "\r")):
        lines[position - 1] += ending
    changed = "".join((*lines[:position], f"{lead}{entry}{ending}", *lines[position:]))
    return changed if _adds_only(text, changed, entry, path) else None


def _where(text: str, lines: list[str], path: str) -> tuple[int, str] | None:
    """Before which line the entry goes, and what stands before it: the dash of the entries above."""
    content = _read(text, path)
    agenda = content.get("agenda") if content else None
    if content is not None and agenda is None:
        return len(lines), f"agenda:{_ending(text)}  - "
    if not isinstance(agenda, Sequence) or not agenda.items:
        return None
    first = agenda.items[-1].place.line - 1
    match = re.match(r"( *)- +", lines[first])
    if match is None:
        return None
    end = first + 1
    for number, line in enumerate(lines[first + 1 :], start=first + 1):
        words = line.strip()
        inside = len(line) - len(line.lstrip(" ")) > len(match[1])
        if words and not inside and not words.startswith("#"):
            break
        if words and inside:
            end = number + 1
    return end, match[0]


def _ending(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _adds_only(before: str, after: str, entry: str, path: str) -> bool:
    old, new, added = _read(before, path), _read(after, path), _read(f"agenda: [{entry}]\n", path)
    if old is None or new is None or added is None:
        return False
    return _with_entry(old, added) == _plain(new)


def _with_entry(old: Mapping, added: Mapping) -> _Plain:
    """``old`` as it is to read with the entries of ``added``."""
    keys = {each.key.text: _plain(each.value) for each in old}
    more = _plain(added.entries[0].value)
    return tuple({**keys, "agenda": (*keys.get("agenda", ()), *more)}.items())


def _read(text: str, path: str) -> Mapping | None:
    """The file as nodes; None where it cannot be read without a finding."""
    file, found = read_yaml(text.replace("\r\n", "\n").removeprefix("\ufeff"), path)
    return file.content if file is not None and not found else None


def _plain(node: Node) -> _Plain:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return tuple(_plain(item) for item in node.items)
        case Mapping():
            return tuple((each.key.text, _plain(each.value)) for each in node)
