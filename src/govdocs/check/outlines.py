"""Rules about sections that follow an outline: codes G246 to G249."""

import re
from collections.abc import Iterator

from govdocs.check.rule import STOPS_CIRCULATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.outlines import Item, Outline, OutlinedSection, outlined_sections
from govdocs.model.papers import Paper
from govdocs.model.scalars import parse_partial_date
from govdocs.model.values import PartialDate

_DUE = re.compile(r"\(due:([^)\s]*)\)")


def look_for_missing_parts(records: Records) -> Iterator[Found]:
    """Checks:
        A section that follows an outline has every part that the outline requires, each once, and no other.

    Looks at:
        Records: `section` blocks and the headings under them, the body's `outlines`.

    Why:
        Readers compare sections that are made alike, and take a part that is missing for one with nothing to say.

    Example:
        Eight work-streams of a plan had the same parts; one began without its introduction.

    Wrong:
        # records/bodies/board.yaml
        outlines: [{id: project, parts: [{id: aims, heading: Aims}, {id: costs, heading: Costs}]}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Projects
        authors: [alex-example]
        ---
        ## The ferry

        ```section
        outline: project
        ```

        ### Aims

        A new ferry.

    Right:
        # records/bodies/board.yaml
        outlines: [{id: project, parts: [{id: aims, heading: Aims}, {id: costs, heading: Costs}]}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Projects
        authors: [alex-example]
        ---
        ## The ferry

        ```section
        outline: project
        ```

        ### Aims

        A new ferry.

        ### Costs

        None.
    """
    for _, outline, section in _sections(records):
        subject = f"section {section.words}"
        typed = [part.part.id for part in section.parts if part.part is not None]
        for part in outline.parts:
            if part.required and part.id not in typed:
                message = f"the section `{section.words}` has no part `{part.heading}`; expected it in every section"
                hint = f"add the heading `{part.heading}` and what belongs under it"
                yield Found(section.place, message, hint, subject=subject)
        seen: dict[str, Related] = {}
        for typed_part in section.parts:
            if typed_part.part is None:
                expected = ", ".join(f"`{part.heading}`" for part in outline.parts)
                message = f"the part `{typed_part.words}` is not in the outline; expected one of {expected}"
                hint = "correct the heading, make it a deeper one, or add the part to the outline"
                yield Found(typed_part.place, message, hint, subject=subject)
            elif typed_part.part.id in seen:
                message = f"the part `{typed_part.words}` stands twice in the section; expected each part once"
                first = (seen[typed_part.part.id],)
                yield Found(typed_part.place, message, "join the two parts", first, subject=subject)
            else:
                seen[typed_part.part.id] = Related(typed_part.place, "the first is here")


def look_for_miscounted_items(records: Records) -> Iterator[Found]:
    """Checks:
        The list of a part has as many items as the outline says.

    Looks at:
        Records: lists in sections that follow an outline.

    Why:
        Three bullets are what everybody reads; a fourth one is read by nobody, and a missing one was forgotten.

    Example:
        Each work-stream of a plan closes with three bullets, exactly.

    Wrong:
        # records/bodies/board.yaml
        outlines: [{id: project, parts: [{id: points, heading: Three points, items: 3}]}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Projects
        authors: [alex-example]
        ---
        ## The ferry

        ```section
        outline: project
        ```

        ### Three points

        - It is old.
        - It is slow.

    Right:
        # records/bodies/board.yaml
        outlines: [{id: project, parts: [{id: points, heading: Three points, items: 3}]}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Projects
        authors: [alex-example]
        ---
        ## The ferry

        ```section
        outline: project
        ```

        ### Three points

        - It is old.
        - It is slow.
        - It is dear.
    """
    for _, _, section in _sections(records):
        for typed in section.parts:
            if typed.part is None or typed.part.items is None or len(typed.items) == typed.part.items:
                continue
            found = f"{len(typed.items)} item{'' if len(typed.items) == 1 else 's'}"
            message = f"the part `{typed.part.heading}` has {found}; expected {typed.part.items}"
            hint = "add what is missing" if len(typed.items) < typed.part.items else "join items, or take some out"
            yield Found(typed.place, message, hint, subject=f"section {section.words}")


