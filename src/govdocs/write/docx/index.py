"""An index: a field that is filled already, and hidden fields at its places from which Word can make it anew."""

from collections.abc import Mapping

from govdocs.compose.blocks import Document, Index, IndexLine, Link, Text, plain, walk
from govdocs.write.docx.index_entry import index_entry
from govdocs.write.docx.manuscript import Manuscript
from govdocs.write.docx.paragraphs import anchor, write_paragraph
from govdocs.write.docx.runs import run, runs
from govdocs.write.index_places import ShownPlace, shown_places


def index_paths(document: Document) -> Mapping[str, tuple[str, ...]]:
    """The words of each line of the document's index, by its id."""
    return {piece.entry: piece.path for piece in walk(document) if isinstance(piece, IndexLine)}


def write_index(manuscript: Manuscript, index: Index) -> list[str]:
    """A paragraph for each letter and each line, all within one field."""
    drafts: list[tuple[str, str, IndexLine | None]] = []
    for letter in index.letters:
        drafts.append(("IndexHeading", run(letter.letter), None))
        drafts.extend((f"Index{line.level}", _line(manuscript, index, line), line) for line in letter.lines)
    written: list[str] = []
    for at, (style, words, line) in enumerate(drafts):
        begin = f"{_elsewhere(index)}{_begin(manuscript)}" if at == 0 else ""
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if at == len(drafts) - 1 else ""
        if line is not None:
            anchor(manuscript, line.anchor, line.place)
        written.append(write_paragraph(manuscript, style, f"{begin}{words}{end}"))
    return written


def _begin(manuscript: Manuscript) -> str:
    """What Word does when somebody asks for a new index: letters, two columns, the places of this document only."""
    within = f"\\b {manuscript.bookmark('')} " if manuscript.scope else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> INDEX \\h "A" \\c "2" {within}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _elsewhere(index: Index) -> str:
    """Hidden fields for the lines that lead to others: they have no place in the text."""
    lines = [line for letter in index.letters for line in letter.lines if line.see]
    return "".join(index_entry(line.path, plain(line.see).lstrip(",.; ")) for line in lines)


def _line(manuscript: Manuscript, index: Index, line: IndexLine) -> str:
    places = shown_places(index, line, manuscript.pages)
    words = run(line.path[-1]) + "".join(_place(manuscript, line, place) for place in places)
    words += runs(manuscript, line.see, line.place, "Index1")
    return words.replace('<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>', "")


def _place(manuscript: Manuscript, line: IndexLine, place: ShownPlace) -> str:
    link = Link((Text(place.words),), anchor=place.anchor, spoken=place.spoken)
    return run(place.before) + runs(manuscript, (link,), line.place, "Index1")
