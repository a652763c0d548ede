"""The rule about Mr, Mrs, Dr and the like before names: code G842."""

from collections import defaultdict
from collections.abc import Iterator

from govdocs.check.listed_titles import civil_titles, titles_unlike_the_list
from govdocs.check.people_in_prose import is_called, letters_among, people_named
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule


def look_for_other_honorifics(records: Records) -> Iterator[Found]:
    """Checks:
        Mr, Mrs, Ms, Dr or Professor before a surname is what the register says of that person, or, for people who are
        only named in print, the attendance list.

    Looks at:
        Prose, cells of tables; register of people; lists of minutes.

    Why:
        It is a courtesy, and to get it wrong is a discourtesy in print.

    Wrong:
        # records/people.yaml
        people:
          alex-example: {name: Alex Example, honorific: Ms, posts: [{post: Clerk, organisation: anytown}]}
          robin-sample: {name: Robin Sample, posts: [{post: Councillor, organisation: anytown}]}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        ---
        # Report

        Mr Example explained the budget.

    Right:
        # records/people.yaml
        people:
          alex-example: {name: Alex Example, honorific: Ms, posts: [{post: Clerk, organisation: anytown}]}
          robin-sample: {name: Robin Sample, posts: [{post: Councillor, organisation: anytown}]}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        ---
        # Report

        Ms Example explained the budget.
    """
    titles: dict[str, list[tuple[list[str], frozenset[str]]]] = defaultdict(list)
    for person in records.library.people.values():
        called = [one for name in (person.forename, *person.aliases) for one in name.split()]
        titles[person.family_name].append(([*called, *letters_among(called)], civil_titles(person.honorific.split())))
    for writing in records.writings:
        for paragraph in writing.paragraphs:
            for named in people_named(paragraph.text):
                known = {title for called, title in titles.get(named.last, ()) if is_called(called, named.first)}
                found = civil_titles(named.titles)
                if found and known and frozenset() not in known and not any(found & one for one in known):
                    expected = " or ".join(sorted({word.capitalize() for one in known for word in one}))
                    message = f"`{' '.join(named.titles)} {named.last}`; expected {expected}, as in the register"
                    hint = "correct it here, or in records/people.yaml"
                    yield Found(paragraph.at(named.start), message, hint, length=len(" ".join(named.titles)))
    yield from titles_unlike_the_list(records)


RULES: tuple[RecordRule, ...] = (
    record_rule("G842", "honorific-differs", WARNS, look_for_other_honorifics, heuristic=True),
)
