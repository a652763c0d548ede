"""YAML: values stay as typed, places are right, and each trap is refused at its place."""

import pytest
import yaml

from govdocs.places import Place
from govdocs.read import yaml_tree
from govdocs.read.limits import Limits
from govdocs.read.nodes import Mapping, Node, Scalar, Sequence
from govdocs.read.yaml_text import read_yaml
from support.findings import short


def plain(node: Node | None) -> object:
    """The node as Python's own values."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {entry.key.text: plain(entry.value) for entry in node}
    return None


def read(text: str) -> object:
    """The values of a sound file."""
    file, found = read_yaml(text, "records/a.yaml")
    assert short(found) == []
    assert file is not None
    return plain(file.content)


def found_in(text: str) -> list[str]:
    return short(read_yaml(text, "records/a.yaml")[1])


@pytest.mark.parametrize(
    "typed",
    ["13:30", "1.10", "0123", "no", "5.10", "2018-06-21", "0x1F", "1_000", "007", "1e3", ".inf", "=", "2018-06", "Yes"],
)
def test_values_stay_as_typed(typed: str) -> None:
    assert read(f"value: {typed}\nlist: [{typed}]\n") == {"value": typed, "list": [typed]}


def test_quoted_and_folded_and_block_text() -> None:
    text = "a: 'it''s'\nb: \"a \\u00a3 sign\"\nc: one\n  two\nd: |\n  first\n\n   second\ne: >\n  so\n  on\n"

    assert read(text) == {"a": "it's", "b": "a £ sign", "c": "one two", "d": "first\n\n second\n", "e": "so on\n"}


def test_empty_collections_and_an_empty_quoted_text_are_values() -> None:
    assert read("a: []\nb: {}\nc: ''\n") == {"a": [], "b": {}, "c": ""}


def test_keys_and_values_know_their_place() -> None:
    file, _ = read_yaml("# note\nbody: ccb\nagenda:\n  - {paper: qipp, time: 13:45}\n  - item: joint\n", "m.yaml")
    assert file is not None
    agenda = file.content.get("agenda")
    assert isinstance(agenda, Sequence)
    first = agenda.items[0]
    assert isinstance(first, Mapping)

    assert file.content.key_place("agenda") == Place("m.yaml", 3, 1)
    assert first.place == Place("m.yaml", 4, 5)
    assert first.get("time") == Scalar("13:45", Place("m.yaml", 4, 25))
    assert first.key_place("time") == Place("m.yaml", 4, 19)


def test_a_block_of_text_lies_where_its_first_line_is() -> None:
    file, _ = read_yaml("text: |\n\n    first\n  \nother: >-\n  folded\n", "m.yaml")
    assert file is not None

    assert file.content.get("text") == Scalar("\nfirst\n", Place("m.yaml", 2, 5), quoted=True)
    assert file.content.get("other") == Scalar("folded", Place("m.yaml", 6, 3), quoted=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", ["3:1 duplicate-key"]),
        ("a: {b: 1, b: 2}\n", ["1:11 duplicate-key"]),
        ("a: &b c\n", ["1:4 yaml-anchor"]),
        ("a: *b\n", ["1:4 yaml-anchor"]),
        ("a: **bold** words\n", ["1:4 yaml-anchor"]),
        ("b: 1\n<<: {a: 1}\n", ["2:1 yaml-anchor"]),
        ("a: !Important words\n", ["1:4 yaml-tag"]),
        ("a: !!python/object/apply:os.system [ls]\n", ["1:4 yaml-tag"]),
        ("a:\tb\n", ["1:3 yaml-tab"]),
        ("a:\n\tb: 1\n\tc: 2\n", ["2:1 yaml-tab", "3:1 yaml-tab"]),
        ("a: 1\n---\nb: 2\n", ["2:1 second-document"]),
        ("a: 1\n...\nb: 2\n", ["3:1 second-document"]),
        ("%YAML 1.1\n---\na: 1\n", ["1:1 yaml-directive"]),
        ("due:\nowner: x\n", ["1:1 empty-value"]),
        ("due:  # to be agreed\n", ["1:1 empty-value"]),
        ("title: #4 report\n", ["1:1 empty-value"]),
        ("a:\n  - x\n  -\n", ["3:4 empty-value"]),
        ("a: null\nb: ~\n", ["1:1 empty-value", "2:1 empty-value"]),
        ("a: |\nb: 1\n", ["1:1 empty-value"]),
        ("a: {b: , c: 1}\n", ["1:5 empty-value"]),
        ("seat: {remit: ILT, Home First}\n", ["1:20 key-without-value"]),
        ("seat: {remit:ILT}\n", ["1:8 key-without-value"]),
        ("row: [Staffing, 49,608]\n", ["1:17 number-split"]),
        ("row: {cost: £49,608}\n", ["1:13 number-split"]),
        ("ask: {text: a yard for £264,000 a year}\n", ["1:24 number-split"]),
        ("row: [1,234,567]\n", ["1:7 number-split", "1:9 number-split"]),
        ("papers: [Finance: month 10]\n", ["1:10 pair-in-list"]),
        ("title: Report #4\n", ["1:15 comment-spacing"]),
        ("title: Report # four\n", ["1:15 comment-spacing"]),
        ("title: 'x'  #four\n", ["1:13 comment-spacing"]),
        ("#commented: out\na: 1\n", ["1:1 comment-spacing"]),
        ("on: 1\n", ["1:1 key-named-yes-or-no"]),
        ("a: {No: 1}\n", ["1:5 key-named-yes-or-no"]),
        ("- a\n- b\n", ["1:1 top-level-not-mapping"]),
        ("words\n", ["1:1 top-level-not-mapping"]),
        ("title: {{ name }}\n", ["1:9 key-not-plain"]),
        ("? a\n: b\n", ["1:3 key-not-plain"]),
        ("a:\u00a0b\n", ["1:3 odd-space"]),
        ("a:\n  standing:welcome\n", ["2:3 yaml-syntax"]),
        ("a:\n -b\n -c\n", ["2:2 yaml-syntax"]),
        ("a: b\n\n  - c\n  - d\n", ["3:1 yaml-syntax"]),
        ('a: "\\x07"\n', ["1:4 control-character"]),
        ('a: "C:\\temp"\nb: "C:\\reports"\n', ["1:4 control-character", "2:4 control-character"]),
        ("# nothing yet\n", ["1:1 file-empty"]),
    ],
)
def test_each_trap_is_refused_at_its_place(text: str, expected: list[str]) -> None:
    assert found_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a: C# and F#\nb: 'x # y'\nc: \"#4\"\n# a comment\n#\n####\n#### heading\nd: 1  # a comment\n",
        "a: |\n  # Heading\n  words #4\nb: [x, y, 10, 200]\nc: {n: 5, m: 608}\n",
        "note: on\nanswer: no\n'null': 'null'\n",
        "url: https://example.org/a#b\nlink:\n  https://example.org/\nlist:\n  - item:tasl\nnegative:\n  -10\n",
        "---\na: 1\n",
        "a: [x, y,]\nb: {c: 1,}\n",
    ],
)
def test_sound_text_raises_nothing(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("title: Finance: month 10\n", "1:15", '`title: "Finance: month 10"`'),
        ('title: "Board" paper\n', "1:16", "`title: '\"Board\" paper'`"),
        ("title: [draft] Report\n", "1:16", '`title: "[draft] Report"`'),
        ("a: 'it's'\n", "1:8", "quotation marks"),
        ("title: > 5 percent\n", "1:10", "quotation marks"),
        ('path: "C:\\documents"\n', "1:10", "backslash"),
        ("a: @home\n", "1:4", "quotation marks"),
        ("a: 1\nkey:value\nb: 2\n", "2:1", "space after the colon"),
        ("a: b\nwords\nc: d\n", "2:1", "`key: value`"),
        ("a: 1\n  b: 2\n", "2:3", "same number of spaces"),
        ("a:\n  b: 1\n c: 2\n", "3:2", "same number of spaces"),
        ("list: [a, b\nc: d\n", "1:7", "type `]`"),
        ('a: "open\nb: 2\n', "1:4", "close it"),
        ("a: - b\n", "1:4", "next line"),
        ("a: [1,,2]\n", "1:7", "comma"),
    ],
)
def test_a_syntax_error_names_its_likely_cause(text: str, place: str, words: str) -> None:
    file, found = read_yaml(text, "a.yaml")

    assert file is None
    assert short(found) == [f"{place} yaml-syntax"]
    assert words in found[0].hint


def test_all_errors_of_a_file_are_found_in_one_go() -> None:
    text = (
        "title: Finance: month 10\nagenda:\n  - paper: A: b\n    x: 1\n  - item: one\n    item: two\n  - item: 3: x\n"
        "owners: [a, b\nvenue: here # or there\n"
    )

    assert found_in(text) == [
        "1:15 yaml-syntax",
        "3:13 yaml-syntax",
        "6:5 duplicate-key",
        "7:12 yaml-syntax",
        "8:9 yaml-syntax",
    ]


def test_a_file_keeps_its_values_when_what_is_wrong_leaves_them_whole() -> None:
    file, found = read_yaml("title: Report  #four\ndue:\n", "a.yaml")

    assert file is not None
    assert plain(file.content) == {"title": "Report"}
    assert len(found) == 2


def test_the_second_of_two_equal_keys_points_to_the_first() -> None:
    _, found = read_yaml("chair: a\nvenue: b\nchair: c\n", "a.yaml")

    assert [str(related.place) for related in found[0].related] == ["a.yaml:1:1"]


def test_the_number_of_findings_of_a_kind_is_bounded_and_the_rest_is_counted() -> None:
    _, found = read_yaml("".join(f"k{n}:\n" for n in range(100)), "a.yaml", Limits(findings_of_a_kind=5))

    assert len(found) == 6
    assert found[-1].message == "95 more of the same in this file"


@pytest.mark.parametrize("text", ["a: " + "[" * 100_000, "- " * 100_000 + "x", "{a: " * 100_000])
def test_text_nested_without_end_is_refused(text: str) -> None:
    file, found = read_yaml(text, "a.yaml")

    assert file is None
    assert [finding.problem.name for finding in found] == ["too-many-values"]


def test_too_many_values_are_refused() -> None:
    assert found_in("a: [" + "x, " * 100 + "x]\n") == []
    assert short(read_yaml("a: [" + "x, " * 100 + "x]\n", "a.yaml", Limits(values=50))[1]) == ["1:146 too-many-values"]


def test_the_pure_reader_says_the_same_as_the_c_library(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["title: Finance: month 10\n", "a: 1\na: 2\n", "a: [1, 49,608]\nb: |\n  x\n", "a: 'x' # y\nb: *c\nd:\n"]
    fast = [read_yaml(text, "a.yaml") for text in texts]
    monkeypatch.setattr(yaml_tree, "LOADER", yaml.BaseLoader)

    assert [read_yaml(text, "a.yaml") for text in texts] == fast


def test_an_open_quotation_mark_is_one_finding_although_all_marks_below_change_their_parts() -> None:
    text = 'title: "A\nlead: "Asked to:"\nwho:\n  - {a: b, c: "d e"}\n  - {a: b, c: "f"}\n'

    assert short(read_yaml(text, "records/a.yaml")[1]) == ["1:8 yaml-syntax"]


@pytest.mark.parametrize(
    "text", ["title: Who pays?\nlead: x\n", "# before or after?\nlead: x\n", "a: {b: c ?, d: e}\n"]
)
def test_a_question_before_a_key_is_no_sign(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize("text", ["? a: b\n", "a: 1\n? b\n: c\n", "a: {? b : c}\n"])
def test_the_sign_of_a_long_key_is_refused(text: str) -> None:
    assert "key-not-plain" in " ".join(found_in(text))
