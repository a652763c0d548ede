"""Contents that were typed, and sections that are called by their names."""

from pathlib import Path

import pytest

from support.judging import judge_printed

PARTS = ["1. Aims", "2. Plans", "1 Parks", "2 Roads", "3 Homes", "4 Trees", "3. Costs", "4. Risks", "5. Next steps"]
HEADINGS = "".join(f"{'##' if '.' in part else '###'} {part}\n\nWords.\n\n" for part in PARTS)


def _contents(parts: list[str]) -> str:
    lines = "".join(f"| {part} | {page} |\n" for page, part in enumerate(parts, 2))
    return f"## Contents\n\n| Part | Page |\n|---|---|\n{lines}\n{HEADINGS}"


def test_numbers_of_parts_within_numbers_of_chapters(tmp_path: Path) -> None:
    assert not judge_printed(tmp_path, _contents(PARTS))


def test_a_number_left_out_of_the_contents(tmp_path: Path) -> None:
    found = judge_printed(tmp_path, _contents([part for part in PARTS if part != "3 Homes"]))
    expected = "`Trees` has the number 4 after 2; expected `3 Homes`, a heading of the document"
    assert found == {"contents-differ": [expected]}


def test_a_heading_without_number_left_out_of_the_contents(tmp_path: Path) -> None:
    parts = ["Aims", "Plans", "Parks", "Roads", "Homes", "Trees"]
    lines = "".join(f"- {part} {page}\n" for page, part in enumerate(parts, 2) if part != "Roads")
    headings = "".join(f"## {part}\n\nWords.\n\n" for part in parts)
    found = judge_printed(tmp_path, f"## Contents\n\n{lines}\n{headings}")
    assert found == {
        "contents-differ": ["the heading `Roads` is not in the contents, and others like it are; expected it there"]
    }


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("This is told in the Parks section of this plan.", False),
        ("This is told in our People and Parks section.", True),
        ('This is told in the section on "Parks and People".', True),
        ('This is told in the next section, "Roads".', False),
        ('This is told in section 2 "Roads".', False),
        ('This is told in section 3 "Roads".', True),
        ("Write to the Parks and Gardens section of the council.", False),
        ("See the Local Audit section of the Act.", False),
    ],
)
def test_sections_called_by_their_names(tmp_path: Path, words: str, *, found: bool) -> None:
    assert ("section-unknown" in judge_printed(tmp_path, f"{words}\n\n{HEADINGS}")) is found


TERMS = "Bridges 2\nFerries 3\nHarbours 3, 4\nIslands 5\nJetties 2\nLakes 4\nMoles 4\nPiers 6\nQuays 3".splitlines()
SAID = "We plan for bridges, ferries, harbours, islands, jetties, lakes, moles, piers and quays, says Ann Bell.\n\n"


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        ("Piers 6", "Piers. 6", "the index has `Piers.`; expected `Piers`, without the stray mark"),
        (
            "Harbours 3, 4",
            "Harbours 4, 3",
            "`Harbours` is said to be on 3 after 4; expected pages that go up to the last",
        ),
        ("Piers 6", "Roads 6", "`Roads` is in the index and nowhere in the text; expected a term that is there"),
        (
            "Jetties 2",
            "Anchors 2",
            "`Anchors` stands in the index behind `Islands`; expected the order of the alphabet",
        ),
        ("Bridges 2", "Bridges ... 2", ""),
    ],
)
def test_slips_of_a_typed_index(tmp_path: Path, right: str, wrong: str, found: str) -> None:
    lines = "".join(f"- {wrong if term == right else term}\n" for term in TERMS)
    messages = judge_printed(tmp_path, f"{SAID}## Index\n\n{lines}").get("typed-index-slips", [])
    assert found in messages if found else not messages


def test_a_wrong_number_of_a_heading_is_one_finding(tmp_path: Path) -> None:
    headings = "".join(
        f"## {number}. Part {letter}\n\nWords.\n\n" for number, letter in zip("1244567", "abcdefg", strict=True)
    )
    found = judge_printed(tmp_path, headings.replace("## 4. Part c", "## 5. Part c"))
    assert found == {"heading-number-jumps": ["the heading `5. Part c` has 5 after 2; expected 3"]}
