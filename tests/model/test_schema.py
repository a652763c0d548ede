"""Schemas for editors accept what the repository holds, offer its ids, and mark what is wrong."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from govdocs.model.library import build_library
from govdocs.model.schema import write_schemas
from govdocs.read.nodes import Mapping, Node, Scalar, Sequence, YamlFile
from govdocs.read.repository import read_repository

ROOT = Path(__file__).parents[2]
REPOSITORIES = [ROOT, *(ROOT / "tests/cases" / name for name in ("town-council", "association-board"))]


def _as_editor_sees(node: Node) -> Any:
    """A node as an editor reads it, by the rules of YAML 1.2."""
    match node:
        case Mapping():
            return {entry.key.text: _as_editor_sees(entry.value) for entry in node}
        case Sequence():
            return [_as_editor_sees(item) for item in node.items]
        case Scalar(text, _, quoted):
            if not quoted and text in ("true", "false"):
                return text == "true"
            if not quoted and text.lstrip("-").isdigit():
                return int(text)
            return text


def _schema_for(path: str, schemas: dict[str, Any]) -> Any:
    parts = path.removesuffix(".yaml").split("/")
    if parts[0] == "meetings":
        return schemas["meeting.json" if parts[-1] == "meeting" else "data-set.json"]
    return schemas[f"{parts[-1]}.json"] if f"{parts[-1]}.json" in schemas else schemas[f"{parts[-2]}.json"]


@pytest.mark.parametrize("root", REPOSITORIES, ids=lambda root: root.name)
def test_every_file_of_a_sound_repository_fits_its_schema(root: Path) -> None:
    sources, _ = read_repository(root)
    library, _ = build_library(sources)
    schemas = write_schemas(library)
    checked = 0
    for path, file in sources.files.items():
        if isinstance(file, YamlFile):
            validator = jsonschema.Draft7Validator(_schema_for(path, schemas))
            errors = [
                f"{path}: {list(e.absolute_path)}: {e.message}"
                for e in validator.iter_errors(_as_editor_sees(file.content))
            ]
            assert not errors
            checked += 1
    assert checked > 4


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
