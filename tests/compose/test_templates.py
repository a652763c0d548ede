"""Templates: where they come from, and what happens when they fail."""

import time
from pathlib import Path

import pytest

from govdocs.compose.templates import Slots, Templates, find_templates, read_words, render_template, template_runner
from govdocs.diagnostics import Diagnostic
from govdocs.places import Place


def render(source: str, **own: str) -> tuple[str, tuple[Diagnostic, ...]]:
    templates = Templates({"page.html": source, **{f"{name}.html": text for name, text in own.items()}})
    runner = template_runner(templates, "board")
    html, fault = runner.run("page.html", {"names": ["a", "b"], "text": "<b>"})
    root, findings = render_template(
        "page.html", {"names": ["a", "b"], "text": "<b>"}, Slots(), runner, Place("meeting.yaml")
    )
    assert (root is None) == (fault is not None)
    return html, findings


def test_opening_tags_carry_their_line_and_values_are_escaped() -> None:
    html, findings = render('<h1>\n{{ text }}</h1>\n{% for n in names %}\n<p class="{{ n }}">{{ n }}</p>\n{% endfor %}')
    assert findings == ()
    assert html == (
        '<h1 data-place="templates/page.html:1">\n&lt;b&gt;</h1>\n'
        '<p data-place="templates/page.html:4" class="a">a</p>\n<p data-place="templates/page.html:4" class="b">b</p>\n'
    )


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("<p>\n{% if %}", 2, "cannot be read"),
        ("<p>\n\n{% for n in names %}</p>", 3, "cannot be read"),
        ("<p>\n{{ missing }}</p>", 2, "`missing` is undefined"),
        ("<p>\n{{ names.nothing.more }}</p>", 2, "not there"),
        ("{% include 'pag.html' %}", 1, "no template `pag.html`"),
        ("\n{% include '../../../etc/passwd' %}", 2, "no template"),
        ("\n{{ text|nosuchfilter }}", 2, "cannot be read"),
        ("\n{{ names|round }}", 2, "fails"),
        ("\n{{ 1 // 0 }}", 2, "fails"),
        ("\n{{ ''.__class__.__mro__ }}", 2, "unsafe"),
        ("\n{{ names.append('c') }}", 2, "safe"),
        ("\n{{ 'a' * 1000000000 }}", 2, "numbers"),
        ("\n{{ 9 ** 999999 }}", 2, "not available"),
        ("\n{{ 'x'.ljust(1000000000) }}", 2, "safe"),
        ("\n{{ '%999999999d'.format(1) }}", 2, "safe"),
        ("\n{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", 2, "count to more"),
        ("{% include 'page.html' %}", 1, "without end"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 1, "without end"),
    ],
)
def test_faults_are_findings_at_the_line(source: str, line: int, words: str) -> None:
    started = time.monotonic()
    _, findings = render(source)
    assert time.monotonic() - started < 5
    assert [finding.place.path for finding in findings] == ["templates/page.html"]
    assert (findings[0].place.line, words in findings[0].message) == (line, True), findings[0].message


def test_a_fault_in_an_included_template_is_named_there() -> None:
    _, findings = render("<p></p>\n{% include 'part.html' %}", part="\n\n{{ missing }}")
    assert str(findings[0].place) == "templates/part.html:3:1"


def test_too_much_is_refused() -> None:
    big = "x" * 100_000
    _, findings = render("{% for n in range(200) %}" + big + "{% endfor %}")
    assert [finding.problem.name for finding in findings] == ["template-too-large"]


def test_the_nearest_template_wins_and_the_built_in_one_stays_at_hand(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    (folder / "board").mkdir(parents=True)
    (folder / "blank.html").write_text("<p>all</p>", encoding="utf-8")
    (folder / "board" / "blank.html").write_text("<p>board</p>{% include 'built-in/blank.html' %}", encoding="utf-8")
    templates, findings = find_templates(tmp_path)
    assert findings == ()
    html, _ = template_runner(templates, "board").run("blank.html", {"blank": "empty"})
    assert ">board</p>" in html
    assert ">empty</p>" in html
    html, _ = template_runner(templates, "other").run("blank.html", {"blank": "empty"})
    assert ">all</p>" in html


def test_a_template_that_leads_out_of_the_repository_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    folder = tmp_path / "repository" / "templates"
    folder.mkdir(parents=True)
    (folder / "blank.html").symlink_to(tmp_path / "secret.html")
    (folder / "bytes.html").write_bytes(b"\xff\xfe\xff")
    templates, findings = find_templates(tmp_path / "repository")
    assert templates.own == {}
    assert [finding.message.partition("`")[0] + finding.message.rpartition("`")[2] for finding in findings] == [
        "the template  leads out of the repository",
        "the template  cannot be read; expected a file in UTF-8",
    ]


def test_words_can_be_changed_one_by_one() -> None:
    words, findings = read_words(template_runner(Templates({"board/words.html": '{% set agenda = "Agor" %}'}), "board"))
    assert findings == ()
    assert (words["agenda"], words["watermark"]) == ("Agor", "DRAFT")


def test_a_template_name_with_control_characters_is_shown_without_them() -> None:
    _, findings = render("{% include 'cover.htm\x00\x1bl' %}")
    assert [finding.message for finding in findings] == ["there is no template `cover.htm\ufffd\ufffdl`"]
