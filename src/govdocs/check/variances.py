"""Rules about columns of variances, gaps and nets, though no formula says so: code G321.

What a column means is guessed from its label and confirmed by its own rows: where most rows follow, the rest are found.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from govdocs.check.columns import LEAST_SHARE, bare, best_fit, blur, complain, sum_of
from govdocs.check.figures import Figure, Figures, full_label
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule

_VARIANCE = re.compile(
    r"\bvarian\w*|\bdifference\b|\bvariation\w*|\bover/?\s?\(?under|\bunder/?\s?\(?over|\bchange\b|\bmovement\b|\bvar\b|\+/-"
    r"|\b(?:left|remaining|remainder|unspent|gap|shortfall|surplus|deficit|vacanc\w*|headroom|overspend\w*|underspend\w*)\b"
    r"|\b(?:increase|decrease|better|worse|outstanding|to find|uncommitted)\b",
    re.IGNORECASE,
)
_NET = re.compile(r"\bnet\b", re.IGNORECASE)
_TOTAL = re.compile(r"\btotal\b", re.IGNORECASE)
_PLAN = re.compile(
    r"plan|budget|target|forecast|previous|prior|last|establish|standard|profile|expected", re.IGNORECASE
)
_DONE = re.compile(r"actual|outturn|spen[dt]|in post|current|this|achieved|result|delivered|identified", re.IGNORECASE)
#: Rows that are better when they are larger; the others are costs, and often have the other sign.
_GAIN = re.compile(
    r"\bincome|\brevenue|\breceipts|\bfunding|\bgrants?\b|\bsurplus|\bdeficit|\bebitda|\bcontribution|\bmargin|\bprofit|\bsales"
    r"|\bfees\b|\binterest receivable|\bnet\b",
    re.IGNORECASE,
)
LEAST_RIGHT = 2


def look_for_wrong_variances(records: Records) -> Iterator[Found]:
    """Checks:
        A column called a variance, a change, a gap or what is left holds in each row the difference of two other
        columns, and a net column their sum or difference. Which two, and with which sign, most rows have to bear out;
        rows of income and rows of cost may have different signs.

    Looks at:
        Records: typed tables and data sets.

    Why:
        A variance with the wrong sign turns a shortfall into a saving.

    Wrong:
        ```table
        id: plan
        columns:
          - {id: item, label: Service}
          - {id: plan, label: Plan, unit: GBP}
          - {id: spent, label: Spent, unit: GBP}
          - {id: variance, label: Variance, unit: GBP}
        ---
        | Parks | 1,000 | 1,200 | 200 |
        | Roads | 2,000 | 1,900 | -100 |
        | Baths | 500 | 550 | -50 |
        | Trees | 300 | 310 | 10 |
        ```

    Right:
        ```table
        id: plan
        columns:
          - {id: item, label: Service}
          - {id: plan, label: Plan, unit: GBP}
          - {id: spent, label: Spent, unit: GBP}
          - {id: variance, label: Variance, unit: GBP}
        ---
        | Parks | 1,000 | 1,200 | 200 |
        | Roads | 2,000 | 1,900 | -100 |
        | Baths | 500 | 550 | 50 |
        | Trees | 300 | 310 | 10 |
        ```
    """
    for figures in records.figures:
        for position, column in enumerate(figures.columns):
            if not column.is_number or column.formula:
                continue
            if _VARIANCE.search(column.label):
                yield from _wrong_differences(figures, position)
            elif _NET.search(full_label(column)) and not _TOTAL.search(column.label):
                yield from _wrong_nets(figures, position)


def _wrong_differences(figures: Figures, position: int) -> Iterator[Found]:
    """The rows in which a column is not the difference of the two columns that it is in most."""
    group = figures.columns[position].group
    near = [n for n, other in enumerate(figures.columns) if n != position and other.group == group]
    best: tuple[int, int, tuple[int, int]] | None = None
    for pair in combinations(near, 2):
        if _can_differ(figures, position, *pair):
            right, wrong = _sizes(figures, position, pair)
            least = 1 if _are_plan_and_done(figures, pair) else LEAST_RIGHT
            share = LEAST_SHARE if right > 1 else Decimal("0.5")
            if right >= least and right >= (right + len(wrong)) * share:
                fit = (right, -len(wrong), pair)
                best = fit if best is None or fit[:2] > best[:2] else best
    if best is None:
        return
    pair = best[2]
    wrong = {**_sizes(figures, position, pair)[1], **_signs(figures, position, pair)}
    one, other = (full_label(figures.columns[n]) for n in pair)
    yield from complain(figures, position, dict(sorted(wrong.items())), f"the difference of {one} and {other}")


def _can_differ(figures: Figures, position: int, one: int, other: int) -> bool:
    """Whether a column may be the difference of two; that of two percentages is in points, and need not say so."""
    units = figures.columns[one].unit, figures.columns[other].unit
    unit = figures.columns[position].unit
    return units[0] == units[1] and (unit == units[0] or (units[0] == "percent" and unit in ("amount", "count")))


def _are_plan_and_done(figures: Figures, pair: tuple[int, int]) -> bool:
    one, other = (full_label(figures.columns[n]) for n in pair)
    return bool((_PLAN.search(one) and _DONE.search(other)) or (_DONE.search(one) and _PLAN.search(other)))


def _sizes(figures: Figures, position: int, pair: tuple[int, int]) -> tuple[int, dict[int, tuple[Figure, Decimal]]]:
    """In how many rows the column has the size of the difference, and the rows in which it has not."""
    way = 1 if sum(_ways(figures, position, pair).values()) >= 0 else -1
    slack = max(figures.tolerance, *(figures.rounding(n, 3) for n in (position, *pair)))
    right, wrong = 0, {}
    for number, row in enumerate(figures.lines):
        printed, one, other = (row[n].number for n in (position, *pair))
        if printed is None or one is None or other is None:
            continue
        if abs(abs(printed) - abs(one - other)) <= max(slack, blur(figures, row, position, pair)):
            right += bool(printed)
        else:
            size = abs(one - other)
            wrong[number] = (row[position], size.copy_sign(printed) if printed else (one - other) * way)
    return right, wrong


def _ways(figures: Figures, position: int, pair: tuple[int, int]) -> dict[int, int]:
    """The rows that have the size of the difference, with 1 where it is the first less the second, else -1."""
    slack = max(figures.tolerance, *(figures.rounding(n, 3) for n in (position, *pair)))
    found: dict[int, int] = {}
    for number, row in enumerate(figures.lines):
        printed, one, other = (row[n].number for n in (position, *pair))
        if printed is None or one is None or other is None:
            continue
        allowed = max(slack, blur(figures, row, position, pair))
        straight, turned = abs(printed - (one - other)) <= allowed, abs(printed - (other - one)) <= allowed
        if straight != turned:
            found[number] = 1 if straight else -1
    return found


def _signs(figures: Figures, position: int, pair: tuple[int, int]) -> Mapping[int, tuple[Figure, Decimal]]:
    """The one row among its like whose sign is not theirs; rows of income and rows of cost are apart."""
    ways = _ways(figures, position, pair)
    wrong: dict[int, tuple[Figure, Decimal]] = {}
    lines = figures.lines
    if any((row[position].number or 0) < 0 for row in lines):
        for is_gain in (True, False):
            alike = {n: way for n, way in ways.items() if _is_gain(lines[n], pair) is is_gain}
            counts = Counter(alike.values()).most_common()
            if len(counts) > 1 and counts[1][1] == 1 and counts[0][1] >= LEAST_RIGHT:
                number = next(n for n, way in alike.items() if way != counts[0][0])
                one, other = (lines[number][n].number or Decimal(0) for n in pair)
                wrong[number] = (lines[number][position], (one - other) * counts[0][0])
    return wrong


def _is_gain(row: Sequence[Figure], pair: tuple[int, int]) -> bool:
    """Whether a row is better when its number is larger: income, a surplus, costs with a minus."""
    values = [row[n].number or Decimal(0) for n in pair]
    return _GAIN.search(_label(row)) is not None or (min(values) < 0 and max(values) <= 0)


def _label(row: Sequence[Figure]) -> str:
    return next((cell.text for cell in row if re.search("[A-Za-z]{2}", cell.text)), "")


def _wrong_nets(figures: Figures, position: int) -> Iterator[Found]:
    """The rows in which a net column is not the sum, or the difference, of the same columns of two other groups."""
    column = figures.columns[position]
    alike = [
        n
        for n, other in enumerate(figures.columns)
        if n < position and other.unit == column.unit and (not column.group or bare(other.label) == bare(column.label))
    ]
    pairs = list(permutations(alike, 2))
    for compute, word in ((sum_of, "and"), (_difference, "less")):
        if (found := best_fit(figures, position, pairs, compute)) is not None:
            one, other = (full_label(figures.columns[n]) for n in found[0])
            yield from complain(figures, position, found[1], f"{one} {word} {other}")
            return


def _difference(values: Sequence[Decimal]) -> Decimal:
    return values[0] - values[1]


RULES: tuple[RecordRule, ...] = (
    record_rule("G321", "variance-differs", WARNS, look_for_wrong_variances, heuristic=True),
)
