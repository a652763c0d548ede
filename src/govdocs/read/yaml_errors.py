"""YAML's syntax errors in plain words, with their likely cause."""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from govdocs.diagnostics import Problem
from govdocs.read import problems
from govdocs.read.characters import shown

_ENTRY = re.compile(r"(?P<indent> *)(?:- +)*(?P<key>[\w.-]+|\"[^\"]*\"|'[^']*'):(?: +(?P<value>.*)|$)")
_START = re.compile(r" *(- |[\w.-]+:( |$))")
_CURLY = re.compile("[\u2018\u2019\u201c\u201d]")
_CLOSING = {"[": "]", "{": "}"}
_IN_QUOTES = "put the value in quotation marks"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One syntax error: its kind, words, and where.

    ``at`` is line and column from 0 in the text. The lines ``spoilt`` (from 0, both included) hold what is wrong;
    ``gave_up`` is where the parser stopped, if that is further down. After one that ``opens`` a quotation and does not
    close it, all quotation marks further down change their parts, and what seems wrong there means nothing.
    """

    problem: Problem
    message: str
    hint: str
    at: tuple[int, int]
    spoilt: tuple[int, int]
    gave_up: tuple[int, int] | None = None
    opens: bool = False


def explain(error: yaml.YAMLError, text: str) -> Trouble:
    """What ``error`` means for the one who typed ``text``."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        message = "the text is not YAML; expected lines of the form `key: value`"
        return Trouble(problems.YAML_SYNTAX, message, "type it anew", (0, 0), (0, text.count("\n")))
    said = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or ''}"
    return _Cause(text.split("\n"), mark, getattr(error, "context_mark", None) or mark).of(said)


