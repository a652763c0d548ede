"""One node becomes one record, or findings that say why not, each at the exact value."""

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from govdocs.diagnostics import Diagnostic, Fix, Problem
from govdocs.model import problems
from govdocs.model.complaints import OURS
from govdocs.model.nodes_as_data import HasKeys, Unknown, data_of
from govdocs.model.record import Block, Record, descend, place_in
from govdocs.read.nodes import Entry, Mapping, Node, RecordBlock, Scalar, Sequence

R = TypeVar("R", bound=Record)
B = TypeVar("B", bound=Block)
_LONGEST_SHOWN = 60
_QUOTED = re.compile(r"'([^']*)'")


def build_record(kind: type[R], node: Node) -> tuple[R | None, tuple[Diagnostic, ...]]:
    """The record of that kind that ``node`` holds, or None, and what is wrong with it.

    Unknown keys are found and left out; any other fault costs the record.
    """
    unknown = Unknown()
    try:
        record = kind.model_validate(data_of(node), context=unknown)
        faults: list[ErrorDetails] = []
    except ValidationError as error:
        record, faults = None, error.errors(include_url=False)
    findings = [_unknown_key(entry, of) for entry, of in unknown.found]
    meant = {(id(entry), nearest(entry.key.text, of.key_names())) for entry, of in unknown.found}
    findings += [_translated(fault, kind, node) for fault in faults if not _is_misspelt(fault, node, meant)]
    return record, tuple(sorted(findings, key=lambda finding: finding.place))


def build_block(kind: type[B], source: RecordBlock) -> tuple[B | None, tuple[Diagnostic, ...]]:
    """As ``build_record``, for a record block in Markdown."""
    record, findings = build_record(kind, source.facts)
    return (record.set_source(source) if record is not None else None), findings


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of ``known`` that ``word`` most likely means, or an empty text."""
    candidates = list(known)
    close = get_close_matches(word, candidates, n=1, cutoff=0.6)
    folded = {candidate.replace("_", "-").lower(): candidate for candidate in candidates}
    return folded.get(word.replace("_", "-").lower()) or (close[0] if close else "")


def shown(text: str) -> str:
    """``text`` short enough for a message, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]}…"


def listed(words: Iterable[str]) -> str:
    """``words`` in backticks, with commas and a final "or"."""
    quoted = [f"`{word}`" for word in words]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def _unknown_key(entry: Entry, kind: type[HasKeys]) -> Diagnostic:
    key = entry.key.text
    if close := nearest(key, kind.key_names()):
        hint = f"write `{close}`"
    elif homes := sorted(
        {other.called for other in _kinds(Record) if key in other.key_names() and other.called != kind.called}
    ):
        hint = f"move it: `{shown(key)}` is a key of {' and of '.join(homes[:3])}"
    else:
        hint = f"delete it, or choose one of {listed(kind.key_names())}"
    message = f"unknown key `{shown(key)}`; expected a key of {kind.called}"
    fix = _only_spelt_otherwise(entry.key, close)
    return Diagnostic(problems.UNKNOWN_KEY, message, entry.key.place, hint, length=max(1, len(key)), fix=fix)


def _is_misspelt(fault: ErrorDetails, node: Node, meant: Collection[tuple[int, str]]) -> bool:
    """Whether a key is missing only because it was spelt otherwise, which has a finding of its own."""
    home = descend(node, _steps(fault, node)) if fault["type"] == "missing" else None
    entries = home.entries if isinstance(home, Mapping) else ()
    return any((id(entry), fault["loc"][-1]) in meant for entry in entries)


def _only_spelt_otherwise(word: Scalar, known: str) -> Fix | None:
    """The fix for a word that differs from a known one in capitals, hyphens, underscores or spaces alone."""
    if not known or word.text == known or _bare(word.text) != _bare(known):
        return None
    return Fix(word.text, known, behind=int(word.quoted))


def _bare(word: str) -> str:
    return re.sub(r"[ _-]+", "", word.lower())


def _kinds(kind: type[Record]) -> Iterable[type[Record]]:
    for inner in kind.__subclasses__():
        yield inner
        yield from _kinds(inner)


