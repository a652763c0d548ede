"""`govdocs check`: what to report, how, and what is known already."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from govdocs.cli.main import main
from support.command import run
from support.organisation import MEETING, overlay, put_files, sound_files

BROKEN = f"""\
# {MEETING}
agenda:
  - {{item: parks, title: Parks, time: 10:30, presenters: [alex-example]}}
  - {{item: roads, title: Roads, time: 10:15, presenters: [alex-example]}}
"""
PRESENTER = f"# {MEETING}\nagenda: [{{item: parks, title: Parks, time: 10:15}}]\n"


@pytest.fixture
def organisation(tmp_path: Path) -> Path:
    return put_files(tmp_path, overlay(sound_files(), BROKEN))


def _git(root: Path, *words: str) -> None:
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(root),
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@example.org",
    }
    subprocess.run(["git", *words], cwd=root, check=True, env=environment, capture_output=True)


def test_only_a_rule_or_a_family(organisation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--folder", str(organisation), "--only", "time-out-of-order"]) == 1
    assert main(["check", "--folder", str(organisation), "--only", "G5"]) == 1
    assert "time-out-of-order" in capsys.readouterr().out
    assert main(["check", "--folder", str(organisation), "--only", "G3"]) == 0
    assert main(["check", "--folder", str(organisation), "--ignore", "G5"]) == 0
    assert main(["check", "--folder", str(organisation), "--only", "G3,time-out-of-order"]) == 1
    assert main(["check", "--folder", str(organisation), "--ignore", "G4, G5"]) == 0


def test_a_rule_that_does_not_exist_is_named_with_the_nearest(
    organisation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--folder", str(organisation), "--only", "time-out-of-ordr"]) == 2
    assert "the nearest is `time-out-of-order`" in capsys.readouterr().err


def test_a_baseline_hides_what_is_known_and_nothing_else(
    organisation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--folder", str(organisation), "--write-baseline"]) == 0
    capsys.readouterr()
    assert main(["check", "--folder", str(organisation)]) == 0
    known = re.search(r"nothing found \((\d+) known to the baseline\)", capsys.readouterr().out)
    assert known, "what the baseline hides is counted"
    assert int(known[1]) > 0
    assert main(["check", "--folder", str(organisation), "--all"]) == 1
    put_files(organisation, overlay(sound_files(), PRESENTER))
    capsys.readouterr()
    assert main(["check", "--folder", str(organisation)]) == 1
    assert "presenter-missing" in capsys.readouterr().out


def test_a_baseline_that_cannot_be_understood_stops(organisation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (organisation / "govdocs-baseline.json").write_text("[", encoding="utf-8")
    assert main(["check", "--folder", str(organisation)]) == 2
    assert "govdocs-baseline.json" in capsys.readouterr().err


def test_what_a_branch_adds(organisation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _git(organisation, "init", "-q")
    _git(organisation, "add", ".")
    _git(organisation, "commit", "-q", "-m", "records")
    assert main(["check", "--folder", str(organisation), "--changed-since", "HEAD"]) == 0
    meeting = organisation / MEETING
    # Two lines above move the known finding down; another one comes.
    meeting.write_text("# one\n# two\n" + meeting.read_text(encoding="utf-8") + "number: six\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "--folder", str(organisation), "--changed-since", "HEAD"]) == 1
    out = capsys.readouterr().out
    assert "wrong-value" in out
    assert "time-out-of-order" not in out


def test_what_others_put_right_meanwhile_and_what_was_renamed_is_not_added(
    organisation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor are links that were there, nor files of which the branch only changed the name."""
    paper = "meetings/board/2026-05-14/papers/budget.md"
    wrong = (
        "---\ntitle: Budget\nauthors: [alex-example]\n---\n# Report\n\nOf the answers 432 of 500 (68.4%) were for it.\n"
    )
    put_files(organisation, {paper: wrong})
    (organisation / "records/bodies/odd.yaml").symlink_to("nowhere.yaml")
    _git(organisation, "init", "-q", "-b", "main")
    _git(organisation, "add", ".")
    _git(organisation, "commit", "-q", "-m", "records")
    _git(organisation, "checkout", "-q", "-b", "branch")
    _git(organisation, "mv", paper, paper.replace("budget", "spending"))
    _git(organisation, "commit", "-q", "-m", "renamed")
    _git(organisation, "checkout", "-q", "main")
    put_files(organisation, {paper: wrong.replace("68.4", "86.4")})
    _git(organisation, "commit", "-q", "-a", "-m", "put right")
    _git(organisation, "checkout", "-q", "branch")
    main(["check", "--folder", str(organisation), "--changed-since", "main"])
    out = capsys.readouterr().out
    assert "share-differs" not in out
    assert "file-unreadable" not in out


