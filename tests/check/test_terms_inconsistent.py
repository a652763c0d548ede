"""Terms of reference that agree with themselves, and those that do not."""

from pathlib import Path

import pytest

from support.judging import judge

HEAD = (
    "# records/terms-of-reference/parks.md\n---\ntitle: Parks Committee\nbodies: [{id: parks, name: Parks Committee}]\n"
)
MEMBERS = "## 2. Members\n\n2.1 The members are:\n\n- three councillors;\n- the clerk; and\n- a farmer.\n\n"


@pytest.mark.parametrize(
    ("words", "rule", "found"),
    [
        (MEMBERS + "2.2 The quorum is six members.", "quorum-beyond-members", True),
        (MEMBERS + "2.2 The quorum is three members, two of whom are councillors.", "quorum-beyond-members", False),
        ("2.1 The quorum is six members.", "quorum-beyond-members", False),
        ("2.1 It meets every two months, four times a year.", "terms-tell-it-twice", True),
        ("2.1 It meets every two months, and at least five times a year.", "terms-tell-it-twice", False),
        ("2.1 It meets quarterly.\n\n2.2 It reports to the Board once a year.", "terms-tell-it-twice", False),
        ("2.1 Papers are sent five days before.\n\n2.2 Papers go out seven days before.", "terms-tell-it-twice", True),
        ("2.1 It spends what paragraph 3.1 allows.\n\n2.2 It plants trees.", "clause-unknown", True),
        ("2.1 It keeps to section 12 of the Parks Act.\n\n2.2 It does so by paragraph 2.1.", "clause-unknown", False),
    ],
)
def test_terms_agree_with_themselves(tmp_path: Path, words: str, rule: str, *, found: bool) -> None:
    header = HEAD + "status: draft\nnumbering: typed\n---\n"
    assert (rule in judge(tmp_path, header + words + "\n")) is found
