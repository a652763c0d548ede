"""The packs of the example: every page numbered, every document whole, every link arriving."""

from pathlib import Path

import pytest

from govdocs.compose.meeting import compose_meeting
from govdocs.model.library import build_library
from govdocs.pack.bind import bind
from govdocs.read.repository import read_repository
from govdocs.write.options import WriteOptions
from govdocs.write.pages import count_pages
from govdocs.write.pdf import pdf
from support.bound_pack import Run, read_links, read_runs
from support.conformance import failures
from support.pdf_reading import read_tags
from support.tag_outline import outline_document, outline_tags

ROOT = Path(__file__).parents[2]
MEETINGS = sorted(
    path.parent.relative_to(ROOT / "meetings").as_posix() for path in ROOT.glob("meetings/*/*/meeting.yaml")
)


def touches(number: Run, other: Run) -> bool:
    near = abs(number.baseline - other.baseline) < 8
    return near and other.right > number.left - 3 and other.left < number.right + 3


@pytest.mark.gate
@pytest.mark.parametrize("meeting", MEETINGS)
def test_the_pack_of_an_example_meeting(meeting: str) -> None:
    sources, _ = read_repository(ROOT)
    library, _ = build_library(sources)
    pack, _ = compose_meeting(library, library.meetings[meeting], ROOT)
    options = WriteOptions()
    pdfs = {part.document.name: pdf(part.document, options)[0] for part in pack.parts}
    data, found = bind(pack, pdfs, options)
    assert found == ()
    assert failures(data) == []
    tags = read_tags(data).tags
    for part, tag in zip(pack.parts, tags, strict=True):
        assert outline_tags(tag) == outline_document(part.document)
    pages = sum(count_pages(pdfs[part.document.name]) for part in pack.parts)
    runs = read_runs(data)
    numbers = [run for run in runs if run.text.startswith("pack page")]
    assert [number.text for number in numbers] == [f"pack page {at}" for at in range(1, pages + 1)]
    for number in numbers:
        assert not [run for run in runs if run.page == number.page and run is not number and touches(number, run)]
    assert {where.split()[0] for _, _, where in read_links(data)} <= {"page", "https:", "mailto:"}
