"""YAML events to nodes: every scalar as typed, with its place."""

import bisect
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from govdocs.places import Place
from govdocs.read.findings import Findings
from govdocs.read.limits import Limits
from govdocs.read.nodes import Entry, Mapping, Node, Scalar, Sequence
from govdocs.read.yaml_refusals import NOTHING, ODD_KEYS, Refusals

# The base loaders resolve nothing: `13:30` and `no` stay text. The C one is 15 times as fast, where it is installed.
LOADER: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_SCALAR = yaml.ScalarEvent


@dataclass(slots=True)
class _Open:
    """A mapping or a list whose end has not come yet.

    ``keep`` is False where the value that comes belongs to a refused key; ``before`` is the last scalar and where it
    ended; ``is_key`` marks a mapping or a list that stands in place of a key.
    """

    place: Place
    flow: bool
    is_mapping: bool
    is_key: bool
    entries: list[Entry] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    seen: dict[str, Place] = field(default_factory=dict)
    key: Scalar | None = None
    key_end: int = 0
    keep: bool = True
    before: tuple[str, int] | None = None


class _TooMuchError(Exception):
    """A limit was reached; the finding is noted."""


class TreeBuilder:
    """Builds the nodes of one YAML text.

    ``first`` is the place of the text's first character in its file. After ``build``, ``refusals`` knows the lines
    with a missing value.
    """

    def __init__(self, text: str, first: Place, findings: Findings, limits: Limits) -> None:
        self._text = text
        self._path = first.path
        self._line = first.line
        self._limits = limits
        self._open: list[_Open] = []
        self._values = 0
        self._documents = 0
        self._root: Node | None = None
        self._keep_spans = "#" in text
        self._question_marks = "?" in text
        self._spans: list[tuple[int, int]] = []
        self.refusals = Refusals(text, first, findings, limits)

    def build(self) -> Node | None:
        """The top node, or None where there is none or a limit was reached.

        Raises:
            yaml.YAMLError: the text is not YAML; what was found before is in the findings.
        """
        try:
            self._take(yaml.parse(self._text, Loader=LOADER))
        except _TooMuchError:
            return None
        return self._root

    def covered(self, index: int) -> int | None:
        """Where the scalar that covers the character at ``index`` ends, or None."""
        at = bisect.bisect_right(self._spans, (index, len(self._text) + 1)) - 1
        if at >= 0 and self._spans[at][0] <= index < self._spans[at][1]:
            return self._spans[at][1]
        return None

    def _take(self, events: Iterable[Any]) -> None:
        for event in events:
            kind = type(event)
            if kind is _SCALAR:
                # Nine of ten nodes are plain keys and values in lines of their own: they take the short way.
                if event.style or event.anchor is not None or event.tag is not None:
                    self._scalar(event)
                else:
                    self._plain(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._start(event, is_mapping=kind is yaml.MappingStartEvent)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._end()
            elif kind is yaml.AliasEvent:
                self._alias(event)
            elif kind is yaml.DocumentStartEvent and self._another_document(event):
                return

    def _counted_place(self, mark: Any) -> Place:
        place = Place(self._path, self._line + mark.line, mark.column + 1)
        self._values += 1
        if self._values > self._limits.values:
            self.refusals.too_many_values(place)
            raise _TooMuchError
        return place

    def _plain(self, event: Any) -> None:
        """A scalar without quotation marks, anchor or tag."""
        mark, text = event.start_mark, event.value
        place = self._counted_place(mark)
        if self._keep_spans:
            self._spans.append((mark.index, event.end_mark.index))
        if event.end_mark.line != mark.line:
            self.refusals.folded_list(self._text[mark.index : event.end_mark.index], place)
        frame = self._open[-1] if self._open else None
        if frame is None:
            self._root = Scalar(text, place)
        elif frame.is_mapping and frame.key is None:
            if frame.flow or text in frame.seen or text in ODD_KEYS or self._question_marks:
                self._key(frame, Scalar(text, place), event)
            else:
                frame.key, frame.keep = Scalar(text, place), True
                frame.seen[text] = place
        elif text in NOTHING:
            self._empty(frame, text, place)
        else:
            if frame.flow:
                if frame.before is not None and frame.before[1] + 1 == mark.index:
                    self.refusals.split_number(frame.before[0], text, place)
                frame.before = (text, event.end_mark.index)
            elif frame.key is not None and frame.key.place.line != place.line:
                self.refusals.tight_value(text, place)
            self._put(Scalar(text, place))

    def _scalar(self, event: Any) -> None:
        """A scalar of any other kind."""
        text, style = event.value, event.style
        place = self._counted_place(event.start_mark)
        self._spans.append((event.start_mark.index, event.end_mark.index))
        self.refusals.properties(event.anchor, event.tag, place)
        frame = self._open[-1] if self._open else None
        if frame is not None and frame.is_mapping and frame.key is None:
            self._key(frame, Scalar(text, place, bool(style)), event)
        elif style in ("'", '"'):
            if style == '"':
                self.refusals.escapes(text, place)
            self._put(Scalar(text, place, quoted=True))
        elif not text or (not style and text in NOTHING):
            self._empty(frame, text, place)
        elif style:
            self._put(Scalar(text, self._first_line_of_block(event.start_mark), quoted=True))
        else:
            self._put(Scalar(text, place))

    def _key(self, frame: _Open, key: Scalar, event: Any) -> None:
        start = event.start_mark.index
        frame.key, frame.key_end = key, event.end_mark.index
        frame.keep = self.refusals.key(key, frame.seen.get(key.text), start)
        frame.seen.setdefault(key.text, key.place)
        if (
            frame.before is not None
            and frame.before[1] + 1 == start
            and self.refusals.split_number(frame.before[0], key.text, key.place)
        ):
            frame.keep = False

    def _empty(self, frame: _Open | None, text: str, place: Place) -> None:
        """A value that is missing; its key or item is left out of the tree."""
        if frame is None:
            return
        key = frame.key
        if key is None:
            self.refusals.empty_value(None, text, place)
        elif frame.keep and not frame.is_key:
            colon = self._text[frame.key_end : frame.key_end + 40].lstrip()[:1] == ":"
            if frame.flow and not text and not colon:
                self.refusals.key_without_value(key, frame.before and frame.before[0])
            else:
                self.refusals.empty_value(key, text, place)
        frame.key = None

    def _first_line_of_block(self, start: Any) -> Place:
        """The place of the text under ``|`` or ``>``: its first line, at its indentation."""
        line = self._text.find("\n", start.index) + 1
        at = line
        while self._text[at : at + 1] in (" ", "\n"):
            at += 1
        column = at - self._text.rfind("\n", 0, at)
        return Place(self._path, self._line + start.line + 1, column)

    def _start(self, event: Any, *, is_mapping: bool) -> None:
        place = self._counted_place(event.start_mark)
        if event.anchor is not None or event.tag is not None:
            self.refusals.properties(event.anchor, event.tag, place)
        elif event.flow_style and is_mapping and self._text[event.start_mark.index] != "{":
            self.refusals.pair_in_list(place)
        if len(self._open) >= self._limits.nesting:
            self.refusals.too_deep(place)
            raise _TooMuchError
        is_key = self._awaits_key()
        if is_key:
            self.refusals.key_not_plain("a list or a mapping stands in place of a key", place)
        self._open.append(_Open(place, bool(event.flow_style), is_mapping, is_key))

    def _end(self) -> None:
        done = self._open.pop()
        if done.is_key:
            self._open[-1].key, self._open[-1].keep = Scalar("", done.place), False
        elif done.is_mapping:
            self._put(Mapping(tuple(done.entries), done.place))
        else:
            self._put(Sequence(tuple(done.items), done.place))

    def _put(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        frame = self._open[-1]
        if not frame.is_mapping:
            frame.items.append(node)
            return
        if frame.key is not None and frame.keep:
            frame.entries.append(Entry(frame.key, node))
        frame.key = None

    def _awaits_key(self) -> bool:
        """Whether the next node is a key."""
        return bool(self._open) and self._open[-1].is_mapping and self._open[-1].key is None

    def _alias(self, event: Any) -> None:
        place = self._counted_place(event.start_mark)
        self.refusals.anchor(f"*{event.anchor}", place)
        text = Scalar(f"*{event.anchor}", place)
        if self._awaits_key():
            self._open[-1].key, self._open[-1].keep = text, False
        else:
            self._put(text)

    def _another_document(self, event: Any) -> bool:
        """Whether this is not the first document, which ends the reading."""
        self._documents += 1
        place = Place(self._path, self._line + event.start_mark.line, event.start_mark.column + 1)
        if event.version or event.tags:
            self.refusals.directive(place)
        if self._documents == 1:
            return False
        self.refusals.second_document(place)
        return True
