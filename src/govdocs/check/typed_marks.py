"""Rules about marks and prompts in what is typed outside of prose: codes G170 and G171."""

import re
from collections.abc import Iterator

from govdocs.check.dated_texts import TextKind
from govdocs.check.rule import STOPS_PUBLICATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.model.scalars import is_slug

_PROMPT = re.compile(
    r"[£€$]\s?\[\s*[xX.…_\d]*\s*\](?:\s?(?:k|m|bn)\b)?|\[\s*(?:[xX]{2,4}|_{1,6}|\?+)\s*\]"
    r"|\b(?:[xX]{1,2}|DD|dd)/(?:[xX]{1,2}|MM|mm)/(?:[xX]{2,4}|YY|yy|YYYY|yyyy)\b|<<[^<>]{1,60}>>|\{\{[^{}]{1,60}\}\}"
    r"|\b(?:Click|Tap) (?:or tap )?here to enter\b",
)
#: Most texts hold none, and this finds it out ten times as fast.
_PROMPT_LIKE = re.compile(r"[\[/<{]|here to enter")


def look_for_prompts_of_templates(records: Records) -> Iterator[Found]:
    """Checks:
        No gap that a template left to be filled is still there: "£[x]m", "[XX]", "DD/MM/YYYY". Lines to sign on
        are none.

    Looks at:
        Prose, cells of tables, titles and answers on covers.

    Why:
        The figure that was to be put in later is the one that everybody looks for.

    Wrong:
        The contract costs £[x]m a year.

    Right:
        The contract costs £1.2m a year.
    """
    for text in records.dated_texts:
        for match in _PROMPT.finditer(text.words) if _PROMPT_LIKE.search(text.words) else ():
            message = f"`{match[0]}` is a gap in a template; expected what belongs there"
            yield Found(text.at(match.start()), message, "fill it in, or take it out", length=len(match[0]))


def look_for_open_brackets_in_values(records: Records) -> Iterator[Found]:
    """Checks:
        Every bracket is closed in titles, answers on covers, cells of tables, recommendations and names in lists, and
        none closes that was not opened.

    Looks at:
        Values of meetings, minutes and papers; cells of typed tables.

    Why:
        A bracket left open is a remark cut off.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27 (revised
        authors: [alex-example]
        ---

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27 (revised)
        authors: [alex-example]
        ---
    """
    for text in records.dated_texts:
        words = text.words
        if text.kind is TextKind.PROSE or is_slug(words) or re.match(r"\(?\w{1,4}\)", words):
            continue
        opened, closed = words.count("("), words.count(")")
        if opened > closed or (closed > opened and text.kind is TextKind.VALUE):
            mark = "(" if opened > closed else ")"
            message = f"`{mark}` in `{words[:60]}` has no partner; expected two"
            at = text.at(words.find(mark))
            yield Found(at, message, "add the bracket that is missing, or take this one out", length=len(words))


RULES: tuple[RecordRule, ...] = (
    record_rule("G170", "gap-of-template", STOPS_PUBLICATION, look_for_prompts_of_templates),
    record_rule("G171", "bracket-open-in-value", WARNS, look_for_open_brackets_in_values, heuristic=True),
)
