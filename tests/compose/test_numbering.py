"""Numbers: how they are written, read, taken from typed text and counted along a scheme."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.compose.blocks import Block, Counter, Heading, ItemList, ListItem, ListKind, Number, Paragraph, Table, Text
from govdocs.compose.elements import Wide
from govdocs.compose.number_blocks import Count, number_typed
from govdocs.compose.numbering import read_counter, write_counter, write_number
from govdocs.model.style import NumberLevel, NumberScheme
from govdocs.model.values import Nothing
from govdocs.places import Place

PLACE = Place("papers/lease.md")


@given(st.integers(1, 390), st.sampled_from(list(Counter)))
def test_a_counter_reads_what_it_writes(value: int, counter: Counter) -> None:
    assert read_counter(write_counter(value, counter), counter) == value


def test_letters_go_on_after_z() -> None:
    assert [write_counter(n, Counter.UPPER_LETTER) for n in (1, 26, 27, 52, 53, 703)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "AAA",
    ]
    assert write_counter(0, Counter.LOWER_ROMAN) == "0"


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),), PLACE)


def numbers(blocks: tuple[Block | Wide, ...]) -> list[tuple[str, tuple[int, ...]] | None]:
    found = [block.number for block in blocks if isinstance(block, Paragraph | Heading)]
    return [(number.text, number.values) if number else None for number in found]


def test_typed_numbers_are_taken_from_the_words() -> None:
    typed = [
        "1. One",
        "1.1. Two",
        "1.1 Three",
        "3.14. Four",
        "a) Five",
        "b) Six",
        "i) Seven",
        "2018 was",
        "5.0 Eight",
        "16 of",
    ]
    blocks = number_typed([paragraph(text) for text in typed], "report")
    assert numbers(blocks) == [
        ("1.", (1,)),
        ("1.1.", (1, 1)),
        ("1.1", (1, 1)),
        ("3.14.", (3, 14)),
        ("a)", (3, 14, 1)),
        ("b)", (3, 14, 2)),
        ("i)", (3, 14, 1)),
        None,
        ("5.0", (5, 0)),
        None,
    ]
    assert [
        block.content[0].text for block in blocks if isinstance(block, Paragraph) and isinstance(block.content[0], Text)
    ][:4] == ["One", "Two", "Three", "Four"]


def test_letters_run_on_past_h() -> None:
    blocks = number_typed([paragraph(f"{letter}) x") for letter in "abcdefghij"], "report")
    assert [number and number[1] for number in numbers(blocks)] == [(value,) for value in range(1, 11)]


def scheme(*levels: NumberLevel) -> NumberScheme:
    return NumberScheme(id="s", levels=levels)


def level(of: str, pattern: str | Nothing = Nothing.NONE, **more: object) -> NumberLevel:
    return NumberLevel.model_validate({"of": of, "pattern": str(pattern), **{key: str(v) for key, v in more.items()}})


H, P = Heading(2, (Text("h"),), PLACE), paragraph("p")
SUB = Heading(3, (Text("s"),), PLACE)


@pytest.mark.parametrize(
    ("levels", "blocks", "texts"),
    [
        ([level("heading"), level("paragraph", "{1}.{2}.")], [H, P, P, H, P], [None, "1.1.", "1.2.", None, "2.1."]),
        (
            [level("heading"), level("paragraph", "{1}.{2}", start=0)],
            [H, P, P, H, P],
            [None, "1.0", "1.1", None, "2.0"],
        ),
        (
            [level("paragraph", "{1}.", scope="document")],
            [H, P, P, SUB, P, H, P],
            [None, "1.", "2.", None, "3.", None, "4."],
        ),
        ([level("heading", "{1}."), level("paragraph", "{1}.{2}.")], [H, P, H, P], ["1.", "1.1.", "2.", "2.1."]),
        (
            [level("heading", "{1}", counter="upper-roman"), level("heading", "{1}.{2}", counter="lower-letter")],
            [H, SUB, SUB, H, SUB, P],
            ["I", "I.a", "I.b", "II", "II.a", None],
        ),
        (
            [level("heading"), level("heading"), level("paragraph", "{3}", scope="section")],
            [H, P, SUB, P, SUB, P, H, P],
            [None, "1", None, "2", None, "3", None, "1"],
        ),
        ([level("heading"), level("paragraph", "{1}.{2}")], [P, H, P], [None, None, "1.1"]),
    ],
)
def test_schemes(levels: list[NumberLevel], blocks: list[Block], texts: list[str | None]) -> None:
    counted = Count(scheme(*levels), "report").number(blocks)
    assert [number[0] if number else None for number in numbers(counted)] == texts


def test_items_and_tables_are_counted_too() -> None:
    own = Number("1.", "{1}.", (1,), (Counter.DECIMAL,), "list")
    items = ItemList(ListKind.NUMBERED, (ListItem((P,), PLACE, own), ListItem((P,), PLACE, own)), PLACE)
    table = Table((), (), (), PLACE, caption=(Text("c"),))
    levels = (
        level("paragraph", "{1}."),
        level("item", "{1}({2})", counter="lower-letter"),
        level("table", "Table {3}"),
    )
    counted = Count(scheme(*levels), "report").number([P, items, P, items, table, Wide((table,)), table])
    lists = [block for block in counted if isinstance(block, ItemList)]
    assert [item.number.text for block in lists for item in block.items if item.number] == [
        "1(a)",
        "1(b)",
        "2(a)",
        "2(b)",
    ]
    inner = counted[5]
    assert isinstance(inner, Wide)
    captions = [block.caption_number for block in (counted[4], inner.blocks[0], counted[6]) if isinstance(block, Table)]
    assert [number.text for number in captions if number] == ["Table 1", "Table 2", "Table 3"]


LEVELS = st.sampled_from(
    [
        [level("heading", "{1}."), level("heading", "{1}.{2}."), level("paragraph", "{1}.{2}.{3}")],
        [level("heading", "{1}"), level("paragraph", "{1}.{2}", start=0)],
        [level("paragraph", "({1})", counter="lower-roman", scope="document")],
    ]
)


@given(LEVELS, st.lists(st.sampled_from([H, SUB, P]), max_size=40))
def test_labels_say_what_values_and_pattern_say(levels: list[NumberLevel], blocks: list[Block]) -> None:
    counted = Count(scheme(*levels), "report").number(blocks)
    seen: set[tuple[int, ...]] = set()
    for block in counted:
        number = block.number if isinstance(block, Paragraph | Heading) else None
        if number is None:
            continue
        assert number == write_number(number.pattern, number.values, number.counters, "report")
        assert len(number.values) == max(int(name) for name in re.findall(r"\{(\d)\}", number.pattern))
        assert number.values not in seen
        seen.add(number.values)
