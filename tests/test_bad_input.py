"""Bad input and a hostile computer: a clear error at its place, and what an earlier build wrote stays as it was.

Every case runs the command on real files, as a process of its own where the computer is at fault. One small
organisation is spoilt in one way at a time.
"""

import os
import resource
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from support.command import Ran, call, files_below, run
from support.organisation import MEETING, overlay, put_files, sound_files

PAPER = "meetings/board/2026-05-14/papers/budget.md"
PAPERS = "meetings/board/2026-05-14/papers"
BODY = "records/bodies/board.yaml"
PEOPLE = "records/people.yaml"
AGENDA_TEMPLATE = "templates/board/agenda.html"
PAPER_TEMPLATE = "templates/paper.html"
DATA = f"{PAPERS}/budget/costs.csv"
EARLIER = {"build/board/2026-05-14/pack.pdf": "the pack of an earlier build"}

FILES = f"""
# {MEETING}
agenda:
  - {{standing: welcome, time: 10:00}}
  - {{standing: apologies, time: 10:00}}
  - {{standing: declarations, time: 10:05}}
  - {{paper: budget, action: approve, time: 10:10}}
# {PAPER}
---
title: Budget for 2026/27
authors: [alex-example]
presenters: [alex-example]
recommendations: [{{verb: approve, text: the budget}}]
---
# Summary

Spending rises by two per cent.

# Report

## Spending

It was £1,200 and will be £1,224.
"""
#: Appended to the paper they begin at this line.
NEXT = 17
#: The line after the last of the body's record.
LAST = sound_files()[BODY].count("\n") + 1


def _block(kind: str, facts: str, words: str = "") -> str:
    return f"\n```{kind}\n{facts}\n{f'---{chr(10)}{words}{chr(10)}' if words else ''}```\n"


@dataclass(frozen=True)
class Bad:
    """One way to spoil a file: ``old`` becomes ``new`` (at the end where there is no ``old``); what is to be said."""

    name: str
    path: str
    old: str
    new: str
    line: int
    says: str
    hint: str


