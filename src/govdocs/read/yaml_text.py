"""YAML files: plain nodes with their places, and the traps of the language refused."""

import re

import yaml

from govdocs.diagnostics import Diagnostic, Fix, Related
from govdocs.places import Place
from govdocs.read import problems
from govdocs.read.characters import shown
from govdocs.read.findings import Findings
from govdocs.read.limits import Limits
from govdocs.read.nodes import Mapping, Node, Scalar, YamlFile
from govdocs.read.yaml_errors import Trouble, explain, mend
from govdocs.read.yaml_tree import TreeBuilder

_ODD_SPACE = re.compile("(?m)(^[ -]*|[:,#])([\u00a0\u2000-\u200a\u202f\u3000]+)")


def read_yaml(text: str, path: str, limits: Limits | None = None) -> tuple[YamlFile | None, tuple[Diagnostic, ...]]:
    """The YAML file ``path``; None where its text cannot be understood as a whole.

    ``text`` is as ``read_text`` gives it: with line feeds only, and without control characters.
    A file with findings that leave its values whole (a comment without spaces, say) is returned all the same.
    """
    limits = limits or Limits()
    findings = Findings(path, limits.findings_of_a_kind)
    content = read_mapping(text, Place(path), findings, limits)
    if content is None:
        return None, findings.diagnostics()
    if not content.entries and not findings:
        findings.add(
            problems.FILE_EMPTY,
            "the file holds no keys; expected lines of the form `key: value`",
            Place(path),
            "type its content, or delete the file",
        )
        return None, findings.diagnostics()
    return YamlFile(path, content), findings.diagnostics()


def read_mapping(text: str, first: Place, findings: Findings, limits: Limits) -> Mapping | None:
    """The mapping that ``text`` holds, empty where the text has no values; None where it cannot be understood.

    ``first`` is the place of the text's first character in its file.
    """
    if "\t" in text and not _without_tabs(text, first, findings):
        return None
    text = _without_odd_spaces(text.replace("\t", " "), first, findings)
    found = Findings(first.path, limits.findings_of_a_kind)
    builder = TreeBuilder(text, first, found, limits)
    try:
        root = builder.build()
    except yaml.YAMLError as error:
        _report_errors(text, first, findings, limits, error)
        return None
    findings.extend(found)
    if "#" in text:
        _check_comments(text, first, findings, builder)
    if root is None:
        return None if findings.has(problems.TOO_MANY_VALUES) else Mapping((), first)
    if isinstance(root, Mapping):
        return root
    _refuse_top(root, findings)
    return None


def _report_errors(text: str, first: Place, findings: Findings, limits: Limits, error: yaml.YAMLError) -> None:
    """Report ``error`` and, with the broken lines left out, what else is wrong further down."""
    seen: set[int] = set()
    troubles: list[Trouble] = []
    rest = Findings(first.path, limits.findings_of_a_kind)
    for _ in range(limits.syntax_errors):
        trouble = explain(error, text)
        again = trouble.at[0] in seen
        if not again:
            troubles.append(trouble)
        if trouble.opens:
            break
        seen.update(range(trouble.spoilt[0], trouble.spoilt[1] + 1))
        mended = mend(text, trouble.spoilt, again=again)
        if mended is None:
            break
        text = mended
        rest = Findings(first.path, limits.findings_of_a_kind)
        try:
            TreeBuilder(text, first, rest, limits).build()
        except yaml.YAMLError as another:
            error = another
            rest = Findings(first.path, limits.findings_of_a_kind)
            continue
        break
    opening = next((trouble.at for trouble in troubles if trouble.opens), None)
    for trouble in troubles:
        if opening is None or trouble.at <= opening:
            _report(trouble, first, findings)
    if opening is None:
        findings.extend(rest)


def _report(trouble: Trouble, first: Place, findings: Findings) -> None:
    related: tuple[Related, ...] = ()
    if trouble.gave_up is not None:
        related = (Related(_place(trouble.gave_up, first), "this is where it no longer made sense"),)
    findings.add(trouble.problem, trouble.message, _place(trouble.at, first), trouble.hint, related=related)


def _place(at: tuple[int, int], first: Place) -> Place:
    return Place(first.path, first.line + at[0], at[1] + 1)


def _without_tabs(text: str, first: Place, findings: Findings) -> bool:
    """Whether the text can be read on with spaces in place of its tabs: not when they indent lines."""
    readable = True
    for number, line in enumerate(text.split("\n")):
        if "\t" not in line:
            continue
        indents = "\t" in line[: len(line) - len(line.lstrip())]
        readable = readable and (not indents or not line.strip())
        findings.add(
            problems.YAML_TAB,
            f"there is a tab {'in front of' if indents else 'in'} `{shown(line)}`; expected spaces",
            Place(first.path, first.line + number, line.index("\t") + 1),
            "replace the tab with spaces, two for each level",
        )
    return readable


def _without_odd_spaces(text: str, first: Place, findings: Findings) -> str:
    if text.isascii() or not _ODD_SPACE.search(text):
        return text
    lines = text.split("\n")
    for number, line in enumerate(lines):
        for found in _ODD_SPACE.finditer(line):
            findings.add(
                problems.ODD_SPACE,
                f"the space here is the special character U+{ord(found[2][0]):04X}; expected an ordinary space",
                Place(first.path, first.line + number, found.start(2) + 1),
                "delete it and type a space; text pasted from Word or a web page often has such spaces",
                length=len(found[2]),
                fix=Fix(found[2], " " * len(found[2])),
            )
        lines[number] = _ODD_SPACE.sub(lambda found: found[1] + " " * len(found[2]), line)
    return "\n".join(lines)


def _check_comments(text: str, first: Place, findings: Findings, builder: TreeBuilder) -> None:
    """A comment has two spaces before its ``#`` and one after, so that no value is cut in silence."""
    start = 0
    for number, typed in enumerate(text.split("\n"), start=first.line):
        at = typed.find("#")
        while at >= 0 and (covered := builder.covered(start + at)) is not None:
            at = typed.find("#", covered - start)
        if at >= 0 and number not in builder.refusals.empty_lines:
            _check_comment(typed[:at], typed[at:], Place(first.path, number, at + 1), findings)
        start += len(typed) + 1


def _check_comment(before: str, comment: str, place: Place, findings: Findings) -> None:
    words = comment.lstrip("#")
    if (not before.strip() or before.endswith("  ")) and (not words or words.startswith(" ")):
        return
    if before.strip():
        message = f"the `#` would cut `{shown(comment)}` off the value; expected it in quotation marks"
        hint = "put the value in quotation marks; for a comment type two spaces before the `#` and one after it"
    else:
        message = f"`{shown(comment)}` is a comment without a space after its `#`; expected `# ` and words"
        hint = "type a space after the `#`; put text that begins with `#` in quotation marks"
    # Behind a value it may be part of it.
    marks = comment[: len(comment) - len(words)]
    fix = None if before.strip() else Fix(marks, f"{marks} ")
    findings.add(problems.COMMENT_SPACING, message, place, hint, length=len(comment), fix=fix)


def _refuse_top(root: Node, findings: Findings) -> None:
    if isinstance(root, Scalar):
        found = f"the text `{shown(root.text)}`"
        hint = "type a space after the colon" if ":" in root.text else "write `key: value`"
    else:
        found, hint = "a list", "put a key in front of the list, and indent the list under it"
    findings.add(
        problems.TOP_LEVEL_NOT_MAPPING, f"found {found}; expected lines of the form `key: value`", root.place, hint
    )
