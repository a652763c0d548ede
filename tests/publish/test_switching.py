"""Whatever ends a release half-way, at whatever moment: the old one is in place or the new one, and nothing is lost."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from govdocs.publish.manifest import digest
from govdocs.publish.release import release
from govdocs.publish.switching import leftovers

OLD = {"agenda.pdf": b"agenda 1", "paper-f.pdf": b"paper f", "pack.pdf": b"pack 1"}
NEW = {"agenda.pdf": b"agenda 2", "paper-g.pdf": b"paper g", "pack.pdf": b"pack 2"}
OWN = {"my notes.docx": b"mine", "drafts/old.txt": b"also mine"}
ENDED = -signal.SIGKILL

STEPS = 60

#: Releases into one folder after the other, each time in a process that ends itself one step later: a step is to open,
#: make, link, move or remove something. Prints how each process ended.
PROGRAM = """
import os, signal, sys
from pathlib import Path
from govdocs.publish import switching
from govdocs.publish.release import release
new = {"agenda.pdf": b"agenda 2", "paper-g.pdf": b"paper g", "pack.pdf": b"pack 2"}
steps = {"open", "os.mkdir", "os.link", "os.rename", "os.remove", "os.rmdir", "ctypes.dlsym"}
switching.sys.platform = sys.argv[1]
os.fsync = lambda _: None
for last, folder in enumerate(sys.argv[2:], start=1):
    child = os.fork()
    if not child:
        count = 0
        def end(event, arguments):
            global count
            if event in steps:
                count += 1
                if count == last:
                    os.kill(os.getpid(), signal.SIGKILL)
        sys.addaudithook(end)
        release(Path(folder), new)
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


@pytest.fixture(autouse=True)
def _without_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A killed process takes nothing with it that was written already; only a power failure does."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def seen(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def begin(folder: Path) -> None:
    release(folder, OLD)
    for name, content in OWN.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)


def outputs_that_agree(folder: Path) -> dict[str, bytes]:
    """The outputs, which must be those of the manifest, byte for byte, and the user's own files besides."""
    found = seen(folder)
    listed = json.loads(found.pop("manifest.json"))["outputs"]
    assert {name: found.pop(name) for name in OWN} == OWN
    assert {name: digest(content) for name, content in found.items()} == {
        name: entry["sha256"] for name, entry in listed.items()
    }
    return found


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_ended_at_every_step(tmp_path: Path, platform: str) -> None:
    folders = [tmp_path / f"{last}" / "ccb" / "2018-06-21" for last in range(STEPS)]
    for folder in folders:
        begin(folder)
    command = [sys.executable, "-c", PROGRAM, platform, *map(str, folders)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert ended == sorted(ended), "killed up to the last step, then not any more"
    assert (ended[0], ended[-1]) == (str(ENDED), "0")
    outcomes = []
    for folder in folders:
        if platform == "win32" and not folder.exists():
            # Folders cannot be exchanged there: for one instant the old one is aside, and the next command knows.
            assert len(leftovers(folder)) == 2
        else:
            outcomes.append(outputs_that_agree(folder))
        release(folder, NEW)
        assert outputs_that_agree(folder) == NEW
        assert [path.name for path in folder.parent.iterdir()] == [folder.name]
    turn = outcomes.index(NEW)
    assert turn > 10
    assert outcomes == [OLD] * turn + [NEW] * (len(outcomes) - turn)


def test_what_somebody_saves_in_the_last_moment_is_not_lost(tmp_path: Path) -> None:
    folder = tmp_path / "2018-06-21"
    release(folder, NEW)
    left = tmp_path / ".2018-06-21.4711.partial"
    release(left, OLD)
    (left / "saved just now.txt").write_bytes(b"mine")
    release(folder, NEW)
    assert (folder / "saved just now.txt").read_bytes() == b"mine"
    assert not left.exists()
