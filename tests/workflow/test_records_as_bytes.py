"""Records come back from bytes as they were, and bytes from elsewhere execute nothing."""

import os
import pickle
from datetime import date
from pathlib import Path

import pytest

from govdocs.model.library import build_folders
from govdocs.places import Place
from govdocs.read.repository import read_repository
from govdocs.workflow.records_as_bytes import as_bytes, from_bytes
from support.built_example import HERE
from support.repositories import CASES


@pytest.mark.parametrize(
    "root", [HERE, *sorted(path for path in CASES.iterdir() if path.is_dir())], ids=lambda path: path.name
)
def test_folders_come_back_as_they_were(root: Path) -> None:
    _, _, folders = build_folders(read_repository(root)[0], {})
    assert from_bytes(as_bytes(folders)) == folders


class _Calls:
    def __init__(self, *what: object) -> None:
        self._what = what

    def __reduce__(self) -> tuple[object, ...]:
        return self._what[0], self._what[1:]


@pytest.mark.parametrize("what", [(os.mkdir, "made"), (eval, "open('made', 'w')"), (getattr, date, "today")])
def test_functions_are_not_called(what: tuple[object, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match="no records"):
        from_bytes(pickle.dumps(_Calls(*what)))
    assert not list(tmp_path.iterdir())


def test_what_a_name_stands_for_cannot_be_changed() -> None:
    # The name of a kind, and a state for it: the one attribute that is to be set.
    changes = b"cgovdocs.places\nPlace\n(N(dVline\nI7\nstb."
    with pytest.raises(ValueError, match="no records"):
        from_bytes(changes)
    assert Place("a").line == 1


@pytest.mark.parametrize("content", [b"", b".", b"\x80\x05", b"\x80\x05K\x01", b"garbage", b"\x80\x05]q\x00h\x01."])
def test_bytes_that_are_no_pickle_are_no_records(content: bytes) -> None:
    with pytest.raises(ValueError, match="no records"):
        from_bytes(content)
