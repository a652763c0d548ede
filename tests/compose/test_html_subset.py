"""The strict HTML subset of templates."""

from hypothesis import given
from hypothesis import strategies as st

from govdocs.compose.build_blocks import build_sections
from govdocs.compose.build_inlines import NoTargets
from govdocs.compose.html_subset import read_html
from govdocs.places import Place
from support.outline import outline_blocks

PARAGRAPHS = "`centred`, `lead-in`, `movement`, `note`, `prompt`, `subtitle`"
PLACE = Place("templates/page.html")


def compose(source: str) -> tuple[list[str], list[str]]:
    root, read = read_html(source, PLACE)
    sections, built = build_sections(root, NoTargets())
    lines = [line for section in sections for line in outline_blocks(section.blocks)]
    return lines, [f"{found.place.line}: {found.problem.name}: {found.message}" for found in (*read, *built)]


def test_every_tag_becomes_its_block() -> None:
    lines, findings = compose("""
<h1>Agenda</h1>
<p class="subtitle">of the <em>board</em><br>in public</p>
<dl class="two"><div><dt>Date</dt><dd>21 June</dd><dt>No.</dt><dd>6</dd></div>
<div><dt>Venue</dt><dd>Hall</dd></div></dl>
<table class="grid" id="items">
  <caption class="below">Items</caption>
  <colgroup><col width="2"><col width="1" class="right"></colgroup>
  <thead><tr><th>Item</th><th>Cost</th></tr></thead>
  <tbody>
    <tr class="band"><th colspan="2">Governance</th></tr>
    <tr id="a"><th scope="row">Lease</th><td class="red">Red</td></tr>
    <tr class="total"><td>Total</td><td></td></tr>
  </tbody>
</table>
<ol start="4"><li>four<ol><li>inner</li></ol></li><li>five</li></ol>
<ul><li><p>one</p><p>more</p></li></ul>
<aside class="recommendations"><p class="lead-in">asked to</p></aside>
<div class="minutes"><header>Item</header><header>Said</header>
<article><header>7</header><h2>Lease</h2><p>Agreed.</p><header class="lead">AB</header></article></div>
<div class="divider"><p>C</p><p>Lease</p></div>
<p><span role="img" aria-label="ticked">☒</span>
<abbr title="Board">B</abbr> <span lang="cy">Cymru</span><sup>1</sup></p>
<hr><hr class="page">
""")
    assert findings == []
    assert lines == [
        "h1 Agenda",
        "subtitle of the _board_⏎in public",
        "details pairs=2",
        "  Date → 21 June ‖ No. → 6",
        "  Venue → Hall",
        "table grid “Items” (below) #items columns 2 1r",
        "  = ↓Item | ↓Cost",
        "  band →[2x1]Governance",
        "  body →Lease | <red>Red #a",
        "  total Total | ",
        "list numbered",
        "  - (4.) four",
        "    list numbered",
        "      - (a)) inner",
        "  - (5.) five",
        "list bullet",
        "  - one",
        "    body more",
        "box recommendations",
        "  lead-in asked to",
        "minutes Item | Said",
        "  entry 7 lead=AB",
        "    h2 Lease",
        "    body Agreed.",
        "divider C “Lease”",
        "body ☒(ticked) B(Board) {cy: Cymru}^1^",
        "rule",
        "page break",
    ]


def test_faults_are_named_at_their_line_and_no_words_are_lost() -> None:
    lines, findings = compose("""<h1 data-place="t.html:2">Title</h1>
<p data-place="t.html:3" style="x">one <b data-place="t.html:3">two</b></p>
stray
<ul data-place="t.html:5"><p data-place="t.html:6">three</p></ul>
<table data-place="t.html:7"><tbody><tr data-place="t.html:8"><td>four</td><td>five</td></tr>
<tr data-place="t.html:9"><td colspan="x">six</td></tr></tbody></table>
<p data-place="t.html:10" class="leed">seven < eight
""")
    text = " ".join(lines)
    assert all(word in text for word in ("one", "two", "stray", "three", "four", "five", "six", "seven", "eight"))
    assert findings == [
        "10: template-unclosed-tag: `<` opens no tag here; expected a tag, or `&lt;` for the sign itself",
        "10: template-unclosed-tag: `<p>` is not closed; expected `</p>`",
        "3: template-unknown-attribute: `<p>` has the attribute `style`; expected one of `class`, `id`",
        "3: template-wrong-nesting: `<b>` stands in a paragraph",
        "3: template-unknown-tag: unknown tag `<b>`",
        "3: template-wrong-nesting: words outside of a paragraph: `stray`; expected `<p>` around them",
        "6: template-wrong-nesting: something other than `<li>` stands in `<ul>`",
        "9: template-unknown-attribute: `colspan` is `x`; expected a whole number from 1",
        "9: template-wrong-nesting: a row fills 1 columns of the table; expected 2",
        "10: template-unknown-attribute: `<p>` has the class `leed`; expected one of " + PARAGRAPHS,
    ]


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<table>",
        "<tr>",
        "</tr>",
        '<td rowspan="3">',
        "<ul>",
        "<li>",
        "</ul>",
        "<b",
        "<![x[",
        "<!--",
        "-->",
        '<a href="">',
        "</a>",
        "<h3>",
        "</h3>",
        "<dl>",
        "<dd>",
        '<div class="minutes">',
        "<article>",
        "&amp;",
        "<col>",
        "<br/>",
        "</br>",
        "<section>",
        "</section>",
        "<img>",
        '<slot name="x">',
        "words",
        " ",
        "\x00",
        "é",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60))
def test_no_source_makes_the_reader_stumble(source: str) -> None:
    compose(source)
