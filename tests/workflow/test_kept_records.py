"""A check that takes records as they were kept finds what one finds that reads them all."""

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.many import write_repository

from govdocs.model.folders import Folder, build_folder
from support.command import call

BOARDS = {"board": 3, "panel": 2}
KEPT = ".govdocs/records.kept"


Capture = pytest.CaptureFixture[str]


def check_both(root: Path, capsys: Capture) -> str:
    """What the command says that uses what was kept; it is what the command says that does not."""
    anew, warm = (call(capsys, root, "check", *words, "--format", "json").out for words in (("--no-cache",), ()))
    assert warm == anew
    return warm


def test_only_folders_with_a_change_are_built_again(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_repository(tmp_path, BOARDS)
    check_both(tmp_path, capsys)
    built: list[str] = []

    def noting(name: str, *others: object) -> Folder:
        built.append(name)
        return build_folder(name, *others)  # type: ignore[arg-type]

    monkeypatch.setattr("govdocs.model.library.build_folder", noting)
    (tmp_path / "meetings/board/2026-05-14/papers/second.md").write_text("---\ntitle: Another\n---\n# Report\n")
    (tmp_path / "records/venues.yaml").write_text("venues: {}\n")
    call(capsys, tmp_path, "check")
    assert built == ["board/2026-05-14"]
    built.clear()
    with (tmp_path / "records/bodies/panel.yaml").open("a") as body:
        body.write("\n# The end.\n")
    call(capsys, tmp_path, "check")
    assert len(built) == sum(BOARDS.values())


def _edit(root: Path, chance: random.Random) -> None:
    path = chance.choice(_files(root))
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True) or ["\n"]
    at = chance.randrange(len(lines))
    lines[at : at + 1] = chance.choice(([], [lines[at], "\n"], [lines[at]] * 2, [lines[at].upper()], ["\t- :\n"]))
    path.write_text("".join(lines), encoding="utf-8")


def _delete(root: Path, chance: random.Random) -> None:
    chance.choice(_files(root)).unlink()


def _copy(root: Path, chance: random.Random) -> None:
    path = chance.choice(_files(root))
    shutil.copy(path, path.with_name(chance.choice(("fourth.md", "minutes.md", "minutes.cy.md", "data.csv", "a.pdf"))))


def _swap(root: Path, chance: random.Random) -> None:
    one, other = chance.sample(_files(root), 2)
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def _rename_folder(root: Path, chance: random.Random) -> None:
    folder = chance.choice(sorted({path.parent for path in _files(root) if path.name == "meeting.yaml"}))
    folder.rename(folder.with_name(chance.choice(("2026-04-02", "2026-04-09", "extra"))))


def _change_register(root: Path, chance: random.Random) -> None:
    path = chance.choice(sorted((root / "records").rglob("*.yaml")))
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[1:2] = chance.choice(([], [lines[1], lines[1]], ["# a remark\n", lines[1]]))
    path.write_text("".join(lines), encoding="utf-8")


def _spoil(root: Path, chance: random.Random) -> None:
    chance.choice(_files(root)).write_bytes(b"\xff\x00")


def _files(root: Path) -> list[Path]:
    return sorted(path for path in (root / "meetings").rglob("*.*") if path.is_file())


#: What happens to records; editing happens most often.
CHANGES = (_edit, _edit, _edit, _delete, _copy, _swap, _rename_folder, _change_register, _spoil)


@pytest.mark.parametrize("seed", range(4))
def test_any_changes_one_after_another(seed: int, tmp_path: Path, capsys: Capture) -> None:
    write_repository(tmp_path, BOARDS)
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    check_both(tmp_path, capsys)
    for _ in range(5):
        for _ in range(chance.randrange(1, 3)):
            try:
                chance.choice(CHANGES)(tmp_path, chance)
            except OSError:
                continue  # a folder of that name is there
        check_both(tmp_path, capsys)


def test_a_damaged_file_is_not_believed(tmp_path: Path, capsys: Capture) -> None:
    write_repository(tmp_path, {"board": 2})
    before = check_both(tmp_path, capsys)
    chance, whole = random.Random(5), (tmp_path / KEPT).read_bytes()  # noqa: S311 - not for secrets
    damaged = [b"", b"{}\n", whole[:-1], whole[: len(whole) // 2], whole.replace(b"2026-05", b"2025-05")]
    for _ in range(8):
        at = chance.randrange(len(whole))
        damaged.append(whole[:at] + bytes([whole[at] ^ 64]) + whole[at + 1 :])
    for content in damaged:
        (tmp_path / KEPT).write_bytes(content)
        (tmp_path / "records/venues.yaml").write_text(
            f"venues:\n  main: {{name: Hall}}\n# {len(content)} {content[:9]!r}"
        )
        assert call(capsys, tmp_path, "check", "--format", "json").out == before.replace("Council Chamber", "Hall")


def test_two_checks_at_once_and_one_that_is_killed(tmp_path: Path, capsys: Capture) -> None:
    write_repository(tmp_path, {"board": 2})
    command = [sys.executable, "-m", "govdocs", "check", "--format", "json"]
    one, other, killed = (subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) for _ in range(3))
    with killed:
        killed.kill()
    said = [each.communicate(timeout=120)[0] for each in (one, other)]
    assert said == [check_both(tmp_path, capsys)] * 2
