"""Rules about numbers find what does not add up as it is usually typed, and are silent on what only looks so."""

from pathlib import Path

import pytest

from support.judging import judge_report

#: Findings of other kinds that a bare report has.
ASIDE = {
    "cover-field-missing", "paper-not-on-agenda", "short-form-unexplained", "short-form-in-table",
    "standing-item-missing",
}  # fmt: skip


def _table(columns: str, *rows: str, **facts: str) -> str:
    more = "".join(f"{key}: {value}\n" for key, value in facts.items())
    labels = ", ".join(f'{{id: c{n}, label: "{label}"}}' for n, label in enumerate(columns.split("|")))
    return "```table\n" + f"id: t\n{more}columns: [{labels}]\n---\n" + "".join(f"| {row} |\n" for row in rows) + "```\n"


def _plain(*lines: str) -> str:
    """A table in plain Markdown; the first line is its head."""
    dashes = "|".join("---" for _ in lines[0].split("|"))
    return "".join(f"| {line} |\n" for line in (lines[0], dashes, *lines[1:]))


SOUND = {
    "a plain table with groups, units, a heading across and a foot without a name": _plain(
        "Service | Spent | | Income | | Net | ", " | Budget | To date | Budget | To date | Budget | To date",
        " | £000 | £000 | £000 | £000 | £000 | £000", "**Parks** | | | | | | ",
        "Trees | 10.5 | 8.2 | -4.0 | -3.1 | 6.5 | 5.1", "Ponds | 3.0 | 1.2 | 0.0 | 0.0 | 3.0 | 1.2",
        "Paths | 20.0 | 19.5 | -1.5 | -2.5 | 18.5 | 17.0", " | 33.5 | 28.9 | -5.5 | -5.6 | 28.0 | 23.3",
    ),
    "income and costs with variances of different signs": _plain(
        " | Actual | Budget | Variance | % of budget", "Income | 8,301 | 8,150 | 151 | 102%",
        "Pay | 5,782 | 5,459 | (323) | 106%", "Other costs | 2,356 | 2,230 | (126) | 106%",
        "**Operating surplus** | **163** | **461** | **(298)** | **35%**", "Interest | 212 | 212 | 0 | 100%",
        "**Surplus/(deficit)** | **(49)** | **249** | **(298)** | | ",
    ),
    "a balance told in rows": _plain(
        " | £", "Balance at 1 May | 48,210.35", "Plus receipts | 6,402.10", "Less payments | 2,586.60",
        "Balance at 31 May | 52,025.85",
    ),
    "net, tax and gross, with a further column": _plain(
        "Payee | Net | VAT | Tax | Gross", "Clerk | 205.96 | | 51.40 | 257.36", "Hall | 100.00 | 20.00 | | 120.00",
        "Hedges | 60.00 | 12.00 | | 72.00", "Total | 365.96 | 32.00 | 51.40 | 449.36",
    ),
    "figures against figures, and what they come to": (
        "Cash is £21.4m, which is £3.1m above the plan of £18.3m. It fell by £4.2m from £25.6m. "
        "There are 4,538 learners against a target of 4,800, a shortfall of 262. In May 11,240 patients came, of whom "
        "10,307 were seen in time (91.7%). Pay is £1.1m over its plan of £55.6m, which is 2.0%. The bids cost £1,140 a "
        "year, or £3,420 over three years. Of 61 patients, 49 were seen in time and 12 were not."
    ),
    "figures that only stand beside each other": (
        "The hall cost £400,000, which is more than the £310,000 of the library, and £25,000 more was spent on its "
        "roof. Of the 40 homes 12 were let in May and 9 were not ready. We paid £3,000 a year, and £10,000 over three "
        "years to others. Income of £90,000 came in against costs of £70,000, up by 12% on the year."
    ),
    "sentences that tell of rows in other words": (
        "Parks and Roads together cost less than Baths. Parks cost £3,400 in all. Roads are 19% of Parks and Baths.\n\n"
        + _plain("Service | £ | Last year £", "Parks | 3,385 | 3,310", "Roads | 1,769 | 1,604", "Baths | 9,410 | 9,120")
    ),
    "ratings counted, and ratings of something else": (
        "Two measures are green, one is amber and one is red; last month three were green.\n\n"
        + _plain("Measure | Status", "Calls | Green", "Letters | Green", "Visits | Amber", "Refunds | Red")
    ),
    "thousands that do not say so, one off": _plain(
        " | Actual | Budget | Variance | %", "Fees | 654 | 626 | 27 | 4.3%", "Other | 10 | - | 10 | n/a",
        "Total income | 663 | 626 | 37 | 5.9%", "Staff | 858 | 859 | 1 | 0.1%", "Materials | 1 | 10 | 9 | 90.6%",
        "Total costs | 859 | 869 | 10 | 1.2%", "Surplus/(deficit) | (196) | (243) | 47 | 19.4%",
    ),
    "two like sums that the table both has": (
        "The units cost £1,967k and £1,367k.\n\n"
        + _plain("Unit | £000", "North | 1,367", "South | 600", "Total | 1,967")
    ),
    "a sum of two rows that is nearly a third": (
        "Councils hold £105.08m. Banks and funds together hold £105.09m.\n\n"
        + _plain("Holder | £m", "Banks | 84.07", "Councils | 105.08", "Funds | 21.02", "Total | 210.17")
    ),
    "sixty-six of December": "There were 57 visits, 9 fewer than the 66 of December, a fall of 13.6%.",
    "a list with its total": "Receipts:\n\n- Graves: £967\n- Fees: £400\n- Tax: £147\n- Total: £1,514",
    "results and targets of which less is better": _plain(
        "Measure | Target | Result | Met", "Calls answered | 90% | 93% | Yes", "Searches in time | 95% | 91% | No",
        "Sickness | 4.0% | 3.1% | Yes", "Homes empty | 60 | 52 | Yes", "Rent collected | 98% | 98.4% | Yes",
    ),
    "a total that nothing declares": _table(
        "Item|Cost £", "Staff | 49,608", "Vans | 5,610", "Fuel | 9,200", "Total | 64,418"
    ),
    "sums within a table, and the sum of sums": _table(
        "Scheme|£", "Beds | 100", "Homes | 50", "BCF total | 150", "Nurses | 30", "Stroke | 20", "CCG total | 50",
        "Estate | 70", "Total identified | 270",
    ),
    "income, expenditure and what is left": _table(
        "Item|Budget|Actual", "Rents | 1,000 | 1,100", "Fees | 500 | 450", "Total income | 1,500 | 1,550",
        "Staff | 900 | 950", "Repairs | 300 | 310", "Total expenditure | 1,200 | 1,260", "Net total | 300 | 290",
    ),
    "thousands that were rounded": _table(
        "Item|£000", "Staff | 1,204", "Vans | 310", "Fuel | 87", "Rent | 65", "Total | 1,667",
        notes="[Figures may not add up because of rounding.]",
    ),
    "a merged cell beside numbers": _table(
        "Source|Scheme|£", "Parks | Trees | 100", "^^ | Ponds | 50", "^^ | Paths | 25", "Total | | 175"
    ),
    "shares that add up to 101 by rounding": _table(
        "Town|Share", "North | 33.5%", "South | 33.5%", "West | 33.0%", "Total | 100%"
    ),
    "a column of percentages of nothing in the table": _table(
        "Ward|Homes|Turnout %", "North | 210 | 31%", "South | 388 | 28%", "West | 402 | 35%", "East | 199 | 40%"
    ),
    "credits among costs": _table(
        "Item|Variance £", "Staff | 120", "Vans | -30", "Fuel | 45", "Rent | 60", "Bins | 75", "Tax | 12", "Post | 9"
    ),
    "rows numbered as another list is": _table(
        "Ref|Action", "3 | Repair the hall", "7 | Paint the gates", "12 | Cut the hedge", "19 | Plant the trees"
    ),
    "a sum of which part is named": "The grant is £50,000, of which £30,000 is for staff.",
    "a total beside a comparison": "We spent £3,000 in May compared with £2,000 in April, a total budget of £10,000.",
    "two counts of different things": "All 181 practices take part, and all 48 patient groups were asked.",
    "doubled, nearly": "Visits have doubled from 410 to 803.",
    "a figure of the row, rounded": "Of this, staffing costs are £49.6k a year.\n\n" + _table(
        "Item|Cost £", "Staffing costs | 49,608", "Vehicle leasing | 5,610", "Fuel and oil | 9,200"
    ),
    "percentages of a year and of five": "Costs grow by 5% a year; over five years they will be 28% higher.",
    "a year is no number of four digits": "In 2018 there were 1,250 visits, and 1,900 in 2019.",
    "sums of one size": "The hall costs £3,119 and the county's programme £3.2m.",
}  # fmt: skip


