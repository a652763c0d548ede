"""Word's own counting gives the labels of the tree, whatever they are."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdocs.compose.blocks import Block, Counter, Number
from govdocs.write.docx.numbering import label
from govdocs.write.docx.writer import docx
from govdocs.write.options import WriteOptions
from support.docx_reading import read_paragraphs, read_parts
from support.docx_samples import body, decimal, document, heading, numbered_paper


def written_labels(*blocks: Block) -> list[str]:
    data, found = docx(document("numbers", "Numbers", *blocks), WriteOptions())
    assert found == ()
    return [each.label for each in read_paragraphs(data) if each.label]


def lists_of(*blocks: Block) -> int:
    """How many lists the numbers of these blocks make, the bulleted ones of the styles aside."""
    with_numbers, _ = docx(document("numbers", "Numbers", *blocks), WriteOptions())
    without, _ = docx(document("numbers", "Numbers"), WriteOptions())
    counts = [read_parts(data)["word/numbering.xml"].count(b"<w:abstractNum ") for data in (with_numbers, without)]
    return counts[0] - counts[1]


def test_numbers_that_follow_each_other_are_one_list_that_word_counts_on() -> None:
    values = [(1,), (1, 1), (1, 2), (2,), (2, 1), (2, 2), (2, 3), (3,)]

    assert lists_of(*(body("words", decimal(*each)) for each in values)) == 1


def test_a_heading_or_a_table_between_does_not_end_a_list() -> None:
    sample = numbered_paper().sections[0].blocks
    rows = [each.label for each in read_paragraphs(docx(numbered_paper(), WriteOptions())[0]) if each.in_table]

    assert rows == ["", "", "1.", "", "2.", "", "3.", ""]
    assert "4." in written_labels(*sample)


@pytest.mark.parametrize(
    ("labels", "lists"),
    [
        pytest.param([(3, 12), (3, 14), (3, 15)], 2, id="a gap"),
        pytest.param([(1, 0), (1, 1), (2, 0), (2, 1)], 2, id="sections from nought without headings"),
        pytest.param([(1,), (1, 0), (1, 1), (2,), (2, 0)], 1, id="sections from nought under numbered headings"),
        pytest.param([(4,), (5,), (1,), (2,)], 2, id="begins at four, then again at one"),
        pytest.param([(1, 1), (2,)], 2, id="an outer level that nothing stood at"),
        pytest.param([(1,), (1, 1, 1), (1, 1, 2), (1, 2)], 3, id="a level left out"),
    ],
)
def test_lists_begin_afresh_only_where_counting_would_give_another_label(
    labels: list[tuple[int, ...]], lists: int
) -> None:
    blocks = [body("words", decimal(*values)) for values in labels]

    assert written_labels(*blocks) == [".".join(map(str, values)) + "." for values in labels]
    assert lists_of(*blocks) == lists


def test_a_label_that_is_no_count_stands_as_typed() -> None:
    typed = Number("3A.", "{1}.", (4,), (Counter.DECIMAL,), "main")
    wide = Number("CCBP/18/42", "CCBP/18/{1}", (42,), (Counter.DECIMAL,), "refs")
    share = Number("100%", "100%", (1,), (Counter.DECIMAL,), "shares")

    assert written_labels(body("a", decimal(3)), body("b", typed), body("c", decimal(4)), body("d", wide)) == [
        *("3.", "3A.", "4.", "CCBP/18/42"),
    ]
    assert written_labels(body("e", share)) == ["100%"]


@pytest.mark.parametrize(
    ("counter", "value", "text"),
    [
        (Counter.LOWER_LETTER, 27, "aa"),
        (Counter.UPPER_LETTER, 28, "BB"),
        (Counter.LOWER_ROMAN, 14, "xiv"),
        (Counter.UPPER_ROMAN, 1999, "MCMXCIX"),
    ],
)
def test_letters_and_roman_numbers_are_words_own(counter: Counter, value: int, text: str) -> None:
    assert label(Number(text, "{1}", (value,), (counter,), "main")) == text
    assert written_labels(body("words", Number(text, "{1}", (value,), (counter,), "main"))) == [text]


def test_letters_counted_otherwise_stand_as_typed() -> None:
    """After z some count aa, ab; Word counts aa, bb."""
    numbers = [
        Number(text, "{1})", (value,), (Counter.LOWER_LETTER,), "main")
        for value, text in ((26, "z)"), (27, "aa)"), (28, "ab)"), (29, "ac)"))
    ]

    assert written_labels(*(body("words", each) for each in numbers)) == ["z)", "aa)", "ab)", "ac)"]


WRITTEN = {
    Counter.DECIMAL: [str(value) for value in range(10)],
    Counter.LOWER_LETTER: list("?abcdefghi"),
    Counter.UPPER_ROMAN: ["?", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"],
}


@st.composite
def numbers(draw: st.DrawFn) -> Number:
    """A number as a person might type it: any value at any level, with or without a stop."""
    values = tuple(draw(st.lists(st.integers(0, 3), min_size=1, max_size=4)))
    inner = draw(st.sampled_from(list(WRITTEN)))
    inner = Counter.DECIMAL if values[-1] == 0 else inner
    counters = (*[Counter.DECIMAL] * (len(values) - 1), inner)
    stop = draw(st.sampled_from(["", ".", ")"]))
    pattern = ".".join(f"{{{level}}}" for level in range(1, len(values) + 1)) + stop
    text = ".".join(WRITTEN[counter][value] for value, counter in zip(values, counters, strict=True)) + stop
    return Number(text, pattern, values, counters, draw(st.sampled_from(["main", "other"])))


@given(st.lists(numbers(), max_size=25))
@settings(deadline=None, max_examples=60)
def test_any_numbers_in_any_order_are_printed_as_they_are(drawn: list[Number]) -> None:
    """The reader fails where it would have to guess how a program counts."""
    assert written_labels(*(body("words", number) for number in drawn)) == [number.text for number in drawn]


@pytest.mark.gate
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_prints_the_same_labels(tmp_path: Path) -> None:
    """A second program's counting, over the sample and over jumps of every kind."""
    jumps = [
        (1,),
        (1, 1),
        (1, 2),
        (3, 12),
        (3, 14),
        (4,),
        (4, 0),
        (4, 1),
        (4, 1, 1),
        (5, 2),
        (1,),
        (1, 1),
        (2,),
        (2, 1),
    ]
    blocks = [
        *numbered_paper().sections[0].blocks,
        heading(2, "Jumps"),
        *(body(f"words {at}", decimal(*values, sequence="jumps")) for at, values in enumerate(jumps)),
    ]
    data, _ = docx(document("numbers", "Numbers", *blocks), WriteOptions())
    (tmp_path / "numbers.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "numbers.docx")], check=True, capture_output=True, timeout=120)

    lines = (tmp_path / "numbers.txt").read_text(encoding="utf-8-sig").splitlines()
    expected = [(each.label, each.text) for each in read_paragraphs(data) if each.label and each.text]
    printed = [re.sub(r"\s+", " ", line).strip() for line in lines]
    missing = [f"{label} {text}".strip() for label, text in expected if f"{label} {text}".strip() not in printed]
    assert missing == []
    order = [line for line in printed if line.endswith(tuple(f"words {at}" for at in range(len(jumps))))]
    assert [line.split()[0] for line in order] == [".".join(map(str, values)) + "." for values in jumps]