class _Cause:
    """One syntax error and the lines around it: ``start`` is where the broken thing began, ``mark`` where it broke."""

    def __init__(self, lines: list[str], mark: Any, start: Any) -> None:
        self._lines = lines
        self._mark = min(mark.line, len(lines) - 1), mark.column
        self._start = min(start.line, len(lines) - 1), start.column
        self._text = lines[self._mark[0]]

    def of(self, said: str) -> Trouble:
        """The cause, from the parser's words ``said`` and from the text."""
        if "anchor" in said or "alias" in said:
            sign = self._sign(self._start)
            name = "anchor" if sign == "&" else "alias"
            return self._trouble(
                f"`{sign}` begins a YAML {name}; expected text",
                f"put text that begins with `{sign}` in quotation marks",
                self._start,
                problem=problems.YAML_ANCHOR,
            )
        if " tag" in said or "%TAG" in said:
            message, hint = "`!` begins a YAML tag; expected text", "put text that begins with `!` in quotation marks"
            return self._trouble(message, hint, self._start, problem=problems.YAML_TAG)
        if "quoted scalar" in said:
            return self._quoted(said)
        if "block scalar" in said:
            return self._trouble(
                "there are words after `|` or `>`; expected the text on the lines below it",
                f"move the words to the next line and indent them, or {_IN_QUOTES}",
            )
        if "directive" in said or "cannot start any token" in said:
            return self._odd_character()
        if "flow" in said:
            return self._brackets()
        if "document indicator" in said or "document start" in said:
            return self._trouble(
                "a second document begins here; expected one in each file",
                "delete the line `---` or `...`, or move what follows into a file of its own",
                problem=problems.SECOND_DOCUMENT,
            )
        return self._keys_and_values(said)

    def _sign(self, at: tuple[int, int]) -> str:
        return self._lines[at[0]][at[1] : at[1] + 1]

    def _trouble(
        self,
        message: str,
        hint: str,
        at: tuple[int, int] | None = None,
        *,
        problem: Problem = problems.YAML_SYNTAX,
        until: int | None = None,
        opens: bool = False,
    ) -> Trouble:
        at = at or self._mark
        last = at[0] if until is None else until
        gave_up = self._mark if self._mark[0] > at[0] else None
        return Trouble(problem, message, hint, at, (at[0], max(at[0], last)), gave_up, opens)

    def _quoted(self, said: str) -> Trouble:
        if "escape" in said or "decimal" in said:
            return self._trouble(
                "a backslash has a special meaning inside double quotation marks; expected none",
                "write `\\\\` for a backslash, or use single quotation marks",
            )
        quote = self._sign(self._start)
        kind = "single" if quote == "'" else "double"
        return self._trouble(
            f"the {kind} quotation mark that opens here is not closed; expected a second one at the end of the value",
            "close it; inside single quotation marks an apostrophe is typed twice",
            self._start,
            opens=True,
        )

    def _odd_character(self) -> Trouble:
        sign = self._sign(self._mark)
        if self._text.startswith("%"):
            return self._trouble(
                "a line that begins with `%` is an instruction to YAML; expected keys and values",
                "delete the line, or put text that begins with `%` in quotation marks",
                (self._mark[0], 0),
                problem=problems.YAML_DIRECTIVE,
            )
        name = "a backtick" if sign == "`" else f"`{sign}`"
        return self._trouble(
            f"the value begins with {name}; expected a letter, a digit or a quotation mark", _IN_QUOTES
        )

    def _brackets(self) -> Trouble:
        opening = self._sign(self._start)
        closing = _CLOSING.get(opening)
        if closing is None:
            return self._trouble(
                "there is no value between two commas or brackets; expected one",
                f"delete the comma, or type the value; {_IN_QUOTES} if it is one text",
            )
        line, column = self._start
        if self._mark[0] != line or self._mark[1] <= column + 1 or not self._text[self._mark[1] :].strip():
            until = self._mark[0] if not _ENTRY.match(self._text) else line
            return self._trouble(
                f"the `{opening}` that opens here is not closed; expected `{closing}`",
                f"type `{closing}` at the end, or {_IN_QUOTES}",
                self._start,
                until=until,
            )
        return self._trouble(
            f"`{shown(self._text[self._mark[1] :])}` does not fit inside `{opening} {closing}`; expected a comma",
            f"type a comma and a space between two values; {_IN_QUOTES} if it is one text",
        )

    def _keys_and_values(self, said: str) -> Trouble:
        entry = _ENTRY.match(self._text)
        value = entry["value"] if entry else None
        if entry and value and self._mark[1] > entry.start("value"):
            return self._value(entry["key"], value)
        if entry and value and value.startswith("- "):
            return self._trouble(
                "a list begins on the line of its key; expected a value",
                "begin the list on the next line; put text that begins with `-` in quotation marks",
            )
        if "could not find expected ':'" in said:
            return self._no_colon()
        return self._indentation()

    def _value(self, key: str, value: str) -> Trouble:
        """Something inside the value of ``key`` ended it too early."""
        hint = f"{_IN_QUOTES}: {_in_quotes(key, value)}"
        if value[0] in "\"'[{":
            what = "quotation mark" if value[0] in "\"'" else "bracket"
            return self._trouble(
                f"`{shown(self._text[self._mark[1] :])}` follows the closing {what} in the value of `{key}`; "
                "expected the end of the line",
                hint,
            )
        if _CURLY.search(value):
            hint += ", straight ones"
        return self._trouble(
            f"the value of `{key}` has a colon and a space inside it, which begin a key; expected one value", hint
        )

    def _no_colon(self) -> Trouble:
        line = min(self._start[0], self._mark[0])
        words = self._lines[line].strip()
        if re.match(r"[\w.-]+:\S", words):
            found, hint = "there is no space after the colon", "type a space after the colon"
        elif re.match(r"-\S", words):
            found, hint = "there is no space after the `-`", "type a space after the `-`"
        else:
            found, hint = "there is no colon", "write `key: value`, or indent a line that goes on from the one above"
        return self._trouble(f"{found} in `{shown(words)}`; expected `key: value`", hint, (line, self._indent(line)))

    def _indentation(self) -> Trouble:
        line = self._mark[0]
        words = self._text.strip()
        if words.startswith(":"):
            return self._trouble(
                "there is no key in front of this colon; expected `key: value`",
                "type a key, or put text that begins with `:` in quotation marks",
                problem=problems.KEY_NOT_PLAIN,
            )
        above = next((self._lines[n] for n in range(line - 1, -1, -1) if self._lines[n].strip()), "")
        beside = f" with `{shown(above)}` above it" if above else ""
        return self._trouble(
            f"`{shown(words)}` is not lined up{beside}; expected the same number of spaces",
            "give the keys of one record the same number of spaces; indent what belongs to a key by two more",
            (line, self._indent(line)),
        )

    def _indent(self, line: int) -> int:
        return len(self._lines[line]) - len(self._lines[line].lstrip(" "))


def _in_quotes(key: str, value: str) -> str:
    if '"' not in value and "\\" not in value:
        return f'`{key}: "{shown(value)}"`'
    doubled = value.replace("'", "''")
    return f"`{key}: '{shown(doubled)}'`"


def mend(text: str, spoilt: tuple[int, int], *, again: bool) -> str | None:
    """``text`` with the entry around the spoilt lines made harmless, or None where nothing would be left to read.

    Used only to look for further errors: the values of a mended text are never handed out. ``again`` says that the
    lines were mended before and are still wrong; then they are taken out altogether.
    """
    lines = text.split("\n")
    start = spoilt[0]
    while not again and start >= 0 and not _START.match(lines[start]):
        start -= 1
    if start < 0:
        return None
    indent = len(lines[start]) - len(lines[start].lstrip(" "))
    end = spoilt[1] + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip(" ")) > indent):
        end += 1
    entry = _ENTRY.match(lines[start])
    dash = "- " if lines[start].lstrip(" ").startswith("- ") else ""
    placeholder = " " * indent + dash + (f"{entry['key']}: x" if entry else "x")
    if again:
        placeholder = ""
    mended = [*lines[:start], placeholder, *[""] * (end - start - 1), *lines[end:]]
    return None if mended == lines else "\n".join(mended)
