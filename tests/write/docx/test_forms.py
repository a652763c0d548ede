"""Resolutions and items of the minutes in Word: what stays together, and how far apart it stands."""

from lxml import etree

from govdocs.compose.blocks import Box, BoxKind, MinuteEntries, MinuteEntry
from govdocs.write.docx.writer import docx
from govdocs.write.options import WriteOptions
from support.docx_reading import W, read_body
from support.docx_samples import HERE, body, bullets, document, heading, minutes, text


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
