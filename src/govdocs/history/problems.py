"""What the history's reader has to say: never an error, since everything works without git too."""

from govdocs.diagnostics import Problem, Severity, always

NOT_UNDER_VERSION_CONTROL = Problem(
    "G980",
    "not-under-version-control",
    always(Severity.NOTE),
    """
    Checks: The records lie in a git repository with at least one commit, and git can read it.

    Why: Without it nobody can tell later which version of the records a paper was built from, and the date inside the
    files is that of the build.

    Wrong: a folder of records copied from a shared drive.

    Right: the same folder after `git init`, `git add .` and `git commit`.
    """,
)
HISTORY_CUT_OFF = Problem(
    "G981",
    "history-cut-off",
    always(Severity.NOTE),
    """
    Checks: The git repository holds its whole history.

    Why: In a shallow clone, files that were last changed before it begins seem to have changed with its first commit.

    Wrong: a clone made with `git clone --depth 1`.

    Right: the same clone after `git fetch --unshallow`.
    """,
)
