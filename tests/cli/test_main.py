"""The command as a whole: help, version, completion, exit statuses, and the boundary where faults become words."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import click
import pytest

import govdocs
from govdocs.cli.main import COMMANDS, CommandsOnDemand, commands
from support.command import GOVDOCS, call, clean_environment, files_below, run, workers_of
from support.organisation import put_files, sound_files

SOURCE = Path(govdocs.__file__).parent
EXAMPLE = Path(__file__).parents[2]


def _all_commands() -> list[list[str]]:
    """The words of every command, subcommands too."""
    found: list[list[str]] = [[]]
    for name in COMMANDS:
        found.append([name])
        command = commands.get_command(click.Context(commands), name)
        if isinstance(command, click.Group) and not isinstance(command, CommandsOnDemand):
            found += [[name, inner] for inner in command.commands]
    return found


@pytest.mark.parametrize("words", _all_commands(), ids=" ".join)
def test_help_says_what_a_command_does_and_gives_an_example(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = call(capsys, tmp_path, *words, "--help")
    assert ran.status == 0
    assert f"Usage: {' '.join(['govdocs', *words])}" in ran.out
    examples = ran.out.partition("Examples:\n")[2].splitlines()
    assert [line for line in examples if line.startswith(f"  {' '.join(['  govdocs', *words])}".rstrip())]
    assert ran.err == ""


def test_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, tmp_path, "--version").out == f"govdocs, version {govdocs.__version__}\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(shell: str, tmp_path: Path) -> None:
    ran = run(tmp_path, env={"_GOVDOCS_COMPLETE": f"{shell}_source"})
    assert ran.status == 0
    assert "_GOVDOCS_COMPLETE" in ran.out
    assert "govdocs" in ran.out


def test_completion_of_a_word(tmp_path: Path) -> None:
    ran = run(tmp_path, env={"_GOVDOCS_COMPLETE": "bash_complete", "COMP_WORDS": "govdocs bu", "COMP_CWORD": "1"})
    assert ran.out.split(",")[-1].strip() == "build"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["chekc"], "did you mean 'check'?"),
        (["build", "--tot", "pdf"], "--to"),
        (["check", "--stage", "final"], "'draft', 'circulate', 'publish'"),
        (["check", "--fail-on", "everything"], "'error', 'warning', 'note'"),
        (["check", "--format", "xml"], "'text', 'json'"),
        (["check", "--as-of", "2018-02-31"], "2018-06-14"),
        (["check", "--as-of", "yesterday"], "year-month-day"),
        (["build", "--to", "odt"], "pdf, docx, html"),
        (["build", "--to", ","], "pdf, docx, html"),
        (["build", "--to", "pdf", "--to", "odt"], "pdf, docx, html"),
        (["build", "--audience", "public", "--audience", "members"], "'--audience' is given 2 times"),
        (["check", "--stage", "draft", "--stage", "publish"], "'--stage' is given 2 times"),
        (["check", "--only", ","], "`--only` names no rule"),
        (["new", "meeting", "board", "2027-01-04", "--start", "10:00", "--start", "11:00"], "'--start' is given 2"),
        (["build", "--jobs", "0"], "1<=x<=64"),
        (["build", "board/2026-05-41"], "the nearest is `board/2026-05-14`"),
        (["build", "bord/2026-05-14"], "the nearest is `board/2026-05-14`"),
        (["check", "nowhere"], "there is no file or folder nowhere"),
        (["check", ".."], "lies outside the folder of the records"),
        (["check", "--folder", "nowhere"], "nowhere"),
        (["explain"], "govdocs explain --list"),
        (["explain", "paper-mising"], "`paper-missing`"),
        (["new", "paper", "board/2026-05-14", "x"], "--title"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_says_what_was_expected(
    arguments: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = put_files(tmp_path / "records-of-a-board", sound_files())
    before = files_below(records)
    ran = call(capsys, records, *arguments)
    assert ran.status == 2
    assert says in ran.err
    assert ran.out == ""
    assert files_below(records) == before


@pytest.mark.parametrize("value", ["x", "1.5", "99999999999999999999"])
def test_a_nonsensical_source_date_is_wrong_usage(value: str, tmp_path: Path) -> None:
    ran = run(put_files(tmp_path, sound_files()), "check", env={"SOURCE_DATE_EPOCH": value})
    assert ran.status == 2
    assert f"SOURCE_DATE_EPOCH is '{value}'; expected a number of seconds" in ran.err


def test_source_date_and_as_of_say_which_day_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = put_files(tmp_path, sound_files())
    assert "as of 10 May 2026" in call(capsys, records, "check").out
    assert "as of 01 January 2026" in call(capsys, records, "check", "--as-of", "2026-01-01").out
    pinned = {"SOURCE_DATE_EPOCH": "1767312000"}
    assert "as of 02 January 2026" in run(records, "check", env=pinned).out
    assert "as of 01 January 2026" in run(records, "check", "--as-of", "2026-01-01", env=pinned).out


def test_without_records_the_way_to_begin_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["check"], ["build"], ["new", "meeting", "board", "2026-05-14"]):
        ran = call(capsys, tmp_path, *arguments)
        assert ran.status == 2
        assert "there is no govdocs.yaml" in ran.err
        assert "govdocs init" in ran.err


def test_records_are_found_from_a_folder_below(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = put_files(tmp_path, sound_files())
    below = call(capsys, records / "meetings/board", "check")
    assert below == call(capsys, records, "check") == call(capsys, Path("/"), "check", "--folder", str(records))


def test_a_fault_is_reported_in_words_and_its_details_are_kept(tmp_path: Path) -> None:
    """An installation that lacks one of its own files is a fault that nobody's records can cause."""
    installed = tmp_path / "installed"
    shutil.copytree(SOURCE, installed / "govdocs", ignore=shutil.ignore_patterns("__pycache__", "fonts"))
    (installed / "govdocs/workflow/scaffolds/body.yaml").unlink()
    records = put_files(tmp_path / "records", sound_files())
    before = files_below(records)
    environment = {"PYTHONPATH": str(installed), "TMPDIR": str(tmp_path)}
    ran = run(records, "new", "body", "council", "--name", "Council", env=environment)
    assert ran.status == 3
    assert "this is a fault in govdocs, not in your records: FileNotFoundError" in ran.err
    assert "Traceback" not in ran.said
    assert files_below(records) == before
    (details,) = tmp_path.glob("govdocs-fault-*.txt")
    assert str(details) in ran.err
    kept = details.read_text(encoding="utf-8")
    assert f"govdocs {govdocs.__version__}" in kept
    assert "Traceback" in kept


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"{GOVDOCS} explain --list | head -1; {GOVDOCS} --help > /dev/null"],
        cwd=tmp_path,
        env=clean_environment(tmp_path),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


@pytest.mark.parametrize("whole_group", [True, False], ids=["from the keyboard", "to the command alone"])
def test_an_interruption_leaves_nothing_half_written(tmp_path: Path, *, whole_group: bool) -> None:
    out = put_files(tmp_path / "out", {"ccb/2018-06-21/pack.pdf": "the pack of an earlier build"})
    before = files_below(out)
    process = subprocess.Popen(
        # Without the cache the papers take a while, whatever was built here before.
        [GOVDOCS, "build", "--no-cache", "--out", str(out)],
        cwd=EXAMPLE,
        env=clean_environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A suite that runs in the background hands on that Ctrl-C is to be ignored.
        preexec_fn=_heed_the_keyboard,  # noqa: PLW1509 (no thread is running here)
    )
    workers_of(process)
    time.sleep(0.2)
    if whole_group:
        os.killpg(process.pid, signal.SIGINT)
    else:
        process.send_signal(signal.SIGINT)
    said, complained = process.communicate(timeout=60)
    assert process.returncode == 130, complained
    assert complained.strip() == "stopped; nothing half-written is left behind"
    assert said == ""
    assert files_below(out) == before


def _heed_the_keyboard() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