CASES = [
    Bad("unknown-id", MEETING, "venue: main", "venue: mian", 7, "there is no venue `mian`", "write `main`"),
    Bad("unknown-id", MEETING, "paper: budget,", "paper: budget, presenters: [alex-exampel],", 12, "alex-exampel",
        "write `alex-example`"),
    Bad("unknown-key", PAPER, "authors:", "auhtors:", 3, "unknown key `auhtors`", "write `authors`"),
    Bad("unknown-key", BODY, "letterhead:", "letterheads:", 5, "unknown key `letterheads`", "write `letterhead`"),
    Bad("wrong-type", PAPER, "authors: [alex-example]", "authors: alex-example", 3, "expected a list",
        "`[alex-example]`"),
    Bad("bad-time", MEETING, "start: 10:00", "start: 10 am", 3, "`10 am`; expected a time", "write `10:00`"),
    Bad("bad-date", MEETING, "date: 2026-05-14", "date: 2026-05-32", 2, "`2026-05-32`; expected", "no such day"),
    Bad("yaml-syntax", MEETING, "start: 10:00", "start: [10:00", 3, "`[` that opens here is not closed", "type `]`"),
    Bad("yaml-syntax", PEOPLE, "  sam-member: {", "  sam-member {", 4, "expected", "same number of spaces"),
    Bad("yaml-tab", MEETING, "start: 10:00", "\tstart: 10:00", 3, "there is a tab", "two for each level"),
    Bad("duplicate-key", MEETING, "venue: main", "venue: main\nstart: 11:00", 8, "`start`", ""),
    Bad("header-unclosed", PAPER, "---\n# Summary", "# Summary", 1, "is not closed", "type a line `---`"),
    Bad("header-missing", PAPER, "---\ntitle", "title", 1, "expected", "---"),
    Bad("yaml-syntax", PAPER, "", _block("table", "columns: [{id: a, label: A}", "| 1 |"), NEXT + 1, "not closed",
        "type `]`"),
    Bad("block-unclosed", PAPER, "", "\n```table\ncolumns: [{id: a, label: A}]\n---\n| 1 |\n", NEXT, "not closed",
        "at the end of the block"),
    Bad("block-unknown", PAPER, "", _block("tabel", "columns: [{id: a, label: A}]", "| 1 |"), NEXT, "`tabel`",
        "`table`"),
    Bad("table-shape", PAPER, "", _block("table", "columns: [{id: a, label: A}, {id: b, label: B}]", "| 1 |"),
        NEXT + 3, "the row has 1 cell; expected 2", "bar"),
    Bad("encoding-not-utf-8", PAPER, "£1,200", "\udca31,200", 15, "the byte A3 (`£` in the encoding Windows-1252)",
        "UTF-8"),
    Bad("file-empty", MEETING, "*", "", 1, "the file is empty", "delete the file"),
    Bad("file-empty", PAPER, "*", "", 1, "the file is empty", "delete the file"),
    Bad("file-unreadable", PAPER, "*", "-> budget.md", 1, "too many levels of symbolic links", "you may read it"),
    Bad("file-outside-repository", PAPER, "*", "-> /etc/hostname", 1, "leads out of the repository", "replace"),
    Bad("file-outside-repository", "templates", "*", "-> /etc", 1, "is a link", "replace"),
    Bad("template-broken", AGENDA_TEMPLATE, "", "<h1>{{ title }</h1>\n", 1, "unexpected `}`", "not closed"),
    Bad("template-broken", "templates/agenda.html", "", "<h1>x</h1>\n{% for a in b %}\n", 2, "endfor", "its end"),
    Bad("template-failed", PAPER_TEMPLATE, "", "<h1>x</h1>\n<p>{{ nothing }}</p>\n", 2, "`nothing` is undefined",
        "docs/templates.md"),
    Bad("template-failed", AGENDA_TEMPLATE, "",
        "<h1>x</h1>\n{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}\n", 2,
        "count to more than 100,000", ""),
    Bad("template-failed", AGENDA_TEMPLATE, "", "{% include 'agenda.html' %}\n", 1, "without end",
        "include or call itself"),
    Bad("template-too-large", AGENDA_TEMPLATE, "",
        f"<h1>x</h1>\n{{% for a in range(99999) %}}<p>{'words ' * 99}</p>{{% endfor %}}\n", 1, "8,000,000 characters",
        "a loop within a loop"),
    Bad("template-unknown-tag", AGENDA_TEMPLATE, "", "<h1>x</h1>\n<script>x</script>\n", 2, "`<script>`", "tags"),
    Bad("picture-unusable", PAPER, "", _block("picture", "file: no.png\nalt: A park"), NEXT + 1, "`no.png`; expected",
        "put the file there"),
    Bad("picture-unusable", PAPER, "", _block("picture", "file: https://example.org/a.png\nalt: A park"), NEXT + 1,
        "is not in the repository", "nothing is fetched"),
    Bad("picture-unusable", PAPER, "", "\n![A park](https://example.org/a.png)\n", NEXT, "is not in the repository",
        "nothing is fetched"),
    Bad("picture-unusable", PAPER, "", "\n![A park](../../../../../../../../../etc/hostname.png)\n", NEXT,
        "expected it in", "put the file there"),
    Bad("picture-unusable", PAPER, "", _block("picture", "file: budget.md\nalt: A park"), NEXT + 1, "`budget.md`",
        "PNG"),
    Bad("link-unsafe-address", PAPER, "", "\nSee [it](../../../../../etc/passwd).\n", NEXT, "etc/passwd", "https://"),
    Bad("link-unsafe-address", PAPER, "", "\nSee [it](javascript:alert).\n", NEXT, "javascript:alert", "https://"),
    Bad("missing-file", PAPER, "---\ntitle", "---\nfile: report.pdf\ntitle", 2, "`report.pdf`",
        "put the file into that folder"),
    Bad("missing-file", PAPER, "---\ntitle", "---\nfile: ../../../../../etc/report.pdf\ntitle", 2, "beside the paper",
        "put the file into that folder"),
    Bad("missing-letter", PAPER, "", "\nWell done \U0001f600.\n", NEXT, "(U+1F600)", "other characters"),
    Bad("missing-letter", PAPER, "", "\nThe town of 漢.\n", NEXT, "`漢` (U+6F22)", "other characters"),
    Bad("unknown-theme-token", BODY, "", "theme: {colours: {acent: red}}\n", LAST, "`colours.acent`",
        "choose one of `text`"),
]  # fmt: skip


