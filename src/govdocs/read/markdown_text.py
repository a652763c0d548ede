"""Markdown files: the YAML header, and the body cut into prose and record blocks."""

import difflib
import re
from dataclasses import dataclass

from govdocs.diagnostics import Diagnostic, Related
from govdocs.places import Place
from govdocs.read import problems
from govdocs.read.characters import shown
from govdocs.read.findings import Findings
from govdocs.read.kinds import RECORD_KINDS
from govdocs.read.limits import Limits
from govdocs.read.nodes import Mapping, MarkdownFile, Prose, RecordBlock
from govdocs.read.yaml_text import read_mapping

_FENCE = re.compile(r"(?P<indent>[ \t>]*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`]*?)[ \t]*$")
_RULE = "---"
#: What facts never begin with: a heading of two or more signs, a block. (One sign and a blank is a remark of YAML.)
_WORDS_BEGIN = re.compile(r"#{2,6}\s|`{3,}|~{3,}")


@dataclass(frozen=True, slots=True)
class _Fence:
    """An opening fence: where, how long, and what follows it."""

    line: int
    indent: str
    marks: str
    info: str

    def closed_by(self, line: str) -> bool:
        """Whether ``line`` closes this block."""
        found = _FENCE.match(line)
        return bool(found and not found["info"] and found["fence"].startswith(self.marks))


def read_markdown(
    text: str, path: str, limits: Limits | None = None
) -> tuple[MarkdownFile | None, tuple[Diagnostic, ...]]:
    """The Markdown file ``path``; None where its header or one of its record blocks cannot be understood."""
    limits = limits or Limits()
    findings = Findings(path, limits.findings_of_a_kind)
    lines = text.split("\n")
    end = _end_of_header(lines, findings)
    header: Mapping | None = None
    if end == len(lines):
        return None, findings.diagnostics()  # what is header and what is body nobody can say
    if end > 0:
        in_header = Findings(path, limits.findings_of_a_kind)
        header = read_mapping("\n".join(lines[1:end]), Place(path, 2), in_header, limits)
        if header is None and (words := _first_words(lines[:end])):
            _header_unclosed(findings, words)  # the line `---` that was found belongs to a block
            return None, findings.diagnostics()
        findings.extend(in_header)
    cutter = _Cutter(lines, path, findings, limits)
    cutter.cut(end + 1)
    if header is None or cutter.broken:
        return None, findings.diagnostics()
    return MarkdownFile(path, header, tuple(cutter.body)), findings.diagnostics()


def _end_of_header(lines: list[str], findings: Findings) -> int:
    """The number of the line (from 0) that closes the header; -1 where there is no header."""
    place = Place(findings.path)
    if lines[0].rstrip() != _RULE:
        findings.add(
            problems.HEADER_MISSING,
            f"the first line is `{shown(lines[0])}`; expected `---` and a header of facts",
            place,
            "begin the file with a line `---`, the facts as `key: value`, and a second line `---`",
        )
        return -1
    for number in range(1, len(lines)):
        if lines[number].rstrip() == _RULE:
            return number
    _header_unclosed(findings, _first_words(lines))
    return len(lines)


def _first_words(lines: list[str]) -> int:
    """The number of the first line (from 0) that cannot belong to a header; 0 where there is none."""
    return next((number for number, line in enumerate(lines) if _WORDS_BEGIN.match(line)), 0)


def _header_unclosed(findings: Findings, words: int) -> None:
    place = Place(findings.path)
    findings.add(
        problems.HEADER_UNCLOSED,
        "the header that opens here is not closed; expected a second line `---`",
        place,
        "type a line `---` between the facts and the words",
        related=(Related(Place(findings.path, words + 1), "words begin here at the latest"),) if words else (),
        length=3,
    )


