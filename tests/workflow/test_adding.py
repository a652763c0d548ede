"""`govdocs init` and `govdocs new`: files that are ready to be filled in, and nothing of the user's overwritten."""

import json
import re
import shutil
from pathlib import Path

import pytest

from support.command import Ran, call, files_below
from support.organisation import MEETING, put_files, sound_files

EXAMPLE = Path(__file__).parents[2]
NEW_MEETING = "meetings/board/2026-06-18"


def _add(capsys: pytest.CaptureFixture[str], records: Path, *arguments: str) -> Ran:
    ran = call(capsys, records, "new", *arguments)
    assert ran.status == 0, ran.err
    assert ran.out.splitlines()[-1].startswith("Next: ")
    return ran


def _findings(capsys: pytest.CaptureFixture[str], records: Path, stage: str) -> list[tuple[str, str]]:
    said = json.loads(call(capsys, records, "check", "--format", "json", "--stage", stage).out)
    return [(finding["severity"], finding["name"]) for finding in said["findings"]]


def _text(records: Path, path: str) -> str:
    return (records / path).read_text(encoding="utf-8")


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """The records of a small board that has met once."""
    return put_files(tmp_path / "records-of-a-board", sound_files())


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example, whose last meeting was on 21 June 2018."""
    for name in ("records", "meetings"):
        shutil.copytree(EXAMPLE / name, tmp_path / name)
    shutil.copy(EXAMPLE / "govdocs.yaml", tmp_path)
    return tmp_path


def test_everything_that_is_laid_out_passes_until_it_is_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = 'Clerks\' & "Friends": the Council, of Llanfair–Pwll (1)'
    call(capsys, tmp_path, "init", "papers", "--organisation", name)
    records = tmp_path / "papers"
    assert _findings(capsys, records, "circulate") == []
    _add(capsys, records, "body", "council", "--name", name, "--chair", "Zoë O'Neill-Smith")
    _add(capsys, records, "meeting", "council", "2026-09-15", "--venue", "Café “Zur Post”: #2")
    title = "Yes: no, [maybe] #4 & {more} | 1.10"
    _add(capsys, records, "paper", "council/2026-09-15", "first", "--title", title)
    _add(capsys, records, "paper", "council/2026-09-15", "second", "--title", "2026", "--recommendation", "a: b - c")
    _add(capsys, records, "minutes", "council/2026-09-15")
    _add(capsys, records, "meeting", "council", "2026-10-20")
    found = _findings(capsys, records, "circulate")
    assert "error" not in {severity for severity, _ in found}
    assert "placeholder-text" in {kind for _, kind in found}
    assert ("error", "placeholder-text") in _findings(capsys, records, "publish")
    assert f"title: {json.dumps(title)}" in _text(records, "meetings/council/2026-09-15/papers/first.md")


def test_a_name_with_braces_is_refused_before_anything_is_written(
    board: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_below(board)
    ran = call(capsys, board, "new", "body", "council", "--name", "Council {no. 1}")
    assert ran.status == 2
    assert "has braces" in ran.err
    assert files_below(board) == before


def test_everything_is_listed_and_only_that_is_written(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        ["body", "council", "--name", "Town Council"],
        ["meeting", "council", "2026-06-18"],
        ["paper", "council/2026-06-18", "parks", "--title", "Parks"],
        ["minutes", "council/2026-06-18"],
    ):
        before = files_below(board)
        ran = _add(capsys, board / "records", *arguments)
        after = files_below(board)
        assert set(re.findall(r"(?m)^wrote (.*)$", ran.out)) == set(after) - set(before)
        changed = {path for path in before if after[path] != before[path]}
        assert set(re.findall(r"(?m)^added `.*` to (.*)$", ran.out)) == changed


def test_what_is_there_is_never_overwritten(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _add(capsys, board, "meeting", "board", "2026-06-18")
    _add(capsys, board, "paper", "board/2026-06-18", "parks", "--title", "Parks")
    _add(capsys, board, "minutes", "board/2026-06-18")
    put_files(board, {f"{NEW_MEETING}/papers/roads/paper.md": "of the user's\n"})
    before = files_below(board)
    for arguments in (
        ["init"],
        ["new", "body", "board", "--name", "Another Board"],
        ["new", "meeting", "board", "2026-06-18"],
        ["new", "paper", "board/2026-06-18", "parks", "--title", "Other parks"],
        ["new", "paper", "board/2026-06-18", "roads", "--title", "Roads"],
        ["new", "minutes", "board/2026-06-18"],
    ):
        ran = call(capsys, board, *arguments)
        assert ran.status == 2
        assert "nothing was changed" in ran.err
    assert files_below(board) == before


@pytest.mark.parametrize(
    ("arguments", "says", "hint"),
    [
        (["body", "Town Council", "--name", "X"], "cannot be the id of a body", "use `town-council`"),
        (["body", "../x", "--name", "X"], "cannot be the id of a body", "use `x`"),
        (["body", "council", "--name", "  "], "the name is empty", "quotation marks"),
        (["body", "council", "--name", "a\x07b"], "U+0007", "without that character"),
        (["body", "council", "--name", "X", "--chair", "alex-exampel"], "`alex-exampel`", "use `alex-example`"),
        (["body", "council", "--name", "X", "--organisation", "anytwon"], "`anytwon`", "use `anytown`"),
        (["meeting", "bord", "2026-06-18"], "there is no body `bord`", "the nearest is `board`"),
        (["meeting", "xyz", "2026-06-18"], "there is no body `xyz`; there is one body", "govdocs new body"),
        (["meeting", "board", "18.6.2026"], "`18.6.2026` is no day", "with hyphens"),
        (["meeting", "board", "20260618"], "`20260618` is no day", "with hyphens"),
        (["meeting", "board", "2026-06-31"], "`2026-06-31` is no day", "no such day exists"),
        (["meeting", "board", "2026-06-18", "--start", "7pm"], "`7pm` is no time", "24 hours"),
        (["meeting", "board", "2026-06-18", "--start", "24:00"], "`24:00` is no time", "24 hours"),
        (["meeting", "board", "2026-06-18", "--venue", "mian"], "there is no venue `mian`", "use `main`"),
        (["meeting", "board", "2026-06-18", "--session", "pubic"], "there is no session `pubic`", "use `public`"),
        (["paper", "board/2026-05-15", "x", "--title", "X"], "no meeting `board/2026-05-15`", "`board/2026-05-14`"),
        (["paper", "board/2026-05-14", "X Y", "--title", "X"], "cannot be the id of a paper", "use `x-y`"),
        (["paper", "board/2026-05-14", "x", "--title", "X", "--verb", "aprove"], "no verb `aprove`", "use `approve`"),
        (
            ["paper", "board/2026-05-14", "x", "--title", "X", "--author", "sam"],
            "there is no person `sam`",
            "add `sam`",
        ),
        (
            ["paper", "board/2026-05-14", "x", "--title", "X", "--form", "sheet"],
            "no form `sheet`; expected `cover`",
            "",
        ),
        (["minutes", "board"], "there is no meeting `board`", "board/2026-05-14"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_added_is_said_with_what_can(
    arguments: list[str], says: str, hint: str, board: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_below(board)
    ran = call(capsys, board, "new", *arguments)
    assert (ran.status, ran.out) == (2, "")
    message, _, hinted = ran.err.partition("\n  hint: ")
    assert says in message
    assert hint in hinted
    assert hinted
    assert files_below(board) == before


def test_broken_records_are_not_called_unknown(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (board / "records/bodies/board.yaml").write_text("name: [Board\n", encoding="utf-8")
    ran = call(capsys, board, "new", "meeting", "board", "2026-06-18")
    assert "the record of the body `board` has errors" in ran.err
    assert "govdocs check records/bodies/board.yaml" in ran.err


def test_people_and_rooms_are_known_by_their_names_too(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = ["--chair", "sam member", "--venue", "Council Chamber"]
    _add(capsys, board, "meeting", "board", "2026-06-18", *chosen)
    assert "chair: sam-member\nvenue: main\n" in _text(board, f"{NEW_MEETING}/meeting.yaml")


def test_a_first_meeting_has_no_minutes_to_approve(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (board / MEETING).unlink()
    ran = _add(capsys, board, "meeting", "board", "2026-06-18")
    assert "left out `minutes`, `actions`: there is no meeting before this one" in ran.out
    text = _text(board, f"{NEW_MEETING}/meeting.yaml")
    assert "minutes" not in text
    assert "number: 1\n" in text


def test_a_meeting_follows_the_one_before(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _add(capsys, example, "meeting", "ccb", "2018-07-19")
    text = _text(example, "meetings/ccb/2018-07-19/meeting.yaml")
    for expected in (
        "number: 7\n",
        "start: 13:00\nend: 14:35\nsession: public\nchair: mayur-lakhani\n",
        "venue: {venue: st-johns-house, printed: ",
        "  - {standing: minutes, of: ccb/2018-06-21}\n",
        "  - section: Governance arrangements\n",
    ):
        assert expected in text
    standing = re.findall(r"standing: ([\w-]+)", text)
    assert standing == [
        "welcome", "apologies", "any-other-business", "declarations", "public-questions", "minutes", "matters-arising",
    ]  # fmt: skip
    assert "paper:" not in text


def test_a_day_that_was_not_announced_and_has_no_chair_is_pointed_out(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = _add(capsys, example, "meeting", "ccb", "2018-09-20")
    assert "announced its next meeting for 2018-07-19" in ran.out
    assert "nobody is known to hold the chair on 2018-09-20" in ran.out
    assert "chair: TO BE NAMED\n" in _text(example, "meetings/ccb/2018-09-20/meeting.yaml")
    assert ("warning", "placeholder-text") in _findings(capsys, example, "circulate")


def test_the_chair_goes_by_turns(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = example / "records/bodies/ccb.yaml"
    turn = "\n  - {organisation: leicester-city, from: 2018-09, to: 2018-12}\n"
    text = re.sub(r"(?m)^(chair_rotation:.*)$", lambda found: found[1] + turn.rstrip("\n"), body.read_text("utf-8"))
    body.write_text(text, encoding="utf-8")
    ran = _add(capsys, example, "meeting", "ccb", "2018-09-20")
    assert "it is the turn of `leicester-city` to chair; `azhar-farooqi` is proposed" in ran.out


def test_a_closed_session_has_a_folder_and_a_count_of_its_own(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _add(capsys, example, "meeting", "ccb", "2018-06-21", "--session", "confidential")
    text = _text(example, "meetings/ccb/2018-06-21-confidential/meeting.yaml")
    assert "session: confidential\n" in text
    assert "of: ccb" not in text


def test_a_paper_has_every_field_of_the_form(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _add(capsys, example, "paper", "ccb/2018-06-21", "winter", "--title", "Winter plan", "--author", "sue-lock")
    text = _text(example, "meetings/ccb/2018-06-21/papers/winter.md")
    assert "    clinician: {city: blank, east: blank, west: blank, other: blank}\n" in text
    assert "  objectives: blank  # " in text
    assert "# Summary\n\nTO BE WRITTEN" in text
    said = json.loads(call(capsys, example, "check", "--format", "json").out)
    kinds = {finding["name"] for finding in said["findings"] if "winter" in finding["path"] + finding["message"]}
    assert "cover-field-blank" in kinds
    assert "cover-field-missing" not in kinds
    assert not [finding for finding in said["findings"] if finding["severity"] == "error"]


def test_a_promised_paper_is_not_promised_twice(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _text(example, "meetings/ccb/2018-06-21/meeting.yaml")
    ran = _add(capsys, example, "paper", "ccb/2018-06-21", "cancer-alliance", "--title", "Cancer Alliance Funding")
    assert "as `held: to-follow`: take that away in meetings/ccb/2018-06-21/meeting.yaml, line 37" in ran.out
    assert _text(example, "meetings/ccb/2018-06-21/meeting.yaml") == before


def test_an_agenda_on_one_line_is_left_to_the_secretary(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _text(board, MEETING)
    ran = _add(capsys, board, "paper", "board/2026-05-14", "parks", "--title", "Parks")
    assert f"please add this line to the agenda in {MEETING} yourself:  - {{paper: parks, action: approve}}" in ran.out
    assert _text(board, MEETING) == before


def test_minutes_expect_the_seats_without_those_who_sent_apologies(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _add(capsys, example, "minutes", "ccb/2018-06-21")
    header, _, items = _text(example, "meetings/ccb/2018-06-21/minutes.md").partition("\n---\n")
    present = header.partition("in_attendance:")[0]
    assert "  - mayur-lakhani\n" in present
    assert "karen-english" not in present
    assert "apologies:\n  - karen-english" in header
    assert "  - {person: simon-pizzey, items: [second-blood-collection]}\n" in header
    agenda = re.findall(r"(?:standing|paper|item): ([\w-]+)", _text(example, "meetings/ccb/2018-06-21/meeting.yaml"))
    assert re.findall(r"(?m)^## (.*)$", items) == agenda
    assert not [kind for kind in _findings(capsys, example, "circulate") if kind[0] == "error"]


def test_without_a_cover_sheet_a_paper_still_asks_for_something(
    board: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = board / "records/bodies/board.yaml"
    head, _, rest = record.read_text(encoding="utf-8").partition("\nforms:")
    record.write_text(f"{head}\n\nnumbering:{rest.partition('numbering:')[2]}", encoding="utf-8")
    _add(capsys, board, "paper", "board/2026-05-14", "roof", "--title", "The roof", "--recommendation", "the repair")
    assert "```recommendations" in _text(board, "meetings/board/2026-05-14/papers/roof.md")
    assert "recommendations-not-printed" not in [name for _, name in _findings(capsys, board, "publish")]


def test_an_apostrophe_leaves_no_gap_in_an_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, tmp_path, "init", str(tmp_path / "school"), "--organisation", "St Anne’s School").status == 0
    assert "  st-annes-school:" in _text(tmp_path / "school", "records/organisations.yaml")
