"""The pack's page number stands beside the paper's own on every page, whichever way the page is held."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import page
import pikepdf
import pytest

from govdocs.compose.blocks import Document, Heading, Orientation, Paragraph, Section, Text
from govdocs.pack.bind import bind
from govdocs.places import Place
from govdocs.write.options import WriteOptions
from govdocs.write.pdf import pdf
from govdocs.write.theme import build_theme, built_in_theme
from support.bound_pack import Run, read_runs, read_structure
from support.supplied import make_document, make_pack, make_pdf

PLACE = Place("paper.md")
MM = 72 / 25.4
UPRIGHT = built_in_theme().page.margin_mm
OPTIONS = WriteOptions()


def written(document: Document, options: WriteOptions = OPTIONS) -> bytes:
    data, found = pdf(document, options)
    assert found == ()
    return data


def own_paper(*sections: Section) -> Document:
    return replace(make_document("paper"), sections=sections, letterhead=("North", "South"))


def section(orientation: Orientation, paper: str) -> Section:
    paragraph = Paragraph((Text("Words. " * 90),), PLACE)
    return Section((Heading(1, (Text("A paper"),), PLACE), *[paragraph] * 12), orientation, paper)


def stamped(data: bytes, label: str = "pack page {n}", options: WriteOptions = OPTIONS) -> tuple[bytes, list[Run]]:
    """A pack of one paper, and the numbers stamped on it."""
    bound, found = bind(make_pack(make_document("paper"), page_label=label), {"paper": data}, options)
    assert found == ()
    assert page.validate_pdf_bytes(bound, profile="ua1").failures == []
    first = label.split("{", maxsplit=1)[0]
    return bound, [run for run in read_runs(bound) if run.text.startswith(first)]


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("tokens", [{}, {"page": {"footer_mm": 9, "margin_mm": 30}, "type": {"furniture_pt": 9}}])
def test_the_two_numbers_stand_on_one_line_and_do_not_touch(
    paper: str, orientation: Orientation, tokens: dict[str, object]
) -> None:
    theme, _ = build_theme(tokens, PLACE)
    options = replace(OPTIONS, theme=theme)
    bound, numbers = stamped(written(own_paper(section(orientation, paper)), options), options=options)
    with pikepdf.open(BytesIO(bound)) as opened:
        sheets = [[float(edge) for edge in sheet.mediabox] for sheet in opened.pages]
    margin = theme.page.landscape_margin_mm if orientation == "landscape" else theme.page.margin_mm
    assert len(numbers) == len(sheets)
    for at, (number, sheet) in enumerate(zip(numbers, sheets, strict=True)):
        assert (number.page, number.text) == (at, f"pack page {at + 1}")
        assert number.right == pytest.approx(sheet[2] - margin * MM, abs=0.1)
        assert number.size == theme.type.furniture_pt
        own = [run for run in read_runs(bound) if run.page == at and run.text.startswith(f"page {at + 1} of")]
        assert len(own) == 1
        assert number.baseline == pytest.approx(own[0].baseline, abs=0.2)
        assert own[0].right + 6 < number.left


def test_a_page_without_a_footer_is_numbered_too() -> None:
    quiet = replace(own_paper(section(Orientation.PORTRAIT, "A4")), furniture=False)
    _, numbers = stamped(written(quiet))
    assert numbers[0].text == "pack page 1"


def test_a_screen_reader_does_not_stumble_over_the_numbers() -> None:
    bound, numbers = stamped(written(own_paper(section(Orientation.PORTRAIT, "A4"))))
    assert all(number.artifact for number in numbers)
    assert "pack page" not in read_structure(bound).text()


def turned(data: bytes, **keys: Any) -> bytes:
    file = BytesIO()
    with pikepdf.open(BytesIO(data)) as opened:
        for sheet in opened.pages:
            for key, value in keys.items():
                sheet.obj[f"/{key}"] = value
        opened.save(file)
    return file.getvalue()


SUPPLIED = make_pdf("<h1>Supplied</h1>", style="@page { size: 210mm 297mm }")
WIDE = make_pdf("<h1>Supplied</h1>", style="@page { size: 297mm 210mm }")


@pytest.mark.parametrize("rotation", [0, 90, 180, 270, -90, 450])
@pytest.mark.parametrize("data", [SUPPLIED, WIDE], ids=["tall", "wide"])
def test_a_turned_page_has_its_number_where_the_reader_looks(data: bytes, rotation: int) -> None:
    _, (number,) = stamped(turned(data, Rotate=rotation))
    tall = (data is SUPPLIED) == (rotation % 180 == 0)
    width, margin = (210, UPRIGHT) if tall else (297, 16)
    assert number.right == pytest.approx((width - margin) * MM, abs=0.1)
    assert 12 * MM < number.baseline < 14 * MM
    assert number.left < number.right


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_cropped_page_has_its_number_inside_the_crop(rotation: int) -> None:
    crop = [100, 200, 500, 800]
    _, (number,) = stamped(turned(SUPPLIED, CropBox=pikepdf.Array(crop), Rotate=rotation))
    width, margin = (400, UPRIGHT * MM) if rotation % 180 == 0 else (600, 16 * MM)
    assert number.right == pytest.approx(width - margin, abs=0.1)
    assert 12 * MM < number.baseline < 14 * MM


def test_a_page_measured_in_larger_units_has_a_number_of_the_usual_size() -> None:
    _, (number,) = stamped(turned(SUPPLIED, UserUnit=2))
    assert number.size * 2 == pytest.approx(8.5)
    assert number.right * 2 == pytest.approx(2 * 210 * MM - UPRIGHT * MM, abs=0.1)


def test_content_that_leaves_its_state_behind_does_not_move_the_number() -> None:
    file = BytesIO()
    with pikepdf.open(BytesIO(SUPPLIED)) as opened:
        opened.pages[0].contents_add(b"/Artifact BMC 3 0 0 3 50 50 cm EMC")
        opened.save(file)
    _, (number,) = stamped(file.getvalue())
    assert number.size == 8.5
    assert number.right == pytest.approx((210 - UPRIGHT) * MM, abs=0.1)


@pytest.mark.parametrize("label", ["tudalen pecyn ŵ {n}", "p. {n} of {total}", "{n}", "Seite {n}"])
def test_the_label_is_the_bodys_own(label: str) -> None:
    data = written(own_paper(section(Orientation.PORTRAIT, "A4")))
    bound, _ = bind(make_pack(make_document("paper"), page_label=label), {"paper": data}, OPTIONS)
    with pikepdf.open(BytesIO(bound)) as opened:
        total = len(opened.pages)
    last = [run.text for run in read_runs(bound) if run.artifact][-1]
    assert last == label.replace("{n}", str(total)).replace("{total}", str(total))


def test_a_longer_label_is_set_smaller_and_still_does_not_touch() -> None:
    data = written(own_paper(section(Orientation.PORTRAIT, "A4")))
    bound, numbers = stamped(data, "sheet {n} of {total} in the pack")
    assert 6 <= numbers[0].size < 8.5
    own = next(run for run in read_runs(bound) if run.text.startswith("page 1 of"))
    assert own.right < numbers[0].left


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("this is page {n} of {total} of the papers of the Board", "is too long; expected one that fits 27 mm"),
        ("页 {n}", "has `页`, which the font lacks"),
        (" ", "is empty; expected words with `{n}`"),
    ],
)
def test_a_label_that_cannot_be_printed_stops_the_pack(label: str, words: str) -> None:
    bound, found = bind(make_pack(make_document("paper"), page_label=label), {"paper": SUPPLIED}, OPTIONS)
    assert bound == b""
    assert [finding.problem.name for finding in found] == ["unprintable-page-label"]
    assert words in found[0].message
    assert str(found[0].place) == "meetings/june/meeting.yaml:2:1"
