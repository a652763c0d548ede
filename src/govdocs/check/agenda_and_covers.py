"""Rules that hold the agenda against the papers' covers: codes G507 to G510."""

from collections.abc import Iterator

from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.meetings import AgendaEntry
from govdocs.model.papers import Paper
from govdocs.model.people import Who
from govdocs.model.values import Nothing


def look_for_other_titles(records: Records) -> Iterator[Found]:
    """Checks:
        Where an agenda gives a paper another title than the paper's own, the two are compared.

    Looks at:
        Records: agendas and covers of papers.

    Why:
        A member looks for the paper under the words of the agenda, and the minutes will quote one of the two.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget, title: Spending plans}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        ---
    """
    for entry, paper in _entries_with_papers(records.library):
        if entry.title and not _same_words(entry.title, paper.header.title):
            message = f"the agenda calls this paper `{entry.title}`; expected its own title, `{paper.header.title}`"
            related = (Related(paper.place("title"), "the paper's title"),)
            hint = "remove `title` here, or change the title of the paper"
            yield Found(entry.place("title"), message, hint, related, len(entry.title), f"entry {entry.id}")


def look_for_other_presenters(records: Records) -> Iterator[Found]:
    """Checks:
        Where an agenda names other presenters than the paper's cover, the two are compared.

    Looks at:
        Records: agendas and covers of papers.

    Why:
        Somebody prepares to present, and it should be the one whom the chair will call.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget, presenters: [jo-member]}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        presenters: [alex-example]
        ---

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        presenters: [alex-example]
        ---
    """
    for entry, paper in _entries_with_papers(records.library):
        on_agenda, on_cover = _people(entry.presenters), _people(paper.header.presenters)
        if on_agenda and on_cover and on_agenda != on_cover:
            message = (
                f"the agenda has {_listed(on_agenda)} present this paper; expected {_listed(on_cover)}, as on its cover"
            )
            related = (Related(paper.place("presenters"), "the cover's presenters"),)
            yield Found(entry.place("presenters"), message, "make the two agree", related, subject=f"entry {entry.id}")


def look_for_other_verbs(records: Records) -> Iterator[Found]:
    """Checks:
        What the agenda asks for (to approve, to receive) is among the paper's recommendations.

    Looks at:
        Records: agendas and recommendations of papers.

    Why:
        A board that is told to receive a report and then asked to approve spending has not been told.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget, action: receive}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: approve, text: the budget}]
        ---

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{paper: budget, action: approve}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        recommendations: [{verb: approve, text: the budget}]
        ---
    """
    for entry, paper in _entries_with_papers(records.library):
        verbs = [recommendation.verb for recommendation in paper.header.recommendations]
        if entry.action and entry.action is not Nothing.BLANK and verbs and entry.action not in verbs:
            message = f"the agenda says `{entry.action}`; expected one of what the paper recommends: {_listed(verbs)}"
            related = (Related(paper.place("recommendations"), "the paper's recommendations"),)
            hint = "change the action on the agenda, or the recommendation"
            yield Found(entry.place("action"), message, hint, related, len(str(entry.action)), f"entry {entry.id}")


def look_for_absent_sponsors(records: Records) -> Iterator[Found]:
    """Checks:
        Nobody who is to present a paper, or who sponsors it, has sent apologies.

    Looks at:
        Records: covers of papers, apologies.

    Why:
        Somebody else must be ready to answer for the paper.

    Wrong:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{standing: apologies, apologies: [jo-member]}, {paper: budget}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        sponsor: jo-member
        ---

    Right:
        # meetings/board/2026-05-14/meeting.yaml
        agenda: [{standing: apologies, apologies: [jo-member]}, {paper: budget}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        sponsor: sam-member
        ---
    """
    for meeting in records.library.meetings.values():
        minutes = records.library.minutes.get(meeting.id)
        excuses = [*(minutes.header.apologies if minutes else ())]
        excuses += [excuse for entry in meeting.entries() for excuse in entry.apologies]
        sorry = {excuse.person: excuse for excuse in excuses}
        for entry in meeting.entries():
            paper = records.library.paper_of(meeting, entry)
            if paper is None or not sorry:
                continue
            sponsor = paper.header.sponsor
            roles = [("presents", who, "presenters") for who in _who(entry.presenters or paper.header.presenters)]
            roles += [("sponsors", sponsor, "sponsor")] if isinstance(sponsor, Who) else []
            for verb, who, key in roles:
                if who.person in sorry:
                    message = (
                        f"`{who.person}` {verb} this paper and has sent apologies; expected somebody who will be there"
                    )
                    related = (Related(sorry[who.person].place(), "the apologies"),)
                    hint = "ask who stands in, and name them"
                    yield Found(paper.place(key), message, hint, related, subject=f"field {key}")


def _entries_with_papers(library: Library) -> Iterator[tuple[AgendaEntry, Paper]]:
    for meeting in library.meetings.values():
        for entry in meeting.entries():
            paper = library.paper_of(meeting, entry)
            if paper is not None:
                yield entry, paper


def _same_words(one: str, other: str) -> bool:
    return " ".join(one.lower().split()).strip(" .") == " ".join(other.lower().split()).strip(" .")


def _who(people: tuple[Who, ...] | Nothing) -> tuple[Who, ...]:
    return people if isinstance(people, tuple) else ()


def _people(people: tuple[Who, ...] | Nothing) -> set[str]:
    return {who.person for who in _who(people)}


def _listed(names: set[str] | list[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(set(names)))


RULES: tuple[RecordRule, ...] = (
    record_rule("G507", "title-differs", WARNS, look_for_other_titles),
    record_rule("G508", "presenter-differs", WARNS, look_for_other_presenters),
    record_rule("G509", "verb-differs", WARNS, look_for_other_verbs),
    record_rule("G510", "sponsor-sent-apologies", NOTED, look_for_absent_sponsors),
)
