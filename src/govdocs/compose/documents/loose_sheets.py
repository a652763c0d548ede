"""Sheets of the pack that are no papers: dividers, blank pages, and the sheet in place of a paper that is held."""

from govdocs.compose.blocks import Document
from govdocs.compose.desk import Desk, Pen
from govdocs.compose.documents.agenda import entry_presenters, held_word
from govdocs.compose.documents.sheet import Back, compose_sheet, footer_label
from govdocs.compose.plan import Planned
from govdocs.compose.references import Anchors, DocumentTargets, Home
from govdocs.compose.titles import entry_title
from govdocs.model.patterns import fill


def _pen(desk: Desk) -> Pen:
    return Pen(desk, DocumentTargets(desk, Home(desk.meeting.id), Anchors()))


def compose_divider(desk: Desk, planned: Planned, title: str) -> Document:
    """A page with the paper's letter and its title."""
    sections = _pen(desk).sections("divider.html", {"letter": planned.letter, "title": title}, planned.entry.place())
    name = f"divider-{planned.name.removeprefix('paper-')}"
    label = footer_label(desk, planned.letter, title)
    return compose_sheet(
        desk, name, label, sections, planned.entry.place(), label=label, letter=planned.letter, furniture=False
    )


def compose_blank(desk: Desk, planned: Planned) -> Document:
    """A page that says it is blank."""
    words = desk.body.pack.blank_words
    sections = _pen(desk).sections("blank.html", {"blank": words}, desk.body.place("pack"))
    name = f"blank-{planned.name.removeprefix('paper-')}"
    return compose_sheet(desk, name, words, sections, desk.body.place("pack"), furniture=False)


def compose_held(desk: Desk, planned: Planned) -> Document:
    """The sheet in place of a paper that is not there."""
    title = entry_title(desk, desk.meeting, planned.entry)
    presenters = [desk.names.presenter(who) for who in entry_presenters(desk, planned.entry)]
    words = fill(desk.body.pack.held_words, {"letter": planned.letter, "title": title})
    facts = {
        "paper": {
            "title": title,
            "letter": planned.letter,
            "label": desk.word("paper_label", letter=planned.letter) if planned.letter else "",
        },
        "held": {
            "sheet": words if planned.held == "to-follow" else _held_otherwise(desk, planned),
            "presenters": desk.wording.names(presenters),
        },
        "back": Back(f"item-{planned.entry.id}", desk.reference(desk.meeting.id, planned.entry.id)),
    }
    sections = _pen(desk).sections("held.html", facts, planned.entry.place())
    label = footer_label(desk, planned.letter, title)
    return compose_sheet(desk, planned.name, title, sections, planned.entry.place(), label=label, letter=planned.letter)


def _held_otherwise(desk: Desk, planned: Planned) -> str:
    """What the sheet says of a paper that is not to follow: late, withdrawn and the like."""
    paper = desk.word("paper_label", letter=planned.letter) if planned.letter else ""
    return f"{paper}: {held_word(desk, planned.held)}" if paper else held_word(desk, planned.held)
