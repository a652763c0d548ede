"""`govdocs schema` and the settings of editors."""

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema

from govdocs.cli.main import main
from govdocs.read.nodes import DataFile, MarkdownFile
from govdocs.read.repository import read_repository
from govdocs.workflow.schemas import editor_settings
from support.editors import as_editor_sees


def test_a_new_folder_is_ready_for_an_editor(tmp_path: Path) -> None:
    assert main(["init", str(tmp_path), "--organisation", "Anytown Town Council"]) == 0
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))
    for schema in settings["yaml.schemas"]:
        assert (tmp_path / schema).is_file(), f"{schema} is named and not there"
    people = json.loads((tmp_path / ".govdocs/schema/people.json").read_text(encoding="utf-8"))
    assert "anytown-town-council" in json.dumps(people)


def test_ids_that_have_come_are_offered_after_a_new_run(tmp_path: Path) -> None:
    main(["init", str(tmp_path), "--organisation", "Anytown Town Council"])
    people = tmp_path / "records/people.yaml"
    people.write_text(people.read_text(encoding="utf-8") + "  jo-new: {name: Jo New}\n", encoding="utf-8")
    assert main(["schema", "--folder", str(tmp_path)]) == 0
    assert "jo-new" in (tmp_path / ".govdocs/schema/meeting.json").read_text(encoding="utf-8")


def test_each_new_file_names_its_schema_and_fits_it(tmp_path: Path) -> None:
    folder = ["--folder", str(tmp_path)]
    for command in (
        ["init", str(tmp_path), "--organisation", "Anytown Town Council"],
        ["new", "body", "council", "--name", "Town Council", *folder],
        ["new", "meeting", "council", "2026-09-15", "--start", "19:00", *folder],
        ["new", "paper", "council/2026-09-15", "playground", "--title", "The playground", *folder],
        ["new", "terms", "council", "--meeting", "council/2026-09-15", *folder],
        ["new", "minutes", "council/2026-09-15", *folder],
    ):
        assert main(command) == 0
    files = [path for path in tmp_path.rglob("*") if path.suffix in (".yaml", ".md")]
    assert len(files) == 10
    nodes = read_repository(tmp_path)[0].files
    for path in files:
        lines = path.read_text(encoding="utf-8").splitlines()
        line = lines[1] if path.suffix == ".md" else lines[0]
        assert line.startswith("# yaml-language-server: $schema="), path
        schema = path.parent / line.partition("=")[2]
        assert schema.is_file(), f"{path} names {schema}, which is not there"
        node = nodes[path.relative_to(tmp_path).as_posix()]
        assert not isinstance(node, DataFile)
        facts = node.header if isinstance(node, MarkdownFile) else node.content
        jsonschema.validate(as_editor_sees(facts), json.loads(schema.read_text(encoding="utf-8")))


def test_what_was_added_is_offered_at_once(tmp_path: Path) -> None:
    main(["init", str(tmp_path), "--organisation", "Anytown Town Council"])
    main(["new", "body", "council", "--name", "Town Council", "--folder", str(tmp_path)])
    offered = json.loads((tmp_path / ".govdocs/schema/meeting.json").read_text(encoding="utf-8"))
    assert {"enum": ["council"]} in list(_values(offered))


def _values(data: object) -> Iterator[object]:
    yield data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _values(inner)


def test_each_kind_of_file_has_one_schema() -> None:
    schemas = json.loads(editor_settings())["yaml.schemas"]
    assert schemas["./.govdocs/schema/meeting.json"] == "meetings/*/*/meeting.yaml"
    assert len(set(schemas.values())) == len(schemas)
