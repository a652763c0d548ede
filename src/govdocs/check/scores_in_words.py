"""Rules about figures that boards judge by: scores of risks, targets that were met, balances: codes G390 to G392."""

import re
from collections.abc import Iterator
from decimal import Decimal

from govdocs.check.quantities import Kind, Quantity, plain, quantities
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Role

_ONE = r"(?:[LICSP]\s?=?\s?)?(?P<{}>[1-5])"
_TIMES = r"\s?(?:[x×X*]|times|multiplied by)\s?"
#: Four ways to tell it, with the letters L and C before the numbers or without.
_PRODUCTS = (
    re.compile(
        rf"(?<![\w.,/£$€]){_ONE.format('one')}{_TIMES}{_ONE.format('two')}\s?=\s?(?P<score>\d{{1,2}})(?![\w.,]\d)"
    ),
    re.compile(
        r"\b(?:risk|scor|rat)[a-z]*\b[^.;()\d]{0,40}(?P<score>\d{1,2})\s?"
        rf"[\[(]{_ONE.format('one')}{_TIMES}{_ONE.format('two')}[\])]",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:likelihood|probability)(?: score)?(?: of| is| at| as|:)? (?P<one>[1-5])\b[^.;\d]{0,40}"
        r"\b(?:impact|consequence|severity)(?: score)?(?: of| is| at| as|:)? (?P<two>[1-5])\b[^.;\d]{0,60}"
        r"\b(?:scor|rat|total)[a-z]*(?: of| is| at| as|:)? (?P<score>\d{1,2})\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:impact|consequence|severity)(?: score)?(?: of| is| at| as|:)? (?P<one>[1-5])\b[^.;\d]{0,40}"
        r"\b(?:likelihood|probability)(?: score)?(?: of| is| at| as|:)? (?P<two>[1-5])\b[^.;\d]{0,60}"
        r"\b(?:scor|rat|total)[a-z]*(?: of| is| at| as|:)? (?P<score>\d{1,2})\b",
        re.IGNORECASE,
    ),
)
_TARGET = re.compile(r"\b(?:target|standard|threshold|trajectory|goal|requirement|ambition|kpi)s?\b", re.IGNORECASE)
_AGAINST = re.compile(r"^[^.;\d]{0,60}\b(?:against|compared (?:to|with)|versus|vs)\b[^.;\d]{0,60}$", re.IGNORECASE)
_MISSED = re.compile(
    r"\b(?:not|n[’']t|never|narrowly|nearly|almost)\b[^.;]{0,20}\b(?:met|meet|achieved?|reached?)\b"
    r"|\b(?:missed|failed|short of|underachieved)\b",
    re.IGNORECASE,
)
_MET = re.compile(r"\b(?:met|achieved|exceeded|surpassed|reached)\b", re.IGNORECASE)
#: "achieved 96% against 100%" says what was reached, not that it was enough.
_ATTAINED = re.compile(
    r"\b(?:achiev|reach)(?:ed|ing|es?)\s+(?:only |just |about |around |a |an? (?:\w+ )?of )?$", re.IGNORECASE
)
_OTHER_TIME = re.compile(
    r"\b(?:last|previous|prior|from|next|will|expected|forecast|until|should|if|to be|plan to|aim)\b", re.IGNORECASE
)
#: Below such a target it may well be that less is better.
LEAST_TARGET = Decimal(60)
_PARTS = {
    "opening": re.compile(
        r"\b(?:open(?:ed|ing)|beg(?:an|inning)|start(?:ed|ing)?|brought forward|b/f)\b", re.IGNORECASE
    ),
    "in": re.compile(r"\b(?:income|received|receipts|came in|took in|raised)\b", re.IGNORECASE),
    "out": re.compile(r"\b(?:spent|spending|expenditure|payments|paid out|went out|outgoings)\b", re.IGNORECASE),
    "closing": re.compile(
        r"\b(?:clos(?:ed|ing)|ended|carried forward|c/f|leaves|leaving|now (?:is|stands))\b", re.IGNORECASE
    ),
}
_FOUR = 4


