"""Large print: nothing is lost, nothing is off the page or over another word, and the type is large."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from govdocs.compose.blocks import Column, Document, Orientation, Section, Table, TableKind, walk
from govdocs.places import Place
from govdocs.write.column_widths import fit_columns
from govdocs.write.html import html
from govdocs.write.large_print import BODY_PT, large_print
from govdocs.write.options import WriteOptions
from govdocs.write.pdf import pdf
from govdocs.write.table_grid import build_grid
from govdocs.write.theme import as_tokens, build_theme, built_in_theme
from support.bound_pack import read_runs
from support.conformance import failures
from support.page_faults import outside, overlaps
from support.pdf_layout import lay_out
from support.pdf_reading import read_tags
from support.sample_blocks import HERE, document, head, heading, paragraph, row, words
from support.sample_documents import SAMPLES
from support.tag_outline import outline_document, outline_tags

LARGE = large_print(built_in_theme())


@cache
def written(name: str) -> tuple[Document, bytes]:
    document = SAMPLES[name]()
    data, found = pdf(document, WriteOptions(LARGE))
    assert found == ()
    return document, data


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_the_pages_of_every_sample_hold_all_of_it(name: str, tmp_path: Path) -> None:
    document, data = written(name)
    assert outline_tags(read_tags(data)) == outline_document(document)
    assert failures(data) == []
    for number, laid in enumerate(lay_out(data, tmp_path), start=1):
        assert list(outside(LARGE, laid)) == [], f"page {number}"
        assert list(overlaps(laid)) == [], f"page {number}"


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_no_words_are_smaller_than_they_need_be(name: str) -> None:
    document, data = written(name)
    wide = any(getattr(block, "kind", None) is TableKind.DASHBOARD for block in walk(document))
    least = LARGE.type.dashboard_pt if wide else 16
    sizes = {round(run.size, 1) for run in read_runs(data) if not run.artifact and run.text.strip()}
    assert min(sizes) >= least
    assert wide or BODY_PT in sizes or max(sizes) > BODY_PT


def test_a_bodys_own_theme_stays_within_its_limits_and_keeps_its_contrast() -> None:
    own, found = build_theme({"type": {"body_pt": 9, "furniture_pt": 7}, "page": {"top_mm": 60}}, Place("body.yaml"))
    assert found == ()
    large = large_print(own)
    again, found = build_theme(as_tokens(large), Place("body.yaml"))
    assert (again, found) == (large, ())
    assert large.type.body_pt == BODY_PT


def test_what_is_large_already_stays_as_it_is() -> None:
    assert large_print(large_print(built_in_theme())) == LARGE


def test_a_caption_never_stands_alone_on_a_page(tmp_path: Path) -> None:
    rows = tuple(row(f"R{at}", "words of a risk " * 30, "controls " * 20) for at in range(5))
    columns = (Column(1), Column(3), Column(3))
    table = Table(columns, (head("Code", "Risk", "Controls"),), rows, HERE, caption=words("Register of risks"))
    risks = replace(document("risks", "Risks"), sections=(Section((table,), Orientation.LANDSCAPE),))
    pages = [[word.text for word in page.words] for page in lay_out(pdf(risks, WriteOptions(LARGE))[0], tmp_path)]
    assert len(pages) > 1
    assert "R0" in pages[0]


def test_a_web_page_grows_as_a_whole() -> None:
    plain = document("plain", "Plain", paragraph("Words"))
    usual, large = (html(plain, WriteOptions(theme))[0].decode() for theme in (built_in_theme(), LARGE))
    assert "html { font-size: 100%; }" in usual
    assert "html { font-size: 150%; }" in large


def test_a_table_in_large_type_gets_a_little_smaller_rather_than_divide_words(tmp_path: Path) -> None:
    names = ("Likelihood", "Negligible", "Minor", "Moderate", "Extraordinary", "Catastrophic")
    table = Table(tuple(Column(1) for _ in names), (head(*names),), (row(*names),), HERE)
    fit = fit_columns(table, build_grid(table), 525, LARGE)
    assert fit.needed_pt <= 525
    assert 12 <= fit.type_pt < LARGE.type.table_pt
    assert fit_columns(table, build_grid(table), 800, LARGE).type_pt == LARGE.type.table_pt
    heats = replace(document("heat", "Heat", heading(1, "Heat")), sections=(Section((table,)),))
    assert {"Extraordinary", "Catastrophic"} <= {
        word.text for page in lay_out(pdf(heats, WriteOptions(LARGE))[0], tmp_path) for word in page.words
    }


def test_the_words_of_a_chart_are_large_too() -> None:
    assert LARGE.charts.type_pt >= 12
