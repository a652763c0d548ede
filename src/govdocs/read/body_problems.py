"""What can be wrong with the shape of Markdown and CSV files."""

from govdocs.diagnostics import Problem, Severity, always

HEADER_MISSING = Problem(
    "G140",
    "header-missing",
    always(Severity.ERROR),
    """
    Checks: A Markdown file begins with a header of facts between two lines `---`.

    Why: Without it nobody knows the paper's title or who presents it.

    Wrong:

        # Summary

        The service is to grow.

    Right:

        ---
        title: A second collection
        ---
        # Summary

        The service is to grow.
    """,
)
HEADER_UNCLOSED = Problem(
    "G141",
    "header-unclosed",
    always(Severity.ERROR),
    """
    Checks: The header of a Markdown file ends with a line `---`.

    Why: The words of the paper would be read as facts.

    Wrong:

        ---
        title: A second collection

    Right:

        ---
        title: A second collection
        ---
    """,
)
BLOCK_UNKNOWN = Problem(
    "G142",
    "block-unknown",
    always(Severity.ERROR),
    """
    Checks: The word after the marks of a record block is a kind of block that exists.

    Why: A block of an unknown kind would be printed as it was typed, and its facts would count for nothing.

    Wrong:

        ---
        status: draft
        ---
        ```desicion
        outcome: carried
        ```

    Right:

        ---
        status: draft
        ---
        ```decision
        outcome: carried
        ```
    """,
)
BLOCK_INDENTED = Problem(
    "G143",
    "block-indented",
    always(Severity.ERROR),
    """
    Checks: The marks of a record block stand at the start of their line, outside lists and quotations.

    Why: An indented block would be printed as text.

    Wrong:

        ---
        status: draft
        ---
          ```movement
          left: [richard-palin]
          ```

    Right:

        ---
        status: draft
        ---
        ```movement
        left: [richard-palin]
        ```
    """,
)
BLOCK_UNCLOSED = Problem(
    "G144",
    "block-unclosed",
    always(Severity.ERROR),
    """
    Checks: Every block ends with a line of marks of its own.

    Why: An open block swallows the words below it.

    Wrong:

        ---
        status: draft
        ---
        ```movement
        left: [richard-palin]

    Right:

        ---
        status: draft
        ---
        ```movement
        left: [richard-palin]
        ```
    """,
)
BLOCK_HEAD = Problem(
    "G145",
    "block-head",
    always(Severity.ERROR),
    """
    Checks: Nothing follows the kind of a record block on its line.

    Why: Words there would be lost.

    Wrong:

        ---
        status: draft
        ---
        ```action escalation-route
        owners: [spencer-gay]
        ```

    Right:

        ---
        status: draft
        ---
        ```action
        id: escalation-route
        owners: [spencer-gay]
        ```
    """,
)
CSV_RAGGED_ROW = Problem(
    "G150",
    "csv-ragged-row",
    always(Severity.ERROR),
    """
    Checks: Every row of a CSV file has as many cells as its first row.

    Why: A comma inside a number or a text moves all that follows into the wrong column.

    Wrong:

        item,cost
        Staffing,49,608

    Right:

        item,cost
        Staffing,"49,608"
    """,
)
CSV_QUOTES = Problem(
    "G151",
    "csv-quotes",
    always(Severity.ERROR),
    """
    Checks: Quotation marks in a CSV file enclose whole cells, in pairs; inside such a cell a mark is typed twice.

    Why: An open mark swallows the rows below it.

    Wrong:

        item,note
        Staffing,"as agreed

    Right:

        item,note
        Staffing,"as ""agreed"" in May"
    """,
)
CSV_SEPARATOR = Problem(
    "G152",
    "csv-separator",
    always(Severity.ERROR),
    """
    Checks: The cells of a CSV file are separated by commas.

    Why: Some versions of Excel write semicolons or tabs; every row would be one cell.

    Wrong:

        item;cost
        Fuel;9200

    Right:

        item,cost
        Fuel,9200
    """,
)
CSV_HEADER = Problem(
    "G153",
    "csv-header",
    always(Severity.ERROR),
    """
    Checks: The first row of a CSV file names each column, and no two alike.

    Why: Columns are found by their names.

    Wrong:

        item,cost,cost
        Fuel,9200,9300

    Right:

        item,cost,budget
        Fuel,9200,9300
    """,
)
CSV_BLANK_ROW = Problem(
    "G154",
    "csv-blank-row",
    always(Severity.ERROR),
    """
    Checks: Every row of a CSV file has a value.

    Why: Spreadsheets often leave empty rows behind; they would be printed.

    Wrong:

        item,cost
        ,
        Fuel,9200

    Right:

        item,cost
        Fuel,9200
    """,
)
