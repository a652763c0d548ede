"""Tables of contents: a field that is filled already, so that Word shows it without asking, and can renew it."""

from govdocs.compose.blocks import Contents, Link
from govdocs.write.docx.manuscript import Manuscript, Setting
from govdocs.write.docx.paragraphs import Hung, write_paragraph
from govdocs.write.docx.runs import runs

_DEEPEST = 9


def write_contents(manuscript: Manuscript, block: Contents, setting: Setting) -> list[str]:
    """A line for each heading with its page in the PDF, all within one field."""
    written: list[str] = []
    for at, line in enumerate(block.lines):
        style = f"TOC{min(block.top + line.level - 1, _DEEPEST)}"
        tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{setting.width}"/></w:tabs>'
        link = Link(line.content, anchor=line.anchor)
        words = runs(manuscript, (link,), line.place, style, "ContentsLink")
        words = words.replace('<w:rStyle w:val="Hyperlink"/>', "")
        page = manuscript.pages.get(line.anchor)
        number = f"<w:r><w:tab/><w:t>{page}</w:t></w:r>" if page else ""
        words = words.removesuffix("</w:hyperlink>") + f"{number}</w:hyperlink>"
        begin = _begin(manuscript, block) if at == 0 else ""
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if at == len(block.lines) - 1 else ""
        written.append(write_paragraph(manuscript, style, f"{begin}{words}{end}", hung=Hung(numbering=tabs)))
    return written


def _begin(manuscript: Manuscript, block: Contents) -> str:
    """What Word does when somebody asks for a new table: the same levels of headings of this document, no title."""
    within = f"\\b {manuscript.bookmark('')} " if manuscript.scope else ""
    instruction = f' TOC \\o "{block.top}-{min(block.top + block.levels - 1, 9)}" \\h \\z \\u {within}'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
