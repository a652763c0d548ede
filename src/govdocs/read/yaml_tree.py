"""YAML events to nodes: every scalar as typed, every trap of the language refused."""

import bisect
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from govdocs.diagnostics import Related
from govdocs.places import Place
from govdocs.read import problems
from govdocs.read.characters import CONTROL, shown
from govdocs.read.findings import Findings
from govdocs.read.limits import Limits
from govdocs.read.nodes import Entry, Mapping, Node, Scalar, Sequence

# The base loaders resolve nothing: `13:30` and `no` stay text. The C one is 15 times as fast, where it is installed.
LOADER: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NOTHING = frozenset({"~", "null", "Null", "NULL"})
_SWITCHES = frozenset({"on", "off", "yes", "no"})
_THOUSANDS = re.compile(r"\D{0,4}\d{1,3}")
_REST_OF_NUMBER = re.compile(r"\d{3}(?!\d)")


@dataclass(slots=True)
class _Open:
    """A mapping or a list whose end has not come yet."""

    place: Place
    flow: bool
    is_mapping: bool
    entries: list[Entry] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    seen: dict[str, Place] = field(default_factory=dict)
    key: Scalar | None = None
    key_end: int = 0
    keep: bool = True
    before: tuple[str, int] = ("", -1)


class _TooMuchError(Exception):
    """A limit was reached; the finding is noted."""


