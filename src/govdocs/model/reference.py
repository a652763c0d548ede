"""`docs/records.md`: the reference of the format, made from the models."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from govdocs.model.actions import ActionsFile, ActionUpdate
from govdocs.model.answers import GroupEntry
from govdocs.model.bodies import Body
from govdocs.model.bodies_of_text import ALL_BLOCKS, IN_MINUTES, IN_PAPERS, IN_TERMS
from govdocs.model.data_sets import DataSetFile
from govdocs.model.decisions import DecisionsFile
from govdocs.model.examples import EXAMPLES
from govdocs.model.meanings import is_required, meaning, title, type_in_words
from govdocs.model.meetings import Meeting
from govdocs.model.minutes import MinutesHeader
from govdocs.model.papers import PaperHeader
from govdocs.model.people import OrganisationsFile, PeopleFile, VenuesFile
from govdocs.model.record import Block, Record
from govdocs.model.registers import GlossaryFile, InterestsFile, Settings
from govdocs.model.risks import RisksFile
from govdocs.model.terms_of_reference import TermsHeader


@dataclass(frozen=True, slots=True)
class Chapter:
    """A kind of file: its heading, where such files lie, what they hold."""

    heading: str
    path: str
    words: str
    kind: type[Record]


CHAPTERS = (
    Chapter("Settings", "govdocs.yaml", "What the repository is, and as of when it is judged.", Settings),
    Chapter("Organisations", "records/organisations.yaml", "Who people work for.", OrganisationsFile),
    Chapter("People", "records/people.yaml", "People and the posts that they hold.", PeopleFile),
    Chapter("Venues", "records/venues.yaml", "Rooms to meet in.", VenuesFile),
    Chapter("Glossary", "records/glossary.yaml", "Abbreviations and what they stand for.", GlossaryFile),
    Chapter("Interests", "records/interests.yaml", "The register of interests.", InterestsFile),
    Chapter("Risks", "records/risks.yaml", "Risks and how they are held down.", RisksFile),
    Chapter("Bodies", "records/bodies/<body>.yaml", "A governing body and everything that is its own.", Body),
    Chapter(
        "Terms of reference",
        "records/terms-of-reference/<document>.md",
        "A document of rules: a header, then Markdown with `members` and `rule` blocks.",
        TermsHeader,
    ),
    Chapter(
        "Actions",
        "records/actions/<body>.yaml",
        "Updates of a body's actions, and actions that arose outside its meetings.",
        ActionsFile,
    ),
    Chapter(
        "Decisions outside meetings",
        "records/decisions/<body>.yaml",
        "Decisions by e-mail, in writing, or by the chair alone.",
        DecisionsFile,
    ),
    Chapter("Meetings", "meetings/<body>/<date>/meeting.yaml", "A meeting and its agenda.", Meeting),
    Chapter(
        "Minutes",
        "meetings/<body>/<date>/minutes.md",
        "A header, then one `##` heading for each item in the order taken, with its id: `## lease` takes its "
        "words from the agenda, `## Other words {#lease}` has its own.",
        MinutesHeader,
    ),
    Chapter(
        "Papers",
        "meetings/<body>/<date>/papers/<paper>.md",
        "A header, then Markdown: `# Summary` and other headings of the first level for the form's fields of prose, "
        "`# Report` for the report. With data or pictures a paper is a folder with `paper.md`.",
        PaperHeader,
    ),
    Chapter("Data sets", "meetings/<body>/<date>/papers/<paper>/<data>.yaml", "What a CSV file holds.", DataSetFile),
)
_INTRODUCTION = """# The records

<!-- Made from src/govdocs/model by `python -m govdocs.model.reference > docs/records.md`; do not edit. -->

What a secretary types. Facts are YAML, prose is Markdown; a fact inside prose is a fenced block with a word after the
fence, facts, a line `---` and words.

- **Ids** are lower-case letters, digits and hyphens, and never change; names of files and folders are ids too.
  A name with a capital or a space is printed as it is and needs no record: `Dr Jane Doe`.
- **yes and no**: `yes` or `no`. **Dates**: `2018-06-21`; where a month or year will do, `2018-06` or `2018`.
  **Times**: `13:30`. **Periods**: `2018/19`, `2018-Q1`, `2018-06..2018-08`.
- **Nothing**: a key that is not there is not on the form; `blank` is on the form and left empty; `none`, `n/a` and
  `unknown` say so.
- **Names in braces** in a body's wordings are filled in: `{date}`. Other names than those listed are findings.
- **Every record may have a `note`**, a remark for editors that is never printed.
- **Waivers** stand in the file that they excuse.

Keys in bold must be there.
"""
_PROSE = """## Prose

Markdown: headings, paragraphs, lists, emphasis, links. Raw HTML prints as it was typed. A heading may carry an id:
`## Costs {#costs}`.

