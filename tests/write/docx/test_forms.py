"""Resolutions and items of the minutes in Word: what stays together, and how far apart it stands."""

from lxml import etree

from govdocs.compose.blocks import Box, BoxKind, MinuteEntries, MinuteEntry, ParagraphKind
from govdocs.write.docx.writer import docx
from govdocs.write.options import WriteOptions
from support.docx_reading import W, read_body, read_paragraphs
from support.docx_samples import HERE, body, bullets, decimal, document, heading, minutes, text


def kept(paragraph: etree._Element) -> bool:
    """Whether the paragraph itself says that it stays with what comes after it."""
    return paragraph.find(f"{W}pPr/{W}keepNext") is not None


def words(paragraph: etree._Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter(f"{W}t"))


def test_a_resolution_stays_together_from_its_number_to_its_last_line() -> None:
    resolution = Box(
        BoxKind.RESOLUTION, (body("Moved by Lena Voss."), body("R-2024-04"), bullets("approve", "note")), HERE
    )
    data, _ = docx(document("one", "One", resolution, body("after")), WriteOptions())

    assert [(words(each), kept(each)) for each in read_body(data).iter(f"{W}p")] == [
        ("Moved by Lena Voss.", True),
        ("R-2024-04", True),
        ("approve", True),
        ("note", False),
        ("after", False),
    ]


def test_what_closes_the_minutes_takes_the_last_resolution_to_its_page() -> None:
    data, _ = docx(minutes(), WriteOptions())
    table = list(read_body(data).iter(f"{W}tbl"))[-1]
    *others, last = table.iter(f"{W}tr")

    assert [words(each) for each in last.iter(f"{W}p") if words(each)] == ["It was RESOLVED to:", "SUPPORT the paper"]
    assert all(kept(each) for each in last.iter(f"{W}p"))
    assert not all(kept(each) for each in others[-1].iter(f"{W}p"))


def test_a_list_divided_between_two_rows_has_no_gap_after_its_first_item() -> None:
    listed = (body("Opening words."), body("He named:"), bullets("beds", "vehicles", "staff"))
    entry = MinuteEntry(text("1"), heading(2, "Item"), listed, (), HERE)
    data, _ = docx(document("one", "One", MinuteEntries(("ITEM", "DISCUSSION"), (entry,), HERE)), WriteOptions())
    spaced = {
        words(each) for each in read_body(data).iter(f"{W}p") if each.find(f"{W}pPr/{W}spacing[@{W}after]") is not None
    }

    assert {"beds", "vehicles"}.isdisjoint(spaced)
    assert "staff" in spaced


def test_an_item_that_ends_in_prose_also_takes_its_end_to_the_page_of_the_closing_lines() -> None:
    action = Box(BoxKind.NOTICE, (body("Lena Voss: ask for a second quotation."),), HERE)
    for end, expected in (
        ((body("First."), body("Second."), body("The last words.")), "The last words."),
        ((body("Opening."), body("He named:"), bullets("beds", "vehicles", "staff")), "staff"),
        ((action, action), "Lena Voss: ask for a second quotation."),
    ):
        entry = MinuteEntry(text("1"), heading(2, "Item"), end, (), HERE)
        data, _ = docx(
            document("one", "One", MinuteEntries(("ITEM", "DISCUSSION"), (entry,), HERE), body("Closed.")),
            WriteOptions(),
        )
        table = next(read_body(data).iter(f"{W}tbl"))
        last = table.findall(f"{W}tr")[-1]
        assert [words(each) for each in last.iter(f"{W}p") if words(each)] == [expected]
        assert all(kept(each) for each in last.iter(f"{W}p"))


def test_numbers_within_an_item_count_on_from_that_of_its_heading() -> None:
    entry = MinuteEntry(text("1"), heading(2, "Item", decimal(1)), (body("Words", decimal(1, 1)),), (), HERE)
    data, _ = docx(document("one", "One", MinuteEntries((), (entry,), HERE)), WriteOptions())
    assert [each.label for each in read_paragraphs(data) if each.label] == ["1.", "1.1."]


def test_small_print_beside_a_bar_stands_beside_it() -> None:
    vote = body("(6 for, 0 against)", kind=ParagraphKind.NOTE)
    data, _ = docx(document("one", "One", Box(BoxKind.RESOLUTION, (body("pay"), vote), HERE)), WriteOptions())
    assert [each.style for each in read_paragraphs(data)] == ["Resolution", "ResolutionNote"]
