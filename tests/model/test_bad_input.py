"""Bad input gives a finding at its place that says what was found and what was expected; never a traceback."""

from dataclasses import dataclass

import pytest

from govdocs.diagnostics import Diagnostic
from govdocs.model import problems
from support.repositories import build_texts, case_texts

COUNCIL = "meetings/council/2024-03-12"
MEETING = f"{COUNCIL}/meeting.yaml"
MINUTES = f"{COUNCIL}/minutes.md"
BODY = "records/bodies/council.yaml"
BOARD = "meetings/board/2024-02"
PAPER = f"{BOARD}/papers/rules-change.md"


@dataclass(frozen=True)
class Bad:
    """In a file of a case, ``old`` becomes ``new``; the finding underlines ``at``, and says the words given."""

    path: str
    old: str
    new: str
    name: str
    at: str
    says: str
    hint: str


TOWN = [
    Bad(MEETING, "venue: guildhall\nheld", "venue: guildhal\nheld", "unknown-id", "guildhal", "venue", "guildhall"),
    Bad(MEETING, "chair: ann-price", "chair: ann-prise", "unknown-id", "ann-prise", "person", "write `ann-price`"),
    Bad(MEETING, "chair: ann-price", "chair: Ann_Price", "bad-id", "Ann_Price", "printed name", "write `ann-price`"),
    Bad(MEETING, "title: A bench", "titel: A bench", "unknown-key", "titel", "agenda entry", "write `title`"),
    Bad(MEETING, "  - standing: public", "  - standing: pubic", "unknown-id", "pubic", "standing item", "public"),
    Bad(MEETING, "start: 19:00\nsession", "start: 7pm\nsession", "bad-time", "7pm", "`13:30`", "write `19:00`"),
    Bad(MEETING, "date: 2024-03-12", "date: 2024-02-30", "bad-date", "2024-02-30", "day of the calendar", "look"),
    Bad(MEETING, "date: 2024-03-12", "date: 12/03/2024", "bad-date", "12/03/2024", "`2018-06-21`", "hyphens"),
    Bad(MEETING, "number: 9", "number: nine", "wrong-value", "nine", "whole number", ""),
    Bad(MEETING, "held: held", "held: hold", "bad-choice", "hold", "`held`", "write `held`"),
    Bad(MEETING, "session: open", "session: opne", "unknown-id", "opne", "session", "write `open`"),
    Bad(MEETING, "body: council\n", "", "wrong-value", "number:", "no body", "`bodies: […]`"),
    Bad(
        MEETING,
        "{item: bench, title: A",
        "{item: bench, paper: x, title: A",
        "wrong-value",
        "bench,",
        "exactly one",
        "",
    ),
    Bad(MEETING, "title: A bench in the park", "minutes: 5", "missing-key", "bench", "title", ""),
    Bad(MEETING, "item: bench", "item: boathouse-grant", "duplicate-id", "", "a second time", ""),
    Bad(MEETING, "who: [councillors]", "who: councillors", "wrong-type", "councillors", "a list", "`[councillors]`"),
    Bad(MEETING, "ground: contract", "ground: contrakt", "unknown-id", "contrakt", "ground", "contract"),
    Bad(MINUTES, "outcome: lost", "outcome: loss", "bad-choice", "loss", "`lost`", "write `lost`"),
    Bad(MINUTES, "owners: [gwen-pugh, mayor]", "owner: [gwen-pugh]", "unknown-key", "owner", "an action", "`owners`"),
    Bad(MINUTES, "parts: [{verb: grant", "parts: [{verb: grants", "unknown-id", "grants", "verb", "write `grant`"),
    Bad(
        MINUTES, "That the bench by the weir be replaced.", "", "empty-block", "```decision", "what was decided", "---"
    ),
    Bad(MINUTES, "| Wages | February |", "| Wages | February | |", "table-shape", "| Wages", "4 cells", "bar"),
    Bad(MINUTES, "## bench", "## bensh", "unknown-id", "## bensh", "item", "write `bench`"),
    Bad(MINUTES, "## bench", "# bench", "misplaced-heading", "# bench", "`##`", "`##`"),
    Bad(MINUTES, "## bench", "## A bench", "misplaced-heading", "## A bench", "no id", "{#a-bench}"),
    Bad(MINUTES, "## bench", "## boathouse-grant", "duplicate-id", "## boathouse-grant", "second time", ""),
    Bad(
        MINUTES,
        "apologies: [{person: fred-ellis",
        "apologies: [{person: ann-price",
        "contradictory-attendance",
        "{person: ann-price",
        "`apologies`",
        "take",
    ),
    Bad(
        MINUTES,
        "returned: [dewi-morgan]",
        "returned: [ben-howells]",
        "contradictory-attendance",
        "ben-howells",
        "from the start",
        "",
    ),
    Bad(MINUTES, "left: [dewi-morgan]", "left: [fred-ellis]", "contradictory-attendance", "fred-ellis", "neither", ""),
    Bad(
        MINUTES,
        "```closed\nends: yes\ntime: 20:40\n```",
        "```include\ndocument: x\n```",
        "misplaced-block",
        "```include",
        "minutes",
        "move",
    ),
    Bad(
        BODY,
        "quorum: {at_least: 3, at_least_share: 1/3, of: seats,",
        "quorum: {of: seats,",
        "wrong-value",
        "",
        "without a number",
        "not-stated",
    ),
    Bad(BODY, "casting_vote: mayor", "casting_vote: major", "unknown-id", "major", "office", "mayor"),
    Bad(BODY, "at_least: 2/3", "at_least: most", "wrong-value", "most", "`2/3`", ""),
    Bad(BODY, "{body} held on", "{bodi} held on", "wrong-value", '"Minutes', "`{body}`", "write `{body}`"),
    Bad(BODY, "open: no", "open: never", "wrong-value", "never", "`yes` or `no`", ""),
    Bad(
        BODY,
        "constituency: south\n    appointments",
        "constituency: sout\n    appointments",
        "unknown-id",
        "sout",
        "constituency",
        "south",
    ),
    Bad(BODY, "minutes:\n  title:", "minutes:\n  heading:", "missing-key", "heading", "`title`", "add `title:`"),
    Bad("records/people.yaml", "  gwen-pugh:", "  Gwen Pugh:", "bad-id", "Gwen Pugh", "lower-case", "gwen-pugh"),
    Bad(
        "records/people.yaml",
        "organisation: aberwen, from",
        "organisation: aberwyn, from",
        "unknown-id",
        "aberwyn",
        "organisation",
        "aberwen",
    ),
]
ASSOCIATION = [
    Bad(PAPER, "  ask: Adopt", "  aks: Adopt", "unknown-answer", "aks", "form `report`", "write `ask`"),
    Bad(PAPER, "consulted: [lena-voss", "consulted: [lena-vos", "unknown-id", "lena-vos", "person", "lena-voss"),
    Bad(PAPER, "decided_by: 2024-03-31", "decided_by: soon", "wrong-answer", "soon", "a date", ""),
    Bad(PAPER, "  ask: Adopt the change of rule 12", "  ask: [Adopt]", "wrong-answer", "[Adopt]", "words", ""),
    Bad(PAPER, "# Summary", "# Sumary", "unknown-part", "# Sumary", "`summary`", "# Summary"),
    Bad(PAPER, "authors: [nora-quist]", "authors: nora-quist", "wrong-type", "nora-quist", "a list", "[nora-quist]"),
    Bad("records/actions/board.yaml", "action: server-quotes", "action: server-quote", "unknown-id", "server-quote",
        "action", "server-quotes"),
    Bad("records/actions/board.yaml", "status: done", "status: closed", "unknown-id", "closed", "status", ""),
    Bad(f"{BOARD}/minutes.md", "ratifies: urgent-domain", "ratifies: urgent", "unknown-id", "urgent", "decision", ""),
    Bad(f"{BOARD}/minutes.md", "candidates: [{person: lena-voss", "candidates: [{persn: lena-voss", "unknown-key",
        "persn", "a candidate", "write `person`"),
]  # fmt: skip


