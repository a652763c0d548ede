"""Rules about one figure with two values in a document: codes G315 to G317."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from govdocs.check.figures import Figures
from govdocs.check.quantities import Kind, Quantity, quantities
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Role, Writing
from govdocs.diagnostics import Related
from govdocs.model.minutes import Minutes
from govdocs.model.papers import Paper
from govdocs.model.terms_of_reference import TermsOfReference
from govdocs.places import Place

_STOP_WORDS = """
    a an the of to in on at by for from with and or is are was were be been being has have had will would should can
    could may this that these those it its their our we they which who as not per cent about around approximately nearly
    almost over under than more less up all also into out so
"""
_STOP = frozenset(_STOP_WORDS.split())
#: Words that tell two figures of one thing apart.
_APART = re.compile(
    r"^(?:\d.*|first|second|third|last|next|previous|current\w*|before|after|previously|pre|post|east|west|north|south|city"
    r"|county|male|female|plan\w*|target\w*|actual\w*|forecast\w*|budget\w*|total\w*|q[1-4]|month\w*|year\w*|week\w*|day\w*"
    r"|january|february|march|april|june|july|august|september|october|november|december|health|social|high\w*|low\w*"
    r"|admitted|non|incomplete|complete\w*|rise|rose|fall|fell|increas\w*|decreas\w*|reduc\w*|down|standard|minimum|maximum"
    r"|further|additional\w*|another|other|remain\w*|rest|best|worst|initial\w*|final\w*|original\w*|new|old|former\w*|each|both|only|one|two|three|four)$"
)
#: What leads a paper: its figures are those of the report.
_LED = ("recommendations", "summary", "executive-summary", "purpose")
LEAST_SHARED = 3
_SHORT_COLUMN = 30
_EXACT_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in a sentence, and the words around it that tell what it is."""

    quantity: Quantity
    words: frozenset[str]
    capitals: frozenset[str]
    portion: str
    place: Place
    is_total: bool = False
    sentence: Place | None = None
    items: Place | None = None  # the list whose item tells of it, by the place of the list's first item


#: One figure takes the place of another.
_INSTEAD = re.compile(
    r"\b(?:not|instead of|rather than|replaces|previously|formerly|originally|revised|corrected|restated)\b"
)


def look_for_slipped_digits(records: Records) -> Iterator[Found]:
    """Checks:
        Of two large sums in a document, of which one is a total or stands in the summary or a recommendation, neither
        is the other with a single digit changed or two digits swapped.

    Looks at:
        Prose of papers, and the totals of their tables; in minutes, sums against totals only.

    Why:
        £48,608 and £49,608 in one paper are one sum, mistyped once.

    Example:
        What was asked for is £48,608 in one paragraph and £49,608 in the table under it.

    Wrong:
        The hall asks for £48,608 a year. The board is asked for a contribution of £49,608.

    Right:
        The hall asks for £48,608 a year. The board is asked for a contribution of £48,608.
    """
    for writing in records.writings:
        if isinstance(writing.source, TermsOfReference):
            continue
        figures = writing.source.header.figures if isinstance(writing.source, Paper) else ()
        mentions = [one for one in _mentions(writing) if _digits(one.quantity) >= _EXACT_DIGITS]
        mentions += list(_printed_totals(records, writing))
        said: set[frozenset[Decimal]] = set()
        cells = _cells(records, writing)
        told_together = [
            {number.value for number in quantities(sentence)}
            for _, _, sentence in writing.sentences()
            if _INSTEAD.search(sentence)
        ]
        for one, other in combinations(mentions, 2):
            pair = frozenset({one.quantity.value, other.quantity.value})
            alike = one.quantity.kind is other.quantity.kind and _one_digit_apart(one.quantity, other.quantity)
            is_linked = pair & {abs(figure.value) * _unit(figure.unit) for figure in figures}
            if isinstance(writing.source, Minutes) and not (one.is_total or other.is_total):
                continue  # minutes tell of many sums that have nothing to do with each other
            is_led = any(mention.is_total or mention.portion in _LED for mention in (one, other))
            in_tables = [_is_in_tables(value, cells) for value in pair]
            # Two sums that the tables have, or one of them and another that is told of in other words.
            is_other = any(in_tables) and not is_led and not one.words & other.words
            if alike and (all(in_tables) or is_other):
                continue
            # A sentence that has both tells them apart: "now £49,608, not £48,608".
            if alike and any(pair <= values for values in told_together):
                continue
            if alike and pair not in said and not is_linked and not (one.is_total and other.is_total):
                said.add(pair)
                message = f"`{other.quantity.text}` is `{one.quantity.text}` with a digit changed; expected one figure"
                related = (Related(one.place, "the other figure"),)
                hint = "correct one of the two, or waive this if they are two figures"
                subject = f"figure {other.quantity.text}"
                yield Found(other.place, message, hint, related, len(other.quantity.text), subject)


