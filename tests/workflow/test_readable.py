"""One slip never buries the other findings."""

from govdocs.diagnostics import Diagnostic, Problem, Severity, always
from govdocs.places import Place
from govdocs.workflow.readable import LONGEST_MESSAGE, MOST_OF_A_KIND, keep_readable

DATES = Problem("G401", "no-date", always(Severity.ERROR))
NAMES = Problem("G801", "no-name", always(Severity.WARNING))


def found(problem: Problem, line: int, message: str = "no", path: str = "a.md") -> Diagnostic:
    return Diagnostic(problem, message, Place(path, line), "mend it")


def test_findings_of_a_kind_in_a_file_are_listed_up_to_a_number_and_then_counted() -> None:
    flood = [found(DATES, line) for line in range(1, MOST_OF_A_KIND + 1235)]
    others = [found(NAMES, 7), found(DATES, 3, path="b.md")]

    kept = keep_readable([*flood, *others])

    assert kept[:MOST_OF_A_KIND] == tuple(flood[:MOST_OF_A_KIND])
    assert kept[MOST_OF_A_KIND:-1] == tuple(others)
    assert kept[-1].place == Place("a.md", MOST_OF_A_KIND + 1)
    assert kept[-1].message == "from here on, 1,234 more findings of this kind in this file"
    assert kept[-1].problem is DATES


def test_a_long_message_keeps_its_beginning_and_its_end() -> None:
    (kept,) = keep_readable([found(DATES, 1, "the date is `" + "x" * 5000 + "`; expected one")])

    assert len(kept.message) < LONGEST_MESSAGE + 40
    assert kept.message.startswith("the date is `xxx")
    assert " […4,428 characters…] " in kept.message
    assert kept.message.endswith("x`; expected one")


def test_a_few_short_findings_stay_as_they_are() -> None:
    few = (found(DATES, 1), found(NAMES, 2))
    assert keep_readable(few) == few
