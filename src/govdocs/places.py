"""Where something was typed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file of the repository.

    ``path`` is relative to the repository's root with forward slashes; ``line`` and ``column`` count from 1.
    A finding about a file as a whole has line 1, column 1.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """``path:line:column``, which editors and terminals turn into a link."""
        return f"{self.path}:{self.line}:{self.column}"

    def down(self, lines: int) -> "Place":
        """The start of the line that many lines further down."""
        return Place(self.path, self.line + lines, 1)
