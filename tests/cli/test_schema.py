"""`govdocs schema` and the settings of editors."""

import json
from pathlib import Path

from govdocs.cli.main import main
from govdocs.workflow.schemas import editor_settings


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


def test_each_kind_of_file_has_one_schema() -> None:
    schemas = json.loads(editor_settings())["yaml.schemas"]
    assert schemas["./.govdocs/schema/meeting.json"] == "meetings/*/*/meeting.yaml"
    assert len(set(schemas.values())) == len(schemas)
