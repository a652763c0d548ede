"""Schemas for editors accept what the repository holds, offer its ids, and mark what is wrong."""

from pathlib import Path

import jsonschema
import pytest

from govdocs.model.library import build_library
from govdocs.model.schema import schema_of, write_schemas
from govdocs.read.nodes import MarkdownFile, YamlFile
from govdocs.read.repository import read_repository
from support.editors import as_editor_sees

ROOT = Path(__file__).parents[2]
REPOSITORIES = [ROOT, *(ROOT / "tests/cases" / name for name in ("town-council", "association-board"))]


@pytest.mark.parametrize("root", REPOSITORIES, ids=lambda root: root.name)
def test_every_file_of_a_sound_repository_fits_its_schema(root: Path) -> None:
    sources, _ = read_repository(root)
    library, _ = build_library(sources)
    schemas = write_schemas(library)
    checked = set()
    for path, file in sources.files.items():
        if isinstance(file, YamlFile | MarkdownFile):
            name = schema_of(path)
            if name is None:
                assert path.endswith(".cy.md"), path
                continue
            validator = jsonschema.Draft7Validator(schemas[f"{name}.json"])
            facts = file.header if isinstance(file, MarkdownFile) else file.content
            errors = [
                f"{path}: {list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(as_editor_sees(facts))
            ]
            assert not errors
            checked.add(name)
    assert {"meeting", "minutes", "papers", "people"} <= checked


def test_ids_of_the_repository_are_offered() -> None:
    library, _ = build_library(read_repository(ROOT)[0])
    meeting = write_schemas(library)["meeting.json"]
    jsonschema.Draft7Validator.check_schema(meeting)
    entry = meeting["definitions"]["AgendaEntry"]["properties"]
    assert "approve" in str(entry["action"])
    assert "second-blood-collection" not in str(entry["action"])
    assert "mayur-lakhani" in str(meeting["definitions"]["Meeting"]["properties"]["chair"])
    assert meeting["definitions"]["Meeting"]["properties"]["chair"]["description"]


def test_a_slip_of_the_keyboard_is_marked() -> None:
    library, _ = build_library(read_repository(ROOT)[0])
    validator = jsonschema.Draft7Validator(write_schemas(library)["meeting.json"])
    sound = {"body": "ccb", "date": "2018-06-21", "start": "13:00", "chair": "mayur-lakhani", "venue": "st-johns-house"}
    assert validator.is_valid(sound)
    assert not validator.is_valid({**sound, "chiar": "mayur-lakhani"})
    assert not validator.is_valid({**sound, "chair": "mayur-lakani"})
    assert validator.is_valid({**sound, "chair": "Professor Jane Doe"})
    assert not validator.is_valid({key: value for key, value in sound.items() if key != "date"})
