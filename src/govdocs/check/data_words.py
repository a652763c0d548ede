"""Rules about the words of tables and data sets: values, indicators, years, groups: codes G356 to G359."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from govdocs.check.figures import full_label
from govdocs.check.listed_cells import look_for_unlisted_cells
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import distance, is_near
from govdocs.check.writings import Role
from govdocs.diagnostics import Related
from govdocs.model.data_sets import DataSet
from govdocs.model.papers import Paper
from govdocs.places import Place

_PLAN = re.compile(r"\b(?:plan|planned|budget|target)\b", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:20)?(?P<first>\d\d)\s?[/\u2013-]\s?(?:20)?(?P<last>\d\d)\b")
_VALUE = re.compile(r"[A-Za-z][A-Za-z /&,'-]{3,39}")
_NUMBERED = re.compile(r"^(?P<code>\d{1,2}(?:\.\w{1,3})+|\d{1,2}[a-z])\s+(?P<words>.{30,})$")
_CODE = re.compile(r"[A-Z]{0,4}[-. ]?\d+(?:\.\w+)*[a-z]?", re.IGNORECASE)
_INDICATOR = re.compile(
    r"indicator|measure|kpi|target|standard|objective|description|metric|outcome|proposal|question", re.IGNORECASE
)
#: Fewer words may well be said of two indicators.
LEAST_WORDS = 6
LEAST_ROWS, MOST_SLIPS = 6, 3
RATINGS = ("red", "amber", "green", "blue", "grey", "yellow")


def look_for_nearly_equal_values(records: Records) -> Iterator[Found]:
    """Checks:
        A column that holds a few words again and again (a status, a type, a group) has each of them in one spelling.
        One finding a column.

    Looks at:
        Records: typed tables and data sets.

    Why:
        What is spelt two ways is counted as two groups.

    Example:
        A column of purposes has one of them with a small letter once and a capital elsewhere.

    Wrong:
        ```table
        id: works
        columns: [{id: name, label: Scheme}, {id: state, label: State}]
        ---
        | Parks | On track |
        | Roads | Delayed |
        | Baths | On Track |
        | Trees | On track |
        | Lamps | Delayed |
        | Bins | On track |
        ```

    Right:
        ```table
        id: works
        columns: [{id: name, label: Scheme}, {id: state, label: State}]
        ---
        | Parks | On track |
        | Roads | Delayed |
        | Baths | On track |
        | Trees | On track |
        | Lamps | Delayed |
        | Bins | On track |
        ```
    """
    unlisted = {found.place for found in look_for_unlisted_cells(records)}  # these have a finding already
    for figures in records.figures:
        for position, column in enumerate(figures.columns):
            cells = [row[position] for row in figures.rows if _VALUE.fullmatch(row[position].text)]
            counts = Counter(cell.text for cell in cells)
            is_rated = len([text for text in counts if text.lower() in RATINGS]) > 1
            is_few = len(cells) >= LEAST_ROWS and len(counts) * 2 <= len(cells)
            if column.is_number or not (is_few or is_rated):
                continue
            for cell in cells:
                usual = next((text for text, _ in counts.most_common() if _is_other_spelling(cell.text, text)), None)
                is_slip = (is_rated or counts[cell.text] < counts[usual or ""]) and counts[cell.text] <= MOST_SLIPS
                if usual and is_slip and cell.place not in unlisted:
                    message = f"`{cell.text}` in `{column.label}`, and elsewhere `{usual}`; expected one spelling"
                    yield Found(cell.place, message, "write them alike", length=len(cell.text), subject=figures.subject)
                    break


@lru_cache(maxsize=4096)
def _is_other_spelling(one: str, other: str) -> bool:
    left, right = (re.sub(r"[^a-z]", "", text.lower()) for text in (one, other))
    is_rating = right in RATINGS and left not in RATINGS and distance(left, right, 1) == 1
    return one != other and (left == right or is_near(left, right) or is_rating)


def look_for_indicators_twice(records: Records) -> Iterator[Found]:
    """Checks:
        No two indicators with different codes have the same words, in a list or in the rows of a table.

    Looks at:
        Prose, typed tables and data sets.

    Why:
        One of the two was to be something else, and is not reported.

    Example:
        A plan lists one proportion of patients under 3.4 and again, word for word, under 3.6.

    Wrong:
        ```table
        id: indicators
        columns: [{id: code, label: Code}, {id: words, label: Indicator}]
        ---
        | 3.4 | Proportion of patients with an improvement at six months |
        | 3.6 | Proportion of patients with an improvement at six months |
        ```

    Right:
        ```table
        id: indicators
        columns: [{id: code, label: Code}, {id: words, label: Indicator}]
        ---
        | 3.4 | Proportion of patients with an improvement at six months |
        | 3.6 | Proportion of patients offered help after they leave hospital |
        ```
    """
    for figures in records.figures:
        named = [n for n, column in enumerate(figures.columns) if n and _INDICATOR.search(column.label)]
        coded = [row for row in figures.rows if row and _CODE.fullmatch(row[0].text.strip("* "))]
        cells = [(row[0].text, row[n].text, row[n].place) for row in coded for n in named[:1]]
        yield from _twice(cells, figures.subject)
    for writing in records.writings:
        found: list[tuple[str, str, Place]] = []
        for paragraph in writing.paragraphs:
            if paragraph.role is Role.BLOCK:
                continue
            if paragraph.marker and "." in paragraph.marker.rstrip(".)"):
                found.append((paragraph.marker, paragraph.text, paragraph.place))
            elif match := _NUMBERED.match(paragraph.text):
                found.append((match["code"], match["words"], paragraph.at(match.start("words"))))
        # A plan may name an indicator under several aims; with one code it is one.
        yield from _twice(found, "")


def _twice(found: Sequence[tuple[str, str, Place]], subject: str) -> Iterator[Found]:
    seen: dict[str, tuple[str, Place]] = {}
    for code, words, place in found:
        key = " ".join(re.findall(r"[a-z]+", words.lower()))
        if len(key.split()) < LEAST_WORDS:
            continue
        before, there = seen.setdefault(key, (code, place))
        if before.rstrip(".)") != code.rstrip(".)"):
            message = f"`{words[:60]}` is {code} here and {before} elsewhere; expected one code, or other words"
            related = (Related(there, f"as {before}"),)
            yield Found(place, message, "correct the words or the code", related, subject=subject)


def look_for_columns_of_another_year(records: Records) -> Iterator[Found]:
    """Checks:
        A column of a data set that names a year names that of the data set's period.

    Looks at:
        Records: `period` and column labels of data sets.

    Why:
        A target of last year beside this year's figures is met, or missed, by accident.

    Wrong:
        # meetings/board/2026-05-14/papers/works/paper.md
        ---
        title: Works
        authors: [alex-example]
        ---
        # meetings/board/2026-05-14/papers/works/works.yaml
        title: Works
        csv: works.csv
        key: name
        period: 2025/26
        empty_cell: unknown
        columns: [{id: name, label: Scheme}, {id: target, label: Target 2024/25, unit: GBP}]
        # meetings/board/2026-05-14/papers/works/works.csv
        name,target
        Parks,100

    Right:
        # meetings/board/2026-05-14/papers/works/paper.md
        ---
        title: Works
        authors: [alex-example]
        ---
        # meetings/board/2026-05-14/papers/works/works.yaml
        title: Works
        csv: works.csv
        key: name
        period: 2025/26
        empty_cell: unknown
        columns: [{id: name, label: Scheme}, {id: target, label: Target 2025/26, unit: GBP}]
        # meetings/board/2026-05-14/papers/works/works.csv
        name,target
        Parks,100
    """
    for _, data in _data_sets(records):
        if data.facts.period is None:
            continue
        first, last = data.facts.period.first, data.facts.period.last
        for column in data.facts.columns:
            label = full_label(column)
            years = [match for match in _YEARS.finditer(label) if int(match["last"]) == (int(match["first"]) + 1) % 100]
            if (
                _PLAN.search(label)
                and years
                and not any(first.year <= 2000 + int(match["first"]) <= last.year for match in years)
            ):
                message = f"`{label}` in data for {data.facts.period.text}; expected a column of that time"
                hint = "correct the label or `period`, or say in a waiver why it is there"
                yield Found(column.place("label"), message, hint, length=len(column.label), subject=f"data {data.id}")


def look_for_other_classifications(records: Records) -> Iterator[Found]:
    """Checks:
        Data sets that are compared by groups (`agrees_with` and `by`) are grouped by one version of the vocabulary.

    Looks at:
        Records: `classification` of data sets that agree with each other.

    Why:
        Two versions of a list have groups of one name that hold different things.

    Wrong:
        # meetings/board/2026-05-14/papers/works/paper.md
        ---
        title: Works
        authors: [alex-example]
        ---
        # meetings/board/2026-05-14/papers/works/works.yaml
        title: Works
        csv: works.csv
        key: area
        empty_cell: unknown
        classification: areas-2025
        columns: [{id: area, label: Area}, {id: plan, label: Plan, unit: GBP}]
        agrees_with: [{data: schemes, by: [area], columns: {plan: plan}}]
        # meetings/board/2026-05-14/papers/works/works.csv
        area,plan
        Parks,100
        # meetings/board/2026-05-14/papers/works/schemes.yaml
        title: Schemes
        csv: schemes.csv
        key: name
        empty_cell: unknown
        classification: areas-2026
        columns: [{id: name, label: Scheme}, {id: area, label: Area}, {id: plan, label: Plan, unit: GBP}]
        # meetings/board/2026-05-14/papers/works/schemes.csv
        name,area,plan
        Trees,Parks,100

    Right:
        # meetings/board/2026-05-14/papers/works/paper.md
        ---
        title: Works
        authors: [alex-example]
        ---
        # meetings/board/2026-05-14/papers/works/works.yaml
        title: Works
        csv: works.csv
        key: area
        empty_cell: unknown
        classification: areas-2026
        columns: [{id: area, label: Area}, {id: plan, label: Plan, unit: GBP}]
        agrees_with: [{data: schemes, by: [area], columns: {plan: plan}}]
        # meetings/board/2026-05-14/papers/works/works.csv
        area,plan
        Parks,100
        # meetings/board/2026-05-14/papers/works/schemes.yaml
        title: Schemes
        csv: schemes.csv
        key: name
        empty_cell: unknown
        classification: areas-2026
        columns: [{id: name, label: Scheme}, {id: area, label: Area}, {id: plan, label: Plan, unit: GBP}]
        # meetings/board/2026-05-14/papers/works/schemes.csv
        name,area,plan
        Trees,Parks,100
    """
    for paper, data in _data_sets(records):
        for agreement in data.facts.agrees_with:
            other = paper.data_sets.get(agreement.data)
            own, their = data.facts.classification, other.facts.classification if other else ""
            if agreement.by and own and their and own != their:
                message = f"`{data.id}` is grouped by `{own}`; expected `{their}`, as `{agreement.data}` is"
                hint = "group both by one version, or compare the grand totals only"
                yield Found(agreement.place("data"), message, hint, subject=f"data {data.id}")


def _data_sets(records: Records) -> Iterator[tuple[Paper, DataSet]]:
    for paper in records.library.papers.values():
        for data in paper.data_sets.values():
            yield paper, data


RULES: tuple[RecordRule, ...] = (
    record_rule("G356", "value-spelt-two-ways", NOTED, look_for_nearly_equal_values, heuristic=True),
    record_rule("G357", "indicator-twice", WARNS, look_for_indicators_twice, heuristic=True),
    record_rule("G358", "column-of-another-year", WARNS, look_for_columns_of_another_year),
    record_rule("G359", "classifications-differ", WARNS, look_for_other_classifications),
)
