"""What the prose of terms of reference says with a number in it: quorum, days, weekdays, lengths, how often."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from govdocs.check.quantities import WORDS, whole_number
from govdocs.model.terms_of_reference import RuleBlock

_NUMBER = rf"(?:\d+|{'|'.join(WORDS[1:])})"
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 5}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHARES = {
    "half": Fraction(1, 2), "one half": Fraction(1, 2), "one third": Fraction(1, 3), "a third": Fraction(1, 3),
    "one-third": Fraction(1, 3), "two thirds": Fraction(2, 3), "two-thirds": Fraction(2, 3),
    "a quarter": Fraction(1, 4), "one quarter": Fraction(1, 4), "one-quarter": Fraction(1, 4),
    "three quarters": Fraction(3, 4), "three-quarters": Fraction(3, 4),
}  # fmt: skip
_PEOPLE = r"(?:members|people|persons|councillors|trustees|governors|directors|representatives)"
_SHARE = re.compile(rf"\b(?P<share>{'|'.join(_SHARES)})\b", re.IGNORECASE)
_QUORUM = re.compile(
    rf"\b(?P<number>{_NUMBER})\b(?= (?:\w+ ){{0,3}}?{_PEOPLE}\b)"
    rf"|\bquorum (?:\w+ ){{0,4}}?(?P<after>{_NUMBER})\b(?! (?:clear|working|calendar|days|minutes))",
    re.IGNORECASE,
)
_DAYS = re.compile(
    rf"\b(?P<number>{_NUMBER}) (?P<kind>clear working |clear |working |business |calendar )?days?\b", re.IGNORECASE
)
_LENGTH = re.compile(rf"\b(?P<number>{_NUMBER})[ -](?P<unit>minutes?|mins?|hours?)\b", re.IGNORECASE)
_MEETS = re.compile(
    rf"\b(?P<week>{'|'.join(_NTH)})(?: (?P<weekday>{'|'.join(WEEKDAYS)}|tues|weds|thurs|fri|mon|wed|thu|tue)\b)?",
    re.IGNORECASE,
)
_EVERY = re.compile(
    rf"\bevery (?:(?P<number>{_NUMBER}) )?(?P<unit>day|week|month|year)s?\b"
    r"|\bonce (?:a|each|per|every) (?P<once>week|month|year)\b"
    r"|\bevery (?P<other>other|second) (?P<unit2>day|week|month|year)\b"
    r"|\b(?P<word>daily|weekly|fortnightly|monthly|quarterly|annually|annual|yearly)\b",
    re.IGNORECASE,
)
_OFTEN = {
    "daily": (1, "days"), "weekly": (1, "weeks"), "fortnightly": (2, "weeks"), "monthly": (1, "months"),
    "quarterly": (3, "months"), "annually": (1, "years"), "annual": (1, "years"), "yearly": (1, "years"),
}  # fmt: skip
_A_YEAR = re.compile(
    rf"\b(?P<number>{_NUMBER}) (?:times|(?:ordinary |regular )?meetings) (?:a|per|each|in (?:each|every|a)) "
    r"(?:\w+ )?year\b|\b(?P<word>once|twice) (?:a|per|each) year\b",
    re.IGNORECASE,
)
_TERM = re.compile(rf"\b(?P<number>{_NUMBER})[ -](?P<unit>year|month)s?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """A number in a sentence; ``value`` is what a rule is compared with."""

    value: tuple[object, ...]
    text: str
    start: int


def _quorums(sentence: str) -> Iterator[Statement]:
    if not re.search(r"\bquor(?:um|ate)\b", sentence, re.IGNORECASE):
        return
    for match in _SHARE.finditer(sentence):
        yield Statement((_SHARES[match["share"].lower()],), match[0], match.start())
    for match in _QUORUM.finditer(sentence):
        words = match["number"] or match["after"]
        number = whole_number(words)
        if number is not None:
            yield Statement((number,), words, match.end() - len(words))


def _days(sentence: str) -> Iterator[Statement]:
    for match in _DAYS.finditer(sentence):
        kind = (match["kind"] or "").strip().lower().replace(" ", "-").replace("business", "working")
        yield Statement((whole_number(match["number"]), kind), match[0], match.start())


def _lengths(sentence: str) -> Iterator[Statement]:
    for match in _LENGTH.finditer(sentence):
        number = whole_number(match["number"]) or 0
        yield Statement((number * (60 if match["unit"].lower().startswith("h") else 1),), match[0], match.start())


def _meeting_days(sentence: str) -> Iterator[Statement]:
    """Which weekday of the month; a second one may leave out the name of the day."""
    weekday = ""
    for match in _MEETS.finditer(sentence):
        if match["weekday"]:
            weekday = next(day for day in WEEKDAYS if day.startswith(match["weekday"].lower()[:3]))
        if weekday:
            yield Statement((_NTH[match["week"].lower()], weekday), match[0], match.start())


def _how_often(sentence: str) -> Iterator[Statement]:
    for match in _EVERY.finditer(sentence):
        if match["word"]:
            value = _OFTEN[match["word"].lower()]
        elif match["other"]:
            value = (2, f"{match['unit2'].lower()}s")
        else:
            number = whole_number(match["number"]) if match["number"] else 1
            value = (number or 1, f"{(match['unit'] or match['once']).lower()}s")
        yield Statement(value, match[0], match.start())


def _times_a_year(sentence: str) -> Iterator[Statement]:
    for match in _A_YEAR.finditer(sentence):
        number = {"once": 1, "twice": 2}.get((match["word"] or "").lower()) or whole_number(match["number"] or "")
        yield Statement((number,), match[0], match.start())


def _terms_of_office(sentence: str) -> Iterator[Statement]:
    for match in _TERM.finditer(sentence):
        yield Statement((whole_number(match["number"]), f"{match['unit'].lower()}s"), match[0], match.start())


def _shares(sentence: str) -> Iterator[Statement]:
    for match in _SHARE.finditer(sentence):
        yield Statement((_SHARES[match["share"].lower()],), match[0], match.start())


READERS: dict[str, Callable[[str], Iterator[Statement]]] = {
    "quorum": _quorums,
    "notice": _days,
    "deadline": _days,
    "escalation": _days,
    "frequency": _meeting_days,
    "every": _how_often,
    "reporting": _how_often,
    "review": _how_often,
    "length": _lengths,
    "meetings-a-year": _times_a_year,
    "term": _terms_of_office,
    "threshold": _shares,
}
"""How each kind of rule is said in words."""


def value_of(rule: RuleBlock) -> tuple[str, tuple[object, ...]] | None:
    """Which reader finds a rule in the prose, and the value that it is to find; None where there is nothing to find."""
    number = rule.at_least if rule.at_least is not None else rule.at_most
    value: tuple[object, ...] | None = None
    reader: str = rule.kind
    match rule.kind:
        case "quorum" | "threshold" if rule.share is not None:
            value = (rule.share,)
        case "quorum" | "meetings-a-year" if number is not None:
            value = (number,)
        case "notice" | "deadline" | "escalation" if number is not None:
            value = (number, rule.days or "")
        case "frequency" if rule.weekday is not None and rule.week is not None:
            value = (rule.week, rule.weekday)
        case "frequency" | "reporting" | "review" if rule.every is not None and rule.unit is not None:
            value, reader = (rule.every, rule.unit), "every"
        case "length" if rule.minutes is not None:
            value = (rule.minutes,)
        case "term" if number is not None:
            value = (number, rule.unit or "years")
    return (reader, value) if value is not None else None


def agrees(stated: tuple[object, ...], value: tuple[object, ...]) -> bool:
    """Whether words say a value; a kind of days that one of the two leaves out does not count."""
    return all(one == other or "" in (one, other) for one, other in zip(stated, value, strict=True))


def in_words(value: tuple[object, ...]) -> str:
    """A value for a message."""
    match value:
        case (int() as week, str() as weekday) if weekday in WEEKDAYS:
            name = "last" if week == _NTH["last"] else next(name for name, number in _NTH.items() if number == week)
            return f"the {name} {weekday.capitalize()}"
        case (int() as number, str() as kind) if kind in ("days", "weeks", "months", "years"):
            return f"every {number} {kind}" if number > 1 else f"every {kind.removesuffix('s')}"
        case (int() as number, str() as kind):
            return f"{number} {kind} days".replace("  ", " ")
        case _:
            return str(value[0])
