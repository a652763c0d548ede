"""The kinds of finding that putting a release in place can bring."""

from govdocs.diagnostics import Problem, Severity, always

UNREADABLE_MANIFEST = Problem(
    "G590",
    "unreadable-manifest",
    always(Severity.WARNING),
    page="""Checks: the `manifest.json` of the build before this one, which lists what that build put in place.
Why: by that list, files that are no longer produced are taken away; without it they stay.
Wrong: a manifest that was edited or cut off.
Right: a manifest as `govdocs build` wrote it; or none, in a folder that is built for the first time.""",
)

KEPT_OUTPUT = Problem(
    "G591",
    "edited-output-kept",
    always(Severity.NOTE),
    page="""Checks: files of an earlier build that are no longer produced, before they are taken away.
Why: somebody may have gone on working in one; what is not as the build left it is never deleted.
Wrong: changes typed into `build/ccb/2018-06-21/paper-f.docx`.
Right: the same changes made in the paper's source.""",
)
