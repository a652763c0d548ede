"""Rules about the index of a long paper: codes G870 to G872."""

import re
from collections.abc import Iterator

from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.book_index import IndexTerm
from govdocs.model.scalars import suggest_slug

_TITLES = re.compile(r"^(?:the|a|an|dr|mr|mrs|ms|prof|professor|sir|dame) ", re.IGNORECASE)
_PLURAL = re.compile(r"(?:(?<=[^aeiou])ies|(?<=[sxz])es|(?<=[cs]h)es|s)$")
_STRAY = re.compile(r"^[\W_]+(?=\w)|(?<=\w)[.,;:]+$|\s{2,}|,? \d+(?:[,–-] ?\d+)*$")


def look_for_terms_twice(records: Records) -> Iterator[Found]:
    """Checks:
        A term stands in the index once: not a second time with other capitals, in the plural, or with a title before
        it.

    Looks at:
        Records: the terms under `index` in the headers of papers.

    Why:
        Pages that are shared out between two lines are missed by everybody who reads one of them.

    Example:
        One index led to "LTC" on one page and to "LTCs" on three others, and had a doctor under his first name and
        under his title.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Ferries
        authors: [alex-example]
        index: [Ferry, ferries]
        ---
        # Report

        Ferries.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Ferries
        authors: [alex-example]
        index: [{term: Ferries, words: [ferry, ferries]}]
        ---
        # Report

        Ferries.
    """
    for terms in _indexes(records):
        seen: dict[tuple[str, str], IndexTerm] = {}
        for term in terms:
            key = (suggest_slug(term.under), bare_term(term.term))
            first = seen.setdefault(key, term)
            if first is not term:
                message = f"`{term.term}` is in the index as `{first.term}` already; expected one line for both"
                hint = "make them one term, with both under `words`"
                related = (Related(first.place("term"), f"`{first.term}` is here"),)
                yield Found(term.place("term"), message, hint, related, len(term.term), f"term {term.name}")


def look_for_untidy_terms(records: Records) -> Iterator[Found]:
    """Checks:
        A term is words alone: no full stop or comma at its end, no page numbers, no sign before it.

    Looks at:
        Records: the terms under `index` in the headers of papers.

    Why:
        The index sets pages and signs itself; what was typed with the term is printed as well.

    Example:
        In one index a city had a full stop after it and no other line had one.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Ferries
        authors: [alex-example]
        index: [Ferry., "Harbour 3, 4"]
        ---
        # Report

        Ferry and harbour.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Ferries
        authors: [alex-example]
        index: [Ferry, Harbour]
        ---
        # Report

        Ferry and harbour.
    """
    for terms in _indexes(records):
        for term in terms:
            if stray := _STRAY.search(term.term):
                tidy = " ".join(_STRAY.sub(" ", term.term).split())
                message = f"the term `{term.term}` of the index has `{stray[0]}` in it; expected `{tidy}`"
                yield Found(term.place("term"), message, f"write `{tidy}`", (), len(term.term), f"term {term.name}")


def look_for_lost_terms(records: Records) -> Iterator[Found]:
    """Checks:
        A term that leads to others, or stands under one, names terms that the index has.

    Looks at:
        Records: `under`, `see` and `see_also` of the terms under `index` in the headers of papers.

    Why:
        "See Ferries" sends readers in a circle where there are no ferries.

    Example:
        None published: the index that this was made after has no such lines.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Ferries
        authors: [alex-example]
        index: [Ferries, {term: Boats, see: [Ferry]}]
        ---
        # Report

        Ferries.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Ferries
        authors: [alex-example]
        index: [Ferries, {term: Boats, see: [Ferries]}]
        ---
        # Report

        Ferries.
    """
    for terms in _indexes(records):
        known = {term.name for term in terms}
        for term in terms:
            named = (
                *((("under",), term.under) for _ in [0] if term.under),
                *((("see", at), name) for at, name in enumerate(term.see)),
                *((("see_also", at), name) for at, name in enumerate(term.see_also)),
            )
            for steps, name in named:
                if suggest_slug(name) not in known:
                    message = f"the index has no term `{name}`; expected one of its terms"
                    hint = "add the term, or correct its words"
                    yield Found(term.place(*steps), message, hint, (), len(name), f"term {term.name}")


def _indexes(records: Records) -> Iterator[tuple[IndexTerm, ...]]:
    for paper in records.library.papers.values():
        if paper.header.index:
            yield paper.header.index


def bare_term(term: str) -> str:
    """What terms share that differ in capitals, a plural or a title before them only."""
    words = suggest_slug(_TITLES.sub("", term)).split("-")
    last = words[-1]
    return "-".join((*words[:-1], _PLURAL.sub("", last).removesuffix("y") if len(last) > 2 else last))  # noqa: PLR2004


RULES: tuple[RecordRule, ...] = (
    record_rule("G870", "index-term-twice", WARNS, look_for_terms_twice),
    record_rule("G871", "index-term-untidy", WARNS, look_for_untidy_terms),
    record_rule("G872", "index-term-lost", WARNS, look_for_lost_terms),
)
