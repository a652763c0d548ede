"""`init`: lay out an empty folder for a first body."""

from pathlib import Path

from govdocs.errors import CannotGoOnError
from govdocs.model.library import build_library
from govdocs.read.repository import read_repository
from govdocs.workflow.scaffold import Added, as_yaml, fill_scaffold, make_slug, put_new_files, require_words
from govdocs.workflow.schemas import editor_recommendations, editor_settings, put_schemas_of


def begin_repository(folder: Path, organisation: str) -> Added:
    """Write the settings and the registers of a new repository into ``folder``, for ``organisation``.

    Raises:
        CannotGoOnError: the folder holds records already, or cannot be written to.
    """
    if (folder / "govdocs.yaml").exists():
        raise CannotGoOnError(
            f"{folder} already holds a govdocs.yaml; nothing was changed",
            hint="add to it with `govdocs new body`, `govdocs new meeting` or `govdocs new paper`",
        )
    organisation = require_words(organisation, "the organisation")
    values = {
        "organisation": as_yaml(organisation),
        "organisation_id": make_slug(organisation) or "organisation",
        "repository_name": as_yaml(f"Papers of {organisation}"),
    }
    files = {
        "govdocs.yaml": fill_scaffold("govdocs.yaml", values),
        "records/organisations.yaml": fill_scaffold("organisations.yaml", values),
        "records/people.yaml": fill_scaffold("people.yaml", values),
        "records/venues.yaml": fill_scaffold("venues.yaml", values),
    }
    editor = {".vscode/settings.json": editor_settings(), ".vscode/extensions.json": editor_recommendations()}
    files |= {path: text for path, text in editor.items() if not (folder / path).exists()}
    if not (folder / ".gitignore").exists():
        files[".gitignore"] = fill_scaffold("gitignore", values)
    written = tuple(put_new_files(folder, files))
    put_schemas_of(folder, build_library(read_repository(folder)[0])[0])
    next_step = 'put your own people into records/people.yaml, then: govdocs new body council --name "Town Council"'
    return Added(folder, written, (), next_step)
