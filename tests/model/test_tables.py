"""Rows of tables as typed, and answers to forms."""

from govdocs.model.answers import Dated, Grid, Left, People, Ticked, Words
from govdocs.model.patterns import fill
from govdocs.model.tables import Merge, RowMark, read_rows
from govdocs.model.values import Nothing, PartialDate
from govdocs.places import Place
from govdocs.read.nodes import Prose
from support.repositories import build_texts, case_texts

PAPER = "meetings/board/2024-02/papers/rules-change.md"
FORM = """      - id: seen
        label: Seen by
        kind: grid
        rows: [{id: clinician, label: Clinician}, {id: manager, label: Manager}]
        columns: [{id: east, label: East}, {id: west, label: West}]
        cells: people
      - {id: signed, label: Signed off, kind: grid, columns: [{id: east, label: East}], cells: groups}
      - {id: aims, label: Aims, kind: checklist, rows: [{id: safe, label: Safe}, {id: cheap, label: Cheap}]}
"""


def test_rows_know_bands_subtotals_merged_cells_and_bars() -> None:
    text = "| a | b |\n\n|= A band |\n|+ Sub | 12 |\n  | ^^ | << |\n| x \\| y |  |"
    rows = read_rows(Prose(text, Place("p.md", 10)))
    assert [row.mark for row in rows] == [
        RowMark.BODY,
        RowMark.BAND,
        RowMark.SUBTOTAL,
        RowMark.BODY,
        RowMark.BODY,
    ]
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["a", "b"],
        ["A band"],
        ["Sub", "12"],
        ["^^", "<<"],
        ["x | y", ""],
    ]
    assert [cell.merge for cell in rows[3].cells] == [Merge.UP, Merge.LEFT]
    assert rows[0].cells[1].place == Place("p.md", 10, 7)
    assert rows[3].cells[0].place == Place("p.md", 14, 5)


def test_patterns_are_filled_and_doubled_braces_are_kept() -> None:
    assert fill("{date}, {venue} {{x}}", {"date": "1 May", "venue": "Hall"}) == "1 May, Hall {x}"
    assert fill("{date}{gone}", {"date": "1 May"}) == "1 May"


def test_answers_are_read_by_the_body_s_form() -> None:
    texts = case_texts("association-board")
    body = "records/bodies/board.yaml"
    texts[body] = texts[body].replace("numbering:\n  default", f"{FORM}numbering:\n  default")
    texts[PAPER] = texts[PAPER].replace(
        "  decided_by: 2024-03-31\n",
        "  decided_by: 2024-03-31\n"
        "  seen: {clinician: {east: [Dr T Bentley, lena-voss], west: blank}, manager: n/a}\n"
        "  signed: {east: [{group: EMT, when: [2018-05, 2018-06]}, GP Reference Group]}\n"
        "  aims: [safe]\n",
    )
    library, findings = build_texts(texts)
    assert findings == ()
    answers = library.papers["board/2024-02/rules-change"].answers
    seen, signed = answers["seen"], answers["signed"]
    assert isinstance(seen, Grid)
    assert isinstance(signed, Grid)
    doctors = seen.cells["clinician", "east"]
    assert isinstance(doctors, People)
    assert [who.person for who in doctors.people] == ["Dr T Bentley", "lena-voss"]
    nobody = seen.cells["clinician", "west"]
    assert isinstance(nobody, Left)
    assert nobody.why is Nothing.BLANK
    assert seen.cells["manager", "west"] == Left(Nothing.NOT_APPLICABLE, Place(PAPER, 9, 78))
    groups = signed.cells["", "east"]
    assert isinstance(groups, tuple)
    assert [(one.group, one.when) for one in groups] == [
        ("EMT", (PartialDate(2018, 5), PartialDate(2018, 6))),
        ("GP Reference Group", ()),
    ]
    assert isinstance(answers["ask"], Words)
    assert isinstance(answers["decided_by"], Dated)
    assert isinstance(answers["aims"], Ticked)
    assert answers["aims"].lines == {"safe"}
