"""The kinds of finding about the shape of records and the references between them: codes G201 to G299."""

from govdocs.diagnostics import Problem, Severity, always

ERROR = always(Severity.ERROR)
WARNING = always(Severity.WARNING)


def _problem(number: int, name: str, *parts: str) -> Problem:
    checks, why, wrong, right = parts
    page = f"Checks: {checks}\n\nWhy: {why}\n\nWrong:\n{wrong}\n\nRight:\n{right}\n"
    return Problem(f"G{number}", name, ERROR, page)


UNKNOWN_KEY = _problem(
    201,
    "unknown-key",
    "every key is one that its record knows.",
    "a key that nobody reads loses what was typed behind it, and a slip of the pen would go unnoticed.",
    "    titel: Second blood collection",
    "    title: Second blood collection",
)
MISSING_KEY = _problem(
    202,
    "missing-key",
    "a record has the keys that it cannot do without.",
    "a meeting without a date, or an action without an owner, cannot be put on paper.",
    "    body: ccb\n    start: 13:00",
    "    body: ccb\n    date: 2018-06-21\n    start: 13:00",
)
WRONG_TYPE = _problem(
    203,
    "wrong-type",
    "a value has the shape that its key asks for: text, a list, or keys and values.",
    "a list of one person is still a list; a program that guesses would guess wrong one day.",
    "    presenters: sue-lock",
    "    presenters: [sue-lock]",
)
WRONG_VALUE = _problem(
    204,
    "wrong-value",
    "a value is written as its key asks for, and fits the keys beside it.",
    "a number that cannot be read as one cannot be added up or compared.",
    "    number: six",
    "    number: 6",
)
BAD_CHOICE = _problem(
    205,
    "bad-choice",
    "a value is one of the words that its key knows.",
    "reports and rules count on the exact word, such as the outcome of a decision.",
    "    outcome: caried",
    "    outcome: carried",
)
BAD_DATE = _problem(
    206,
    "bad-date",
    "a date is a day of the calendar, written as year, month and day.",
    "03/04/2018 is March to one reader and April to another; 2018-04-03 is one day only.",
    "    date: 2018-06-31",
    "    date: 2018-06-30",
)
BAD_TIME = _problem(
    207,
    "bad-time",
    "a time is written on the clock of 24 hours with a colon.",
    "half past one can be night or day.",
    "    start: 1.30pm",
    "    start: 13:30",
)
BAD_SLUG = _problem(
    208,
    "bad-id",
    "an id has only lower-case letters, digits and hyphens.",
    "ids become names of files and parts of web addresses, and never change.",
    "    person: Spencer_Gay",
    "    person: spencer-gay",
)
UNKNOWN_BLOCK = _problem(
    209,
    "misplaced-block",
    "a record block stands in a document that has such blocks.",
    "a decision typed into a paper would never reach the minutes.",
    "    ```decision in a paper",
    "    ```decision in minutes.md",
)


def by_name(name: str) -> Problem:
    """The kind of finding of that name."""
    return next(value for value in globals().values() if isinstance(value, Problem) and value.name == name)
