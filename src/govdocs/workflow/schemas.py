"""`schema`: JSON Schemas of the repository's files, and what an editor needs to find them."""

import contextlib
import json
from pathlib import Path

from govdocs.errors import CannotGoOnError
from govdocs.model.index import Library
from govdocs.model.reference import CHAPTERS
from govdocs.model.schema import schema_name, write_schemas
from govdocs.workflow.load import load
from govdocs.workflow.scaffold import SCHEMAS
from govdocs.workflow.settings import Settings
from govdocs.writing import put_file


def put_schemas(settings: Settings) -> list[Path]:
    """Write the schemas of the repository, with the ids that it has now.

    Raises:
        CannotGoOnError: they cannot be written.
    """
    return put_schemas_of(settings.root, load(settings).library)


def put_schemas_of(root: Path, library: Library) -> list[Path]:
    """Write the schemas for ``library``."""
    written = []
    for name, schema in write_schemas(library).items():
        path = root / SCHEMAS / name
        put_file(path, (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode())
        written.append(path)
    return written


def refresh_schemas(settings: Settings) -> None:
    """Write the schemas again after an addition, so that an editor offers it; what cannot be written can wait."""
    with contextlib.suppress(OSError, CannotGoOnError):
        put_schemas(settings)


def editor_settings() -> str:
    """`.vscode/settings.json`: which files follow which schema."""
    schemas = {
        f"./{SCHEMAS}/{schema_name(chapter.path)}.json": _pattern(chapter.path)
        for chapter in CHAPTERS
        if chapter.path.endswith(".yaml")
    }
    settings = {
        "yaml.schemas": schemas,
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
        },
        "[markdown]": {"editor.insertSpaces": True, "editor.wordWrap": "on"},
        "files.encoding": "utf8",
        "files.eol": "\n",
    }
    return json.dumps(settings, indent=2) + "\n"


def editor_recommendations() -> str:
    """`.vscode/extensions.json`: the extension that reads schemas."""
    return json.dumps({"recommendations": ["redhat.vscode-yaml"]}, indent=2) + "\n"


def _pattern(path: str) -> str:
    """``meetings/<body>/<date>/meeting.yaml`` as editors write it, with stars."""
    parts = ["*" if part.startswith("<") else part for part in path.removesuffix(".yaml").split("/")]
    return "/".join(parts) + ".yaml"
