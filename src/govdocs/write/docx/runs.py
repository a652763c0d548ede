"""Inline content as runs."""

from dataclasses import dataclass, replace
from typing import assert_never

from govdocs.compose.blocks import (
    Abbreviation,
    Emphasis,
    Foreign,
    Indexed,
    Inline,
    LineBreak,
    Link,
    Raised,
    Strong,
    Symbol,
    Text,
)
from govdocs.places import Place
from govdocs.write.docx.index_entry import index_entries
from govdocs.write.docx.looks import BOLD, ITALIC
from govdocs.write.docx.manuscript import Manuscript, bookmark_name
from govdocs.write.docx.markup import escape, illegal, quote
from govdocs.write.docx.problems import UNPRINTABLE_CHARACTER


@dataclass(frozen=True, slots=True)
class _Manner:
    """How the runs at hand are set."""

    style: str = ""
    strong: bool = False
    emphasis: bool = False
    raised: bool = False
    language: str = ""

    def properties(self, *, paragraph: str) -> str:
        """The run's properties; one of them as a style where no other style is taken."""
        bold = self.strong and paragraph not in BOLD
        italic = self.emphasis and paragraph not in ITALIC
        style = self.style
        if not style:
            style = "Strong" if bold else "Emphasis" if italic else "Raised" if self.raised else ""
        parts = [f'<w:rStyle w:val="{style}"/>'] if style else []
        if bold and style != "Strong":
            parts.append("<w:b/><w:bCs/>")
        if italic and style != "Emphasis":
            parts.append("<w:i/><w:iCs/>")
        if self.raised and style != "Raised":
            parts.append('<w:vertAlign w:val="superscript"/>')
        if self.language:
            parts.append(f'<w:lang w:val="{quote(self.language)}" w:eastAsia="{quote(self.language)}"/>')
        return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def runs(manuscript: Manuscript, inlines: tuple[Inline, ...], place: Place, paragraph: str, character: str = "") -> str:
    """Inline content as XML for a paragraph of the style ``paragraph``, in the run style ``character`` if any."""
    return "".join(_runs(manuscript, inlines, place, paragraph, _Manner(character, language=manuscript.language)))


def run(text: str, properties: str = "") -> str:
    """One run of plain text."""
    if not text:
        return ""
    # Word forgets spaces at the ends unless told to keep them.
    space = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() or "  " in text else ""
    return f"<w:r>{properties}<w:t{space}>{escape(text)}</w:t></w:r>"


def _runs(  # noqa: C901 - one case for each class of inline content
    manuscript: Manuscript, inlines: tuple[Inline, ...], place: Place, paragraph: str, manner: _Manner
) -> list[str]:
    written: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text) | Abbreviation(text, _):
                written.append(_text(manuscript, text, place, manner.properties(paragraph=paragraph)))
            case LineBreak():
                written.append(f"<w:r>{manner.properties(paragraph=paragraph)}<w:br/></w:r>")
            case Strong(children):
                written += _runs(manuscript, children, place, paragraph, replace(manner, strong=True))
            case Emphasis(children):
                written += _runs(manuscript, children, place, paragraph, replace(manner, emphasis=True))
            case Raised(children):
                written += _runs(manuscript, children, place, paragraph, replace(manner, raised=True))
            case Foreign(children, language):
                written += _runs(manuscript, children, place, paragraph, replace(manner, language=language))
            case Symbol(character, _):
                properties = replace(manner, style="Symbol").properties(paragraph=paragraph)
                written.append(_text(manuscript, character, place, properties))
            case Link():
                inner = _runs(manuscript, inline.children, place, paragraph, replace(manner, style="Hyperlink"))
                written.append(f"<w:hyperlink{_target(manuscript, inline, place)}>{''.join(inner)}</w:hyperlink>")
            case Indexed(children, entries, anchor):
                begin, end = manuscript.mark(anchor, place) if anchor else ("", "")
                inner = _runs(manuscript, children, place, paragraph, manner)
                written += [begin, index_entries(entries, manuscript.index_paths), *inner, end]
            case _:
                assert_never(inline)
    return written


def _text(manuscript: Manuscript, text: str, place: Place, properties: str) -> str:
    if bad := illegal(text):
        message = f"the text holds the control character `U+{ord(bad[0]):04X}`; expected printable characters only"
        manuscript.report(UNPRINTABLE_CHARACTER, message, place, "delete the character and type the text again")
    return run(text, properties)


def _target(manuscript: Manuscript, link: Link, place: Place) -> str:
    """The attributes that lead somewhere: an address, another document of the meeting, or a bookmark here."""
    spoken = f' w:tooltip="{quote(link.spoken)}"' if link.spoken else ""
    elsewhere = link.document not in manuscript.bound
    bookmark = _bookmark(manuscript, link, elsewhere=elsewhere)
    within = f' w:anchor="{bookmark}"' if bookmark else ""
    if link.address:
        ident = manuscript.relate("hyperlink", link.address, external=True)
        return f' r:id="{ident}"{spoken} w:history="1"'
    if link.document and elsewhere:
        ident = manuscript.relate("hyperlink", f"{link.document}.docx", external=True)
        return f' r:id="{ident}"{within}{spoken} w:history="1"'
    if not bookmark:
        return f' w:anchor="_top"{spoken} w:history="1"'
    manuscript.asked_for.setdefault(bookmark, (link.anchor, place))
    return f'{within}{spoken} w:history="1"'


def _bookmark(manuscript: Manuscript, link: Link, *, elsewhere: bool) -> str:
    """The name of the bookmark in the link's file; empty for the beginning of another file, or of this one."""
    if link.document and elsewhere:
        return bookmark_name(link.anchor) if link.anchor else ""
    return manuscript.bookmark(link.anchor, link.document) if link.anchor or manuscript.scope else ""