def _build(case: str, bad: Bad) -> tuple[Diagnostic, ...]:
    texts = case_texts(case)
    assert bad.old in texts[bad.path], "the case has changed"
    texts[bad.path] = texts[bad.path].replace(bad.old, bad.new, 1)
    _, findings = build_texts(texts)
    return findings


@pytest.mark.parametrize(
    ("case", "bad"),
    [*(("town-council", bad) for bad in TOWN), *(("association-board", bad) for bad in ASSOCIATION)],
    ids=lambda value: f"{value.name} {value.at}" if isinstance(value, Bad) else value,
)
def test_bad_input_is_found_at_its_place(case: str, bad: Bad) -> None:
    findings = _build(case, bad)
    found = next((finding for finding in findings if finding.problem.name == bad.name), None)
    assert found is not None, [(finding.problem.name, finding.message) for finding in findings]
    assert found.place.path == bad.path
    assert bad.says in found.message
    assert bad.hint in found.hint
    line = case_texts(case) | {bad.path: case_texts(case)[bad.path].replace(bad.old, bad.new, 1)}
    typed = line[bad.path].splitlines()[found.place.line - 1][found.place.column - 1 :]
    assert typed.startswith(bad.at)


@pytest.mark.parametrize("bad", TOWN, ids=lambda bad: f"{bad.name} {bad.at}")
def test_findings_are_written_for_people(bad: Bad) -> None:
    for finding in _build("town-council", bad):
        assert finding.hint
        assert not finding.message.endswith(".")
        words = f"{finding.message} {finding.hint}".lower()
        assert not any(word in words for word in ("pydantic", "input should", "validation", "dict", "tuple", "str "))


