"""Automatic numbers whose labels are those of the tree, also where Word's own counting would give another.

A sequence of numbers becomes a multi-level list in Word. Word counts by itself: the next item is one more, an inner
level begins again after an outer item. As long as that gives the tree's label, items join the list; where it would not
(3.12 is followed by 3.14, a section begins at .0 and the next at .1), a fresh list begins whose levels start where the
tree says. Only behaviour on which Word and LibreOffice agree is relied on: an outer level that no item has stood at
counts as its start value, and is never counted on from there.
"""

import re
from dataclasses import dataclass, field, replace

from govdocs.compose.blocks import Counter, Number
from govdocs.write.docx.lengths import point_twips
from govdocs.write.docx.markup import DECLARATION, NAMESPACES, quote
from govdocs.write.font_widths import text_width

LEVELS = 9
"""The depth of a list in Word."""

BULLETS = 1
"""The list of ordinary bullets; the lists of other bulleted styles follow it."""

_LARGEST_START = 32767
_LARGEST_ROMAN = 3999
_LETTERS = 26
_LARGEST_LETTER = 30 * _LETTERS

_FORMATS = {
    Counter.DECIMAL: "decimal",
    Counter.LOWER_LETTER: "lowerLetter",
    Counter.UPPER_LETTER: "upperLetter",
    Counter.LOWER_ROMAN: "lowerRoman",
    Counter.UPPER_ROMAN: "upperRoman",
}

_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_ONES = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(slots=True)
class _Level:
    """What is settled about one level; None where no item has settled it yet."""

    counter: Counter | None = None
    pattern: str | None = None
    start: int | None = None
    current: int | None = None
    real: bool = False
    left: int = 0
    hang: int = 0


@dataclass(slots=True)
class _List:
    """One list of Word's: an abstract definition with the one instance that uses it."""

    ident: int
    sequence: str
    spaced: bool
    levels: list[_Level] = field(default_factory=lambda: [_Level() for _ in range(LEVELS)])
    last: int = 0
    literal: str | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a paragraph stands in Word's lists.

    ``left`` and ``hang`` are the list's own indents at that level, in twips: a paragraph that wants others says so.
    """

    ident: int
    level: int
    left: int
    hang: int


@dataclass(frozen=True, slots=True)
class BulletLevel:
    """One level of a bulleted list that styles are linked to."""

    style: str
    sign: str
    left: int
    hang: int


class Numbering:
    """The lists of one file, in the order in which they begin.

    ``scope`` is the document at hand in a file of many: no list goes on from one document to the next.
    """

    def __init__(self, bullets: tuple[tuple[BulletLevel, ...], ...], size: float) -> None:
        self._bullets = bullets
        self._size = size
        self._lists: list[_List] = []
        self._open: dict[str, _List] = {}
        self._widest: dict[str, int] = {}
        self.scope = ""

    def place(self, number: Number, left: int, hang: int, *, spaced: bool = False) -> Placement:
        """The list and level at which Word will print ``number.text``.

        ``left`` and ``hang`` are the indents wanted, in twips; ``spaced`` puts a space after the label instead.
        """
        if self.scope:
            number = replace(number, sequence=f"{self.scope} {number.sequence}")
        widest = self._widest.get(number.sequence, 0)
        self._widest[number.sequence] = max(widest, point_twips(text_width(number.text, self._size)))
        level = len(number.values) - 1
        if not _countable(number):
            return self._literal(number, left, hang, spaced=spaced)
        found = self._open.get(number.sequence)
        if found is None or found.spaced != spaced or not _continues(found, number):
            found = self._begin(number, spaced=spaced)
            self._open[number.sequence] = found
        _settle(found, number)
        settled = found.levels[level]
        if not settled.real:
            settled.real, settled.left, settled.hang = True, left, hang
        return Placement(found.ident, level, settled.left, settled.hang)

    def xml(self) -> str:
        """The part ``word/numbering.xml``."""
        fixed = [_bullet_list(at + BULLETS, levels) for at, levels in enumerate(self._bullets)]
        lists = [self._list_xml(each) for each in self._lists]
        idents = [*range(BULLETS, BULLETS + len(self._bullets)), *(each.ident for each in self._lists)]
        instances = [f'<w:num w:numId="{ident}"><w:abstractNumId w:val="{ident}"/></w:num>' for ident in idents]
        content = "".join((*fixed, *lists, *instances))
        return f"{DECLARATION}<w:numbering {NAMESPACES}>{content}</w:numbering>"

    def _begin(self, number: Number, *, spaced: bool) -> _List:
        begun = _List(BULLETS + len(self._bullets) + len(self._lists), number.sequence, spaced)
        for level, value, counter in zip(begun.levels, number.values, number.counters, strict=False):
            level.start, level.counter, level.current = value, counter, value
        self._lists.append(begun)
        return begun

    def _literal(self, number: Number, left: int, hang: int, *, spaced: bool) -> Placement:
        """A list of one item whose label Word could not count: its definition holds the label as it stands."""
        begun = _List(BULLETS + len(self._bullets) + len(self._lists), number.sequence, spaced, literal=number.text)
        begun.levels[0].left, begun.levels[0].hang = left, hang
        self._lists.append(begun)
        return Placement(begun.ident, 0, left, hang)

    def _list_xml(self, each: _List) -> str:
        gap = point_twips(self._size / 2)
        widest = self._widest[each.sequence] + gap
        if each.literal is not None:
            levels = [_level_xml(0, each.levels[0], "decimal", each.literal, widest, spaced=each.spaced)]
        else:
            levels = [
                _level_xml(at, level, _FORMATS[level.counter], _word_pattern(level.pattern), widest, spaced=each.spaced)
                if level.counter is not None and level.pattern is not None
                else _spare_level(at, each.levels)
                for at, level in enumerate(each.levels)
            ]
        return _abstract(each.ident, levels)


def label(number: Number) -> str:
    """The label that Word writes for the number's pattern, values and counters."""
    written = [_written(value, counter) for value, counter in zip(number.values, number.counters, strict=False)]

    def at(match: re.Match[str]) -> str:
        index = int(match.group(1)) - 1
        return written[index] if 0 <= index < len(written) else match.group(0)

    return _PLACEHOLDER.sub(at, number.pattern)


