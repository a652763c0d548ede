"""What is wrong, as data: printing it is the command line's job."""

import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from govdocs.places import Place

#: The headings of the parts of a manual.
PARTS = ("Checks", "Looks at", "Why", "Example", "Wrong", "Right")
_PART = re.compile(rf"(?m)^({'|'.join(PARTS)}):[ \t]*")


class Severity(IntEnum):
    """How grave a finding is; the larger the graver."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        """The word that is printed."""
        return self.name.lower()


class Stage(StrEnum):
    """How far the papers have come: the same finding may warn in a draft and stop a publication."""

    DRAFT = "draft"
    CIRCULATE = "circulate"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True)
class Problem:
    """A kind of finding, with a code that never changes.

    ``code`` is ``G`` and three digits, the first of which names the family; ``name`` is kebab-case and names the bad
    thing. ``severities`` are those at the stages draft, circulate and publish. ``page`` is the manual: four parts
    headed ``Checks:``, ``Why:``, ``Wrong:`` and ``Right:``, and where there is something to say ``Looks at:`` (its
    input) and ``Example:`` (what a published paper held). ``heuristic`` kinds need judgement and never exceed a
    warning.
    """

    code: str
    name: str
    severities: tuple[Severity, Severity, Severity]
    page: str = ""
    heuristic: bool = False

    def severity(self, stage: Stage) -> Severity:
        """The severity at ``stage``."""
        return self.severities[list(Stage).index(stage)]

    def parts(self) -> dict[str, str]:
        """The parts of the manual by their names, without their indentation."""
        found = _PART.split(textwrap.dedent(self.page).strip())
        return {name: textwrap.dedent(text).strip("\n") for name, text in zip(found[1::2], found[2::2], strict=True)}


def always(severity: Severity) -> tuple[Severity, Severity, Severity]:
    """The same severity at all three stages."""
    return (severity, severity, severity)


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a finding speaks of, and what stands there."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Fix:
    """The one thing that can have been meant: at the finding's place ``old`` becomes ``new``.

    ``behind`` is how many characters behind the place that is: one where the value is in quotation marks.
    """

    old: str
    new: str
    behind: int = 0


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    ``message`` is lower case without a full stop, quotes values in backticks and says what was found and what was
    expected; ``hint`` starts with a verb. ``length`` is how many characters the caret line underlines. ``subject``
    names what the finding is about within its file (``entry cancer-alliance``, ``field sponsor``), so that a waiver
    can name it with ``at``. ``fix`` puts it right, where that is safe.
    """

    problem: Problem
    message: str
    place: Place
    hint: str = ""
    related: tuple[Related, ...] = field(default=())
    length: int = 1
    subject: str = ""
    fix: Fix | None = None

    def severity(self, stage: Stage) -> Severity:
        """The severity at ``stage``."""
        return self.problem.severity(stage)


def worst(diagnostics: Iterable[Diagnostic], stage: Stage) -> Severity | None:
    """The gravest severity at ``stage``, or None where nothing was found."""
    return max((finding.severity(stage) for finding in diagnostics), default=None)