def test_a_broken_record_costs_itself_and_nothing_that_names_it() -> None:
    texts = case_texts("town-council")
    texts["records/people.yaml"] = texts["records/people.yaml"].replace("name: Ann Price, ", "nom: Ann Price, ")
    library, findings = build_texts(texts)
    assert [finding.problem.name for finding in findings] == ["missing-key", "unknown-key"]
    assert "ann-price" not in library.people
    assert library.meetings


def test_a_key_that_is_spelt_otherwise_is_not_missing_as_well() -> None:
    texts = case_texts("town-council")
    texts["records/people.yaml"] = texts["records/people.yaml"].replace("name: Ann Price, ", "Name: Ann Price, ")
    _, findings = build_texts(texts)
    assert [finding.problem.name for finding in findings] == ["unknown-key"]


def test_files_in_the_wrong_place_are_named() -> None:
    texts = case_texts("town-council")
    texts["records/persons.yaml"] = "people: {}\n"
    texts["records/bodys/other.yaml"] = "name: Other\n"
    texts[f"{COUNCIL}/minuts.md"] = "---\nstatus: draft\n---\n"
    _, findings = build_texts(texts)
    hints = {finding.place.path: finding.hint for finding in findings}
    assert hints["records/bodys/other.yaml"] == "move it to `records/bodies/`"
    assert hints[f"{COUNCIL}/minuts.md"] == "rename it to `minutes.md`"
    assert "records/persons.yaml" in hints


def test_a_paper_is_a_file_or_a_folder() -> None:
    texts = case_texts("association-board")
    texts[f"{BOARD}/papers/rules-change/paper.md"] = texts[PAPER]
    _, findings = build_texts(texts)
    assert [(finding.problem, finding.place.path) for finding in findings] == [(problems.PAPER_TWICE, PAPER)]


def test_data_sets_are_held_against_their_csv_file() -> None:
    texts = case_texts("association-board")
    folder = f"{BOARD}/papers/rules-change"
    texts[f"{folder}/paper.md"] = texts.pop(PAPER)
    texts[f"{folder}/costs.yaml"] = (
        "title: Costs\ncsv: costs.csv\nkey: id\nempty_cell: none\ncolumns:\n"
        "  - {id: id, label: No.}\n  - {id: plan, label: Plan, unit: GBP}\n"
    )
    texts[f"{folder}/costs.csv"] = "id,paln\n1,12\n1,13\n"
    _, findings = build_texts(texts)
    assert [finding.problem for finding in findings] == [
        problems.DATA_COLUMN,
        problems.DUPLICATE_ID,
        problems.DATA_COLUMN,
    ]
    texts[f"{folder}/costs.csv"] = "id,plan\n1,tbc\n"
    _, (finding,) = build_texts(texts)
    assert (finding.problem, finding.place.line, finding.place.column) == (problems.DATA_NUMBER, 2, 3)


def test_every_problem_has_its_manual_and_its_own_code() -> None:
    known = [value for value in vars(problems).values() if isinstance(value, type(problems.UNKNOWN_KEY))]
    assert len({problem.code for problem in known}) == len({problem.name for problem in known}) == len(known)
    for problem in known:
        assert [part in problem.page for part in ("Checks:", "Why:", "Wrong:", "Right:")] == [True] * 4
