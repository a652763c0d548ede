"""A rule about whom readers are told to ask: code G610."""

import re
from collections.abc import Iterator

from govdocs.check.covers import papers_with_forms
from govdocs.check.rule import WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Role, Writing
from govdocs.model.answers import People
from govdocs.model.index import Library
from govdocs.model.people import Who

_REACHED = re.compile(r"@|\d[\d ]{5,}|https?://|\bwww\.")
_HEADING = re.compile(
    r"(?:officers?|persons?|people|whom?) to contact|contact (?:officers?|details|persons?|points?)|contacts?"
    r"|(?:for )?(?:further|more) information(?:,? contact)?",
    re.IGNORECASE,
)
#: Somebody's name at the beginning of a line, with or without a title.
_NAMED = re.compile(r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Cllr)\.? )?[A-Z][a-z'’-]+ (?:[A-Z]\.? )?[A-Z][a-z'’-]+\b")


def look_for_contacts_out_of_reach(records: Records) -> Iterator[Found]:
    """Checks:
        Whoever a paper names as a contact has a telephone number or an e-mail address: in the register or as printed
        on the cover; where contacts are typed under a heading of their own, there.

    Looks at:
        Records: answers to fields of contacts, the register of people. Prose under a heading such as "Officer to
        contact".

    Why:
        A name and a post do not answer a question from the public.

    Example:
        A report to a scrutiny committee named the officer to contact, and no way to do so.

    Wrong:
        # records/bodies/board.yaml
        forms:
          - id: cover
            heading: Board
            fields: [{id: contact, label: Officer to contact, kind: contacts}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        form: {contact: [alex-example]}
        ---

    Right:
        # records/bodies/board.yaml
        forms:
          - id: cover
            heading: Board
            fields: [{id: contact, label: Officer to contact, kind: contacts}]
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for 2026/27
        authors: [alex-example]
        form: {contact: [{person: alex-example, printed: "Clerk, 01234 567890"}]}
        ---
    """
    for _, form, paper in papers_with_forms(records.library):
        for field in form.fields:
            answer = paper.answers.get(field.id)
            for who in answer.people if field.kind == "contacts" and isinstance(answer, People) else ():
                if not _is_reached(records.library, who):
                    message = f"`{who.person}` is to be contacted, and has no telephone number or e-mail address; "
                    message += "expected one"
                    hint = "add `email` or `phone` to the person's record"
                    yield Found(who.place(), message, hint, subject=f"field {field.id}")
    for writing in records.writings:
        for heading, lines in _typed_contacts(writing):
            words = " ".join(line.text for line in lines)
            names = [line for line in lines if _NAMED.match(line.text)]
            if names and not _REACHED.search(words):
                message = f"`{heading.text.strip(' :')}` gives no telephone number or e-mail address; expected one"
                yield Found(names[0].place, message, "add how they are reached", subject="contacts")


def _is_reached(library: Library, who: Who) -> bool:
    person = library.people.get(who.slug) if who.slug else None
    return bool((person and (person.email or person.phone)) or _REACHED.search(f"{who.person} {who.printed}"))


def _typed_contacts(writing: Writing) -> Iterator[tuple[Paragraph, list[Paragraph]]]:
    """The headings over contacts, and the paragraphs and items up to the next heading."""
    for portion in writing.portions:
        heading: Paragraph | None = None
        lines: list[Paragraph] = []
        for paragraph in portion.paragraphs:
            if paragraph.role is Role.HEADING:
                if heading is not None:
                    yield heading, lines
                heading, lines = (paragraph if _HEADING.fullmatch(paragraph.text.strip(" :*.")) else None), []
            elif heading is not None and paragraph.role is not Role.BLOCK:
                lines.append(paragraph)
        if heading is not None:
            yield heading, lines


RULES: tuple[RecordRule, ...] = (record_rule("G610", "contact-out-of-reach", WARNS, look_for_contacts_out_of_reach),)
