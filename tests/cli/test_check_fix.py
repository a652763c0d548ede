"""`govdocs check --fix`: what is safe is shown, asked about and put right; all else stays as it is."""

import json
import random
from pathlib import Path

import pytest

from govdocs.workflow.key_order import order_keys, records_of_files
from support.built_example import HERE
from support.command import Ran, call, files_below
from support.organisation import MEETING, put_files, sound_files
from support.records import CASES, load_library

SLIPS = """\
body: board
chair: robin-sample
# the day was moved
Date: 14 May 2026
start: 10am
session: Public
venue: main
#a remark
agenda:
  - {standing: welcome, number: "1"}
  - {standing: apologies, number: "3"}
  - {standing: declarations, number: "4"}
"""
RIGHT = """\
body: board
# the day was moved
date: 2026-05-14
start: 10:00
session: public
chair: robin-sample
venue: main
# a remark
agenda:
  - {standing: welcome, number: "1"}
  - {standing: apologies, number: "2"}
  - {standing: declarations, number: "3"}
"""


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return put_files(tmp_path, sound_files() | {MEETING: SLIPS})


def check(capsys: pytest.CaptureFixture[str], records: Path, *words: str) -> Ran:
    return call(capsys, records, "check", *words)


def test_what_is_safe_is_put_right_and_said(records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_below(records)
    ran = check(capsys, records, "--fix", "--yes")
    after = files_below(records)

    assert after[MEETING].decode() == RIGHT
    assert {path for path in after if after[path] != before[path]} == {MEETING}
    assert "-Date: 14 May 2026\n" in ran.out
    assert "+date: 2026-05-14\n" in ran.out
    assert "7 findings can be put right in 1 file." in ran.out
    assert f"Changed {MEETING}." in ran.out


def test_without_a_terminal_nothing_is_changed_unasked(records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_below(records)
    ran = check(capsys, records, "--fix")

    assert files_below(records) == before
    assert "+date: 2026-05-14\n" in ran.out
    assert "run it again with `--fix --yes`" in ran.out
    assert ran.status == 1
    assert "errors" in ran.out.splitlines()[-2]


def test_the_findings_say_that_they_can_be_put_right(records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "let `govdocs check --fix` put" in check(capsys, records).out.splitlines()[-1]
    found = json.loads(check(capsys, records, "--format", "json").out)["findings"]
    fixes = {finding["name"]: finding["fix"] for finding in found if finding["fix"]}
    assert fixes["bad-date" if "bad-date" in fixes else "unknown-key"]
    sarif = json.loads(check(capsys, records, "--format", "sarif").out)
    replaced = [
        change["replacements"][0]["insertedContent"]["text"]
        for result in sarif["runs"][0]["results"]
        for fix in result.get("fixes", [])
        for change in fix["artifactChanges"]
    ]
    assert "10:00" in replaced


def test_a_second_time_there_is_nothing_left(records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(capsys, records, "--fix", "--yes")
    before = files_below(records)
    ran = check(capsys, records, "--fix", "--yes")

    assert "There is nothing that --fix can put right." in ran.out
    assert files_below(records) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Date: 14 May 2026", "date: 04/05/2026"),  # the fourth of May, or the fifth of April
        ("start: 10am", "start: 2.30"),
        ("session: Public", "session: publc"),
        ("venue: main", "venu: main"),
    ],
)
def test_what_could_have_been_meant_otherwise_is_left(
    records: Path, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    put_files(records, {MEETING: RIGHT.replace(RIGHT_OF.get(old, old), new)})
    before = files_below(records)
    check(capsys, records, "--fix", "--yes")

    assert files_below(records) == before


RIGHT_OF = {
    "Date: 14 May 2026": "date: 2026-05-14",
    "start: 10am": "start: 10:00",
    "session: Public": "session: public",
}


def test_only_the_files_and_rules_that_are_named(records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files_below(records)
    check(capsys, records, "--fix", "--yes", "records")
    assert files_below(records) == before
    check(capsys, records, "--fix", "--yes", "--only", "comment-spacing")
    assert (records / MEETING).read_text(encoding="utf-8") == SLIPS.replace("#a remark", "# a remark")


def test_line_ends_and_byte_order_mark_are_kept(records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (records / MEETING).write_bytes(b"\xef\xbb\xbf" + SLIPS.replace("\n", "\r\n").encode())
    check(capsys, records, "--fix", "--yes")

    assert (records / MEETING).read_bytes() == b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("seed", range(4))
def test_keys_in_any_order_come_into_the_same_order_and_lose_nothing(seed: int) -> None:
    """The records of a case, their keys shuffled with the comments above them."""
    library, _ = load_library(CASES / "town-council")
    chance = random.Random(seed)  # noqa: S311 - a seed, so that a failure can be had again
    for record in records_of_files(library):
        lines = (CASES / "town-council" / record.node.place.path).read_text(encoding="utf-8").split("\n")
        ordered = order_keys(record, lines)
        assert sorted(ordered) == sorted(lines)
        chance.shuffle(lines)
        assert len(order_keys(record, lines)) == len(lines)


def test_what_is_laid_out_by_the_program_is_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, tmp_path, "init", "--organisation", "Anytown").status == 0
    ran = call(capsys, tmp_path, "check", "--fix", "--yes")
    assert "There is nothing that --fix can put right." in ran.out


def test_the_example_has_nothing_to_be_fixed(capsys: pytest.CaptureFixture[str]) -> None:
    assert "There is nothing that --fix can put right." in call(capsys, HERE, "check", "--fix").out


def test_line_ends_of_long_ago_are_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = put_files(tmp_path, sound_files())
    meeting = records / MEETING
    meeting.write_bytes(meeting.read_bytes().replace(b"start: 10:00", b"start: 10 am").replace(b"\n", b"\r"))
    before = meeting.read_bytes()
    assert check(capsys, records, "--fix", "--yes").status == 1
    assert meeting.read_bytes() == before
