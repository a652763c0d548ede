"""Sections, running headers and footers, watermarks."""

from dataclasses import replace

from lxml import etree

from govdocs.compose.blocks import Orientation, PageBreak, Section
from govdocs.write.docx.writer import docx
from govdocs.write.options import WriteOptions
from govdocs.write.theme import built_in_theme
from support.docx_reading import TWIPS_PER_MM, W, dump_docx, read_body, read_parts
from support.docx_samples import HERE, body, divider, document, finance, heading, minutes


def words_of(part: bytes) -> str:
    """The words of a header or footer, a tab as ``|``, a new line as ``/``, a field by its name in braces."""
    said = {f"{W}tab": "|", f"{W}br": "/"}
    words = ""
    for each in etree.fromstring(part).iter():
        if each.tag == f"{W}fldSimple":
            words += f"{{{(each.get(f'{W}instr') or '').strip()}}}"
        elif each.tag == f"{W}t" and each.getparent().getparent().tag != f"{W}fldSimple":  # type: ignore[union-attr]
            words += each.text or ""
        elif each.getparent() is not None and each.getparent().tag == f"{W}r":  # type: ignore[union-attr]
            words += said.get(str(each.tag), "")
    return words


def test_pages_turn_in_the_middle_and_back_with_furniture_to_their_width() -> None:
    data, _ = docx(finance(), WriteOptions())
    sections = [line for line in dump_docx(data).splitlines() if line.startswith("---")]

    assert sections == [
        "--- section 210 x 297 mm header1.xml footer1.xml",
        "--- section 297 x 210 mm header2.xml footer2.xml",
        "--- section 210 x 297 mm header1.xml footer1.xml",
    ]


def test_the_header_names_the_organisations_and_the_footer_counts_pages() -> None:
    data, _ = docx(minutes(), WriteOptions())
    parts = read_parts(data)

    assert words_of(parts["word/header1.xml"]) == (
        "Leicester City Clinical Commissioning Group|Draft"
        "/West Leicestershire Clinical Commissioning Group"
        "/East Leicestershire and Rutland Clinical Commissioning Group"
    )
    assert words_of(parts["word/footer1.xml"]) == (
        "Paper A \N{MIDDLE DOT} Minutes of 17 May 2018|page {PAGE} of {NUMPAGES}"
    )


def test_a_body_words_its_page_numbers_as_it_likes() -> None:
    data, _ = docx(document("one", "One", body("words"), page_label="{n}/{total} (public)"), WriteOptions())

    assert words_of(read_parts(data)["word/footer1.xml"]) == "One|{PAGE}/{NUMPAGES} (public)"


def test_the_text_begins_below_the_letterhead_that_there_is() -> None:
    def top(letterhead: tuple[str, ...]) -> float:
        data, _ = docx(document("one", "One", body("words"), letterhead=letterhead), WriteOptions())
        (margin,) = read_body(data).iter(f"{W}pgMar")
        return float(margin.get(f"{W}top") or 0) / TWIPS_PER_MM

    one, three = top(("Aberwen Town Council",)), top(("City", "East", "West"))

    assert abs(three - built_in_theme().page.top_mm) < 0.1
    assert 5 < three - one < 10


def test_a_divider_has_neither_header_nor_footer() -> None:
    data, _ = docx(divider(), WriteOptions())

    assert dump_docx(data).splitlines()[-3:] == [
        "[DividerLetter] C",
        "[DividerTitle] Second Primary Care Blood Collection",
        "--- section 210 x 297 mm",
    ]


def test_a_draft_says_so_over_every_page_whatever_else_its_header_holds() -> None:
    for furniture in (True, False):
        tree = document("draft", "Draft", body("words"), watermark="DRAFT", furniture=furniture)
        parts = read_parts(docx(tree, WriteOptions())[0])
        assert b'string="DRAFT"' in parts["word/header1.xml"]


def test_a_page_break_goes_with_the_paragraph_after_it_and_needs_none_of_its_own() -> None:
    blocks = (body("before"), PageBreak(HERE), body("after"))
    data, _ = docx(document("break", "Break", Section(blocks)), WriteOptions())

    assert "[BodyText] before\n[BodyText new-page] after\n---" in dump_docx(data)


def test_a_larger_paper_is_larger() -> None:
    section = Section((body("words"),), Orientation.LANDSCAPE, "A3")
    data, _ = docx(document("a3", "A3", section), WriteOptions())

    assert "--- section 420 x 297 mm header1.xml footer1.xml" in dump_docx(data)


def test_a_heading_at_the_top_of_a_page_keeps_no_distance_from_above() -> None:
    blocks = (heading(2, "First"), body("words"), heading(2, "Second"), PageBreak(HERE), heading(2, "Third"))
    data, _ = docx(document("one", "One", *blocks), WriteOptions())
    spacing = [each.find(f"{W}pPr/{W}spacing") for each in read_body(data).iter(f"{W}p")]
    assert [None if each is None else each.get(f"{W}before") for each in spacing] == ["0", None, None, "0"]


def test_columns_end_evenly_where_nothing_follows_on_their_page() -> None:
    sections = (Section((heading(2, "Index"),)), Section((body("A, 1"), body("B, 2")), columns=2, continued=True))
    data, _ = docx(replace(document("one", "One"), sections=sections), WriteOptions())
    found = [
        (each.find(f"{W}type").get(f"{W}val"), each.find(f"{W}cols").get(f"{W}num"))  # type: ignore[union-attr]
        for each in read_body(data).iter(f"{W}sectPr")
    ]
    assert found == [("nextPage", None), ("continuous", "2"), ("continuous", None)]