def look_for_wrong_scores(records: Records) -> Iterator[Found]:
    """Checks:
        The score of a risk is its likelihood times its impact, wherever a text or a cell gives all three: "4 x 4 = 16",
        "a score of 12 (3 x 4)".

    Looks at:
        Prose, cells of tables, titles and answers on covers.

    Why:
        Which risks the board sees is decided by their scores.

    Wrong:
        The risk has a likelihood of 3 and an impact of 4, giving a score of 16.

    Right:
        The risk has a likelihood of 3 and an impact of 4, giving a score of 12.
    """
    for text in records.texts_with_figures:
        for pattern in _PRODUCTS:
            for match in pattern.finditer(text.words):
                product = int(match["one"]) * int(match["two"])
                if int(match["score"]) != product:
                    message = f"`{match['score']}` for {match['one']} times {match['two']}; expected {product}"
                    place = text.at(match.start("score"))
                    yield Found(place, message, "correct one of the three", length=len(match["score"]))


def look_for_targets_told_wrongly(records: Records) -> Iterator[Found]:
    """Checks:
        A percentage that a sentence sets against a target of sixty per cent or more is not called met where it is
        below, nor missed where it is not.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        The figure is brought up to date each month, and the words around it are copied.

    Wrong:
        The four hour standard was achieved, at 88.2% against the target of 95%.

    Right:
        The four hour standard was not achieved, at 88.2% against the target of 95%.
    """
    for writing in records.writings:
        for paragraph, offset, sentence in writing.sentences():
            if "%" not in sentence or paragraph.role is Role.HEADING or not _TARGET.search(sentence):
                continue
            shares = [one for one in quantities(sentence) if one.kind is Kind.PERCENT]
            if len(shares) != 2 or shares[1].value < LEAST_TARGET or _OTHER_TIME.search(sentence):  # noqa: PLR2004
                continue
            result, target = shares
            if not _AGAINST.match(sentence[result.end : target.start]):
                continue
            if _ATTAINED.search(sentence[: result.start]):
                continue
            is_missed = _MISSED.search(sentence) is not None
            if not is_missed and not _MET.search(sentence):
                continue
            if is_missed is (result.value >= target.value):
                said = "missed" if is_missed else "met"
                message = (
                    f"`{result.text}` against {target.text} is said to have {said} it; expected the other way round"
                )
                place = paragraph.at(offset + result.start)
                yield Found(place, message, "correct the figure, or the words", length=len(result.text))


def look_for_wrong_balances(records: Records) -> Iterator[Found]:
    """Checks:
        What a paragraph says was there at the beginning, came in, went out and is there at the end agrees, where it
        tells each of them once.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        The treasurer's four figures are the accounts of most small charities.

    Wrong:
        The opening balance was £42,300; income was £10,000 and spending £8,300, so that the closing balance is £40,400.

    Right:
        The opening balance was £42,300; income was £10,000 and spending £8,300, so that the closing balance is £44,000.
    """
    for writing in records.writings:
        for paragraph in writing.paragraphs:
            found = _balance(paragraph.text) if paragraph.role is not Role.BLOCK else None
            if found is not None:
                closing, exact = found
                message = f"`{closing.text}` is left at the end; expected {plain(exact)}, by what came in and went out"
                place = paragraph.at(closing.start)
                yield Found(place, message, "correct one of the four figures", length=len(closing.text))


def _balance(text: str) -> tuple[Quantity, Decimal] | None:
    """The balance at the end of a paragraph that tells all four figures, and what it should be; None where it is."""
    sums = [one for one in quantities(text) if one.kind is Kind.MONEY]
    if len(sums) != _FOUR:
        return None
    told: dict[str, Quantity] = {}
    before = 0
    for one in sums:
        words = text[before : one.start]
        # The word that stands nearest before the figure says what it is.
        near = [(match.start(), name) for name, part in _PARTS.items() for match in part.finditer(words)]
        name = max(near)[1] if near else ""
        if name in told or not name:
            return None
        told[name], before = one, one.end
    if set(told) != set(_PARTS):
        return None
    exact = told["opening"].value + told["in"].value - told["out"].value
    slack = sum((one.step for one in sums if one.step > 1 or one.step < 1), Decimal(0)) / 2
    closing = told["closing"]
    return (closing, exact) if abs(closing.value - exact) > slack else None


RULES: tuple[RecordRule, ...] = (
    record_rule("G390", "score-differs", WARNS, look_for_wrong_scores, heuristic=True),
    record_rule("G391", "target-told-wrongly", WARNS, look_for_targets_told_wrongly, heuristic=True),
    record_rule("G392", "balance-told-differs", WARNS, look_for_wrong_balances, heuristic=True),
)