def look_for_items_without_date(records: Records) -> Iterator[Found]:
    """Checks:
        Each item of a list that says what is to be done says by when, where the outline asks for it.

    Looks at:
        Records: lists in parts with `due: yes`, their references `due:…`.

    Why:
        What is to be done by no date is done on none.

    Example:
        Of the eleven intentions of one work-stream seven had no date.

    Wrong:
        # records/bodies/board.yaml
        outlines: [{id: project, parts: [{id: steps, heading: Steps, due: yes}]}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Projects
        authors: [alex-example]
        ---
        ## The ferry

        ```section
        outline: project
        ```

        ### Steps

        - Buy a ferry

    Right:
        # records/bodies/board.yaml
        outlines: [{id: project, parts: [{id: steps, heading: Steps, due: yes}]}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Projects
        authors: [alex-example]
        ---
        ## The ferry

        ```section
        outline: project
        ```

        ### Steps

        - By [](due:2026-09) buy a ferry
    """
    for _, _, section in _sections(records):
        for typed in section.parts:
            undated = [item for item in typed.items if not _DUE.search(item.text)]
            if typed.part is None or not typed.part.due or not undated:
                continue
            message = (
                f"under `{typed.part.heading}` {len(undated)} of {len(typed.items)} items say no date; "
                "expected one in each"
            )
            hint = "add `By [](due:2015-09)` with the month or day, or waive the section with a reason"
            related = tuple(Related(item.place, "no date here") for item in undated[1:])
            yield Found(undated[0].place, message, hint, related, subject=f"section {section.words}")


def look_for_dates_outside(records: Records) -> Iterator[Found]:
    """Checks:
        Due dates of a section lie in the period that the section names.

    Looks at:
        Records: references `due:…` in sections that follow an outline, the `period` of their `section` blocks.

    Why:
        A plan for a year answers for that year; a date after it is a promise that another plan has to keep.

    Example:
        In a plan for 2015/16 four things were due after March 2016, one of them in September.

    Wrong:
        # records/bodies/board.yaml
        outlines: [{id: project, parts: [{id: steps, heading: Steps}]}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Projects
        authors: [alex-example]
        ---
        ## The ferry

        ```section
        outline: project
        period: 2026/27
        ```

        ### Steps

        - By [](due:2027-09) buy a ferry

    Right:
        # records/bodies/board.yaml
        outlines: [{id: project, parts: [{id: steps, heading: Steps}]}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Projects
        authors: [alex-example]
        ---
        ## The ferry

        ```section
        outline: project
        period: 2026/27
        ```

        ### Steps

        - By [](due:2026-09) buy a ferry
    """
    for _, _, section in _sections(records):
        period = section.block.period
        if period is None:
            continue
        for item in (item for typed in section.parts for item in typed.items):
            for typed_date, due in _dues(item):
                if due.last < period.first or due.first > period.last:
                    message = (
                        f"`due:{typed_date}` is not in the period of the section; expected a date from "
                        f"`{period.first}` to `{period.last}`"
                    )
                    yield Found(
                        item.place, message, "correct the date or the period", subject=f"section {section.words}"
                    )


def _sections(records: Records) -> Iterator[tuple[Paper, Outline, OutlinedSection]]:
    """All sections that follow an outline, with it."""
    library = records.library
    for paper in library.papers.values():
        meeting = library.meetings.get(paper.meeting)
        body = library.body_of(meeting) if meeting is not None else None
        if body is None or not body.outlines:
            continue
        by_id = {outline.id: outline for outline in body.outlines}
        for part in paper.parts:
            for section in outlined_sections(part.content, body.outlines):
                yield paper, by_id[section.block.outline], section


def _dues(item: Item) -> Iterator[tuple[str, PartialDate]]:
    for typed in _DUE.findall(item.text):
        try:
            yield typed, parse_partial_date(typed)
        except ValueError:
            continue  # composing says so


RULES: tuple[RecordRule, ...] = (
    record_rule("G246", "section-part-missing", STOPS_CIRCULATION, look_for_missing_parts),
    record_rule("G247", "section-items-miscounted", STOPS_CIRCULATION, look_for_miscounted_items),
    record_rule("G248", "section-item-without-date", WARNS, look_for_items_without_date),
    record_rule("G249", "due-outside-period", WARNS, look_for_dates_outside),
)
