"""People whom minutes call by their initials: slips, and sound minutes on which the rules keep silent."""

from pathlib import Path

import pytest

from support.judging import judge

LISTS = (
    'present: [robin-sample, {person: sam-member, printed: "SMe, Councillor"}, Ann-Marie Cooke (AMC)]\n'
    "in_attendance: [{person: alex-example, items: [declarations]}]\napologies: [Mr Tom Poole]\n"
)
ALL = "RS welcomed SMe. SMe thanked RS. AMC asked about the park, and RS answered."

TABLE = "| Action | Owner |\n|---|---|\n| Map | RS |\n| Pond | AMC |\n| Tree | QQ |"


def _minutes(words: str) -> str:
    header = f"status: draft\nchair: robin-sample\nstarted: 10:00\n{LISTS}"
    return f"# meetings/board/2026-05-14/minutes.md\n---\n{header}---\n{words}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (f"## welcome\n\n{ALL} TP said so.", "was not there"),
        (f"## welcome\n\n{ALL} TX said so.", "are nobody's"),
        (f"## welcome\n\n{ALL} AE reported.", "out of the room"),
        (f"## welcome\n\n{ALL}\n\n{TABLE}", "are nobody's"),
    ],
)  # fmt: skip
def test_initials_of_somebody_who_was_not_there(tmp_path: Path, words: str, said: str) -> None:
    found = judge(tmp_path, _minutes(words))["initials-not-there"]
    assert len(found) == 1
    assert said in found[0].message


@pytest.mark.parametrize(
    "words",
    [
        f"## welcome\n\n{ALL} The EA said that it had no view; EA noted the plan.",
        f"## welcome\n\n{ALL} The County Council (CC) was asked, and CC agreed.",
        f"## declarations\n\n{ALL} AE reported.",
        "## welcome\n\nTX said so. QQ asked why.",
        f"## welcome\n\n{ALL} TP will be asked. The report by TP was read. Sam Member (MBE) agreed.",
    ],
)
def test_initials_that_are_sound(tmp_path: Path, words: str) -> None:
    found = judge(tmp_path, _minutes(words))
    assert not {"initials-not-there", "initials-of-another"} & found.keys()


def test_initials_fit_one_person_only(tmp_path: Path) -> None:
    header = "status: draft\nchair: robin-sample\nstarted: 10:00\npresent: [robin-sample, sam-member, jo-member]\n"
    header += "in_attendance: [Ruth Stone, alex-example]\n"
    words = "SM asked. JM answered. AE wrote it down. RS thanked all."
    minutes = f"# meetings/board/2026-05-14/minutes.md\n---\n{header}---\n## welcome\n\n{words}\n"
    (found,) = judge(tmp_path, minutes)["initials-of-another"]
    assert "`robin-sample` or `Ruth Stone`" in found.message


def test_what_somebody_is_to_do_by_initials_is_a_promise(tmp_path: Path) -> None:
    found = judge(tmp_path, _minutes(f"## welcome\n\n{ALL} AMC to circulate the map."))
    assert "AMC to circulate the map" in found["promise-without-action"][0].message
