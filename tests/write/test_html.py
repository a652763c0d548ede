"""The web page: alone, accessible, and saying what the blocks say."""

import re
from itertools import pairwise
from typing import Any

import pytest
from lxml import html as lxml_html

from govdocs.compose.blocks import Block, Box, BoxKind, Column, Foreign, Link, Picture, Scope, Symbol, Table, Text
from govdocs.write.html import html
from govdocs.write.options import WriteOptions
from support.sample_blocks import HERE, cell, document, head, heading, paragraph, row, words
from support.sample_documents import SAMPLES


def page_of(name: str) -> Any:
    return lxml_html.document_fromstring(html(SAMPLES[name](), WriteOptions())[0])


def body_of(*blocks: Block) -> str:
    """The HTML between ``main`` and ``/main``, without the section around the blocks."""
    page = html(document("test", "Test", *blocks), WriteOptions())[0].decode("utf-8")
    found = re.search(r'<main><div class="section a4-portrait">(.*)</div></main>', page, re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_page_stands_alone_and_can_be_found_one_s_way_in(name: str) -> None:
    written = SAMPLES[name]()
    page = page_of(name)
    assert page.get("lang") == "en-GB"
    assert page.findtext("head/title") == written.title
    assert len(page.findall(".//main")) == 1
    assert len(page.findall(".//h1")) == (0 if name == "blank" else 1)
    assert list(page.iter("link", "script", "iframe")) == []
    assert all(each.get("src", "").startswith("data:image/") for each in page.iter("img"))
    assert all((each.get("alt") or "").strip() for each in page.iter("img"))
    assert not [name for each in page.iter() for name in each.attrib if name.startswith("data-")]


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_name_is_given_once_and_every_header_exists(name: str) -> None:
    page = page_of(name)
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    for each in page.iter("td", "th"):
        assert set((each.get("headers") or "").split()) <= set(ids)
    for each in page.iter("th"):
        assert each.get("scope") in {"col", "row"}


def test_headings_do_not_skip_a_level() -> None:
    levels = [int(each.tag[1]) for each in page_of("minutes").iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_letterhead_and_status_stand_in_the_header() -> None:
    lines = [each.text for each in page_of("cover_sheet").find(".//header")]
    assert lines[-1] == "Draft"
    assert len(lines) == 4


def test_words_are_written_as_they_are() -> None:
    assert body_of(paragraph('A & B <c> "d"')) == '<p>A &amp; B &lt;c&gt; "d"</p>'
    welsh = Foreign((Text("Cymraeg"),), "cy")
    assert body_of(paragraph((welsh, Symbol("☒", "linked")))) == (
        '<p><span lang="cy">Cymraeg</span><span class="symbol" role="img" aria-label="linked">☒</span></p>'
    )


def test_links_lead_to_pages() -> None:
    links = (
        Link((Text("C"),), document="paper-c", spoken="Paper C"),
        Link((Text("item"),), document="agenda", anchor="item-3"),
        Link((Text("here"),), anchor="s1"),
        Link((Text("site"),), address="https://example.org/?a=1&b=2"),
    )
    assert body_of(paragraph(links)) == (
        '<p><a href="paper-c.html" aria-label="Paper C">C</a><a href="agenda.html#item-3">item</a>'
        '<a href="#s1">here</a><a href="https://example.org/?a=1&amp;b=2">site</a></p>'
    )


def test_an_address_that_could_run_a_program_is_no_link() -> None:
    for address in ("javascript:alert(1)", "file:///etc/passwd", " data:text/html,x"):
        assert body_of(paragraph(Link((Text("click"),), address=address))) == "<p>click</p>"


def test_a_table_in_full() -> None:
    table = Table(
        (Column(1), Column(1)),
        (head("", "City"),),
        (row(cell("Clinician", Scope.ROW), "Dr X"),),
        HERE,
        summary="Involvement",
        anchor="involvement",
    )
    assert body_of(table) == (
        '<table class="grid short" id="involvement" aria-label="Involvement">'
        '<colgroup><col style="width:50.0000%"><col style="width:50.0000%"></colgroup>'
        '<thead><tr><th scope="col" id="t1r0c0"></th><th scope="col" id="t1r0c1">City</th></tr></thead>'
        '<tbody><tr><th scope="row" id="t1r1c0" headers="t1r0c0">Clinician</th>'
        '<td headers="t1r0c1 t1r1c0">Dr X</td></tr></tbody></table>'
    )


def test_a_ragged_row_is_filled_up_and_told() -> None:
    table = Table((Column(1), Column(1)), (head("A", "B"),), (row("1"), row("1", "2", "3")), HERE)
    page, found = html(document("test", "Test", table), WriteOptions())
    assert [(each.problem.code, each.message) for each in found] == [
        ("G944", "the row has cells for 1 columns; the table `without caption` has 2"),
        ("G944", "the row has cells for 3 columns; the table `without caption` has 2"),
    ]
    assert page.count(b"<td></td>") == 1


def test_a_box_a_picture_and_an_item() -> None:
    assert (
        body_of(Box(BoxKind.NOTICE, (paragraph("Held back."),), HERE))
        == '<div class="box notice"><p>Held back.</p></div>'
    )
    picture = Picture(b"abc", "image/png", "A chart", HERE, 0.5, words("Savings"))
    assert body_of(picture) == (
        '<figure><img src="data:image/png;base64,YWJj" alt="A chart" style="width:50.00%">'
        "<figcaption>Savings</figcaption></figure>"
    )


def test_the_lead_is_read_after_the_discussion() -> None:
    entry = page_of("minutes").findall(".//section")[4]
    assert [each.get("class") for each in entry] == ["reference", "discussion", "lead"]


def test_words_cannot_become_markup() -> None:
    named = document("test", "</title><script>", heading(1, "</main><script>"), author='"><script>')
    assert b"<script>" not in html(named, WriteOptions())[0]


def test_a_wide_table_is_moved_sideways_on_a_small_screen_and_divides_no_word() -> None:
    columns = tuple(Column(share) for share in (1, 5, 5, 5))
    table = Table(columns, (head("Clinicians", "City", "East", "West"),), (row("Manager", "A", "B", "C"),), HERE)
    style = re.search(r'<table[^>]*style="min-width:(\d+)em"', body_of(table))
    assert style, "as wide as its narrowest column needs it to be"
    assert int(style[1]) >= 40