@pytest.mark.parametrize("revision", ["", "no-such-branch", "HEAD:records", "--upload-pack=x", "HEAD..HEAD"])
def test_a_revision_that_does_not_exist(revision: str, organisation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _git(organisation, "init", "-q")
    _git(organisation, "add", ".")
    _git(organisation, "commit", "-q", "-m", "records")
    assert main(["check", "--folder", str(organisation), "--changed-since", revision]) == 2
    assert revision in capsys.readouterr().err


def test_without_git_there_is_no_other_revision(organisation: Path, tmp_path: Path) -> None:
    _git(organisation, "init", "-q")
    _git(organisation, "add", ".")
    _git(organisation, "commit", "-q", "-m", "records")
    ran = run(organisation, "check", "--changed-since", "HEAD", env={"PATH": str(tmp_path)})
    assert ran.status == 2
    assert "git is not installed here" in ran.err


def test_sarif_names_rule_place_and_level(organisation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--folder", str(organisation), "--format", "sarif"]) == 1
    run = json.loads(capsys.readouterr().out)["runs"][0]
    result = next(result for result in run["results"] if result["ruleId"] == "G503")
    location = result["locations"][0]["physicalLocation"]
    lines = (organisation / MEETING).read_text(encoding="utf-8").splitlines()
    assert result["level"] == "error"
    assert location["artifactLocation"]["uri"] == MEETING
    region = location["region"]
    assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith("10:15")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "G503"


def test_annotations_come_gravest_first_and_the_rest_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = "".join(f"  - {{item: i{number}, title: 'A, b: 100%', time: 10:{59 - number}}}\n" for number in range(14))
    root = put_files(tmp_path, overlay(sound_files(), f"# {MEETING}\nagenda:\n{entries}"))
    assert main(["check", "--folder", str(root), "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    errors = [line for line in lines if line.startswith("::error ")]
    assert len(errors) == 10
    assert lines[: len(errors)] == errors
    assert f"file={MEETING}" in errors[0]
    assert "more findings are not shown here" in lines[-1]


def test_an_old_meeting_stops_no_later_one(organisation: Path) -> None:
    later = sound_files()[MEETING].replace("2026-05-14", "2026-06-11")
    put_files(organisation, {"meetings/board/2026-06-11/meeting.yaml": later})
    out = str(organisation / "out")
    assert main(["build", "--folder", str(organisation), "--out", out, "--jobs", "1", "board/2026-05-14"]) == 1
    assert main(["build", "--folder", str(organisation), "--out", out, "--jobs", "1", "board/2026-06-11"]) == 0
    assert (organisation / "out/board/2026-06-11/pack.pdf").is_file()
    assert not (organisation / "out/board/2026-05-14").exists()


def test_forges_get_paths_from_the_top_of_the_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The records may be a folder of it; and an address has no blanks."""
    records = put_files(tmp_path / "board papers", overlay(sound_files(), BROKEN))
    _git(tmp_path, "init", "-q")
    main(["check", "--folder", str(records), "--format", "github"])
    assert f"file=board papers/{MEETING}," in capsys.readouterr().out
    main(["check", "--folder", str(records), "--format", "sarif"])
    assert f'"uri": "board%20papers/{MEETING}"' in capsys.readouterr().out
    main(["check", "--folder", str(records), "--format", "json"])
    assert f'"path": "{MEETING}"' in capsys.readouterr().out


@pytest.mark.parametrize("words", [["--only", "G1"], ["--ignore", "G5"], ["records"]])
def test_a_part_that_is_sound_does_not_say_that_all_is(
    words: list[str], organisation: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(organisation)
    assert main(["check", *words]) == 0
    assert capsys.readouterr().out.rstrip().splitlines()[-1].startswith("Next: run `govdocs check` alone")