**Links** name what they lead to; without words between the brackets they print the target's own, and words that are
there are compared with the target:

| link | leads to |
|---|---|
| `[](item:budget)` | an item of this meeting |
| `[](paper:savings)`, `[](paper:board/2018-05-17/lease)` | a paper of this meeting, or of another |
| `[](meeting:board/2018-05-17)` | a meeting |
| `[agreed in May](decision:board/2018-05-17/lease)` | a decision |
| `[](action:escalation-route)` | an action |
| `[](table:cost)`, `[](heading:costs)`, `[](appendix:notes)` | a table, a heading, an appendix of the same document |
| `[paragraph 18(1)](clause:accounts)` | a clause of terms of reference |
| `[£48k](figure:contribution)`, `[26 June](event:workshop)` | a figure or an event of the paper's header |
| `[](person:ann-lee)`, `[](term:kpi)`, `[](risk:late-savings)` | a person, a term, a risk |

**Rows of tables** are lines between bars: `| Staffing | 49,608 |`. `\\|` is a bar in a cell, `<br>` a new line in it;
`^^` makes a cell one with the cell above, `<<` with the cell at its left. `|= Words |` is a band across all columns,
`|+ Subtotal | 12 |` a subtotal, `|! Glan Roofing | 7,900 |` a row that is closed as the table's `restricted` says.
A table may also be plain Markdown, without a block: a head, a line `|---|---|`, and rows.

**Other languages**: what a record prints takes `translations: {cy: {title: …}}` beside the words; minutes and papers
are a second file with the language in its name, `minutes.cy.md`, and the same ids. Facts that it leaves out are those
of the document itself, block by block; a block may be empty.
"""


def render_reference() -> str:
    """The whole page."""
    parts = [_INTRODUCTION, _contents()]
    done: set[type[Record]] = set()
    parts.append(_PROSE)
    for chapter in CHAPTERS:
        parts.append(f"## {chapter.heading}\n\n`{chapter.path}`\n\n{chapter.words}\n")
        if chapter.heading in EXAMPLES:
            parts.append(_example(EXAMPLES[chapter.heading], "md" if chapter.path.endswith(".md") else "yaml"))
        parts.extend(_sections(chapter.kind, done))
    parts.append("## Blocks\n\nRecord blocks in Markdown; each names the documents that it may stand in.\n")
    for block in sorted(ALL_BLOCKS, key=lambda block: block.fence_word):
        parts.extend(_sections(block, done))
    for extra in (GroupEntry, ActionUpdate):
        parts.extend(_sections(extra, done))
    return "\n".join(parts).rstrip() + "\n"


def _contents() -> str:
    lines = [f"- [{chapter.heading}](#{chapter.heading.lower().replace(' ', '-')})" for chapter in CHAPTERS]
    return "\n".join(["- [Prose](#prose)", *lines, "- [Blocks](#blocks)", ""])


def _sections(kind: type[Record], done: set[type[Record]]) -> Iterator[str]:
    """The section of a record and of those inside it that have none yet."""
    if kind in done:
        return
    done.add(kind)
    yield _section(kind)
    for inner in inner_records(kind):
        yield from _sections(inner, done)


def _section(kind: type[Record]) -> str:
    lines = [f"### {title(kind)}", ""]
    if issubclass(kind, Block) and kind.fence_word:
        lines += [_where(kind), ""]
        if kind.fence_word in EXAMPLES:
            lines += [_example(EXAMPLES[kind.fence_word], "md")]
    if kind.short_form:
        lines += [f"A single word stands for `{kind.short_form}`.", ""]
    lines += ["| key | holds | meaning |", "|---|---|---|"]
    for name, info in kind.model_fields.items():
        if name != "note":
            key = f"**`{info.alias}`**" if is_required(info) else f"`{info.alias}`"
            cells = (key, type_in_words(info), meaning(kind, name))
            lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join([*lines, ""])


def _where(kind: type[Block]) -> str:
    homes = {"papers": IN_PAPERS, "minutes": IN_MINUTES, "terms of reference": IN_TERMS}
    return f"A block `{kind.fence_word}`, in {', '.join(name for name, kinds in homes.items() if kind in kinds)}."


def _example(text: str, language: str) -> str:
    fence = "````" if "```" in text else "```"
    return f"{fence}{language}\n{text.strip()}\n{fence}\n"


def inner_records(kind: type[Record]) -> tuple[type[Record], ...]:
    """The kinds of record that the fields of ``kind`` hold, in their order."""
    found = (inner for info in kind.model_fields.values() for inner in _records(info.annotation))
    return tuple(dict.fromkeys(found))


def _records(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and not get_args(annotation) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from _records(inner)


if __name__ == "__main__":
    sys.stdout.write(render_reference())
