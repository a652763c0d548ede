"""How numbers are written."""

import re

from govdocs.compose.blocks import Counter, Number

_LONGEST_ROMAN = 400
_LEVEL = re.compile(r"\{(\d+)\}")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def write_counter(value: int, counter: Counter) -> str:
    """``value`` as ``counter`` writes it; what letters and Roman numerals cannot write (0) is written in digits.

    Letters go on after ``z`` with ``aa``, ``ab`` …, as the columns of a spreadsheet do.
    """
    if counter is Counter.DECIMAL or value < 1:
        return str(value)
    text = _roman(value) if counter in {Counter.LOWER_ROMAN, Counter.UPPER_ROMAN} else _letters(value)
    return text.upper() if counter in {Counter.UPPER_LETTER, Counter.UPPER_ROMAN} else text


def write_number(pattern: str, values: tuple[int, ...], counters: tuple[Counter, ...], sequence: str) -> Number:
    """The number that ``pattern`` makes of ``values``."""
    text = _LEVEL.sub(lambda match: _level(int(match[1]), values, counters), pattern)
    return Number(text, pattern, values, counters, sequence)


def _level(level: int, values: tuple[int, ...], counters: tuple[Counter, ...]) -> str:
    if not 1 <= level <= len(values):
        return ""
    return write_counter(values[level - 1], counters[level - 1])


def _roman(value: int) -> str:
    parts: list[str] = []
    for size, sign in _ROMAN:
        count, value = divmod(value, size)
        parts.append(sign * count)
    return "".join(parts)


def _letters(value: int) -> str:
    letters = ""
    while value:
        value, place = divmod(value - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters


def read_counter(text: str, counter: Counter) -> int:
    """The value that ``text`` writes; 0 where it writes none."""
    lowered = text.lower()
    if counter is Counter.DECIMAL:
        return int(text) if text.isdecimal() else 0
    if counter in {Counter.LOWER_ROMAN, Counter.UPPER_ROMAN}:
        return next((value for value in range(1, _LONGEST_ROMAN) if _roman(value) == lowered), 0)
    value = 0
    for letter in lowered:
        value = value * 26 + ord(letter) - ord("a") + 1
    return value
