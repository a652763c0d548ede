"""Collecting what is wrong with one file, without flooding the reader."""

from collections import Counter

from govdocs.diagnostics import Diagnostic, Fix, Problem, Related
from govdocs.places import Place


class Findings:
    """The findings of one file, at most ``of_a_kind`` of each kind; the rest is counted and said."""

    def __init__(self, path: str, of_a_kind: int) -> None:
        self.path = path
        self._of_a_kind = of_a_kind
        self._found: list[Diagnostic] = []
        self._count: Counter[Problem] = Counter()
        self._left_out: dict[Problem, Place] = {}

    def add(
        self,
        problem: Problem,
        message: str,
        place: Place,
        hint: str = "",
        *,
        related: tuple[Related, ...] = (),
        length: int = 1,
        fix: Fix | None = None,
    ) -> None:
        """Note one finding at ``place``; ``length`` is in characters."""
        self._count[problem] += 1
        if self._count[problem] <= self._of_a_kind:
            self._found.append(Diagnostic(problem, message, place, hint, related, max(1, length), fix=fix))
        else:
            self._left_out.setdefault(problem, place)

    def extend(self, other: "Findings") -> None:
        """Take over what another collection holds."""
        for finding in other.diagnostics():
            self._count[finding.problem] += 1
            self._found.append(finding)

    def has(self, problem: Problem) -> bool:
        """Whether a finding of that kind was noted."""
        return problem in self._count

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings by line, each kind's surplus counted in one finding of its own."""
        surplus = [
            Diagnostic(problem, f"{self._count[problem] - self._of_a_kind} more of the same in this file", place)
            for problem, place in self._left_out.items()
        ]
        return tuple(sorted([*self._found, *surplus], key=lambda finding: (finding.place, finding.problem.code)))

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return bool(self._found)
