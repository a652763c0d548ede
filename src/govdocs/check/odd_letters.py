"""Short forms in brackets that the words before them do not spell."""

import re
from dataclasses import dataclass
from functools import lru_cache

from govdocs.check.first_letters import IN_BRACKETS, SMALL, spelt_out
from govdocs.check.writings import Paragraph, Role, Writing
from govdocs.places import Place

_WORD = re.compile(r"[A-Za-z][\w'’]*")
#: What the words of a long form do not reach across.
_BREAK = re.compile(r"[.;:,()!?\"“”]")
_SMALL_WORD = re.compile(r"\b[a-z]{3,}(?=\s+$)")
_RUN = re.compile(r"(?:[A-Z][\w'’]*(?:\s+(?:of|and|for|the|in|to|&)\b)*\s+)*[A-Z][\w'’]*\s*$")


@dataclass(frozen=True, slots=True)
class Odd:
    """Words with capitals before a short form in brackets, their first letters, and where they stand."""

    short: str
    words: str
    firsts: str
    place: Place


@lru_cache(maxsize=1024)
def odd_letters(writing: Writing) -> tuple[Odd, ...]:
    """The short forms in brackets that have all letters but one, two of them turned about, or more at their end."""
    found: list[Odd] = []
    for paragraph, offset, short, before in unspelt(writing):
        run = _RUN.search(before)
        words = [word for word in _WORD.findall(run[0]) if word.lower() not in SMALL] if run else []
        letters = short.upper().replace("&", "")
        if run and len(words) + 1 == len(letters):
            # "key Performance Indicators (KIPs)": the first word may have no capital.
            words = [*_SMALL_WORD.findall(before[: run.start()])[-1:], *words]
        first = "".join(word[0] for word in words).upper()
        if run is None or len(words) < 2 or any(word.isupper() and len(word) > 1 for word in words):  # noqa: PLR2004
            continue
        differing = sum(one != other for one, other in zip(first, letters, strict=False))
        is_turned = differing == 2 and sorted(first) == sorted(letters)  # noqa: PLR2004 (two letters swapped)
        is_off = len(first) == len(letters) > 2 and (differing == 1 or is_turned)  # noqa: PLR2004 (one of two is half)
        if is_off or (len(first) < len(letters) and letters.startswith(first)):
            found.append(Odd(short, run[0].strip(), first, paragraph.at(offset + run.start())))
    return tuple(found)


@lru_cache(maxsize=1024)
def unspelt(writing: Writing) -> tuple[tuple[Paragraph, int, str, str], ...]:
    """The short forms in brackets that the words before do not spell: paragraph, offset of these words, form, words."""
    found: list[tuple[Paragraph, int, str, str]] = []
    for paragraph in writing.paragraphs:
        for match in IN_BRACKETS.finditer(paragraph.text) if paragraph.role is not Role.BLOCK else ():
            before = paragraph.text[: match.start()]
            if not spelt_out(before, match["short"]):
                breaks = [one.end() for one in _BREAK.finditer(before)]
                start = breaks[-1] if breaks else 0
                found.append((paragraph, start, match["short"], before[start:].rstrip()))
    return tuple(found)
