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

DRAFT_MAY_DISCLOSE = Problem(
    "G592",
    "draft-may-disclose",
    always(Severity.ERROR),
    page="""Checks: where a body closes anything to the public, all records are understood before papers are made for
those who may not see everything, drafts too.
Why: a misspelt `restricted` closes nothing; nobody could tell from the draft.
Wrong: `govdocs build --stage draft` while an entry of the agenda has `restrictd: {ground: contract}`.
Right: `govdocs build --stage draft --audience members`, or the key put right.""",
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
