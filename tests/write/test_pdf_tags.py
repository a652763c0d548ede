"""The tags of the PDF say what the blocks say, in the same order."""

import page
import pytest

from govdocs.compose.blocks import Document
from govdocs.diagnostics import Diagnostic
from govdocs.write import pdf_tags
from govdocs.write.options import WriteOptions
from govdocs.write.pdf import pdf
from govdocs.write.pdf_engine import engine_pdf
from support.pdf_reading import ReadTag, read_artifacts, read_tags
from support.sample_documents import SAMPLES
from support.tag_outline import outline_document, outline_tags

Written = tuple[Document, bytes, tuple[Diagnostic, ...]]


def tags_of(name: str) -> ReadTag:
    return read_tags(pdf(SAMPLES[name](), WriteOptions())[0])


def test_every_block_is_read_once_and_in_order(sample: Written) -> None:
    document, data, _ = sample
    assert outline_tags(read_tags(data)) == outline_document(document)


def test_every_sample_is_valid_pdf_ua(sample: Written) -> None:
    _, data, found = sample
    assert found == ()
    assert page.validate_pdf_bytes(data, profile="ua1").failures == []


def test_header_and_footer_are_no_part_of_the_text(sample: Written) -> None:
    document, data, _ = sample
    artifacts = read_artifacts(data)
    assert ("".join(document.letterhead) in artifacts) is document.furniture
    assert ("page 1 of" in artifacts) is document.furniture


def test_the_head_that_a_page_repeats_is_read_once() -> None:
    root = tags_of("dashboard")
    assert [tag.text for tag in root.every("TH")].count("Deliverables") == 1
    assert len(list(root.every("Table"))) == 2
    assert len(list(root.every("THead"))) == 1
    assert len(list(root.every("TR"))) == 1 + 1 + 114 + 1


def test_a_figure_is_tied_to_its_group_its_measure_and_its_row() -> None:
    root = tags_of("finance")
    names = {tag.entries["ID"]: tag.text for tag in root.every("TH")}
    table = list(root.every("Table"))[1]
    mental_health = next(row for row in table.every("TR") if row.text.startswith("Mental Health"))
    cells = [cell for cell in mental_health.tags if cell.role == "TD"]
    headers = [[names[str(name)] for name in cell.attributes["Headers"]] for cell in cells]
    assert headers[0] == ["East Leicestershire and Rutland CCG", "2018/19 annual plan £000", "Mental Health"]
    assert headers[5] == ["Leicester City CCG", "Variance £000", "Mental Health"]
    assert headers[11] == ["Total", "Variance £000", "Mental Health"]


def test_a_band_heads_the_rows_under_it_and_only_those() -> None:
    root = tags_of("agenda")
    names = {tag.entries["ID"]: tag.text for tag in root.every("TH")}

    def headers(words: str) -> list[str]:
        cell = next(cell for cell in root.every("TD") if cell.text == words)
        return [names[str(name)] for name in cell.attributes["Headers"]]

    assert headers("1:05pm") == ["Timing", "Questions from the public"]
    assert headers("1:20pm") == ["Timing", "GOVERNANCE ARRANGEMENTS", "Matters Arising: Update on actions"]
    assert headers("2:25pm")[1] == "ITEMS FOR DECISION, ACTION AND ESCALATION"


def test_words_that_need_help_have_it() -> None:
    root = tags_of("mixture")
    spans = list(root.every("Span"))
    assert [span.entries for span in spans] == [
        {"Lang": "cy"},
        {"E": "Quality, Innovation, Productivity and Prevention"},
        {"Alt": "yes"},
        {"Alt": "not ticked"},
    ]
    assert [link.links for link in root.every("Link")] == [("https://www.england.nhs.uk/",), ("agenda.pdf#item-51",)]


def test_lists_say_how_they_count() -> None:
    root = tags_of("long_paper")
    numberings = [str(tag.attributes["ListNumbering"]) for tag in root.every("L")][:3]
    assert numberings == ["/LowerAlpha", "/LowerRoman", "/Disc"]
    assert [label.text for label in root.every("Lbl")][:7] == ["a)", "b)", "i.", "ii.", "c)", "–", "–"]


def test_a_long_discussion_is_one_section_with_its_lead_last() -> None:
    root = tags_of("minutes")
    section = list(root.every("Sect"))[3]
    assert section.tags[0].text == "CCBP/18/39"
    assert [tag.text for tag in section.every("H3")] == ["To RECEIVE presentation on patient transport (Paper C)"]
    assert section.tags[-1].text == "Tamsin Hooton and Spencer Gay"


def test_the_engine_still_has_the_function_that_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    engines = engine_pdf.add_tags
    with pdf_tags.own_tags():
        assert engine_pdf.add_tags is not engines
    assert engine_pdf.add_tags is engines
    monkeypatch.delattr(engine_pdf, "add_tags")
    with pytest.raises(RuntimeError, match="no function `add_tags`"), pdf_tags.own_tags():
        pass
