"""Rules about how recommendations are worded, on the cover and in the report: codes G611 to G613 and G617."""

import re
from collections.abc import Iterator

from govdocs.check.covers import papers_with_forms
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.bodies import Body
from govdocs.model.forms import Form
from govdocs.model.index import Library
from govdocs.model.papers import PaperHeader, RecommendationsBlock
from govdocs.model.values import Nothing

#: Who is asked: "The Finance Committee is asked to".
_ASKED = re.compile(r"^\W*(?:[Tt]he\s+)?(?P<who>(?:[A-Z][\w’'&()-]*\s+|(?:of|for|and|the|in)\s+)+)(?:is|are)\b")
_ANYBODY = {"members", "meeting", "councillors", "directors", "trustees", "governors", "readers", "it", "all", "both"}
_SMALL = {"of", "for", "and", "the", "in"}
_MARK_FIRST = re.compile(r"^\s*[:;,.–—-]+\s*")
_CAPITAL_FIRST = re.compile(r"^(?:The|A|An|That|This|These|To|How|All|Any|Its|Their)\b")
_GLUE = re.compile(r"(?:[,;]|[,;]?\s+(?:and|or))\s*$")


def look_for_missing_lead_ins(records: Records) -> Iterator[Found]:
    """Checks:
        Recommendations have the words before them that the body's form gives: "The Board is asked to:".

    Looks at:
        Records: `lead_in` of papers and of `recommendations` blocks, the body's form.

    Why:
        A verb without a subject does not say who is to do it.

    Example:
        One cover of five had "NOTE: The early progress" and nothing before it.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: approve, text: the budget}]
        lead_in: none
        ---

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: approve, text: the budget}]
        ---
    """
    for _, form, paper in papers_with_forms(records.library):
        usual = _usual_lead_in(form)
        if not usual or not paper.header.recommendations:
            continue
        hint = "remove `lead_in: none`, and the form's words are printed"
        message = f"the recommendations have no words before them; expected `{usual}`"
        if paper.header.lead_in is Nothing.NONE:
            yield Found(paper.place("lead_in"), message, hint, length=4, subject="field lead_in")
        for _, block in paper.blocks(RecommendationsBlock):
            if block.lead_in is Nothing.NONE:
                yield Found(block.place("lead_in"), message, hint, length=4, subject="field lead_in")


def look_for_other_bodies(records: Records) -> Iterator[Found]:
    """Checks:
        The words before the recommendations ask the body that meets, by one of its names, and no other: every word
        of the name is one of the body's own or of its organisations'.

    Looks at:
        Records: `lead_in` of papers and of `recommendations` blocks, the names of bodies and organisations.

    Why:
        A paper that asks the Finance Committee, and goes to the Board, was copied; the Board has not been asked.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: approve, text: the budget}]
        lead_in: "The Finance Committee is asked to:"
        ---

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: approve, text: the budget}]
        lead_in: "The Board is requested to:"
        ---
    """
    for body, _, paper in papers_with_forms(records.library):
        records_with_words: list[PaperHeader | RecommendationsBlock] = [paper.header]
        records_with_words += [block for _, block in paper.blocks(RecommendationsBlock)]
        for record in records_with_words:
            words = (
                record.lead_in if isinstance(record.lead_in, str) and not isinstance(record.lead_in, Nothing) else ""
            )
            asked = _ASKED.match(words)
            named = _words(asked["who"]) if asked else set()
            if asked is not None and named - _words_of(records.library, body) - _ANYBODY:
                message = (
                    f"the recommendations ask `{asked['who'].strip()}`; expected `{body.name}`, the body that meets"
                )
                hint = "correct the words, or remove `lead_in` for those of the form"
                yield Found(record.place("lead_in"), message, hint, length=len(words), subject="field lead_in")


def _usual_lead_in(form: Form) -> str:
    return next((field.lead_in for field in form.fields if field.kind == "recommendations"), "")


def _words_of(library: Library, body: Body) -> set[str]:
    """The words of a body's names, in lower case, without those that any body has."""
    owners = [library.organisations[name] for name in body.organisations if name in library.organisations]
    names = [body.name, body.short, body.legal_form, *body.aliases, *(session.title for session in body.sessions)]
    for owner in owners:
        names += [owner.name, owner.short, owner.code]
    return {word.lower() for name in names for word in re.findall(r"[A-Za-z]+", name)} - _SMALL