def _translated(fault: ErrorDetails, kind: type[Record], node: Node) -> Diagnostic:
    """A fault of the validation in our words, at the node that it is about."""
    path = _steps(fault, node)
    value = descend(node, path)
    name = f"`{path[-1]}`" if path and isinstance(path[-1], str) else kind.called
    if fault["type"] == "missing":
        problem, message, hint = _missing(str(fault["loc"][-1]))
    elif fault["type"].startswith(OURS):
        problem, message, hint = _refused(fault, name, value)
    elif fault["type"] in ("literal_error", "enum"):
        problem, message, hint = _bad_choice(fault, name, value)
    else:
        expected = _EXPECTED.get(fault["type"], "another value")
        problem, message = problems.WRONG_TYPE, f"{name} is {_found(value)}; expected {expected}"
        hint = _type_hint(expected, value)
    fix = _fix(fault, hint, value) if isinstance(value, Scalar) else None
    return Diagnostic(problem, message, place_in(node, path), hint, length=_length(value), fix=fix)


def _fix(fault: ErrorDetails, hint: str, value: Scalar) -> Fix | None:
    """What the value can only have meant: a date or time in another form, a choice that is spelt otherwise."""
    if meant := fault.get("ctx", {}).get("meant", ""):
        return Fix(value.text, meant, behind=int(value.quoted))
    close = hint.removeprefix("write `").removesuffix("`")
    return _only_spelt_otherwise(value, close) if fault["type"] in ("literal_error", "enum") else None


_EXPECTED = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "keys and values",
    "mapping_type": "keys and values",
    "model_type": "keys and values",
    "model_attributes_type": "keys and values",
}


def _steps(fault: ErrorDetails, node: Node) -> tuple[str | int, ...]:
    """The way to the value that the fault is about, as far as it was typed."""
    steps: list[str | int] = []
    for step in fault["loc"]:
        if step == "[key]" or descend(node, (*steps, step)) is None:
            break
        steps.append(step)
    for step in fault.get("ctx", {}).get("at", "").split("."):
        if step and descend(node, (*steps, step)) is not None:
            steps.append(step)
    return tuple(steps)


def _length(value: Node | None) -> int:
    return max(1, len(value.text.split("\n")[0])) if isinstance(value, Scalar) else 1


def _found(value: Node | None) -> str:
    match value:
        case Scalar():
            return f"`{shown(value.text)}`"
        case Sequence():
            return "a list"
        case Mapping():
            return "keys and values"
        case _:
            return "missing"


def _missing(key: str) -> tuple[Problem, str, str]:
    return problems.MISSING_KEY, f"the key `{key}` is missing", f"add `{key}:` here"


def _refused(fault: ErrorDetails, name: str, value: Node | None) -> tuple[Problem, str, str]:
    problem: Problem = problems.by_name(fault["type"].removeprefix(OURS))
    context = fault.get("ctx", {})
    message = context.get("message") or f"{name} is {_found(value)}; expected {context['expected']}"
    if fault["loc"] and fault["loc"][-1] == "[key]":
        message = f"the key `{shown(str(fault['input']))}` is not {context['expected']}"
    return problem, message, context["hint"] or f"write {context['expected']}"


def _bad_choice(fault: ErrorDetails, name: str, value: Node | None) -> tuple[Problem, str, str]:
    choices = _QUOTED.findall(fault.get("ctx", {}).get("expected", ""))
    close = nearest(value.text if isinstance(value, Scalar) else "", choices)
    message = f"{name} is {_found(value)}; expected {listed(choices)}"
    return problems.BAD_CHOICE, message, f"write `{close}`" if close else "choose one of them"


def _type_hint(expected: str, value: Node | None) -> str:
    if isinstance(value, Scalar) and expected == "a list":
        return f"put it in square brackets: `[{shown(value.text)}]`"
    if expected == "text" and isinstance(value, Sequence):
        return "write one text, without square brackets or hyphens"
    if expected == "keys and values":
        return "write `key: value` on lines of their own, two spaces further in"
    if expected == "text":
        return "write one text; put it in quotation marks if it holds a colon or begins with a bracket"
    return f"write {expected}"