class TreeBuilder:
    """Builds the nodes of one YAML text.

    ``first`` is the place of the text's first character in its file. After ``build`` the attribute ``spans`` holds the
    half-open ranges of characters that scalars cover, in order, and ``empty_lines`` the lines with a missing value.
    """

    def __init__(self, text: str, first: Place, findings: Findings, limits: Limits) -> None:
        self._text = text
        self._path = first.path
        self._line = first.line
        self._findings = findings
        self._limits = limits
        self._open: list[_Open] = []
        self._values = 0
        self._documents = 0
        self.root: Node | None = None
        self.spans: list[tuple[int, int]] = []
        self.empty_lines: set[int] = set()

    def build(self) -> Node | None:
        """The top node, or None where there is none or a limit was reached.

        Raises:
            yaml.YAMLError: the text is not YAML; what was found before is in the findings.
        """
        try:
            self._take(yaml.parse(self._text, Loader=LOADER))
        except _TooMuchError:
            return None
        return self.root

    def covered(self, index: int) -> int | None:
        """Where the scalar that covers the character at ``index`` ends, or None."""
        at = bisect.bisect_right(self.spans, (index, len(self._text) + 1)) - 1
        if at >= 0 and self.spans[at][0] <= index < self.spans[at][1]:
            return self.spans[at][1]
        return None

    def _take(self, events: Iterable[Any]) -> None:
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._start(event, is_mapping=kind is yaml.MappingStartEvent)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._end()
            elif kind is yaml.AliasEvent:
                self._alias(event)
            elif kind is yaml.DocumentStartEvent and self._another_document(event):
                return

    def _place(self, mark: Any) -> Place:
        return Place(self._path, self._line + mark.line, mark.column + 1)

    def _count(self, place: Place) -> None:
        self._values += 1
        if self._values > self._limits.values:
            self._findings.add(
                problems.TOO_MANY_VALUES,
                f"more than {self._limits.values} values in one file",
                place,
                "split the file, or keep the rows in a CSV file",
            )
            raise _TooMuchError

    def _scalar(self, event: Any) -> None:
        start, end, text, style = event.start_mark, event.end_mark, event.value, event.style
        place = self._place(start)
        self._count(place)
        self.spans.append((start.index, end.index))
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, place)
        if style == '"' and CONTROL.search(text):
            self._refuse_control(text, place)
        if style in ("|", ">"):
            place = self._first_line_of_block(start)
        frame = self._open[-1] if self._open else None
        if frame is not None and frame.is_mapping and frame.key is None:
            self._key(frame, Scalar(text, place, bool(style)), start.index, end.index)
            return
        if style in ("'", '"') or (text and (style or text not in _NOTHING)):
            if frame is not None and frame.flow and not style:
                self._look_for_split_number(frame, text, place, start.index, end.index)
            self._put(Scalar(text, place, bool(style)))
            return
        self._empty(frame, text, self._place(start))

    def _look_for_split_number(self, frame: _Open, text: str, place: Place, start: int, end: int) -> None:
        before, before_end = frame.before
        frame.before = (text, end)
        if before_end + 1 == start and _THOUSANDS.fullmatch(before) and _REST_OF_NUMBER.match(text):
            self._split_number(before, text, place)

    def _split_number(self, before: str, text: str, place: Place) -> None:
        self._findings.add(
            problems.NUMBER_SPLIT,
            f"the comma splits `{before},{text}` into two values, `{before}` and `{text}`; expected one number",
            Place(place.path, place.line, max(1, place.column - len(before) - 1)),
            f'write `"{before},{text}"` with quotation marks, or put a space after the comma if two values are meant',
            length=len(before) + len(text) + 1,
        )

    def _key(self, frame: _Open, key: Scalar, start: int, end: int) -> None:
        frame.key, frame.key_end, frame.keep = key, end, True
        name = key.text
        first = frame.seen.get(name)
        if not name:
            self._bad_key(frame, "a value without a key in front of its colon", key.place)
        elif name == "<<" and not key.quoted:
            self._findings.add(
                problems.YAML_ANCHOR,
                "`<<` merges another mapping; expected the keys themselves",
                key.place,
                "write the keys and values out in full",
                length=2,
            )
            frame.keep = False
        elif first is not None:
            self._duplicate(frame, key, first)
        elif name.lower() in _SWITCHES:
            self._findings.add(
                problems.KEY_NAMED_YES_OR_NO,
                f"the key `{name}` means true or false to many programs; expected another name",
                key.place,
                "choose a word that says what is meant, such as `agreed` or `from`",
                length=len(name),
            )
        frame.seen.setdefault(name, key.place)
        if frame.flow and not key.quoted:
            before, before_end = frame.before
            if before_end + 1 == start and _THOUSANDS.fullmatch(before) and _REST_OF_NUMBER.match(name):
                self._split_number(before, name, key.place)
                frame.keep = False

    def _duplicate(self, frame: _Open, key: Scalar, first: Place) -> None:
        self._findings.add(
            problems.DUPLICATE_KEY,
            f"the key `{shown(key.text)}` is here a second time; expected each key once",
            key.place,
            "delete one of the two, or join their values",
            related=(Related(first, f"`{shown(key.text)}` is here first"),),
            length=len(key.text),
        )
        frame.keep = False

    def _bad_key(self, frame: _Open, what: str, place: Place) -> None:
        self._findings.add(
            problems.KEY_NOT_PLAIN,
            f"{what}; expected `key: value` with a plain word as the key",
            place,
            "write the key as a plain word; put text that begins with `{`, `[`, `?` or `:` in quotation marks",
        )
        frame.keep = False

    def _empty(self, frame: _Open | None, text: str, place: Place) -> None:
        if frame is None:
            return
        key = frame.key
        if not frame.is_mapping or key is None:
            self._empty_value("an item of this list", text, place)
        elif not frame.keep:
            pass
        elif frame.flow and not text and self._text[frame.key_end : frame.key_end + 40].lstrip()[:1] != ":":
            self._without_value(frame, key)
        else:
            self._empty_value(f"the key `{shown(key.text)}`", text, key.place)
        frame.key = None

    def _without_value(self, frame: _Open, key: Scalar) -> None:
        if frame.before[1] >= 0:
            hint = f'write `"{shown(frame.before[0])}, {shown(key.text)}"` with quotation marks if it is one text'
        else:
            hint = "write `key: value` with a space after the colon"
        self._findings.add(
            problems.KEY_WITHOUT_VALUE,
            f"inside {{ }} the comma makes `{shown(key.text)}` a key without a value; expected `key: value`",
            key.place,
            hint,
            length=len(key.text),
        )

    def _empty_value(self, what: str, text: str, place: Place) -> None:
        self.empty_lines.add(place.line)
        line = self._text_of_line(place.line)
        cut = line.find("#", place.column - 1)
        found = f"has the value `{text}`, which stands for nothing" if text else "has no value"
        hint = "type a value, or delete the key; a field that is left open on purpose is `blank`, `none` or `unknown`"
        if not text and cut >= 0:
            found = f"has no value, because `{shown(line[cut:])}` is a comment"
            hint = f'put the value in quotation marks: `"{shown(line[cut:])}"`; or type a value in front of the comment'
        self._findings.add(problems.EMPTY_VALUE, f"{what} {found}; expected a value", place, hint)

    def _text_of_line(self, line: int) -> str:
        lines = self._text.split("\n", line - self._line + 1)
        return lines[line - self._line]

    def _first_line_of_block(self, start: Any) -> Place:
        """The place of the text under ``|`` or ``>``: its first line, at its indentation."""
        below = self._text.find("\n", start.index) + 1
        line = below
        while line and (end := self._text.find("\n", line)) >= 0 and not self._text[line:end].strip(" "):
            line = end + 1
        rest = self._text[line : line + 200]
        return Place(self._path, self._line + start.line + 1, len(rest) - len(rest.lstrip(" ")) + 1)

    def _start(self, event: Any, *, is_mapping: bool) -> None:
        place = self._place(event.start_mark)
        self._count(place)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, place)
        flow = bool(event.flow_style)
        if flow and is_mapping and self._text[event.start_mark.index] != "{" and event.tag is event.anchor is None:
            self._findings.add(
                problems.PAIR_IN_LIST,
                "a colon and a space inside [ ] make a key and a value; expected a value",
                place,
                'put text with a colon in quotation marks: `["Finance: month 10"]`; write a pair as `{key: value}`',
            )
        if len(self._open) >= self._limits.nesting:
            self._findings.add(
                problems.TOO_MANY_VALUES,
                f"values nested more than {self._limits.nesting} deep",
                place,
                "flatten the lists and mappings here; no record needs this many levels",
            )
            raise _TooMuchError
        self._open.append(_Open(place, flow, is_mapping))

    def _end(self) -> None:
        done = self._open.pop()
        node: Node = (
            Mapping(tuple(done.entries), done.place) if done.is_mapping else Sequence(tuple(done.items), done.place)
        )
        frame = self._open[-1] if self._open else None
        if frame is not None and frame.is_mapping and frame.key is None:
            frame.key = Scalar("", done.place)
            self._bad_key(frame, "a list or a mapping in place of a key", done.place)
            return
        self._put(node)

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        frame = self._open[-1]
        if not frame.is_mapping:
            frame.items.append(node)
            return
        if frame.key is not None and frame.keep:
            frame.entries.append(Entry(frame.key, node))
        frame.key = None

    def _alias(self, event: Any) -> None:
        place = self._place(event.start_mark)
        self._count(place)
        self._refuse_anchor(f"*{event.anchor}", place)
        frame = self._open[-1] if self._open else None
        text = Scalar(f"*{event.anchor}", place)
        if frame is not None and frame.is_mapping and frame.key is None:
            frame.key, frame.keep = text, False
            return
        self._put(text)

    def _refuse_properties(self, event: Any, place: Place) -> None:
        if event.anchor is not None:
            self._refuse_anchor(f"&{event.anchor}", place)
        if event.tag is not None:
            self._findings.add(
                problems.YAML_TAG,
                "the `!` makes this a YAML tag; expected a plain value",
                place,
                "put text that begins with `!` in quotation marks, or delete the tag",
            )

    def _refuse_anchor(self, name: str, place: Place) -> None:
        self._findings.add(
            problems.YAML_ANCHOR,
            f"`{shown(name)}` is a YAML {'anchor' if name[0] == '&' else 'alias'}; expected the value itself",
            place,
            f"put text that begins with `{name[0]}` in quotation marks, or write the value out in full",
            length=len(name),
        )

    def _refuse_control(self, text: str, place: Place) -> None:
        found = CONTROL.search(text)
        code = ord(found.group()) if found else 0
        self._findings.add(
            problems.CONTROL_CHARACTER,
            f"the escape in this text stands for the control character U+{code:04X}; expected printable text",
            place,
            "delete the escape; inside double quotation marks write `\\\\` for a backslash",
        )

    def _another_document(self, event: Any) -> bool:
        self._documents += 1
        place = self._place(event.start_mark)
        if event.version or event.tags:
            self._findings.add(
                problems.YAML_DIRECTIVE,
                "a line that begins with `%` is an instruction to YAML; expected keys and values",
                place,
                "delete the line, or put text that begins with `%` in quotation marks",
            )
        if self._documents == 1:
            return False
        self._findings.add(
            problems.SECOND_DOCUMENT,
            "`---` begins a second document; expected one in each file",
            place,
            "delete the line `---`, or move what follows into a file of its own",
            length=3,
        )
        return True