@pytest.mark.parametrize("report", SOUND.values(), ids=SOUND.keys())
def test_nothing_is_found_in(report: str, tmp_path: Path) -> None:
    found = judge_report(tmp_path, report)
    assert {name: [one.message for one in ones] for name, ones in found.items() if name not in ASIDE} == {}


SLIPS = {
    "a total that nothing declares": (
        "total-differs",
        _table("Item|Cost £", "Staff | 49,608", "Vans | 5,610", "Fuel | 9,200", "Total | 64,408"),
    ),
    "a subtotal among others": (
        "sum-row-differs",
        _table(
            "Scheme|£", "Beds | 1,100", "Homes | 450", "BCF total | 1,550", "Nurses | 630", "Stroke | 220",
            "CCG total | 580", "Total | 2,400",
        ),
    ),
    "the sum of sums": (
        "sum-row-differs",
        _table(
            "Scheme|£", "Beds | 1,100", "Homes | 450", "BCF total | 1,550", "Nurses | 630", "Stroke | 220",
            "CCG total | 850", "Total | 2,490",
        ),
    ),
    "a total off by one pound": (
        "total-off-by-rounding",
        _table("Town|Pays £", "North | 13,394", "South | 19,347", "West | 16,866", "Total | 49,608"),
    ),
    "a total under merged cells": (
        "total-differs",
        _table("Source|Scheme|£", "Parks | Trees | 100", "^^ | Ponds | 50", "^^ | Paths | 25", "Total | | 185"),
    ),
    "the total of a row": (
        "row-total-differs",
        _table(
            "Service|North|South|Total", "Parks | 100 | 200 | 300", "Roads | 300 | 400 | 700",
            "Baths | 250 | 350 | 500", "Trees | 40 | 50 | 90",
        ),
    ),
    "a total in a plain table": (
        "total-differs", _plain("Item | £", "Staff | 49,608", "Vans | 5,610", "Fuel | 9,200", "**Total** | **64,148**")
    ),
    "a foot without a name": (
        "sum-row-differs", _plain("Bid | £", "Land | 200,000", "Roofs | 300,000", " | **510,000**")
    ),
    "a surplus in bold that does not follow": (
        "sum-row-differs",
        _plain(
            " | Actual | Budget", "**Income** | **2,561** | **2,545**", "Pay | 1,582 | 1,578",
            "Other costs | 696 | 878",
            "**Operating surplus** | **238** | **89**", "Loss on the lease | (20) | -",
            "**Surplus after the lease** | **218** | **89**",
        ),
    ),
    "a net column under groups": (
        "variance-differs",
        _plain(
            "Service | Spent | Income | Net", " | Budget | Budget | Budget", "Trees | 10.5 | -4.0 | 6.5",
            "Ponds | 3.0 | -1.0 | 2.0", "Paths | 20.0 | -1.5 | 15.8", "Tools | 2.0 | -0.5 | 1.5",
        ),
    ),
    "what is left of a budget": (
        "variance-differs",
        _plain(
            "Scheme | Budget | Spent | Budget left", "Roof | 900 | 450 | 450", "Hall | 320 | 100 | 202",
            "Gate | 80 | 75 | 5",
        ),
    ),
    "a variance of two rows": (
        "variance-differs",
        _plain(
            " | Planned £000 | Actual £000 | Variance £000", "A | (2,455) | (2,397) | 85",
            "B | (790) | (2,397) | (1,607)",
        ),
    ),
    "a closing balance": (
        "sum-row-differs",
        _plain(
            " | £", "Balance at 1 May | 48,210.35", "Plus receipts | 6,402.10", "Less payments | 2,586.60",
            "Balance at 31 May | 52,205.85",
        ),
    ),
    "gross of net and tax": (
        "row-total-differs",
        _plain(
            "Payee | Net | VAT | Gross", "Hall | 100.00 | 20.00 | 120.00", "Hedges | 60.00 | 12.00 | 27.00",
            "Print | 10.00 | 2.00 | 12.00",
        ),
    ),
    "likelihood times impact": (
        "product-column-differs",
        _plain(
            "Risk | Likelihood | Impact | Score", "Fire | 2 | 5 | 10", "Flood | 3 | 4 | 12", "Theft | 4 | 2 | 6",
            "Staff | 3 | 3 | 9", "Ice | 5 | 2 | 10",
        ),
    ),
    "a difference from a plan": ("comparison-differs", "Cash is £21.4m, which is £3.1m above the plan of £18.8m."),
    "a shortfall of a target": (
        "comparison-differs", "There are 4,538 learners against a target of 4,800, a shortfall of 226."
    ),
    "a figure that includes another": (
        "comparison-differs",
        "The plan is a surplus of £11.6m, which includes £10.0m of grants. Without these it is £2.6m.",
    ),
    "points told in the sentence after": (
        "comparison-differs", "The rate rose from 90.2% to 91.7%. It is 2.3 points below the target of 95%."
    ),
    "a row as the only one with a figure": (
        "figure-a-slip-from-its-row",
        "The result so far is a surplus of £973,000, which is £334,000 better.\n\n"
        + _plain(" | Actual £000 | Better by £000", "Income | 17,593 | 121", "Surplus | 973 | 344", "Cash | 290 | 12"),
    ),
    "a total of payments in minutes' words": (
        "digit-slipped",
        "It was agreed to pay £2,568.60 in all.\n\n"
        + _plain("Payee | £", "Garden | 1,440.00", "Print | 966.60", "Hall | 180.00", "Total | 2,586.60"),
    ),
    "standards counted": (
        "statuses-miscounted",
        "Three of the four standards were met.\n\n"
        + _plain("Standard | Met", "Calls | Yes", "Letters | No", "Visits | Yes", "Refunds | No"),
    ),
    "a subtotal among others that add up": (
        "sum-row-differs",
        _plain(
            "Item | £", "**Hall** | ", "Rent | 1,500", "Heating | 900", "Total (Hall) | 2,400", "**Green** | ",
            "Mowing | 1,210", "Loan | 1,989", "Hedge | 1,280", "Total (Green) | 4,389", "**Lamps** | ",
            "Supply | 1,488", "Repairs | 1,134", "Total (Lamps) | 2,622",
        ),
    ),
    "what is left of income and expenditure": (
        "sum-row-differs",
        _plain("Item | £", "Rates | 200", "Income | 31,746", "Expenditure | 31,710", "End of year position | 46"),
    ),
    "rows counted and added": (
        "rows-add-up-otherwise",
        "The three grants came to £4,400.\n\n"
        + _plain("Item | £", "Grant for a hall | 4,000", "Clerk | 698", "Grant for a clock | 250", "Field grant | 250"),
    ),
    "a share of the whole": (
        "share-of-row-differs",
        "Roads receive £5,941, or 45% of the whole.\n\n"
        + _plain("Service | £", "Schools | 3,385", "Roads | 5,941", "Homes | 2,279", "Total | 11,605"),
    ),
    "a fall in percent": (
        "percentage-of-two-differs", "There were 57 visits, 9 fewer than the 66 of December, a fall of 16.3%."
    ),
    "words after a share": ("share-differs", "The rate is 683/1865 = 36.7%."),
    "one each": (
        "cost-of-one-each-differs",
        "There are 181 practices here. Such a machine costs £900 each, one per practice in the county is £142k.",
    ),
    "a row's figure with its digits turned": (
        "figure-unlike-its-row",
        "In the summer repairs were overspent by £42,000.\n\n"
        + _table(
            "Heading|Budget £|Variance £", "Repairs | 310,000 | 24,000", "Wages | 205,000 | -3,500", "Post | 400 | 9"
        ),
    ),
    "shares that make no hundred": (
        "sum-in-sentence-differs",
        "Of spending, 45% goes to repairs, 30% to wages and 20% to the rest, 100% in all.",
    ),
    "a forecast that stands still": (
        "forecast-equals-actual",
        _table("Scheme|Forecast outturn|Actual YTD", "Parks | 1,200 | 300", "Roads | 789 | 789", "Baths | 400 | 90"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rule", "report"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_found_in(rule: str, report: str, tmp_path: Path) -> None:
    assert rule in judge_report(tmp_path, report)
