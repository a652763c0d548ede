"""The traps of YAML, each refused in plain words at its place."""

import re

from govdocs.diagnostics import Problem, Related
from govdocs.places import Place
from govdocs.read import problems
from govdocs.read.characters import CONTROL, shown
from govdocs.read.findings import Findings
from govdocs.read.limits import Limits
from govdocs.read.nodes import Scalar

_SWITCHES = ("on", "off", "yes", "no")
# Keys that need a closer look: nothing, the merge sign, and the words that are true or false elsewhere.
ODD_KEYS = frozenset({"", "<<", *(case(word) for word in _SWITCHES for case in (str.lower, str.upper, str.title))})
_THOUSANDS = re.compile(r"(?P<words>.*\s)?(?P<number>\D{0,4}\d{1,3})", re.DOTALL)
_REST_OF_NUMBER = re.compile(r"\d{3}(?!\d)")
_TIGHT_ITEM = re.compile(r"-[^\W\d]")
_TIGHT_KEY = re.compile(r"[^\W\d][\w-]*:[^\s/]")
# Plain values that stand for nothing.
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_ESCAPED = re.compile(f"\t|{CONTROL.pattern}")
_FOLDED_ITEM = re.compile(r"\n *(- )")
_OPENED = "write an open field as `blank`, `none` or `unknown`"

#: The sign of a long key at the end of a stretch of text: it begins its line, its list or its mapping.
_MARKED_KEY = re.compile(r"(?:^|[\n{\[,-])[ ]*\?\s+\Z")