class _Cutter:
    """Cuts a body into prose and record blocks."""

    def __init__(self, lines: list[str], path: str, findings: Findings, limits: Limits) -> None:
        self._lines = lines
        self._path = path
        self._findings = findings
        self._limits = limits
        self.body: list[Prose | RecordBlock] = []
        self.broken = False
        self._unclosed_at: set[int] = set()

    def cut(self, line: int) -> None:
        """Cut the lines from number ``line`` (from 0) to the end."""
        prose_from = line
        while line < len(self._lines):
            fence = self._fence(line)
            if fence is None:
                line += 1
                continue
            end = self._end_of(fence)
            if fence.info:
                self._prose(prose_from, line)
                self._record(fence, end)
                prose_from = end + 1
            line = end + 1
        self._prose(prose_from, len(self._lines))

    def _fence(self, line: int) -> _Fence | None:
        found = _FENCE.match(self._lines[line])
        return _Fence(line, found["indent"], found["fence"], found["info"]) if found else None

    def _end_of(self, fence: _Fence) -> int:
        """The number of the line that closes ``fence``, or of the last line that can belong to it."""
        for number in range(fence.line + 1, len(self._lines)):
            line = self._lines[number]
            if fence.closed_by(line):
                return number
            inner = _FENCE.match(line)
            if (
                inner
                and inner["info"].split()[:1]
                and inner["info"].split()[0] in RECORD_KINDS
                and (not inner["fence"].startswith(fence.marks + fence.marks[0]) and fence.info)
            ):
                self._unclosed(fence, Related(self._place(number), "another block begins here"))
                return number - 1
        self._unclosed(fence, Related(self._place(max(0, len(self._lines) - 1)), "the file ends here"))
        return len(self._lines)

    def _place(self, line: int, column: int = 1) -> Place:
        return Place(self._path, line + 1, column)

    def _unclosed(self, fence: _Fence, related: Related) -> None:
        name = f"the block `{shown(fence.info)}`" if fence.info else "the block of plain text"
        self._findings.add(
            problems.BLOCK_UNCLOSED,
            f"{name} that opens here is not closed; expected a second line of marks",
            self._place(fence.line, len(fence.indent) + 1),
            "type the marks once more on a line of their own at the end of the block",
            related=(related,),
            length=len(fence.marks),
        )
        self.broken = True
        self._unclosed_at.add(fence.line)

    def _record(self, fence: _Fence, end: int) -> None:
        place = self._place(fence.line, len(fence.indent) + 1)
        kind, _, more = fence.info.partition(" ")
        known = kind in RECORD_KINDS
        if not known:
            self._unknown(kind, place)
        if known and more:
            self._findings.add(
                problems.BLOCK_HEAD,
                f"`{shown(more)}` follows the kind `{kind}`; expected nothing else on the line",
                place,
                f"move `{shown(more)}` to the next line, as a fact of the form `key: value`",
            )
        if fence.indent:
            self._findings.add(
                problems.BLOCK_INDENTED,
                f"the block `{shown(kind)}` is indented; expected its marks at the start of the line",
                place,
                "delete what stands in front of the block's lines",
            )
        if not known or fence.indent:
            self.broken = True
            return
        if fence.line not in self._unclosed_at:
            self._facts(kind, fence, end)

    def _unknown(self, kind: str, place: Place) -> None:
        near = difflib.get_close_matches(kind.lower(), RECORD_KINDS, n=1)
        self._findings.add(
            problems.BLOCK_UNKNOWN,
            f"there is no kind of block named `{shown(kind)}`; expected one of {', '.join(RECORD_KINDS)}",
            place,
            f"write `{near[0]}`" if near else "choose one of these, or delete the word to print the lines as they are",
            length=len(kind) + 3,
        )

    def _facts(self, kind: str, fence: _Fence, end: int) -> None:
        start = fence.line + 1
        rule = next((n for n in range(start, min(end, len(self._lines))) if self._lines[n].rstrip() == _RULE), None)
        facts_end = end if rule is None else rule
        text = "\n".join(self._lines[start:facts_end])
        facts = read_mapping(text, self._place(start), self._findings, self._limits)
        if facts is None:
            self.broken = True
            return
        words = None
        if rule is not None:
            words = Prose("\n".join(self._lines[rule + 1 : end]), self._place(rule + 1))
        self.body.append(RecordBlock(kind, facts, words, self._place(fence.line)))

    def _prose(self, start: int, end: int) -> None:
        """Add the lines from ``start`` to before ``end`` as prose, without the blank lines around it."""
        while start < end and not self._lines[start].strip():
            start += 1
        while end > start and not self._lines[end - 1].strip():
            end -= 1
        if start < end:
            self.body.append(Prose("\n".join(self._lines[start:end]), self._place(start)))
