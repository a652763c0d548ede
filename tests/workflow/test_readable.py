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


def test_a_missing_record_is_one_finding_with_all_places_that_name_it() -> None:
    unknown = Problem("G212", "unknown-id", always(Severity.ERROR))
    unresolved = Problem("G909", "reference-unresolved", always(Severity.ERROR))
    named = [found(unknown, 3, "no `budget`"), found(unknown, 9, "no `budget`"), found(unknown, 5, "no `lease`")]

    kept = keep_readable([*named, found(unresolved, 9, "nothing to print")])

    assert [(one.place.line, one.message) for one in kept] == [(3, "no `budget`"), (5, "no `lease`")]
    assert [related.place.line for related in kept[0].related] == [9]
