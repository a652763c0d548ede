"""Waivers: findings that the secretariat has excused in the record itself, narrowly and for a time."""

import difflib
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from govdocs.check.rule import STOPS_PUBLICATION, WARNS
from govdocs.diagnostics import Diagnostic, Problem
from govdocs.model.waivers import Waiver

WAIVER_UNUSED = Problem(
    "G290",
    "waiver-unused",
    WARNS,
    """
Checks:
    A waiver excuses nothing: its file holds no finding of that rule at that place.

Why:
    A waiver that outlives its reason will one day hide a new mistake.

Wrong:
    waivers: [{rule: paper-missing, at: entry strategy, reason: to follow, by: secretary}]
    (and the paper has come)

Right:
    The waiver is removed once the paper has come.
""",
)
WAIVER_EXPIRED = Problem(
    "G291",
    "waiver-expired",
    STOPS_PUBLICATION,
    """
Checks:
    A waiver's last day (`until`) has passed; it excuses nothing any more.

Why:
    A waiver is a promise to put something right by a day.

Wrong:
    waivers: [{rule: paper-missing, reason: to follow, by: secretary, until: 2018-05-01}]
    (and today is 14 June 2018)

Right:
    The cause is put right, or the waiver is given a new day and reason.
""",
)
WAIVER_UNKNOWN_RULE = Problem(
    "G292",
    "waiver-unknown-rule",
    WARNS,
    """
Checks:
    A waiver names a rule that does not exist.

Why:
    It excuses nothing, and whoever wrote it believes that it does.

Wrong:
    waivers: [{rule: paper-mising, reason: to follow, by: secretary}]

Right:
    waivers: [{rule: paper-missing, reason: to follow, by: secretary}]
""",
)


def apply_waivers(
    findings: Sequence[Diagnostic], waivers: Iterable[Waiver], problems: Collection[Problem], today: date
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Part the findings into those that count and those that are excused; bad waivers are findings of their own.

    A waiver excuses findings of its rule in its own file, and where it says ``at``, about that subject only.
    """
    kept = list(findings)
    excused: list[Diagnostic] = []
    complaints: list[Diagnostic] = []
    for waiver in waivers:
        problem = next((known for known in problems if waiver.rule in {known.code, known.name}), None)
        if problem is None:
            complaints.append(_complain_of_rule(waiver, problems))
            continue
        matching = [finding for finding in kept if _excuses(waiver, problem, finding)]
        if not matching and not any(_says_missing(waiver, finding) for finding in kept):
            complaints.append(_complain_of_use(waiver, [f for f in kept if f.problem == problem]))
        elif matching and waiver.until is not None and waiver.until < today:
            complaints.append(_complain_of_age(waiver, today))
        else:
            excused += matching
            out = frozenset(matching)
            kept = [finding for finding in kept if finding not in out]
    return (*kept, *complaints), tuple(excused)


def _says_missing(waiver: Waiver, finding: Diagnostic) -> bool:
    """Whether what a waiver is about is not there; then nobody can tell whether the waiver is still needed."""
    about = bool(waiver.at) and waiver.at == finding.subject and _is_of_file(finding.place.path, waiver)
    return about and finding.problem.name in ("paper-missing", "item-not-minuted")


def _excuses(waiver: Waiver, problem: Problem, finding: Diagnostic) -> bool:
    return (
        finding.problem == problem
        and _is_of_file(finding.place.path, waiver)
        and (not waiver.at or waiver.at == finding.subject)
    )


def _is_of_file(path: str, waiver: Waiver) -> bool:
    """Whether a waiver speaks for a file: its own, or the CSV file of the same name, which can hold none itself."""
    own = waiver.place().path
    return path == own or (own.endswith(".yaml") and path == f"{own.removesuffix('.yaml')}.csv")


def _complain_of_rule(waiver: Waiver, problems: Collection[Problem]) -> Diagnostic:
    near = difflib.get_close_matches(waiver.rule, [problem.name for problem in problems], n=1)
    hint = f"write `{near[0]}`" if near else "see the list with `govdocs explain --list`"
    message = f"there is no rule `{waiver.rule}`; expected a rule's name or code"
    return Diagnostic(WAIVER_UNKNOWN_RULE, message, waiver.place("rule"), hint, length=len(waiver.rule))


def _complain_of_use(waiver: Waiver, of_the_rule: Sequence[Diagnostic]) -> Diagnostic:
    about = f" about `{waiver.at}`" if waiver.at else ""
    message = f"this waiver excuses nothing: there is no finding `{waiver.rule}`{about} in this file"
    subjects = sorted({finding.subject for finding in of_the_rule if _is_of_file(finding.place.path, waiver)})
    near = next((subject for subject in subjects if subject), "")
    hint = f"write `at: {near}` if that is what is meant, or remove the waiver" if near else "remove the waiver"
    return Diagnostic(WAIVER_UNUSED, message, waiver.place("rule"), hint, length=len(waiver.rule))


def _complain_of_age(waiver: Waiver, today: date) -> Diagnostic:
    message = f"this waiver for `{waiver.rule}` ended on {waiver.until}; today is {today}, so it excuses nothing"
    hint = "put the cause right, or give the waiver a new day and reason"
    return Diagnostic(WAIVER_EXPIRED, message, waiver.place("until"), hint, length=len(str(waiver.until)))