def _records(root: Path) -> Path:
    return put_files(root, overlay(sound_files(), FILES) | EARLIER)


def _spoil(records: Path, bad: Bad) -> None:
    file = records / bad.path
    file.parent.mkdir(parents=True, exist_ok=True)
    typed = file.read_text(encoding="utf-8") if file.exists() else ""
    if bad.new.startswith("-> "):
        file.unlink(missing_ok=True)
        file.symlink_to(bad.new.removeprefix("-> "))
        return
    assert bad.old in {"", "*"} or bad.old in typed, "the organisation has changed"
    changed = bad.new if bad.old == "*" else typed.replace(bad.old, bad.new, 1) if bad.old else typed + bad.new
    file.write_bytes(changed.encode("utf-8", "surrogateescape"))


def _told(said: str, bad: Bad) -> str:
    """The finding of that kind at that line, with its excerpt and hint."""
    findings = said.split("\n\n")
    return next(
        (each for each in findings if each.startswith(f"{bad.path}:{bad.line}:") and f" {bad.name}: " in each), ""
    )


@pytest.mark.parametrize("bad", CASES, ids=lambda bad: f"{bad.name} {bad.new.strip().splitlines()[:1]}")
def test_bad_input_is_told_at_its_place_and_nothing_is_written(
    bad: Bad, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = _records(tmp_path / "records-of-a-board")
    _spoil(records, bad)
    before = files_below(records)
    ran = call(capsys, records, "build", "--jobs", "1")
    told = _told(ran.out, bad)
    assert told, ran.said
    assert bad.says in told
    assert bad.hint in told.partition("\n  hint: ")[2]
    assert told.partition("\n  hint: ")[2]
    assert (ran.status, ran.err) == (1, "")
    assert "Traceback" not in ran.said
    assert files_below(records) == before


def test_nothing_outside_the_repository_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither the file that a link leads to, nor the names of what lies in a folder elsewhere."""
    (tmp_path / "secret.yaml").write_text("a secret\n", encoding="utf-8")
    records = _records(tmp_path / "records-of-a-board")
    (records / PEOPLE).unlink()
    (records / PEOPLE).symlink_to(tmp_path / "secret.yaml")
    (records / "templates").symlink_to(tmp_path)
    ran = call(capsys, records, "check")
    assert ran.status == 1
    assert "secret" not in ran.said
    assert f"{PEOPLE}:1:1: error G102 file-outside-repository" in ran.out
    assert "templates:1:1: error G102 file-outside-repository" in ran.out


@pytest.mark.parametrize(
    ("rows", "line", "says"),
    [("1,12\n2\n", 3, "1"), ("1,12\n2,13,14\n", 3, "3"), ('1,12\n"2,13\n', 3, '"')],
    ids=["a cell short", "a cell too many", "a quotation mark left open"],
)
def test_rows_of_unequal_length_in_a_data_file(
    rows: str, line: int, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = overlay(sound_files(), FILES) | EARLIER
    files[f"{PAPERS}/budget/paper.md"] = files.pop(PAPER) + _block("table", "data: costs")
    files[f"{PAPERS}/budget/costs.yaml"] = (
        "title: Costs\ncsv: costs.csv\nkey: id\nempty_cell: none\ncolumns:\n"
        "  - {id: id, label: No.}\n  - {id: plan, label: Plan, unit: GBP}\n"
    )
    files[DATA] = f"id,plan\n{rows}"
    records = put_files(tmp_path, files)
    ran = call(capsys, records, "build", "--jobs", "1")
    assert ran.status == 1
    (told,) = [each for each in ran.out.split("\n\n") if each.startswith(f"{DATA}:{line}:")]
    assert says in told
    assert "\n  hint: " in told
    assert {path: content for path, content in files_below(records).items() if path.startswith("build/")} == {
        path: content.encode() for path, content in EARLIER.items()
    }


def _cannot(ran: Ran, *says: str) -> None:
    assert ran.status == 2, ran.said
    assert ran.err.startswith("cannot go on: ")
    assert "\n  hint: " in ran.err
    for words in says:
        assert words in ran.err
    assert "Traceback" not in ran.said
    assert "fault" not in ran.said


def test_without_a_system_library_its_package_is_named(tmp_path: Path) -> None:
    """The computer finds a file of that name which is no library, and so cannot load it."""
    records = _records(tmp_path / "records-of-a-board")
    before = files_below(records)
    libraries = put_files(tmp_path / "libraries", {"libpango-1.0.so.0": "not a library"})
    broken = {"LD_LIBRARY_PATH": str(libraries)}
    _cannot(run(records, "build", env=broken), "`libpango-1.0-0`", "sudo apt-get install libpango-1.0-0")
    assert files_below(records) == before
    assert run(records, "check", env=broken).status == 0


def test_without_the_library_that_makes_fonts_small_the_papers_are_made_all_the_same(tmp_path: Path) -> None:
    records = _records(tmp_path / "records-of-a-board")
    libraries = put_files(tmp_path / "libraries", {"libharfbuzz-subset.so.0": "not a library"})
    ran = run(records, "build", "--to", "pdf", "--jobs", "1", env={"LD_LIBRARY_PATH": str(libraries)})
    assert ran.status == 0
    assert "missing-system-library" in ran.out
    assert "libharfbuzz-subset0" in ran.out


@pytest.mark.parametrize("out", ["a-file/below", "/proc/govdocs", "/dev/null"])
def test_an_output_folder_that_cannot_be_written_to(
    out: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file where a folder is needed, and folders that not even the administrator can write to."""
    records = put_files(_records(tmp_path), {"a-file": "of the user's"})
    before = files_below(records)
    _cannot(call(capsys, records, "build", "--jobs", "1", "--out", out), "cannot write", out)
    assert files_below(records) == before


def test_a_previous_output_that_is_a_folder_now(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = put_files(_records(tmp_path), {"build/board/2026-05-14/agenda.pdf/mine.txt": "of the user's"})
    before = files_below(records)
    _cannot(call(capsys, records, "build", "--jobs", "1"), "cannot write", "agenda.pdf")
    assert files_below(records) == before


def _room_for(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("size", [100, 20_000, 60_000])
def test_no_room_for_what_is_to_be_written(size: int, tmp_path: Path) -> None:
    """As with a full disk, a file cannot grow beyond some size: the temporary ones neither."""
    records = _records(tmp_path / "records-of-a-board")
    before = files_below(records)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    ran = run(records, "build", "--jobs", "1", env={"TMPDIR": str(scratch)}, prepare=_room_for(size))
    _cannot(ran, "File too large")
    assert "make room" in ran.err or "free some space" in ran.err
    assert files_below(records) == before
    assert files_below(scratch) == {}


@pytest.mark.parametrize(
    "arguments",
    [
        ["paper", "board/2026-05-14", "parks", "--title", "Parks"],
        ["meeting", "board", "2026-06-18"],
        ["body", "council", "--name", "Council"],
        ["minutes", "board/2026-05-14"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_room_for_a_new_file(arguments: list[str], tmp_path: Path) -> None:
    records = _records(tmp_path)
    before = files_below(records)
    _cannot(run(records, "new", *arguments, prepare=_room_for(100)), "cannot write", "space")
    assert files_below(records) == before


def test_pipes_and_devices_are_named_and_not_waited_for(tmp_path: Path) -> None:
    records = _records(tmp_path)
    for name in ("records/pipe.yaml", "templates/pipe.html", "logo.png", "govdocs-baseline.json"):
        (records / name).parent.mkdir(exist_ok=True)
        os.mkfifo(records / name)
    (records / "meetings/board/endless.md").symlink_to("/dev/zero")
    _cannot(run(records, "check"), "govdocs-baseline.json")
    (records / "govdocs-baseline.json").unlink()
    ran = run(records, "check")
    assert ran.status == 1
    assert "`records/pipe.yaml` is no ordinary file" in ran.out
    assert "`templates/pipe.html`" in ran.out or "template `pipe.html`" in ran.out
    assert "`meetings/board/endless.md` is a link that leads out of the repository" in ran.out
