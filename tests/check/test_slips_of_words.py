"""Words that went wrong as they were typed are found, and words that only look so are not."""

from pathlib import Path

import pytest

from support.judging import judge_report

RULES = ("word-misspelt", "little-words-clash", "plural-with-apostrophe")

SLIPS = {
    "The Goverance Comittee met.": ("word-misspelt", "`Goverance` is misspelt; expected `Governance`"),
    "We will develop overtime.": (
        "word-misspelt", "`overtime` in `develop overtime` looks like another word; expected `over time`",
    ),
    "It is clinician led and council lead work.": (
        "word-misspelt", "`lead` in `clinician led and council lead` looks like another word; expected `led`",
    ),
    "Letters were received form the school.": (
        "word-misspelt", "`form` in `received form the` looks like another word; expected `from`",
    ),
    "A report was given on a urgent case.": ("little-words-clash", "`a urgent`; expected `an urgent`"),
    "It needs an unique name.": ("little-words-clash", "`an unique`; expected `a unique`"),
    "A plan is has been made for a our park.": (
        "little-words-clash", "`is has been` stands together; expected one of the two words, or something between them",
    ),
    "The grant will been paid.": (
        "little-words-clash", "`will been` stands together; expected one of the two words, or something between them",
    ),
    "The three local CCG's plan it. Their SRO's are here.": (
        "plural-with-apostrophe", "`CCG's` is a plural here; expected `CCGs` without the apostrophe (and 1 more)",
    ),
}  # fmt: skip

SOUND = (
    "Overtime is paid. We reduce overtime, and adapt overtime rates. The lead officer has led it; it has lead status.",
    "An hour, an honest MP, an NHS trust, a university, a one-off, a European grant, an s106 order, a user, a union.",
    "Points a and b, and clause 4 a is met; an a priori view, à la carte. What it has is a plan. As it was is best.",
    "The CCG's plan is ours, and so is the PMO's. A plan like the CCG's. The CCG's and the LPT's staff met.",
    "The principal officer agreed in principle. Its aim is clear; it's a plan. Costs were borne by us.",
    "We form the group. The form the clerk sent is here. If bids are lower then the Council meets. The effect on us.",
)


@pytest.mark.parametrize(("report", "expected"), SLIPS.items(), ids=list(SLIPS))
def test_a_slip_is_found(report: str, expected: tuple[str, str], tmp_path: Path) -> None:
    rule, message = expected
    assert message in [one.message for one in judge_report(tmp_path, report)[rule]]


@pytest.mark.parametrize("report", SOUND)
def test_nothing_is_found_in(report: str, tmp_path: Path) -> None:
    found = judge_report(tmp_path, report)
    assert [one.message for rule in RULES for one in found.get(rule, [])] == []


def test_a_word_in_a_heading_of_a_table_is_found_once(tmp_path: Path) -> None:
    group = "group: On an recurring basis"
    columns = f"{{id: a, label: Item}}, {{id: b, label: Plan, {group}}}, {{id: c, label: Fact, {group}}}"
    found = judge_report(tmp_path, f"```table\ncolumns: [{columns}]\n---\n| Parks | 1 | 2 |\n```")
    assert [one.message for one in found["little-words-clash"]] == ["`an recurring`; expected `a recurring`"]


def test_the_words_of_a_body_in_another_language_are_left_alone(tmp_path: Path) -> None:
    report = "Mae a urgent a an recurring. Recieve."
    found = judge_report(tmp_path, f"{report}\n# govdocs.yaml\nname: Papurau\nlanguage: cy\nas_of: 2026-05-10\n")
    assert not any(rule in found for rule in RULES)