class Refusals:
    """Notes the traps met in ``text``, whose first character stands at ``first`` in its file.

    ``empty_lines`` are the lines of the file (from 1) on which a value is missing.
    """

    def __init__(self, text: str, first: Place, findings: Findings, limits: Limits) -> None:
        self._text = text
        self._first = first
        self._findings = findings
        self._limits = limits
        self._lines: list[str] = []
        self.empty_lines: set[int] = set()

    def key(self, key: Scalar, first: Place | None, start: int) -> bool:
        """Whether ``key`` can keep its value; ``first`` is where it stood before, ``start`` where it is in the text."""
        name = key.text
        if not name:
            self.key_not_plain("there is no key in front of this colon", key.place)
            return False
        if name == "<<" and not key.quoted:
            self._add(
                problems.YAML_ANCHOR,
                "`<<` merges another mapping; expected the keys themselves",
                key.place,
                "write the keys and values out in full",
                length=2,
            )
            return False
        if first is not None:
            self._duplicate(key, first)
            return False
        if name in ODD_KEYS:
            self._add(
                problems.KEY_NAMED_YES_OR_NO,
                f"the key `{name}` means true or false to many programs; expected another name",
                key.place,
                "choose a word that says what is meant, such as `agreed` or `date`",
                length=len(name),
            )
        if _MARKED_KEY.search(self._text, max(0, self._text.rfind("\n", 0, start - 1)), start):
            self.key_not_plain("a `?` stands in front of this key", key.place)
        return True

    def _duplicate(self, key: Scalar, first: Place) -> None:
        self._add(
            problems.DUPLICATE_KEY,
            f"the key `{shown(key.text)}` is here a second time; expected each key once",
            key.place,
            "delete one of the two, or join their values",
            related=(Related(first, f"`{shown(key.text)}` is here first"),),
            length=len(key.text),
        )

    def key_not_plain(self, found: str, place: Place) -> None:
        """Refuse a key that is a list, a mapping or nothing."""
        self._add(
            problems.KEY_NOT_PLAIN,
            f"{found}; expected `key: value` with a plain word as the key",
            place,
            "put text that begins with `{`, `[`, `?` or `:` in quotation marks",
        )

    def split_number(self, before: str, text: str, place: Place) -> bool:
        """Whether ``before`` and ``text``, with a mere comma between them, are one number; then it is refused."""
        split = _THOUSANDS.fullmatch(before)
        if split is None or not _REST_OF_NUMBER.match(text):
            return False
        number, rest = split["number"], text.split(maxsplit=1)[0] if split["words"] else text
        if split["words"]:
            hint = f'put the whole text in quotation marks: `"{shown(before)},{shown(text)}"`'
        else:
            hint = f'write `"{before},{text}"` with quotation marks, or a space after the comma if two values are meant'
        self._add(
            problems.NUMBER_SPLIT,
            f"the comma splits `{number},{rest}` into two values, `{number}` and `{rest}`; expected one number",
            Place(place.path, place.line, max(1, place.column - len(number) - 1)),
            hint,
            length=len(number) + len(rest) + 1,
        )
        return True

    def key_without_value(self, key: Scalar, before: str | None) -> None:
        """Refuse a key without a colon inside { }; ``before`` is the value in front of it, where there is one."""
        if before is not None:
            hint = f'write `"{shown(before)}, {shown(key.text)}"` with quotation marks if it is one text'
        else:
            hint = "write `key: value` with a space after the colon"
        self._add(
            problems.KEY_WITHOUT_VALUE,
            f"inside {{ }} `{shown(key.text)}` is a key without a value; expected `key: value`",
            key.place,
            hint,
            length=len(key.text),
        )

    def empty_value(self, key: Scalar | None, text: str, place: Place) -> None:
        """Refuse an item of a list, or a key, that has no value or the value ``text`` that stands for nothing."""
        what = f"the key `{shown(key.text)}`" if key else "an item of this list"
        place = key.place if key else place
        self.empty_lines.add(place.line)
        comment = self._comment_behind(place)
        if text:
            found = f"has the value `{text}`, which stands for nothing"
            hint = f'put the word in quotation marks if it is meant as such: `"{text}"`; {_OPENED}'
        elif comment and not comment.startswith("# "):
            found = f"has no value, because the `#` makes `{shown(comment)}` a comment"
            hint = f'put the value in quotation marks: `"{shown(comment)}"`'
        else:
            found = "has no value"
            hint = f"type a value, or delete the {'key' if key else 'item'}; {_OPENED}"
        self._add(
            problems.EMPTY_VALUE, f"{what} {found}; expected a value", place, hint, length=len(key.text) if key else 1
        )

    def _comment_behind(self, place: Place) -> str:
        self._lines = self._lines or self._text.split("\n")
        line = self._lines[place.line - self._first.line]
        at = line.find("#", place.column - 1)
        return line[at:] if at >= 0 else ""

    def tight_value(self, text: str, place: Place) -> None:
        """Refuse a value on a line of its own that looks like a list item or a key without its space."""
        if _TIGHT_ITEM.match(text):
            found, hint = "there is no space after the `-`", "type a space after each `-`"
        elif _TIGHT_KEY.match(text):
            found, hint = "there is no space after the colon", "type a space after the colon"
        else:
            return
        self._add(
            problems.YAML_SYNTAX,
            f"{found} in `{shown(text)}`; expected `- item` or `key: value`",
            place,
            f"{hint}, or put the text in quotation marks if it is one value",
        )

    def folded_list(self, typed: str, place: Place) -> None:
        """Refuse list items that YAML would take for more words of the value ``typed`` above them."""
        found = _FOLDED_ITEM.search(typed)
        if found:
            self._add(
                problems.YAML_SYNTAX,
                "this line would be read as words of the value above it; expected a list or a text, not both",
                place.down(typed.count("\n", 0, found.start(1))),
                "delete the value behind the key and make it the first item, or put the whole text in quotation marks",
            )

    def pair_in_list(self, place: Place) -> None:
        """Refuse a key and a value inside [ ] without braces."""
        self._add(
            problems.PAIR_IN_LIST,
            "a colon and a space inside [ ] make a key and a value; expected a value",
            place,
            'put text with a colon in quotation marks: `["Finance: month 10"]`; write a pair as `{key: value}`',
        )

    def properties(self, anchor: str | None, tag: str | None, place: Place) -> None:
        """Refuse an anchor and a tag in front of a value."""
        if anchor is not None:
            self.anchor(f"&{anchor}", place)
        if tag is not None:
            self._add(
                problems.YAML_TAG,
                "the `!` makes this a YAML tag; expected a plain value",
                place,
                "put text that begins with `!` in quotation marks, or delete the tag",
            )

    def anchor(self, name: str, place: Place) -> None:
        """Refuse the anchor ``&name`` or the alias ``*name``."""
        self._add(
            problems.YAML_ANCHOR,
            f"`{shown(name)}` is a YAML {'anchor' if name[0] == '&' else 'alias'}; expected the value itself",
            place,
            f"put text that begins with `{name[0]}` in quotation marks, or write the value out in full",
            length=len(name),
        )

    def escapes(self, text: str, place: Place) -> None:
        """Refuse a control character that an escape in double quotation marks stands for."""
        found = _ESCAPED.search(text)
        if found:
            self._add(
                problems.CONTROL_CHARACTER,
                f"an escape here stands for the control character U+{ord(found.group()):04X}; expected printable text",
                place,
                "delete the escape; inside double quotation marks write `\\\\` for a backslash",
            )

    def directive(self, place: Place) -> None:
        """Refuse a line that begins with ``%``."""
        self._add(
            problems.YAML_DIRECTIVE,
            "a line that begins with `%` is an instruction to YAML; expected keys and values",
            place,
            "delete the line, or put text that begins with `%` in quotation marks",
        )

    def second_document(self, place: Place) -> None:
        """Refuse what follows a second line ``---``."""
        self._add(
            problems.SECOND_DOCUMENT,
            "`---` begins a second document; expected one in each file",
            place,
            "delete the line `---`, or move what follows into a file of its own",
            length=3,
        )

    def too_many_values(self, place: Place) -> None:
        """Refuse a file with more values than the limit."""
        self._add(
            problems.TOO_MANY_VALUES,
            f"there are more than {self._limits.values} values in this file",
            place,
            "split the file, or keep the rows in a CSV file",
        )

    def too_deep(self, place: Place) -> None:
        """Refuse lists and mappings nested deeper than the limit."""
        self._add(
            problems.TOO_MANY_VALUES,
            f"lists and mappings lie more than {self._limits.nesting} deep in each other",
            place,
            "flatten them; no record needs this many levels",
        )

    def _add(
        self,
        problem: Problem,
        message: str,
        place: Place,
        hint: str,
        *,
        related: tuple[Related, ...] = (),
        length: int = 1,
    ) -> None:
        self._findings.add(problem, message, place, hint, related=related, length=length)
