"""What can be wrong with a file before it is understood."""

from govdocs.diagnostics import Problem, Severity, always

FILE_UNREADABLE = Problem(
    "G101",
    "file-unreadable",
    always(Severity.ERROR),
    """
    Checks: Every file of the repository can be opened: it is an ordinary file and you have permission to read it.

    Why: A record that cannot be read is missing from the papers, and everything that refers to it fails.

    Wrong: a file whose owner has taken away your permission to read it.

    Right: a file that everyone in the secretariat may read.
    """,
)
FILE_OUTSIDE = Problem(
    "G102",
    "file-outside-repository",
    always(Severity.ERROR),
    """
    Checks: No link and no path leads out of the repository, and no link stands for a folder.

    Why: What lies outside is not under version control, is missing on the next computer, and may be confidential.

    Wrong: a picture named `../../private/plan.png`.

    Right: the picture is copied into the meeting's folder and named `plan.png`.
    """,
)
FILE_TOO_LARGE = Problem(
    "G103",
    "file-too-large",
    always(Severity.ERROR),
    """
    Checks: No file and no line is far larger than papers of a governing body need.

    Why: A huge file is nearly always there by mistake (an export, a video), and would hold up every build.

    Wrong: a CSV export of 200 megabytes.

    Right: the hundred rows that the meeting is to see.
    """,
)
TOO_MANY_FILES = Problem(
    "G104",
    "too-many-files",
    always(Severity.ERROR),
    """
    Checks: The number of files and the depth of folders stay within bounds.

    Why: A folder copied into itself, or somebody's whole drive, would make every command slow.

    Wrong: folders nested thirty deep below `records`.

    Right: `records/bodies/ccb.yaml`.
    """,
)
NOT_UTF_8 = Problem(
    "G105",
    "encoding-not-utf-8",
    always(Severity.ERROR),
    """
    Checks: Text files are stored in the encoding UTF-8, with or without a byte order mark.

    Why: In any other encoding the pound sign, dashes and accented letters turn into other characters.

    Wrong: a CSV file that Excel saved as “Unicode text” (UTF-16) or as plain “CSV” (Windows-1252).

    Right: the same file saved as “CSV UTF-8”.
    """,
)
CONTROL_CHARACTER = Problem(
    "G106",
    "control-character",
    always(Severity.ERROR),
    """
    Checks: Text has no control characters and no line breaks of a kind that only some programs honour.

    Why: They cannot be seen in an editor, break Word files, and shift line numbers.

    Wrong:

        title: "A page break \\f in a title"

    Right:

        title: "A plain title"
    """,
)
FILE_EMPTY = Problem(
    "G107",
    "file-empty",
    always(Severity.ERROR),
    """
    Checks: A text file has content.

    Why: An empty file is a record that was begun and forgotten, or lost when it was saved.

    Wrong:

        # To be written.

    Right:

        name: Commissioning Collaborative Board
    """,
)
FILE_NAME = Problem(
    "G108",
    "file-name",
    always(Severity.ERROR),
    """
    Checks: Text files end in `.yaml`, `.md` or `.csv`, in small letters, and names have only characters that every
    computer can show.

    Why: A file with another ending would be passed over in silence.

    Wrong: `meetings/ccb/2018-06-21/meeting.yml`

    Right: `meetings/ccb/2018-06-21/meeting.yaml`
    """,
)
FILE_MISSING = Problem(
    "G109",
    "file-missing",
    always(Severity.ERROR),
    """
    Checks: A file that a record or a template names is there.

    Why: A picture or a data file that is missing leaves a hole in the paper.

    Wrong: a paper that shows `chart.png`, while the folder holds `Chart.png`.

    Right: the name is typed exactly as the file is called.
    """,
)
INVISIBLE_CHARACTER = Problem(
    "G110",
    "invisible-character",
    always(Severity.WARNING),
    """
    Checks: Text has no characters that nobody can see: spaces of no width, soft hyphens, marks that turn the
    direction of writing.

    Why: Two names that look the same are then not the same, and a reference is not found.

    Wrong: a slug pasted from a web page with a space of no width inside it.

    Right: the slug typed by hand.
    """,
)
