"""What can be wrong with YAML: its errors, and what it would take for something else than was typed."""

from govdocs.diagnostics import Problem, Severity, always

YAML_SYNTAX = Problem(
    "G120",
    "yaml-syntax",
    always(Severity.ERROR),
    """
    Checks: The text follows the rules of YAML.

    Why: A colon inside a title or a line that is not lined up makes the rest of the file unreadable.

    Wrong:

        title: Finance: month 10

    Right:

        title: "Finance: month 10"
    """,
)
DUPLICATE_KEY = Problem(
    "G121",
    "duplicate-key",
    always(Severity.ERROR),
    """
    Checks: A key stands once in its mapping.

    Why: Most programs keep the last value and lose the first in silence.

    Wrong:

        chair: mayur-lakhani
        venue: st-johns-house
        chair: chris-trzcinski

    Right:

        chair: chris-trzcinski
        venue: st-johns-house
    """,
)
YAML_ANCHOR = Problem(
    "G122",
    "yaml-anchor",
    always(Severity.ERROR),
    """
    Checks: No value begins with `&` or `*`, which YAML takes for anchors and aliases, and nothing is merged with `<<`.

    Why: The text would be lost, or stand for something typed elsewhere; a reviewer could not see what it means.

    Wrong:

        title: *Draft* terms of reference

    Right:

        title: "*Draft* terms of reference"
    """,
)
YAML_TAG = Problem(
    "G123",
    "yaml-tag",
    always(Severity.ERROR),
    """
    Checks: No value begins with `!`, which YAML takes for a tag.

    Why: A tag changes what a value means, and some programs run code for it; the first word would be lost.

    Wrong:

        title: !Important changes to the agenda

    Right:

        title: "!Important changes to the agenda"
    """,
)
YAML_TAB = Problem(
    "G124",
    "yaml-tab",
    always(Severity.ERROR),
    """
    Checks: There is no tab in YAML.

    Why: A tab looks like spaces but does not count as any, so that what seems lined up is not.

    Wrong:

        chair:\tmayur-lakhani

    Right:

        chair: mayur-lakhani
    """,
)
SECOND_DOCUMENT = Problem(
    "G125",
    "second-document",
    always(Severity.ERROR),
    """
    Checks: A YAML file holds one document: no line `---` after the first facts.

    Why: What follows would belong to another record, or be lost.

    Wrong:

        name: Frailty group
        ---
        name: Finance group

    Right:

        name: Frailty group
    """,
)
EMPTY_VALUE = Problem(
    "G126",
    "empty-value",
    always(Severity.ERROR),
    """
    Checks: Every key and every item of a list has a value. `null` and `~` are no values; a text that consists of these
    signs goes in quotation marks.

    Why: Nobody can tell whether the value was forgotten or left out on purpose; and `title: #4 report` loses its text.

    Wrong:

        owner: spencer-gay
        due:

    Right:

        owner: spencer-gay
        due: 2018-07-12
    """,
)
KEY_WITHOUT_VALUE = Problem(
    "G127",
    "key-without-value",
    always(Severity.ERROR),
    """
    Checks: Inside { } every key has a value.

    Why: A comma inside a text ends the value there; the rest would become a key with no value.

    Wrong:

        seat: {remit: ILT, Home First}

    Right:

        seat: {remit: "ILT, Home First"}
    """,
)
NUMBER_SPLIT = Problem(
    "G128",
    "number-split",
    always(Severity.ERROR),
    """
    Checks: Inside [ ] and { } no number is split by the comma between its thousands.

    Why: `49,608` would be read as the two numbers 49 and 608.

    Wrong:

        row: [Staffing, 49,608]

    Right:

        row: [Staffing, "49,608"]
    """,
)
COMMENT_SPACING = Problem(
    "G129",
    "comment-spacing",
    always(Severity.ERROR),
    """
    Checks: A comment has two spaces before its `#` and one after it.

    Why: YAML cuts a value at a space and a `#`: `Report #4` would be read as `Report` without a word.

    Wrong:

        title: Report #4

    Right:

        title: "Report #4"
        number: 4  # the fourth this year
    """,
)
KEY_NAMED_YES_OR_NO = Problem(
    "G130",
    "key-named-yes-or-no",
    always(Severity.ERROR),
    """
    Checks: No key is named `on`, `off`, `yes` or `no`.

    Why: Other programs that read the same file take these words for true and false.

    Wrong:

        approved: {on: 2018-06-21}

    Right:

        approved: {date: 2018-06-21}
    """,
)
TOP_LEVEL_NOT_MAPPING = Problem(
    "G131",
    "top-level-not-mapping",
    always(Severity.ERROR),
    """
    Checks: A YAML file, a header and a record block consist of keys and values.

    Why: A list or a text without a key has no name by which anything could refer to it.

    Wrong:

        - mayur-lakhani
        - karen-english

    Right:

        present:
          - mayur-lakhani
          - karen-english
    """,
)
TOO_MANY_VALUES = Problem(
    "G132",
    "too-many-values",
    always(Severity.ERROR),
    """
    Checks: The number of values in a file, and how deep lists and mappings lie in each other, stay within bounds.

    Why: Such a file is there by mistake or by malice, and would hold up every build.

    Wrong:

        a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]

    Right:

        a: [[x]]
    """,
)
KEY_NOT_PLAIN = Problem(
    "G133",
    "key-not-plain",
    always(Severity.ERROR),
    """
    Checks: Every key is a plain word.

    Why: Text in braces or brackets at the start of a value becomes a list or a mapping, and then a key.

    Wrong:

        title: {{ name }}

    Right:

        title: "{{ name }}"
    """,
)
YAML_DIRECTIVE = Problem(
    "G134",
    "yaml-directive",
    always(Severity.ERROR),
    """
    Checks: No line of YAML begins with `%`.

    Why: Such a line is an instruction to the YAML reader and would change how the rest is understood.

    Wrong:

        %YAML 1.1
        ---
        name: Frailty group

    Right:

        name: Frailty group
    """,
)
ODD_SPACE = Problem(
    "G135",
    "odd-space",
    always(Severity.ERROR),
    """
    Checks: The spaces that YAML goes by (at the start of a line, after a colon) are ordinary spaces.

    Why: A no-break space looks the same, but YAML takes it for a letter; the key is then not found.

    Wrong:

        chair:\u00a0mayur-lakhani

    Right:

        chair: mayur-lakhani
    """,
)
PAIR_IN_LIST = Problem(
    "G136",
    "pair-in-list",
    always(Severity.ERROR),
    """
    Checks: Inside [ ] there is no key with a value, unless it stands in { }.

    Why: A colon inside a title makes YAML take the title for a key and a value.

    Wrong:

        papers: [Finance: month 10, Risks]

    Right:

        papers: ["Finance: month 10", Risks]
    """,
)
