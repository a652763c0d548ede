"""Rules about the spaces around marks, dashes and dates: code G167."""

import re
from collections.abc import Iterator

from govdocs.check.days import MONTHS
from govdocs.check.rule import NOTED, Found, RecordRule, Records, record_rule

_MONTH = f"(?:{'|'.join(MONTHS)})"
#: What is wrong, and how it is put right; the first that fits a place says it.
_SLIPS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"(?<=[A-Za-z)])\s+[,;](?=\s|$)|(?<=[a-z)])\s+\.(?=\s+[A-Z]|$)|(?<=[a-z)])\s+:(?=\s[a-z])"),
        "has a space before its mark; expected none",
        "close the gap",
    ),
    (
        re.compile(r",,|(?<!\.)\.\.(?!\.)|;;|(?<=[a-z])::(?=[A-Z\s])|,\.(?!\w)|(?<=[a-z])\.[\"”]\.(?!\.)"),
        "has an odd mark; expected one, next to its word",
        "remove the second mark",
    ),
    (
        re.compile(r"“\s+(?=\w)"),
        "has a space inside its quotation mark; expected none",
        "close the gap",
    ),
    (
        # Names of councillors in a row: "Councillors Finlay. Goodman, Kelly and Reed".
        re.compile(
            r"\b(?:Councillors|Cllrs|Aldermen)\s+(?:[A-Z][a-z’'-]{2,},? )*?[A-Z][a-z’'-]{2,}\."
            r"(?= [A-Z][a-z’'-]{2,}, [A-Z])"
        ),
        "has a full stop among names; expected a comma",
        "write a comma",
    ),
    (
        re.compile(r"(?<=[a-z]{2}),(?=[A-Za-z]{2}|[A-Z]\.\s?[A-Z])|(?<=[a-z]{3})[.;](?=[A-Z][a-z])"),
        "has no space after its mark; expected one",
        "add the space",
    ),
    (
        # "pre- and post-operative" is how it is written, and so is "pre-, intra- and post-operative".
        re.compile(r"(?<=[A-Za-z]{2})[-\u2013\u2014]\s+(?!(?:and|or|to|nor|versus|et|a|neu|und)\b)(?=[A-Za-z]{2})"),
        "has a space on one side of its dash only; expected it on both sides, or on none",
        "close the gap of a hyphen, or set the dash off on both sides",
    ),
    (
        re.compile(r"(?<=[A-Za-z)\d])\s+[-\u2013\u2014](?=[A-Za-z]{2})(?!(?:ing|ed|er|est|ly|ise|ize|tion)\b)"),
        "has a space on one side of its dash only; expected it on both sides, or on none",
        "close the gap of a hyphen, or set the dash off on both sides",
    ),
    (
        re.compile(
            rf"\b(?:on|of|from|by|until|the|and|at|since)(?=\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}\b)"
            rf"|\b{_MONTH}(?=\d{{1,2}}(?:st|nd|rd|th)\b|(?:19|20)\d\d\b)|\b\d{{1,2}}(?:st|nd|rd|th)?(?={_MONTH}\b)"
            r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?=\d{1,2}(?:st|nd|rd|th)?\b)"
        ),
        "is a date without its spaces; expected them",
        "add the space",
    ),
)
#: Most texts have nothing of the kind, and this finds it out four times as fast.
_MAY_SLIP = re.compile(
    r"\s[,;.:](?:\s|$)|[,.;][,.;]|\.[\"”]\.|“\s|[a-z][,.;][A-Za-z]|[A-Za-z][-\u2013\u2014]\s|\s[-\u2013\u2014][A-Za-z]"
    r"|[a-z]::|[a-z]\d|\d(?:st|nd|rd|th)?[A-Z]|Councillors|Cllrs|Aldermen"
)
#: What belongs to no sentence: addresses on the web and of mail, names of files.
_ADDRESS = re.compile(r"@|://|www\.|\.(?:[a-z]{2,4}|com|org|gov|UK)\b(?!\s)|[\\_=<>{}]")


def look_for_odd_spaces(records: Records) -> Iterator[Found]:
    """Checks:
        No space stands before a comma, full stop or semicolon, none is missing after one or within a date, no mark
        stands twice, and a dash has a space on both sides or on none.

    Looks at:
        Prose of papers, minutes and terms of reference; cells of typed tables, titles and answers on covers.

    Why:
        Such slips show that a sentence was cut and joined in a hurry, and are worth a second look.

    Example:
        The title of a report has "–May 2019" at its end; another plans its next meeting for "March4th".

    Wrong:
        The hall is closed , and the park is open.

    Right:
        The hall is closed, and the park is open.
    """
    for text in records.dated_texts:
        words = text.words
        for pattern, fault, hint in _SLIPS if _MAY_SLIP.search(words) else ():
            said = -1
            for match in pattern.finditer(words):
                start, end = _token(words, match.start(), match.end())
                if start > said and not _ADDRESS.search(words[start:end]):
                    said = start
                    message = f"`{words[start:end]}` {fault}"
                    yield Found(text.at(match.start()), message, hint, length=max(1, match.end() - match.start()))


def _token(words: str, start: int, end: int) -> tuple[int, int]:
    """The word before a slip, the slip, and the word after it where they should be apart or joined."""
    first = words.rfind(" ", 0, len(words[:start].rstrip())) + 1
    if words[start:end].strip() in {",", ";", "."} and words[start].isspace():
        return first, end
    after = len(words) - len(words[end:].lstrip())
    last = words.find(" ", after)
    return first, last if last > 0 else len(words)


RULES: tuple[RecordRule, ...] = (record_rule("G167", "mark-misplaced", NOTED, look_for_odd_spaces, heuristic=True),)