def _countable(number: Number) -> bool:
    """Whether Word's counting can give this label at all."""
    values, counters = number.values, number.counters
    if not values or len(values) > LEVELS or len(values) != len(counters):
        return False
    fits = all(_fits(value, counter) for value, counter in zip(values, counters, strict=True))
    return fits and "%" not in number.pattern and label(number) == number.text


def _fits(value: int, counter: Counter) -> bool:
    match counter:
        case Counter.DECIMAL:
            return 0 <= value <= _LARGEST_START
        case Counter.LOWER_LETTER | Counter.UPPER_LETTER:
            return 1 <= value <= _LARGEST_LETTER
        case Counter.LOWER_ROMAN | Counter.UPPER_ROMAN:
            return 1 <= value <= _LARGEST_ROMAN


def _continues(found: _List, number: Number) -> bool:
    """Whether Word, counting on by itself, prints this number as the next item of ``found``."""
    at = len(number.values) - 1
    level = found.levels[at]
    if not _settled_alike(found, number) or any(
        outer.current != value for outer, value in zip(found.levels, number.values[:-1], strict=False)
    ):
        return False
    value = number.values[-1]
    if at <= found.last:
        return level.real and level.current is not None and value == level.current + 1
    inner_next = at == found.last + 1 and found.levels[found.last].real
    return inner_next and level.start in (None, value)


def _settled_alike(found: _List, number: Number) -> bool:
    """Whether the levels are counted and written as the earlier items of the list settled it."""
    counters = all(
        level.counter in (None, counter) for level, counter in zip(found.levels, number.counters, strict=False)
    )
    return counters and found.levels[len(number.values) - 1].pattern in (None, number.pattern)


def _settle(found: _List, number: Number) -> None:
    at = len(number.values) - 1
    level = found.levels[at]
    level.counter, level.pattern, level.current = number.counters[-1], number.pattern, number.values[-1]
    if level.start is None:
        level.start = number.values[-1]
    for inner in found.levels[at + 1 :]:
        inner.current = None
    found.last = at


def _written(value: int, counter: Counter) -> str:
    match counter:
        case Counter.DECIMAL:
            return str(value)
        case Counter.LOWER_LETTER:
            return _letters(value)
        case Counter.UPPER_LETTER:
            return _letters(value).upper()
        case Counter.LOWER_ROMAN:
            return _roman(value)
        case Counter.UPPER_ROMAN:
            return _roman(value).upper()


def _letters(value: int) -> str:
    """Word's letters: after z comes aa, then bb."""
    if value < 1:
        return ""
    return chr(ord("a") + (value - 1) % _LETTERS) * ((value - 1) // _LETTERS + 1)


def _roman(value: int) -> str:
    written = ""
    for size, sign in (*_ROMAN, *_ROMAN_ONES):
        while value >= size:
            written, value = written + sign, value - size
    return written


def _word_pattern(pattern: str | None) -> str:
    return _PLACEHOLDER.sub(r"%\1", pattern or "")


def _level_xml(at: int, level: _Level, style: str, text: str, widest: int, *, spaced: bool) -> str:
    start = 1 if level.start is None else level.start
    hang = level.hang if spaced else max(level.hang, widest)
    left = level.left if spaced else level.left - level.hang + hang
    suffix = '<w:suff w:val="space"/>' if spaced else ""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{suffix}'
        f'<w:lvlText w:val="{quote(text)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hang}"/></w:pPr></w:lvl>'
    )


def _spare_level(at: int, levels: list[_Level]) -> str:
    """A level that no item stands at, ready for a secretary who moves an item inwards; it may count for inner ones."""
    level = levels[at]
    outer = next((each for each in reversed(levels[:at]) if each.real), levels[0])
    style = _FORMATS[level.counter] if level.counter else ("lowerLetter" if at % 2 else "lowerRoman")
    left = outer.left + (at + 1) * max(outer.hang, 200)
    hang = max(outer.hang, 200)
    start = 1 if level.start is None else level.start
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/><w:lvlText w:val="%{at + 1})"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hang}"/></w:pPr></w:lvl>'
    )


def _bullet_list(ident: int, levels: tuple[BulletLevel, ...]) -> str:
    written = [
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="{level.style}"/>'
        f'<w:lvlText w:val="{quote(level.sign)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{level.left}" w:hanging="{level.hang}"/></w:pPr></w:lvl>'
        for at, level in enumerate(levels)
    ]
    return _abstract(ident, written)


def _abstract(ident: int, levels: list[str]) -> str:
    """An abstract list; its ``nsid`` differs from all others, or Word would join lists when text is pasted."""
    return (
        f'<w:abstractNum w:abstractNumId="{ident}"><w:nsid w:val="{0x4A100000 + ident:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
    )
