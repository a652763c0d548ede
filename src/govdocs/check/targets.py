"""Rules about tables that hold results against their targets: code G369."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govdocs.check.figures import Figure, Figures, full_label, read_amount
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule

_TARGET = re.compile(r"\b(?:target|standard|threshold|goal|ambition)\b", re.IGNORECASE)
_NOT_A_RESULT = re.compile(
    r"varian|change|trend|previous|prior|last|difference|gap|\brank|%\s*of|against|weight|april 20", re.IGNORECASE
)
_STATUS = re.compile(r"\b(?:met|achiev\w*|status|rag|rating|rated|performance|on target|pass\w*)\b", re.IGNORECASE)
_GOOD = re.compile(r"^\W*(?:yes|y|met|achieved|green|on target|above target|pass(?:ed)?|✓|✔)\W*$", re.IGNORECASE)
_BAD = re.compile(r"^\W*(?:no|n|not met|missed|not achieved|red|below target|failed|fail|✗|✘|x)\W*$", re.IGNORECASE)
#: What is better when it is less.
_LESS = re.compile(
    r"\b(?:sickness|absence|vacanc\w*|turnover|arrears|voids?|late\b|delay\w*|error\w*|fail\w*|complaint|cancel\w*"
    r"|infections?|falls|incidents|overdue|loss\w*|cost|spend\w*|agency|debt\w*|wait(?:ing)? (?:time|list)|days to"
    r"|turnaround|time to|average (?:time|days|number)|re-?admission|mortality|crime|accidents|missed|empty"
    r"|unoccupied|homeless\w*|rate of)",
    re.IGNORECASE,
)
#: Green may begin a little below the target.
GREEN = Decimal("0.05")
LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class _Judged:
    """A row that holds a result against a target, and whether its last word is that it was reached."""

    name: str
    target: Figure
    result: Figure
    status: Figure
    is_good: bool
    is_above: bool


def look_for_results_judged_wrongly(records: Records) -> Iterator[Found]:
    """Checks:
        In a table with a target, a result and a word on whether it was reached ("met", "yes", "green"), no row is said
        to have reached a target that its result misses, or the other way round, if the other rows are judged rightly.
        Amber is any side of a target; where less is better, or may be, nothing is said.

    Looks at:
        Typed tables and data sets.

    Why:
        The figure is brought up to date each month, and the word beside it is copied.

    Example:
        A board was told that a standard of 95% had been met, beside a result of 91.2%.

    Wrong:
        ```table
        id: standards
        columns: [{id: is, label: Name}, {id: target, label: Target}, {id: may, label: May}, {id: met, label: Met}]
        ---
        | Seen within four hours | 95% | 91.7% | No |
        | Treated within 18 weeks | 92% | 92.1% | Yes |
        | Tested within six weeks | 99% | 97.3% | Yes |
        | Answered in time | 90% | 93.0% | Yes |
        ```

    Right:
        ```table
        id: standards
        columns: [{id: is, label: Name}, {id: target, label: Target}, {id: may, label: May}, {id: met, label: Met}]
        ---
        | Seen within four hours | 95% | 91.7% | No |
        | Treated within 18 weeks | 92% | 92.1% | Yes |
        | Tested within six weeks | 99% | 97.3% | No |
        | Answered in time | 90% | 93.0% | Yes |
        ```
    """
    for figures in records.figures:
        judged = list(_judged(figures))
        wrong = [one for one in judged if one.is_good is not one.is_above]
        if len(judged) < LEAST_ROWS or len(wrong) * 3 > len(judged):
            continue
        for one in wrong:
            side = "reaches" if one.is_above else "misses"
            message = f"`{one.status.text}` for `{one.name}`, whose `{one.result.text}` {side} `{one.target.text}`"
            hint = "correct the word, the result or the target, or say that less is better"
            yield Found(
                one.status.place, f"{message}; expected the word and the figures to agree", hint,
                length=max(1, len(one.status.text)), subject=figures.subject,
            )  # fmt: skip


def _judged(figures: Figures) -> Iterator[_Judged]:
    """The rows with a target, a result and a plain word; where several columns hold results, the last before it."""
    labels = [full_label(column) for column in figures.columns]
    target = next((n for n, label in enumerate(labels) if n and _TARGET.search(label)), None)
    status = next(
        (
            n
            for n, label in enumerate(labels)
            if n and n != target and (_STATUS.search(label) or not label) and _is_said(figures, n)
        ),
        None,
    )
    if target is None or status is None:
        return
    results = [n for n in range(1, len(labels)) if n not in (target, status) and _is_result(figures, n)]
    for row in figures.lines if results else ():
        result = row[max((n for n in results if n < status), default=results[-1])]
        values = _amount(row[target]), _amount(result)
        good, bad = _GOOD.match(row[status].text), _BAD.match(row[status].text)
        name = (
            row[0].text.strip("* ")
            if row[0].text.strip("* ") and not row[0].text.strip()[:1].isdigit()
            else row[1].text
        )
        if values[0] is not None and values[1] is not None and (good or bad) and not _LESS.search(name):
            if "<" in row[target].text or "≤" in row[target].text or _is_small(row[target]):
                continue
            if re.search("green", row[status].text, re.IGNORECASE) and 0 < values[0] - values[1] <= values[0] * GREEN:
                continue
            yield _Judged(name, row[target], result, row[status], bool(good), values[1] >= values[0])


def _is_said(figures: Figures, position: int) -> bool:
    """Whether a column says of most rows that they are good or bad."""
    cells = [row[position].text for row in figures.lines]
    said = [text for text in cells if _GOOD.match(text) or _BAD.match(text)]
    return len(said) >= LEAST_ROWS - 1 and len(said) * 3 >= len(cells)


def _is_result(figures: Figures, position: int) -> bool:
    """Whether a column holds readings that can be held against a target: in percent, as that is."""
    if _NOT_A_RESULT.search(full_label(figures.columns[position])):
        return False
    return sum(_amount(row[position]) is not None for row in figures.lines) * 2 > len(figures.lines)


def _is_small(cell: Figure) -> bool:
    """Whether a target is a small percentage, which one means to stay under."""
    number = _amount(cell)
    return "%" in cell.text and number is not None and abs(number) < 50  # noqa: PLR2004 (half)


def _amount(cell: Figure) -> Decimal | None:
    return cell.number if cell.number is not None else read_amount(re.sub(r"^[≥>=\s]+", "", cell.text))


RULES: tuple[RecordRule, ...] = (
    record_rule("G369", "result-judged-wrongly", WARNS, look_for_results_judged_wrongly, heuristic=True),
)