def _words(text: str) -> set[str]:
    """The words of a text in lower case, but for small ones and for short forms, which any body may have."""
    return {word.lower() for word in re.findall(r"[A-Za-z]+", text) if not word.isupper()} - _SMALL


def look_for_uneven_recommendations(records: Records) -> Iterator[Found]:
    """Checks:
        Recommendations are written alike: none begins with a mark or a capital behind its verb, none ends with the
        comma or the "and" that joined it to the next, and all of them end with a full stop, or none.

    Looks at:
        Records: recommendations of papers.

    Why:
        They are copied into the minutes as resolutions, marks and all.

    Example:
        A cover read "CONSIDER, the outline proposals"; another "NOTE: The early progress".

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: approve, text: ", the budget and"}]
        ---

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: approve, text: the budget}]
        ---
    """
    for paper in records.library.papers.values():
        ends: dict[bool, int] = {}
        for number, asked in enumerate(paper.header.recommendations):
            text, place = asked.text.strip(), paper.place("recommendations", number, "text")
            subject = f"recommendation {number + 1}"
            if mark := _MARK_FIRST.match(text):
                message = f"the text begins with `{mark[0].strip()}`; expected the words that follow the verb"
                yield Found(place, message, "remove the mark", subject=subject)
            if (capital := _CAPITAL_FIRST.match(_MARK_FIRST.sub("", text))) and not capital[0].isupper():
                message = f"`{capital[0]}` stands behind the verb; expected `{capital[0].lower()}`"
                yield Found(place, message, "write it small", length=len(capital[0]), subject=subject)
            glue = _GLUE.search(text) if not asked.suffix else None
            is_last = number == len(paper.header.recommendations) - 1
            if glue and not is_last and re.fullmatch(r"[,;]\s+(?:and|or)\s*", glue[0]):
                continue  # "…; and" leads on to the next one
            if glue:
                message = f"the text ends with `{glue[0].strip()}`; expected the end of a recommendation"
                yield Found(place, message, "end it with a full stop, or with nothing", subject=subject)
            elif not asked.suffix:
                ends.setdefault(text.endswith((".", ".)")), number)
        if len(ends) > 1:
            number = max(ends.values())
            found, other = ("a full stop", "none") if ends[True] == number else ("no full stop", "one")
            message = f"this recommendation ends with {found}, an earlier one has {other}; expected them alike"
            related = (Related(paper.place("recommendations", min(ends.values()), "text"), "written otherwise"),)
            place = paper.place("recommendations", number, "text")
            yield Found(place, message, "end all of them alike", related, subject="recommendations")


def look_for_two_in_one(records: Records) -> Iterator[Found]:
    """Checks:
        A recommendation asks for one thing: its text does not go on with another of the body's verbs, "the report
        and approve the budget", "the paper to NOTE the scope".

    Looks at:
        Records: recommendations of papers, verbs of the body.

    Why:
        The body may agree with one half. And an approval that hides behind "receive" is easily missed.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: receive, text: the report and approve the budget}]
        ---

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: receive, text: the report}, {verb: approve, text: the budget}]
        ---
    """
    for body, _, paper in papers_with_forms(records.library):
        for number, asked in enumerate(paper.header.recommendations):
            others = [verb for verb in body.verbs if verb.id != asked.verb]
            loud = "|".join(re.escape(verb.printed) for verb in others if verb.printed.isupper())
            plain = "|".join(re.escape(verb.id) for verb in others)
            pattern = rf"\b(?:and|to)\s+(?P<loud>{loud or '(?!)'})\b"
            pattern += rf"|\band\s+(?P<plain>{plain or '(?!)'})\s+(?:the|that|an?|its|how)\b"
            for again in re.finditer(pattern, asked.text):
                verb = again["loud"] or again["plain"]
                message = f"this asks to {asked.verb} and to {verb.lower()}; expected one recommendation for each"
                place = paper.place("recommendations", number, "text")
                hint = "make two recommendations of it"
                yield Found(place, message, hint, subject=f"recommendation {number + 1}")


RULES: tuple[RecordRule, ...] = (
    record_rule("G611", "lead-in-missing", WARNS, look_for_missing_lead_ins),
    record_rule("G612", "lead-in-of-another", WARNS, look_for_other_bodies, heuristic=True),
    record_rule("G613", "recommendations-uneven", NOTED, look_for_uneven_recommendations),
    record_rule("G617", "recommendation-of-two", WARNS, look_for_two_in_one, heuristic=True),
)
