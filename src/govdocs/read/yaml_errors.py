"""YAML's syntax errors in plain words, with their likely cause."""

import re
from typing import Any

import yaml

from govdocs.diagnostics import Related
from govdocs.places import Place
from govdocs.read import problems
from govdocs.read.characters import shown
from govdocs.read.findings import Findings

_ENTRY = re.compile(r"(?P<indent> *)(?:- +)?(?P<key>[\w.-]+|\"[^\"]*\"|'[^']*'):(?: +(?P<value>.*)|$)")
_START = re.compile(r" *(- |[\w.-]+:( |$))")
_QUOTES = "\"'"
_CURLY = "\u2018\u2019\u201c\u201d"


def explain(error: yaml.YAMLError, text: str, first: Place, findings: Findings) -> tuple[int, int]:
    """Note what ``error`` says, and return the lines of ``text`` (from 0, both included) that it spoils."""
    mark = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None) or mark
    lines = text.split("\n")
    if mark is None or start is None:
        findings.add(problems.YAML_SYNTAX, "this is not YAML", first, "write lines of the form `key: value`")
        return 0, len(lines)
    said = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or ''}"
    cause = _Cause(lines, mark, start, first, findings)
    cause.note(said)
    return cause.spoilt


class _Cause:
    """One syntax error and the lines around it."""

    def __init__(self, lines: list[str], mark: Any, start: Any, first: Place, findings: Findings) -> None:
        self._lines = lines
        self._first = first
        self._findings = findings
        self._line, self._column = min(mark.line, len(lines) - 1), mark.column
        self._start = min(start.line, len(lines) - 1), start.column
        self.spoilt = (self._line, self._line)

    def note(self, said: str) -> None:
        """Find the cause from the parser's words ``said`` and the text, and note it."""
        if "anchor" in said or "alias" in said:
            self._refuse_star()
        elif " tag" in said or "%TAG" in said:
            self._add(
                problems.YAML_TAG,
                "the `!` begins a YAML tag; expected a plain value",
                "put text that begins with `!` in quotation marks",
                self._start,
            )
        elif "quoted scalar" in said:
            self._quoted(said)
        elif "block scalar" in said:
            self._add(
                problems.YAML_SYNTAX,
                "there are words after `|` or `>`; expected the text on the lines below it",
                "move the words to the next line and indent them, or put the whole value in quotation marks",
            )
        elif "directive" in said or "cannot start any token" in said:
            self._odd_character()
        elif "flow sequence" in said or "flow mapping" in said or "flow node" in said:
            self._flow()
        elif "document indicator" in said or "document start" in said:
            self._add(
                problems.SECOND_DOCUMENT,
                "a second document begins here; expected one in each file",
                "delete the line `---` or `...`, or move what follows into a file of its own",
            )
        else:
            self._plain(said)

    def _add(
        self,
        problem: Any,
        message: str,
        hint: str,
        at: tuple[int, int] | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        self._findings.add(problem, message, self._place(at or (self._line, self._column)), hint, related=related)

    def _place(self, at: tuple[int, int]) -> Place:
        return Place(self._first.path, self._first.line + at[0], at[1] + 1)

    def _refuse_star(self) -> None:
        line, column = self._start
        sign = self._lines[line][column : column + 1]
        self._add(
            problems.YAML_ANCHOR,
            f"`{sign}` begins a YAML {'anchor' if sign == '&' else 'alias'}; expected text",
            f"put text that begins with `{sign}` in quotation marks",
            self._start,
        )

    def _quoted(self, said: str) -> None:
        if "escape" in said or "hexdecimal" in said or "hexadecimal" in said:
            self._add(
                problems.YAML_SYNTAX,
                "a backslash inside double quotation marks has a special meaning here",
                "write `\\\\` for a backslash, or use single quotation marks",
            )
            return
        line, column = self._start
        quote = self._lines[line][column : column + 1]
        self._add(
            problems.YAML_SYNTAX,
            f"the quotation mark {quote} opened here is not closed where its text ends",
            f"close it with {quote} at the end of the value; inside single marks write '' for an apostrophe",
            self._start,
        )
        self.spoilt = (line, line)

    def _odd_character(self) -> None:
        sign = self._lines[self._line][self._column : self._column + 1]
        if sign == "%" or "%" in self._lines[self._line][:1]:
            self._add(
                problems.YAML_DIRECTIVE,
                "a line that begins with `%` is an instruction to YAML",
                "delete the line, or put text that begins with `%` in quotation marks",
                (self._line, 0),
            )
            return
        name = "a backtick" if sign == "`" else f"`{sign}`"
        self._add(
            problems.YAML_SYNTAX,
            f"a value cannot begin with {name} in YAML; expected a letter or a digit",
            "put the value in quotation marks",
        )

    def _flow(self) -> None:
        line, column = self._start
        opening = self._lines[line][column : column + 1]
        closing = {"[": "]", "{": "}"}.get(opening, "")
        entry = _ENTRY.match(self._lines[self._line])
        if closing and (self._line != line or self._column >= len(self._lines[line].rstrip())):
            self._add(
                problems.YAML_SYNTAX,
                f"`{opening}` is opened here and not closed; expected `{closing}`",
                f"type `{closing}` at the end of the list, or put the value in quotation marks",
                self._start,
                (Related(self._place((self._line, self._column)), "the reader gave up here"),),
            )
            self.spoilt = (line, line if entry else self._line)
            return
        self._add(
            problems.YAML_SYNTAX,
            f"this does not fit inside `{opening} {closing}`; expected a comma and a value",
            "put a comma and a space between two values; put text with commas, colons or quotation marks "
            "inside it in quotation marks",
        )
        self.spoilt = (line, self._line)

    def _plain(self, said: str) -> None:
        entry = _ENTRY.match(self._lines[self._line])
        value = entry["value"] if entry else None
        if entry and value and self._column > entry.start("value"):
            self._value(entry["key"], value)
        elif entry and value and value.startswith("- "):
            self._add(
                problems.YAML_SYNTAX,
                "a list cannot begin on the line of its key; expected a value",
                "begin the list on the next line; put text that begins with `-` in quotation marks",
            )
        elif "could not find expected ':'" in said:
            self._colon()
        else:
            self._indentation()

    def _value(self, key: str, value: str) -> None:
        """Something inside the value of ``key`` ended it too early."""
        self.spoilt = (self._line, self._line)
        if value[0] in _QUOTES or value[0] in "[{":
            what = "quotation mark" if value[0] in _QUOTES else "bracket"
            self._add(
                problems.YAML_SYNTAX,
                f"there are words after the closing {what} in the value of `{key}`",
                "put the whole value in quotation marks: " + _in_quotes(key, value),
            )
            return
        hint = f"put the value in quotation marks: {_in_quotes(key, value)}"
        if any(mark in value for mark in _CURLY):
            hint += " (straight ones: curly ones do not count)"
        self._add(
            problems.YAML_SYNTAX, f"the value of `{key}` has a colon and a space inside it, which begins a key", hint
        )

    def _colon(self) -> None:
        at = self._start if self._start[0] <= self._line else (self._line, 0)
        words = self._lines[at[0]].strip()
        if re.match(r"[\w.-]+:\S", words):
            message, hint = "there is no space after the colon", "type a space after the colon"
        elif re.match(r"-\S", words):
            message, hint = "there is no space after the `-`", "type a space after the `-`"
        else:
            message, hint = "there is no colon", "write `key: value`; indent a line that continues the one above it"
        self._add(problems.YAML_SYNTAX, f"{message} in `{shown(words)}`; expected `key: value`", hint, at)
        self.spoilt = (at[0], at[0])

    def _indentation(self) -> None:
        words = self._lines[self._line].strip()
        if not words and self._line:
            words = "the end of the text"
        above = next((self._lines[n] for n in range(self._line - 1, -1, -1) if self._lines[n].strip()), "")
        self._add(
            problems.YAML_SYNTAX,
            f"`{shown(words)}` is not lined up with the lines above it"
            + (f" (`{shown(above)}`)" if above.strip() else ""),
            "give the keys of one record the same number of spaces; indent what belongs to a key by two more",
        )


def _in_quotes(key: str, value: str) -> str:
    if '"' not in value and "\\" not in value:
        return f'`{key}: "{shown(value)}"`'
    doubled = value.replace("'", "''")
    return f"`{key}: '{shown(doubled)}'`"


def mend(text: str, spoilt: tuple[int, int]) -> str | None:
    """``text`` with the entry around the spoilt lines made harmless, or None where nothing would be left to read.

    Used only to look for further errors: the values of a mended text are never handed out.
    """
    lines = text.split("\n")
    start = spoilt[0]
    while start >= 0 and not _START.match(lines[start]):
        start -= 1
    if start < 0:
        return None
    indent = len(lines[start]) - len(lines[start].lstrip(" "))
    end = spoilt[1] + 1
    while end < len(lines) and (not lines[end].strip() or _deeper(lines[end], indent)):
        end += 1
    entry = _ENTRY.match(lines[start])
    dash = "- " if lines[start].lstrip(" ").startswith("- ") else ""
    placeholder = f"{entry['key']}: x" if entry else "x"
    mended = lines[:start] + [" " * indent + dash + placeholder] + [""] * (end - start - 1) + lines[end:]
    return None if mended == lines else "\n".join(mended)


def _deeper(line: str, indent: int) -> bool:
    return len(line) - len(line.lstrip(" ")) > indent