def look_for_contradictions(records: Records) -> Iterator[Found]:
    """Checks:
        What two sentences of a document say with nearly the same words about a figure, they say with the same figure.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        The target is either 66.7% or 67.7%; the reader cannot know which.

    Example:
        A plan gives the national rate of dementia diagnosis as 66.7%, 67% and 67.7%.

    Wrong:
        We will raise the dementia diagnosis rate to the national standard of 66.7%. Later: the plan takes the dementia
        diagnosis rate to the national standard of 67.7%.

    Right:
        We will raise the dementia diagnosis rate to the national standard of 66.7%. Later: the plan takes the dementia
        diagnosis rate to the national standard of 66.7%.
    """
    for writing in records.writings:
        mentions = [one for one in _mentions(writing) if one.words]
        told = {one.quantity.value for one in _mentions(writing) if one.quantity.kind is Kind.MONEY}
        said: set[str] = set()
        for one, other in combinations(mentions, 2):
            if not _contradicts(one, other):
                continue
            shared = " ".join(sorted(one.words & other.words))
            # A figure that is told again, as wrong as before, is one slip.
            pair = f"{one.quantity.text} {other.quantity.text} {shared}"
            # Of £170,000 that are asked for, £70,000 and £100,000 are the parts.
            is_money = one.quantity.kind is Kind.MONEY
            is_part = is_money and abs(one.quantity.value - other.quantity.value) in told
            if not said & {str(other.place), pair} and not is_part:
                said |= {str(other.place), pair}
                message = f"`{other.quantity.text}`, and elsewhere `{one.quantity.text}`, in nearly the same words; "
                message += "expected one figure"
                related = (Related(one.place, "the other figure"),)
                hint = "correct one of the two, or say what is different"
                yield Found(
                    other.place, message, hint, related, len(other.quantity.text), f"figure {other.quantity.text}"
                )


