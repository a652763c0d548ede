"""The kinds of finding about the shape of records and the references between them: codes G201 to G299."""

from govdocs.diagnostics import Problem, Severity, always

ERROR = always(Severity.ERROR)


def _problem(number: int, name: str, *parts: str) -> Problem:
    checks, why, wrong, right = (part if part.startswith(" ") else part[:1].upper() + part[1:] for part in parts)
    page = f"Checks: {checks}\n\nWhy: {why}\n\nWrong:\n\n{wrong}\n\nRight:\n\n{right}\n"
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
    "    body: board\n    start: 13:00",
    "    body: board\n    date: 2018-06-21\n    start: 13:00",
)
WRONG_TYPE = _problem(
    203,
    "wrong-type",
    "a value has the shape that its key asks for: text, a list, or keys and values.",
    "a list of one person is still a list; a program that guesses would guess wrong one day.",
    "    presenters: ann-lee",
    "    presenters: [ann-lee]",
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
    "    person: Ann_Lee",
    "    person: ann-lee",
)
UNKNOWN_BLOCK = _problem(
    209,
    "misplaced-block",
    "a record block stands in a document that has such blocks.",
    "a decision typed into a paper would never reach the minutes.",
    "    ```decision in a paper",
    "    ```decision in minutes.md",
)
UNKNOWN_ANSWER = _problem(
    210,
    "unknown-answer",
    "every answer under `form` belongs to a field of the body's form.",
    "an answer without a field would never be printed.",
    "    form: {involvment: blank}",
    "    form: {involvement: blank}",
)
WRONG_ANSWER = _problem(
    211,
    "wrong-answer",
    "an answer is of the kind that its field asks for: words, a date, people, lines of a check-list, cells of a grid.",
    "what the form cannot hold cannot be printed on it.",
    "    form: {objectives: outcomes}",
    "    form: {objectives: [outcomes]}",
)
UNKNOWN_ID = _problem(
    212,
    "unknown-id",
    "an id leads to a record that is there.",
    "a slip of the pen in an id would cut the link between a paper and its author, an action and its meeting.",
    "    chair: an-lee",
    "    chair: ann-lee",
)
DUPLICATE_ID = _problem(
    213,
    "duplicate-id",
    "an id is used once among its like.",
    "two things with one name cannot be told apart by a link.",
    "    - {item: budget, title: Budget}\n    - {item: budget, title: Budget again}",
    "    - {item: budget, title: Budget}\n    - {item: budget-review, title: Budget again}",
)
PAPER_TWICE = _problem(
    214,
    "paper-twice",
    "a paper is a file or a folder with `paper.md`, not both.",
    "nobody could say which of the two goes out.",
    "    papers/plan.md and papers/plan/paper.md",
    "    papers/plan/paper.md",
)
UNKNOWN_FILE = _problem(
    215,
    "unknown-file",
    "every file under `records/` and `meetings/` is one that the layout knows.",
    "a file in the wrong place, or with a slip in its name, would be left out without a word.",
    "    records/persons.yaml",
    "    records/people.yaml",
)
MISSING_FILE = _problem(
    216,
    "missing-file",
    "a file that a record names lies where the record says.",
    "a table without its figures cannot be printed.",
    "    csv: dashbord.csv",
    "    csv: dashboard.csv",
)
UNKNOWN_PART = _problem(
    217,
    "unknown-part",
    "a heading of the first level in a paper begins a field of the form, the report or an appendix.",
    "the cover sheet and the report are printed apart; what belongs to neither would be lost.",
    "    # Introduction",
    "    # Report\n\n    ## Introduction",
)
MISPLACED_HEADING = _problem(
    218,
    "misplaced-heading",
    "the items of minutes begin with headings of the second level, each with an id.",
    "without its id an item cannot be held against the agenda.",
    "    # Budget",
    "    ## Budget {#budget}",
)
DATA_COLUMN = _problem(
    219,
    "data-column",
    "the first row of a CSV file holds exactly the ids of the data set's columns.",
    "a column that nobody describes, or that is not there, would be left out or printed empty.",
    "    scheme,plan,forcast",
    "    scheme,plan,forecast",
)
DATA_NUMBER = _problem(
    220,
    "data-number",
    "a cell in a column of numbers is a number or empty.",
    "words among figures cannot be added up.",
    "    3,tbc",
    "    3,",
)
TABLE_SHAPE = _problem(
    221,
    "table-shape",
    "every row of a table has as many cells as the table has columns.",
    "a bar too many or too few moves figures into the wrong column.",
    "    | Staffing | 49,608 | 12 |   (two columns)",
    "    | Staffing | 49,608 |",
)
ATTENDANCE = _problem(
    222,
    "contradictory-attendance",
    "nobody is present and absent, or leaves before arriving, or is listed twice.",
    "the roll decides on quorum and votes; it cannot say two things.",
    "    present: [ann-lee]\n    apologies: [ann-lee]",
    "    present: [ann-lee]",
)
EMPTY_BLOCK = _problem(
    223,
    "empty-block",
    "a decision, an action, a question or a table says something.",
    "a resolution without words would print as a lead-in with nothing behind it.",
    "    ```decision\n    how: consensus\n    outcome: carried\n    ```",
    "    ```decision\n    parts: [{verb: note, text: the report}]\n    how: consensus\n    outcome: carried\n    ```",
)
CHART_EMPTY = _problem(
    224,
    "chart-without-data",
    "a chart has figures to draw.",
    "an empty field with two axes tells a reader nothing, and hides that figures are missing.",
    "    ```chart\n    kind: line\n    data: savings\n    series: [march]\n    ```",
    "    ```chart\n    kind: line\n    data: savings\n    series: [plan, forecast]\n    ```",
)
UNKNOWN_PERIOD = _problem(
    225,
    "unknown-period",
    "the periods that a chart draws are rows of its data set.",
    "a period that is left out in silence bends the line, and with it what the reader sees.",
    "    periods: [2018-04, 2018-13]",
    "    periods: [2018-04, 2018-05]",
)


def by_name(name: str) -> Problem:
    """The kind of finding of that name."""
    return next(value for value in globals().values() if isinstance(value, Problem) and value.name == name)
