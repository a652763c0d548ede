"""What was seen at each meeting, kept for as long as what was looked at gives the same answers.

A meeting's findings and facts are used again only where every question that was asked to find them (`watched.py`) has
the answer that it had then, and where nothing has changed that everybody reads: registers, templates, the program.
"""

import contextlib
import hashlib
import json
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from govdocs.check.rule import Fact
from govdocs.diagnostics import Diagnostic, Problem
from govdocs.errors import CannotGoOnError
from govdocs.workflow.answers import Answers
from govdocs.workflow.findings_as_data import data_as_finding, finding_as_data
from govdocs.workflow.folder import FOLDER, own_folder
from govdocs.workflow.unchanged import program_state
from govdocs.workflow.watched import Question
from govdocs.writing import put_file

#: Findings in their order, by who found them.
Found = Mapping[str, tuple[Diagnostic, ...]]
#: Facts, by who told them.
Facts = Mapping[str, tuple[Fact, ...]]
#: One for rules, one for facts and one for the papers at each stage; the oldest go first.
MOST_KEPT = 8
_ENDING = ".found.json"
_JOINT = "\t"


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen at a meeting: what was found there, and what was told of it."""

    found: Found = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)


class KeptFindings:
    """What was seen at each meeting under ``circumstances``, such as the stage.

    Where these records cannot be trusted to be what ``answers`` speak of, ``root`` is None: nothing is kept or found.
    """

    def __init__(
        self, root: Path | None, circumstances: Iterable[str], answers: Answers, problems: Iterable[Problem]
    ) -> None:
        self._root, self._answers = root, answers
        self._problems = {problem.code: problem for problem in problems}
        self._facts = [program_state(), answers.registers] if root is not None else []
        name = hashlib.sha256(_JOINT.join(circumstances).encode()).hexdigest()[:16]
        self._name = f"{name}{_ENDING}"
        self._before = self._read()
        self._now: dict[str, Any] = {}

    def find(self, meeting: str) -> Sight | None:
        """What was seen at that meeting, if it would be seen again; else None."""
        kept = self._before.get(meeting)
        if kept is None:
            return None
        try:
            if any(self._answers.to(tuple(asked.split(_JOINT))) != answer for asked, answer in kept["asked"].items()):
                return None
            found = {
                who: tuple(data_as_finding(each, self._problems) for each in findings)
                for who, findings in kept["found"].items()
            }
            facts = {who: tuple(map(tuple, several)) for who, several in kept["facts"].items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            return None
        self._now[meeting] = kept
        return Sight(found, facts)

    def put(self, meeting: str, asked: Iterable[Question], sight: Sight) -> None:
        """Keep what was seen at a meeting, beside the answers to what was asked for it."""
        if self._root is None:
            return
        files = {
            ("file", place.path)
            for findings in sight.found.values()
            for finding in findings
            for place in (finding.place, *(related.place for related in finding.related))
        }
        self._now[meeting] = {
            "asked": {_JOINT.join(each): self._answers.to(each) for each in sorted({*asked, *files})},
            "found": {
                who: [finding_as_data(finding, finding.problem.code) for finding in findings]
                for who, findings in sight.found.items()
                if findings
            },
            "facts": {who: several for who, several in sight.facts.items() if several},
        }

    def save(self, meetings: Container[str]) -> None:
        """Write down what is kept of ``meetings``; where that cannot be done the next check takes longer, no more."""
        kept = {name: found for name, found in {**self._before, **self._now}.items() if name in meetings}
        if self._root is None or kept == self._before:
            return
        with contextlib.suppress(OSError, CannotGoOnError):
            folder = own_folder(self._root)
            content = json.dumps({"facts": self._facts, "meetings": kept}).encode()
            put_file(folder / self._name, content, lasting=False)
            files = sorted(folder.glob(f"*{_ENDING}"), key=lambda path: path.stat().st_mtime_ns)
            for path in files[:-MOST_KEPT]:
                path.unlink()

    def _read(self) -> Mapping[str, Any]:
        if self._root is None:
            return {}
        try:
            data = json.loads((self._root / FOLDER / self._name).read_bytes())
            meetings: dict[str, Any] = data["meetings"] if data["facts"] == self._facts else {}
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return {}
        return meetings if isinstance(meetings, dict) else {}
