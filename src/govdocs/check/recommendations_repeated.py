"""Rules about recommendations that the report has typed again: codes G614 and G616."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial

from govdocs.check.quantities import Kind, quantities
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Role, Writing
from govdocs.diagnostics import Related
from govdocs.model.bodies import Body
from govdocs.model.papers import Paper, Recommendation

_HEADING = re.compile(r"^\W*(?:\d+[.)]?\s*)?recommendations?\W*$", re.IGNORECASE)
_FIRST = re.compile(r"^\W*(?:to\s+)?(?P<verb>[A-Za-z][A-Za-z-]+(?:\s+[A-Z]{2,})?)\b[,:]?\s*")
#: Less alike than this, two texts are two recommendations.
ALIKE = 0.45


@dataclass(frozen=True, slots=True)
class Typed:
    """A recommendation that the report has typed: the body's verb (empty for another word), the words behind it."""

    verb: str
    word: str
    text: str
    paragraph: Paragraph


def look_for_other_recommendations(records: Records) -> Iterator[Found]:
    """Checks:
        Recommendations that the report types again, under a heading of that name, are those of the cover: the same
        verbs, the same sums, nearly the same words. How alike words have to be is a judgement.

    Looks at:
        Prose under a heading "Recommendations", recommendations of papers.

    Why:
        The body decides on the cover's list and the minutes quote the report's, or the other way about.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: approve, text: "spending of £48,608"}]
        ---
        # Report

        ## Recommendations

        - **APPROVE** spending of £49,608

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: approve, text: "spending of £48,608"}]
        ---
        # Report

        ## Recommendations

        - **APPROVE** spending of £48,608
    """
    for writing, paper, body in _papers(records):
        for heading, typed in _lists(writing, body):
            if not any(one.verb for one in typed):
                continue
            left = list(enumerate(paper.header.recommendations))
            for one in (each for each in typed if each.verb):
                match = max(
                    (pair for pair in left if pair[1].verb == one.verb),
                    key=partial(_alike, one),
                    default=None,
                )
                if match is None:
                    message = f"the report recommends to {one.verb} something; expected that on the cover as well"
                    if same := _with_another_verb(one, typed, left):
                        left.remove(same)
                        message = f"the report recommends to {one.verb} what the cover recommends to {same[1].verb}"
                        message += "; expected one verb"
                    hint = "add it to `recommendations`, or correct the verb"
                    yield Found(one.paragraph.place, message, hint, length=len(one.word), subject=f"verb {one.verb}")
                    continue
                left.remove(match)
                yield from _compared(paper, match, one)
            for number, asked in left:
                message = f"the cover also recommends to {asked.verb} something; expected that here as well"
                related = (Related(paper.place("recommendations", number, "verb"), "on the cover"),)
                hint = "print the cover's list with a `recommendations` block"
                yield Found(heading.place, message, hint, related, subject=f"verb {asked.verb}")


def _with_another_verb(
    one: Typed, typed: Sequence[Typed], left: Sequence[tuple[int, Recommendation]]
) -> tuple[int, Recommendation] | None:
    """What the cover asks for in the same words with a verb that the report has not."""
    verbs = {other.verb for other in typed}
    free = [pair for pair in left if pair[1].verb not in verbs]
    near = max(free, key=partial(_alike, one), default=None)
    return near if near is not None and _alike(one, near) >= ALIKE else None


def _alike(typed: Typed, asked: tuple[int, Recommendation]) -> float:
    return _likeness(asked[1].text, typed.text)


def _compared(paper: Paper, match: tuple[int, Recommendation], typed: Typed) -> Iterator[Found]:
    number, asked = match
    related = (Related(paper.place("recommendations", number, "text"), "on the cover"),)
    sums = [{one.value for one in quantities(text) if one.kind is not Kind.COUNT} for text in (asked.text, typed.text)]
    subject = f"recommendation {number + 1}"
    hint = "make the two agree, or print the cover's list with a `recommendations` block"
    if sums[0] != sums[1]:
        found = ", ".join(f"{value:,f}" for value in sorted(sums[1])) or "none"
        expected = ", ".join(f"{value:,f}" for value in sorted(sums[0])) or "none"
        message = f"the figures of this recommendation are {found}; expected those of the cover, {expected}"
        yield Found(typed.paragraph.place, message, hint, related, subject=subject)
    elif _likeness(asked.text, typed.text) < ALIKE:
        message = f"this recommendation to {typed.verb} is worded otherwise than on the cover; "
        message += f"expected `{' '.join(asked.text.split())}`"
        yield Found(typed.paragraph.place, message, hint, related, subject=subject)


def look_for_unknown_verbs(records: Records) -> Iterator[Found]:
    """Checks:
        A recommendation that the report types with its verb in capitals uses one of the body's verbs.

    Looks at:
        Prose under a heading "Recommendations", verbs of the body.

    Why:
        A body's rules say what its verbs mean; nobody knows what it has done when it has "embraced" a report.

    Wrong:
        ## Recommendations

        - **EMBRACE** the report

    Right:
        ## Recommendations

        - **RECEIVE** the report
    """
    for writing, _, body in _papers(records):
        for _, typed in _lists(writing, body):
            for one in typed:
                if not one.verb and one.word.isupper() and one.paragraph.role is Role.ITEM:
                    known = ", ".join(verb.printed for verb in body.verbs)
                    message = f"`{one.word}` is none of the body's verbs; expected one of {known}"
                    hint = "use one of them, or add the verb to the body's record"
                    yield Found(one.paragraph.place, message, hint, length=len(one.word), subject=f"verb {one.word}")


def _papers(records: Records) -> Iterator[tuple[Writing, Paper, Body]]:
    for writing in records.writings:
        if isinstance(writing.source, Paper) and writing.body is not None and writing.body.verbs:
            yield writing, writing.source, writing.body


def _lists(writing: Writing, body: Body) -> Iterator[tuple[Paragraph, list[Typed]]]:
    """What stands under each heading "Recommendations", as recommendations."""
    for portion in writing.portions:
        heading: Paragraph | None = None
        typed: list[Typed] = []
        for paragraph in portion.paragraphs:
            is_heading = paragraph.role is Role.HEADING or _HEADING.match(paragraph.text) is not None
            if is_heading:
                if heading is not None:
                    yield heading, typed
                heading, typed = (paragraph if _HEADING.match(paragraph.text) else None), []
            elif heading is not None and paragraph.role in (Role.ITEM, Role.PARAGRAPH):
                typed += [_read(paragraph, body)] if _FIRST.match(paragraph.text) else []
        if heading is not None:
            yield heading, typed


def _read(paragraph: Paragraph, body: Body) -> Typed:
    first = _FIRST.match(paragraph.text)
    word = first["verb"] if first else ""
    names = {name.casefold(): verb.id for verb in body.verbs for name in (verb.id, verb.printed)}
    alone = word.split(maxsplit=1)[0] if word else ""
    verb = names.get(word.casefold()) or names.get(alone.casefold(), "")
    return Typed(verb, word, paragraph.text[first.end() if first else 0 :], paragraph)


def _likeness(one: str, other: str) -> float:
    words = [re.findall(r"[\w%£.,]+\b", text.casefold()) for text in (one, other)]
    return SequenceMatcher(None, words[0], words[1], autojunk=False).ratio()


RULES: tuple[RecordRule, ...] = (
    record_rule("G614", "recommendations-differ", WARNS, look_for_other_recommendations, heuristic=True),
    record_rule("G616", "verb-not-of-the-body", NOTED, look_for_unknown_verbs, heuristic=True),
)
