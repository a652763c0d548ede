"""Rules over composed documents: headings, tables, links: codes G951 to G969."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from govdocs.check.rule import FAILS, STOPS_PUBLICATION, WARNS, Composed, DocumentRule, Found, document_rule
from govdocs.compose.blocks import Heading, Link, Paragraph, Scope, Table, TableKind, Text, plain

#: Words of a link that say nothing about where it leads.
EMPTY_WORDS = {"here", "click here", "this", "link", "this link", "more", "read more", "see here", "details"}


def look_for_skipped_headings(composed: Composed) -> Iterator[Found]:
    """Checks:
        Headings go down one level at a time.

    Looks at:
        Composed documents: headings.

    Why:
        A screen reader's user walks a document by its headings; a missing level is a missing door. (WCAG 2.2, success
        criterion 1.3.1; PDF/UA-1, 7.4.)

    Wrong:
        # Report

        ### Costs

    Right:
        # Report

        ## Costs
    """
    level = 0
    for block in composed.pieces:
        if isinstance(block, Heading):
            if level and block.level > level + 1:
                words = plain(block.content)
                message = f"`{words}` is a heading of level {block.level} under level {level}; expected {level + 1}"
                yield Found(block.place, message, "take one # away, or add the heading between")
            level = block.level


def look_for_tables_without_header(composed: Composed) -> Iterator[Found]:
    """Checks:
        Every table of figures has a header row, or headers at its rows.

    Looks at:
        Composed documents: tables.

    Why:
        Read aloud, a cell without a header is a number about nothing.

    Wrong:
        A table whose columns all have `label: blank`.

    Right:
        columns: [{id: item, label: Item}, {id: cost, label: Cost}]
    """
    for block in composed.pieces:
        if isinstance(block, Table) and block.kind not in (TableKind.PEOPLE, TableKind.KEY):
            head = any(cell.scope != Scope.NONE for row in (*block.head, *block.body) for cell in row.cells)
            if not head:
                yield Found(
                    block.place, "this table has no header; expected names for its columns", "give its columns labels"
                )


def look_for_empty_links(composed: Composed) -> Iterator[Found]:
    """Checks:
        The words of a link say where it leads.

    Looks at:
        Composed documents: links.

    Why:
        Screen readers list the links of a page; ten times "here" is a list of nothing. (WCAG 2.2, success criterion
        2.4.4.)

    Wrong:
        The plan is [here](https://example.org/plan).

    Right:
        Read [the plan for the park](https://example.org/plan).
    """
    for block in composed.pieces:
        if isinstance(block, Heading | Paragraph):
            for link in _links(block.content) if not all(isinstance(one, Text) for one in block.content) else ():
                words = plain(link.children).strip().lower().strip(".")
                if words in EMPTY_WORDS or not words:
                    message = f"the link says `{plain(link.children)}`; expected words that say where it leads"
                    yield Found(block.place, message, "put the name of the page or paper into the link")


def look_for_repeated_headings(composed: Composed) -> Iterator[Found]:
    """Checks:
        Two headings of one level with the same words do not follow each other under one heading.

    Looks at:
        Composed documents: headings.

    Why:
        Whoever is told to look under "Costs" finds two of them.

    Wrong:
        ## Costs

        ## Costs

    Right:
        ## Costs this year

        ## Costs from next year
    """
    path: dict[int, set[str]] = {}
    title = composed.document.title.strip().lower()
    for block in composed.pieces:
        if not isinstance(block, Heading):
            continue
        for deeper in [level for level in path if level > block.level]:
            del path[deeper]
        words = plain(block.content).strip().lower()
        if words and words in path.setdefault(block.level, set()):
            message = f"the heading `{plain(block.content)}` stands twice; expected different words"
            yield Found(block.place, message, "say in the heading what is different")
        # The title of a paper is that of what it is about, which may well be its appendix.
        if words != title:
            path[block.level].add(words)


def _links(content: object) -> Iterator[Link]:
    """All links in inline content."""
    if isinstance(content, tuple):
        for one in content:
            yield from _links(one)
    elif isinstance(content, Link):
        yield content
    elif is_dataclass(content):
        for part in fields(content):
            if part.name == "children":
                yield from _links(getattr(content, part.name))


RULES: tuple[DocumentRule, ...] = (
    document_rule("G951", "heading-skipped", FAILS, look_for_skipped_headings),
    document_rule("G952", "table-without-header", STOPS_PUBLICATION, look_for_tables_without_header),
    document_rule("G953", "link-says-nothing", WARNS, look_for_empty_links, heuristic=True),
    document_rule("G954", "heading-repeated", WARNS, look_for_repeated_headings),
)
