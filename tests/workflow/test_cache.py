"""Outputs kept from earlier builds: found by what they were made of, never in the way of being right."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from govdocs.compose.blocks import Document, Paragraph, Section, Text
from govdocs.diagnostics import Diagnostic, Related
from govdocs.places import Place
from govdocs.workflow.cache import Cache, Kept
from govdocs.workflow.folder import own_folder
from govdocs.workflow.keys import content_key, places_in
from govdocs.workflow.settings import Format
from govdocs.workflow.writing import writer_of
from govdocs.write.options import WriteOptions
from govdocs.write.problems import MISSING_LETTER
from support.sample_documents import cover_sheet, minutes
from support.sample_papers import mixture

NOW = datetime(2024, 5, 1, tzinfo=UTC)
KEY = "ab" + "0" * 62
HERE = Place("records/people.yaml", 3, 2)


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("??/*") if path.is_file())


def one_paragraph(words: str, line: int) -> Document:
    place = Place("meetings/ccb/2018-06-21/paper.md", line)
    return Document("paper", "Paper", "en", (), "", (Section((Paragraph((Text(words),), place),)),), place)


def test_what_was_put_comes_back(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", [MISSING_LETTER])
    finding = Diagnostic(MISSING_LETTER, "no font", HERE, "write it", (Related(HERE, "here"),), 3, "entry x")
    kept = Kept(b"%PDF \n\n bytes", 3, (finding,))
    assert cache.get(KEY, [HERE]) is None
    cache.put(KEY, [HERE], kept)
    assert cache.get(KEY, [HERE]) == kept


def test_a_finding_follows_its_block_to_another_line(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", [MISSING_LETTER])
    elsewhere = Place("records/bodies/ccb.yaml", 8, 3)
    findings = tuple(Diagnostic(MISSING_LETTER, "no font", place) for place in (HERE, elsewhere))
    cache.put(KEY, [Place("a"), HERE], Kept(b"x", None, findings))
    kept = cache.get(KEY, [Place("a"), HERE.down(4)])
    assert kept is not None
    assert [finding.place for finding in kept.findings] == [HERE.down(4), elsewhere]


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied", "unknown finding"])
def test_a_damaged_entry_is_as_good_as_none_and_goes(tmp_path: Path, damage: str) -> None:
    cache = Cache(tmp_path / "cache", [] if damage == "unknown finding" else [MISSING_LETTER])
    cache.put(KEY, [HERE], Kept(b"some bytes", 1, (Diagnostic(MISSING_LETTER, "no font", HERE),)))
    (entry,) = entries(tmp_path / "cache")
    content = entry.read_bytes()
    if damage != "unknown finding":
        entry.write_bytes({"cut": content[:-3], "changed": content[:-1] + b"!", "emptied": b""}[damage])
    assert cache.get(KEY, [HERE]) is None
    assert entries(tmp_path / "cache") == []


def test_the_least_recently_used_goes_first_when_the_bound_is_reached(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", [], most_bytes=3_500)
    keys = [f"{number:02}" + "0" * 62 for number in range(4)]
    for age, key in enumerate(keys):
        cache.put(key, [], Kept(b"x" * 1_000, None, ()))
        os.utime(tmp_path / "cache" / key[:2] / key[2:], (1_000 + age, 1_000 + age))
    assert cache.get(keys[0], []) is not None  # used again just now
    cache.trim(NOW)
    assert [cache.get(key, []) is not None for key in keys] == [True, False, True, True]


def test_what_a_killed_build_left_unfinished_goes_and_what_is_being_written_stays(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", [])
    cache.put(KEY, [], Kept(b"x", None, ()))
    old, new = (tmp_path / "cache" / "ab" / f".{name}.partial" for name in ("old", "new"))
    for path, moment in ((old, NOW - timedelta(days=1)), (new, NOW)):
        path.write_bytes(b"half")
        os.utime(path, (moment.timestamp(), moment.timestamp()))
    cache.trim(NOW)
    assert not old.exists()
    assert new.exists()


def test_version_control_never_sees_the_folder(tmp_path: Path) -> None:
    own_folder(tmp_path)
    assert (tmp_path / ".govdocs" / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_cache_that_cannot_be_written_to_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"a file where the folder should be")
    cache = Cache(tmp_path / "cache")
    cache.put(KEY, [], Kept(b"x", None, ()))
    assert cache.get(KEY, []) is None
    cache.trim(NOW)


def test_places_do_not_count_and_words_do() -> None:
    assert content_key(one_paragraph("Words.", 3)) == content_key(one_paragraph("Words.", 30))
    assert content_key(one_paragraph("Words.", 3)) != content_key(one_paragraph("Word.", 3))
    assert len(places_in(one_paragraph("Words.", 3))) == len(places_in(one_paragraph("Words.", 30))) == 2


def test_neighbouring_texts_are_not_run_together() -> None:
    assert content_key("ab", "c") != content_key("a", "bc") != content_key(("a", "b"), "c")
    assert content_key(1) != content_key("1") != content_key(b"1")
    with pytest.raises(TypeError, match="set has no stable form"):
        content_key({1, 2})


def test_options_count() -> None:
    options = WriteOptions()
    others = [
        replace(options, date=datetime(2001, 1, 1, tzinfo=UTC)),
        replace(options, producer="another"),
        replace(options, properties=(("Version", "1"),)),
        replace(options, theme=replace(options.theme, type=replace(options.theme.type, body_pt=12.5))),
    ]
    assert len({content_key(each) for each in (options, *others)}) == 5


@pytest.mark.parametrize("kind", [Format.DOCX, Format.HTML, Format.PDF])
def test_the_same_key_gives_the_same_bytes(kind: Format) -> None:
    """Writers look at places for their findings only: moving every block changes no byte."""
    for document in (cover_sheet(), minutes(), mixture()):
        moved = _moved(document)
        assert content_key(moved) == content_key(document)
        assert writer_of(kind)(moved, WriteOptions())[0] == writer_of(kind)(document, WriteOptions())[0]


def _moved(value: object) -> Document:
    moved = _move(value)
    assert isinstance(moved, Document)
    return moved


def _move(value: object) -> object:
    if isinstance(value, Place):
        return Place("elsewhere/" + value.path, value.line + 7, value.column + 1)
    if isinstance(value, tuple):
        return tuple(_move(item) for item in value)
    fields = getattr(type(value), "__dataclass_fields__", None)
    if fields is None:
        return value
    return type(value)(**{name: _move(getattr(value, name)) for name in fields})