def look_for_cut_figures(records: Records) -> Iterator[Found]:
    """Checks:
        A sum in thousands or millions is the full sum rounded, not cut off: 48,608 is £49k.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        The board approves the smaller sum and pays the larger.

    Example:
        £48,608 became £48k on the cover.

    Wrong:
        The hall asks for £48k. In full this is £48,608 a year.

    Right:
        The hall asks for £49k. In full this is £48,608 a year.
    """
    for writing in records.writings:
        header = writing.source.header if isinstance(writing.source, Paper) else None
        linked = {abs(figure.value) * _unit(figure.unit) for figure in header.figures} if header else set()
        mentions = [one for one in _mentions(writing) if one.quantity.kind is Kind.MONEY]
        full = [one for one in mentions if one.quantity.step <= 1 and _digits(one.quantity) >= _EXACT_DIGITS]
        for short in mentions:
            step = short.quantity.step
            near = [one for one in full if step >= 1000 and abs(one.quantity.value - short.quantity.value) < step]  # noqa: PLR2004
            if near and not any(short.quantity.says(one.quantity.value, Decimal("0.01")) for one in near):
                cut = [one for one in near if one.quantity.value // step * step == short.quantity.value]
                cut = [one for one in cut if one.quantity.value not in linked]
                if cut:
                    message = f"`{short.quantity.text}` is `{cut[0].quantity.text}` cut off; expected it rounded"
                    related = (Related(cut[0].place, "the full sum"),)
                    yield Found(short.place, message, "round the sum", related, len(short.quantity.text), "figure cut")


@lru_cache(maxsize=1024)
def _mentions(writing: Writing) -> tuple[Mention, ...]:
    return tuple(_read_mentions(writing))


def _read_mentions(writing: Writing) -> Iterator[Mention]:
    for portion in writing.portions:
        items: Place | None = None
        for paragraph in portion.paragraphs:
            items = (items or paragraph.place) if paragraph.role is Role.ITEM else None
            if paragraph.role not in (Role.HEADING, Role.BLOCK):
                for offset, sentence in paragraph.sentences():
                    yield from _in_sentence(portion.name, paragraph, offset, sentence, items)


def _in_sentence(
    portion: str, paragraph: Paragraph, offset: int, sentence: str, items: Place | None
) -> Iterator[Mention]:
    # The 6 of "6wks" and "18wks" is part of a word.
    found = [one for one in quantities(sentence) if not sentence[one.end : one.end + 1].isalpha()]
    for number, quantity in enumerate(found):
        begin, reach = found[number - 1].end if number else 0, 9
        if number and re.match(r"\s*to\b", sentence[begin : quantity.start]):
            reach = 11
            begin = found[number - 2].end if number > 1 else 0  # "from 57.5% to 67.7%" is of what stands before both
        end = found[number + 1].start if number + 1 < len(found) else len(sentence)
        before = re.split(r"[;:(]", sentence[begin : quantity.start])[-1]
        after = re.split(r"[;:,()]|^\s*to\b", sentence[quantity.end : end])[0]
        near = [*re.findall(r"[A-Za-z][\w'-]*", before)[-reach:], *re.findall(r"[A-Za-z][\w'-]*", after)[:6]]
        words = frozenset(_stem(word) for word in near if word.lower() not in _STOP and len(word) > 1)
        capitals = frozenset(word.lower() for word in near if word[0].isupper())
        begins = paragraph.at(offset)
        place = paragraph.at(offset + quantity.start)
        yield Mention(quantity, words, capitals, portion, place, sentence=begins, items=items)


def _stem(word: str) -> str:
    bare = word.lower().removesuffix("'s")
    return bare[:-1] if bare.endswith("s") and len(bare) > 4 else bare  # noqa: PLR2004


def _contradicts(one: Mention, other: Mention) -> bool:
    left, right = one.quantity, other.quantity
    # One sentence tells of two figures: "reduced from £390 to £83", "between £600 and £1,400".
    is_one = one.place == other.place or (one.sentence is not None and one.sentence == other.sentence)
    if left.kind is not right.kind or left.kind is Kind.COUNT or is_one:
        return False
    if left.says(right.value, Decimal("0.01")) or right.says(left.value, Decimal("0.01")):
        return False
    is_cut = left.step != right.step and abs(left.value - right.value) < max(left.step, right.step)
    if is_cut and left.kind is Kind.MONEY:
        return False  # one is the other cut off, which is another rule's affair
    if one.items is not None and one.items == other.items:
        return False  # items of one list tell of several things in the same words
    shared, apart = {word for word in one.words & other.words if not _APART.match(word)}, one.words ^ other.words
    least = min(len(one.words), len(other.words))
    if left.kind is Kind.PERCENT:
        least = min(sum(not _APART.match(word) for word in mention.words) for mention in (one, other))
    if len(shared) < LEAST_SHARED or len(shared) < 0.7 * least or len(apart) > len(shared):
        return False
    return not any(_APART.match(word) or word in one.capitals | other.capitals for word in apart)


def _printed_totals(records: Records, writing: Writing) -> Iterator[Mention]:
    """The totals of the paper's typed tables."""
    for figures in _tables_of(records, writing):
        for position, column in enumerate(figures.columns):
            cell = figures.total[position] if figures.total else None
            if cell is None or cell.number is None or column.unit == "percent":
                continue
            for quantity in quantities(cell.text if "£" in cell.text else f"£{cell.text}"):
                if _digits(quantity) >= _EXACT_DIGITS:
                    yield Mention(quantity, frozenset(), frozenset(), "table", cell.place, is_total=True)


def _cells(records: Records, writing: Writing) -> frozenset[Decimal]:
    """All numbers of the document's tables, and the sums of two of a short column, without their units."""
    found: set[Decimal] = set()
    for figures in records.figures_by_file.get(writing.path, ()):
        for position in range(len(figures.columns)):
            numbers = [row.cells[position].number for row in figures.all_rows if position < len(row.cells)]
            column = [abs(number) for number in numbers if number]
            found.update(column)
            if len(column) <= _SHORT_COLUMN:
                found.update(one + other for one, other in combinations(column, 2))
    return frozenset(found)


def _is_in_tables(value: Decimal, cells: frozenset[Decimal]) -> bool:
    return any(value / scale in cells for scale in (1, 1000, 10**6))


def _tables_of(records: Records, writing: Writing) -> Sequence[Figures]:
    return [one for one in records.figures_by_file.get(writing.path, ()) if one.is_typed and one.total]


def _unit(unit: str) -> int:
    return 1000 if unit.endswith("thousand") else 10**6 if unit.endswith("million") else 1


def _digits(quantity: Quantity) -> int:
    """How many digits say something; those of £49k are two."""
    return len(str(int(quantity.value / quantity.step)).rstrip("0")) if quantity.step else 0


def _one_digit_apart(one: Quantity, other: Quantity) -> bool:
    left, right = str(int(one.value / one.step)), str(int(other.value / other.step))
    if len(left) != len(right) or one.step != other.step or left == right:
        return False
    different = [position for position in range(len(left)) if left[position] != right[position]]
    if len(different) == 1:
        return True
    swapped = len(different) == 2 and different[1] == different[0] + 1  # noqa: PLR2004
    return swapped and left[different[0]] == right[different[1]] and left[different[1]] == right[different[0]]


RULES: tuple[RecordRule, ...] = (
    record_rule("G315", "digit-slipped", WARNS, look_for_slipped_digits, heuristic=True),
    record_rule("G316", "figure-contradicted", WARNS, look_for_contradictions, heuristic=True),
    record_rule("G317", "figure-cut-off", NOTED, look_for_cut_figures, heuristic=True),
)
