"""The papers of the example: their sums, numbers and grids are the published ones, read from the records."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from govdocs.model.answers import Answer, Grid, Left, People, Ticked
from govdocs.model.data_sets import DataRow, DataSet
from govdocs.model.index import Library
from govdocs.model.library import build_library
from govdocs.model.papers import IncludeBlock, Paper
from govdocs.model.tables import RowMark, TableBlock, TypedRow
from govdocs.model.values import Nothing
from govdocs.read.nodes import Prose
from govdocs.read.repository import read_repository

ROOT = Path(__file__).parent.parent
MEETING = "ccb/2018-06-21"
CCGS = ("elr", "lc", "wl")
MEASURES = ("plan", "fot", "variance")
RATINGS = ("financial", "deliverables", "milestones", "risks", "issues", "kpis")
NUMBER = re.compile(r"-?[\d,]+(?:\.\d+)?")
TYPED = re.compile(r"(\d+(?:\.\d+)+)\. ")


@pytest.fixture(scope="module")
def library() -> Library:
    sources, unread = read_repository(ROOT)
    built, misunderstood = build_library(sources)
    papers = f"meetings/{MEETING}/papers/"
    assert [finding for finding in (*unread, *misunderstood) if finding.place.path.startswith(papers)] == []
    return built


def paper(library: Library, name: str) -> Paper:
    return library.papers[f"{MEETING}/{name}"]


def prose(found: Paper, part: str) -> str:
    """The Markdown of one part of a paper, without its record blocks."""
    content = found.part(part)
    assert content is not None
    return "\n\n".join(piece.text.strip() for piece in content.content if isinstance(piece, Prose))


def table(found: Paper, name: str) -> tuple[TypedRow, ...]:
    return next(block.rows for _, block in found.blocks(TableBlock) if block.id == name)


def value(cell: str) -> Decimal:
    """The first number of a cell: of ``[£714k](figure:…) (with a remark)`` 714."""
    match = NUMBER.search(cell)
    assert match is not None, cell
    return Decimal(match[0].replace(",", ""))


def data(library: Library, name: str) -> DataSet:
    return paper(library, "qipp-update").data_sets[name]


def number(found: DataSet, row: DataRow, column: str) -> Decimal:
    """A cell as a number, an empty one as nothing to add."""
    return row.cells[found.position(column)].number or Decimal(0)


def word(found: DataSet, row: DataRow, column: str) -> str:
    return row.cells[found.position(column)].text


def rows_and_total(found: DataSet) -> Iterator[DataRow]:
    yield from found.rows
    assert found.total is not None
    yield found.total


# --- Paper E: three data sets that tell one story -------------------------------------------------------------------


def test_the_programme_areas_are_eleven_and_their_columns_add_up_exactly(library: Library) -> None:
    areas = data(library, "programme-areas")
    assert [row.cells[0].text for row in areas.rows] == [
        "Acute", "BCF", "CHC", "Community Services", "Corporate", "LD", "Mental Health", "Non-Acute", "Prescribing",
        "Primary Care", "Urgent Care",
    ]  # fmt: skip
    assert areas.total is not None
    for column in areas.facts.columns[1:]:
        assert sum(number(areas, row, column.id) for row in areas.rows) == number(areas, areas.total, column.id)


def test_only_leicester_city_has_no_better_care_fund_schemes(library: Library) -> None:
    areas = data(library, "programme-areas")
    empty = [(row.cells[0].text, place) for row in areas.rows for place, cell in enumerate(row.cells) if not cell.text]
    assert empty == [("BCF", areas.position(f"lc_{measure}")) for measure in MEASURES]


@pytest.mark.parametrize("name", ["programme-areas", "appendix-1"])
def test_a_variance_is_the_forecast_less_the_plan_and_a_total_the_sum_of_the_ccgs(library: Library, name: str) -> None:
    found = data(library, name)
    for row in rows_and_total(found):
        for owner in (*CCGS, "total"):
            plan, forecast, variance = (number(found, row, f"{owner}_{measure}") for measure in MEASURES)
            assert variance == forecast - plan, (row.place, owner)
        for measure in MEASURES:
            parts = sum(number(found, row, f"{ccg}_{measure}") for ccg in CCGS)
            tolerance = 0 if measure == "plan" else found.facts.tolerance
            assert abs(number(found, row, f"total_{measure}") - parts) <= tolerance, (row.place, measure)


def test_appendix_1_has_41_lines_of_20_groupings_that_add_up_within_rounding(library: Library) -> None:
    appendix = data(library, "appendix-1")
    assert [word(appendix, row, "line") for row in appendix.rows] == [str(line) for line in range(1, 42)]
    assert len({word(appendix, row, "grouping") for row in appendix.rows}) == 20
    assert appendix.total is not None
    for column in appendix.facts.columns[3:]:
        added = sum(number(appendix, row, column.id) for row in appendix.rows)
        tolerance = 0 if column.id.endswith("_plan") else 1
        assert abs(number(appendix, appendix.total, column.id) - added) <= tolerance, column.id


def test_a_ccg_has_all_three_measures_of_a_line_or_none(library: Library) -> None:
    appendix = data(library, "appendix-1")
    for row in appendix.rows:
        for ccg in CCGS:
            filled = {bool(word(appendix, row, f"{ccg}_{measure}")) for measure in MEASURES}
            assert len(filled) == 1, (row.place, ccg)


def test_the_dashboard_has_every_scheme_once_and_every_lead(library: Library) -> None:
    dashboard = data(library, "dashboard")
    schemes = [word(dashboard, row, "scheme") for row in dashboard.rows]
    assert len(schemes) == len(set(schemes)) == 114
    leads = Counter(word(dashboard, row, "ccg") for row in dashboard.rows)
    assert leads == {"ELR": 33, "LC": 30, "WL": 29, "Individual CCG's": 22}


def test_the_dashboards_total_is_the_published_one_and_its_columns_agree_with_it(library: Library) -> None:
    dashboard = data(library, "dashboard")
    columns = ("plan", "fot", "variance", "plan_ytd", "actual_ytd", "variance_ytd")
    assert dashboard.total is not None
    total = [number(dashboard, dashboard.total, column) for column in columns]
    assert total == [-58199, -20329, 37870, -7208, -4509, 2699]
    for column, printed in zip(columns, total, strict=True):
        added = sum(cell.number or 0 for cell in dashboard.column(column))
        assert abs(printed - added) <= dashboard.facts.tolerance, column


def test_the_dashboard_grouped_by_grouping_and_lead_gives_the_totals_of_appendix_1(library: Library) -> None:
    dashboard, appendix = data(library, "dashboard"), data(library, "appendix-1")

    def pivot(found: DataSet, columns: tuple[str, ...]) -> dict[tuple[str, str], list[Decimal]]:
        sums: dict[tuple[str, str], list[Decimal]] = defaultdict(lambda: [Decimal(0)] * 3)
        for row in found.rows:
            key = word(found, row, "grouping"), word(found, row, "lead")
            sums[key] = [
                old + number(found, row, column) for old, column in zip(sums[key], columns, strict=True)
            ]  # fmt: skip
        return sums

    schemes = pivot(dashboard, MEASURES)
    lines = pivot(appendix, tuple(f"total_{measure}" for measure in MEASURES))
    assert len(lines) == 40
    assert schemes.keys() == lines.keys()
    for key, (plan, forecast, variance) in lines.items():
        assert schemes[key][0] == plan, key
        assert abs(schemes[key][1] - forecast) <= 1, key
        assert abs(schemes[key][2] - variance) <= 1, key


def test_the_three_data_sets_have_one_grand_total(library: Library) -> None:
    areas, appendix, dashboard = (data(library, name) for name in ("programme-areas", "appendix-1", "dashboard"))
    assert areas.total is not None
    assert appendix.total is not None
    assert dashboard.total is not None
    for owner in (*CCGS, "total"):
        for measure in MEASURES:
            column = f"{owner}_{measure}"
            assert number(areas, areas.total, column) == number(appendix, appendix.total, column)
    for measure in MEASURES:
        assert number(areas, areas.total, f"total_{measure}") == number(dashboard, dashboard.total, measure)


def test_a_scheme_has_all_six_ratings_or_none(library: Library) -> None:
    dashboard = data(library, "dashboard")
    known = {rating.id for rating in dashboard.facts.ratings}
    rated = 0
    for row in dashboard.rows:
        ratings = [word(dashboard, row, rating) for rating in RATINGS]
        assert set(ratings) == {""} or set(ratings) <= known, row.place
        rated += bool(ratings[0])
    assert rated == 58


def test_the_views_show_every_column_of_the_dashboard(library: Library) -> None:
    dashboard = data(library, "dashboard")
    shown = {column for view in dashboard.facts.views for column in view.columns}
    assert shown == {column.id for column in dashboard.facts.columns}


# --- Paper C --------------------------------------------------------------------------------------------------------


def test_paper_c_has_the_published_paragraph_numbers_and_their_gap(library: Library) -> None:
    numbers = TYPED.findall(prose(paper(library, "second-blood-collection"), "report"))
    sections = {1: 6, 2: 5, 3: 12}
    expected = [f"{section}.{n}" for section, last in sections.items() for n in range(1, last + 1)]
    assert numbers == [*expected, "3.14"]


def test_the_cost_of_a_second_collection_is_ten_pounds_short_and_says_so(library: Library) -> None:
    found = paper(library, "second-blood-collection")
    block = next(block for _, block in found.blocks(TableBlock) if block.id == "cost")
    *lines, total = (value(row.cells[1].text) for row in block.rows)
    assert sum(lines) == 64418
    assert total == 64408
    assert [(known.column, known.by) for known in block.total.differences] == [("cost", Decimal(-10))]


def test_the_audits_shares_and_savings_follow_from_its_counts(library: Library) -> None:
    found = {
        row.cells[0].text: value(row.cells[1].text)
        for row in table(paper(library, "second-blood-collection"), "audit")
        if row.mark is RowMark.BODY
    }
    assert found["27 abnormal results"] == round(Decimal(2700) / 7886, 5)
    assert found["16 spurious"] == round(Decimal(1600) / 27)
    assert found["13 transport delays"] == round(Decimal(1300) / 16)
    assert found["34 abnormal results"] == round(Decimal(3400) / 8406, 2)
    assert found["17 spurious"] == round(Decimal(1700) / 34)
    assert found["12 transport delays"] == round(Decimal(1200) / 17)
    abnormal = found["Total tests completed – actual data"] * Decimal("0.0034")
    assert round(abnormal) == found["Abnormal results – extrapolated"]
    assert round(abnormal * Decimal("0.59")) == found["Spurious abnormal results – extrapolated"]
    assert round(abnormal * Decimal("0.59") * Decimal("0.81")) == found["Transport delays"]
    every, tenth, sixth, saving = list(found.values())[-4:]
    assert tenth == round(every / 10)
    assert sixth == round(every * Decimal("0.15"))
    assert abs(saving - tenth - sixth) <= 1


def test_growth_and_shares_add_up_and_the_split_follows_the_practices(library: Library) -> None:
    found = paper(library, "second-blood-collection")
    *growth, total = (value(row.cells[1].text) for row in table(found, "growth"))
    assert sum(growth) == total == Decimal("15.76")
    *rows, last = ([value(cell.text) for cell in row.cells[1:]] for row in table(found, "split"))
    practices, shares, sums = zip(*rows, strict=True)
    assert sum(practices) == last[0] == 181
    assert sum(shares) == last[1] == 100
    assert abs(sum(sums) - last[2]) <= 1
    for row in rows:
        assert row[1] == round(row[0] * 100 / last[0])


def test_paper_c_has_a_full_grid_and_ticks_three_objectives(library: Library) -> None:
    found = paper(library, "second-blood-collection")
    involvement, sign_off = grid(found, "involvement"), grid(found, "sign_off")
    named = {
        key: [who.person for who in cell.people] for key, cell in involvement.cells.items() if isinstance(cell, People)
    }
    assert {key: len(people) for key, people in named.items()} == {
        ("clinician", "city"): 2, ("clinician", "east"): 3, ("clinician", "west"): 5, ("clinician", "other"): 3,
        ("manager", "city"): 2, ("manager", "east"): 3, ("manager", "west"): 1, ("manager", "other"): 3,
    }  # fmt: skip
    groups = {
        column: [(entry.group, [str(when) for when in entry.when]) for entry in cell]
        for (_, column), cell in sign_off.cells.items()
        if isinstance(cell, tuple)
    }
    assert groups == {
        "city": [("GP Reference Group", [])],
        "east": [("EMT", ["2018-05", "2018-06"]), ("Clinical Leads Meeting", ["2018-06"])],
        "west": [("LDM", ["2018-06"])],
    }
    objectives = found.answers["objectives"]
    assert isinstance(objectives, Ticked)
    assert objectives.lines == {"core-standards", "out-of-hospital", "research"}


# --- Papers D, G and H ----------------------------------------------------------------------------------------------


def test_the_services_of_paper_d_add_up_across_and_down(library: Library) -> None:
    found = paper(library, "transforming-care")
    rows = table(found, "costs")
    money = [[value(row.cells[column].text) for column in range(2, 6) if row.cells[column].text] for row in rows]
    *services, total = money
    assert len(services) == 7
    assert [sum(column) for column in zip(*services, strict=True)] == total == [714, 504, 330, 174]
    assert all(health + social_care == both for _, both, health, social_care in money)
    listed = re.findall(r"^ *- .*: £(\d+)k$", prose(found, "summary"), flags=re.MULTILINE)
    assert [int(sum_) for sum_ in listed] == [both for _, both, _, _ in services]


def test_each_paper_asks_for_what_it_asked_for(library: Library) -> None:
    verbs = {
        found.name: [recommendation.verb for recommendation in found.header.recommendations]
        for found in library.papers.values()
        if found.meeting == MEETING
    }
    assert verbs == {
        "second-blood-collection": ["receive", "approve"],
        "transforming-care": ["recognise", "approve", "consider", "confirm"],
        "qipp-update": ["receive", "consider", "advise"],
        "community-services-redesign": ["note"],
        "frailty": ["receive", "note"],
    }
    assert paper(library, "qipp-update").header.recommendations[0].suffix == "FOR INFORMATION"


@pytest.mark.parametrize("name", ["transforming-care", "qipp-update"])
def test_the_grids_left_blank_stand_on_the_sheet(library: Library, name: str) -> None:
    answers = paper(library, name).answers
    assert left(answers["involvement"]) is Nothing.BLANK
    assert left(answers["sign_off"]) is Nothing.BLANK


def test_paper_g_names_some_and_leaves_the_rest_blank(library: Library) -> None:
    found = paper(library, "community-services-redesign")
    cells = grid(found, "involvement").cells
    assert {key for key, cell in cells.items() if isinstance(cell, Left)} == {
        ("clinician", "other"), ("manager", "city"), ("manager", "other"),
    }  # fmt: skip
    assert left(found.answers["sign_off"]) is Nothing.BLANK
    assert found.header.lead_in is Nothing.NONE


def test_paper_h_has_no_grids_no_sponsor_and_carries_the_terms_of_reference(library: Library) -> None:
    found = paper(library, "frailty")
    assert not found.answers
    assert found.header.sponsor is Nothing.BLANK
    assert [block.document for _, block in found.blocks(IncludeBlock)] == ["frailty"]
    assert "frailty" in library.terms_of_reference


@pytest.mark.parametrize(
    ("name", "paragraphs"),
    [
        ("transforming-care", [3, 2, 2, 2, 1, 5]),
        ("qipp-update", [12]),
        ("community-services-redesign", [2, 4, 4, 2, 3]),
    ],
)
def test_automatic_numbers_fall_on_as_many_paragraphs_as_were_published(
    library: Library, name: str, paragraphs: list[int]
) -> None:
    text = prose(paper(library, name), "report")
    pieces = [piece for piece in re.split(r"\n{2,}", text.strip()) if piece]
    heads = [place for place, piece in enumerate(pieces) if piece.startswith("#")]
    counts = [
        sum(not pieces[place].startswith(("- ", "#")) for place in range(start, end))
        for start, end in pairwise([*heads, len(pieces)])
    ]
    assert [count for count in counts if count] == paragraphs


def grid(found: Paper, name: str) -> Grid:
    answer = found.answers[name]
    assert isinstance(answer, Grid)
    return answer


def left(answer: Answer) -> Nothing | None:
    return answer.why if isinstance(answer, Left) else None
