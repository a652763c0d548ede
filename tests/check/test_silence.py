"""What sound papers do, and rules must not cry at; beside each, the slip that is still found."""

from datetime import date
from pathlib import Path

import pytest

from govdocs.check.catalogue import RECORD_RULES
from govdocs.check.rule import Records
from govdocs.model.library import build_library
from govdocs.read.repository import read_repository
from support.organisation import overlay, put_files, sound_files

PAPER = "# meetings/board/2026-05-14/papers/budget.md\n---\ntitle: Budget\nauthors: [alex-example]\n---\n# Report\n\n"
MINUTES = (
    "# meetings/board/2026-05-14/minutes.md\n---\nstatus: draft\nchair: robin-sample\nstarted: 10:00\n"
    "present: [robin-sample, jo-member]\nin_attendance: [alex-example]\n---\n## welcome\n\n"
)
AGENDA = "# meetings/board/2026-05-14/meeting.yaml\nagenda:\n"
BILLS = "  - {standing: welcome}\n  - {item: bills, title: Bills, presenters: [alex-example], action: approve}\n"
TABLE = "```table\ncolumns: [{id: item, label: Item}, {id: cost, label: Cost, unit: GBP}]\n---\n"
DECIDED = "```decision\nparts: [{verb: approve, text: the budget}]\nhow: consensus\noutcome: carried\n```\n"
OUTCOMES = "| No. | Result |\n|---|---|\n| Outcome 7 | Action |\n| Outcome 14 | Action |\n| Outcome 16 | Action |\n"
WITHOUT_STOP = "The clerk rang the owner of the yard. He has asked his agent to look at the gate"

PEOPLE = (
    "# records/people.yaml\npeople:\n  alex-example: {name: Alex Example, email: alex.example@anytown.example}\n"
    "  robin-sample: {name: Robin Sample, email: robin.sample@anytown.example}\n"
)

TERMS = "# records/terms-of-reference/parks.md\n---\ntitle: Parks\nbodies: [board]\nstatus: approved\n---\n"
BEFORE = "# meetings/board/2026-04-16/meeting.yaml\nbody: board\ndate: 2026-04-16\nstart: 10:00\nsession: public\n"
BEFORE += "chair: robin-sample\nvenue: main\n"

SILENT = {
    "the minutes of the meeting before, by their day": (
        "previous-minutes-wrong", BEFORE + AGENDA + "  - {standing: minutes, of: 2026-04-16}\n",
    ),
    "recommendations that lead on to the next": (
        "recommendations-uneven",
        PAPER.replace("---\n# Report", "recommendations:\n  - {verb: approve, text: the budget; and}\n"
        "  - {verb: approve, text: the plan.}\n---\n# Report"),
    ),
    "what falls as its numbers do, and what has no up or down": (
        "change-differs",
        PAPER + "Vacancies fell from 9.1% to 8.4%. The club rose from 5th to 3rd. The rank rose from 9 to 7. Sales "
        "rose from £900 to £1m. A cut in the growth from 9% to 11% is asked. Spending increased from £950k to £1.1m.",
    ),
    "points above and below a target": (
        "change-differs",
        PAPER + "Sickness was 5.1%, 0.6 points above the target of 4.5%. Attendance was 91%, 4 percentage points below "
        "the 95% standard, and 0.7 points higher than in March, when it was 90.3%.",
    ),
    "each with an address": (
        "address-of-another",
        PEOPLE + PAPER + "Ask Alex Example, alex.example@anytown.example, or Robin Sample "
        "(robin.sample@anytown.example), or the office at papers@anytown.example.",
    ),
    "no full stop is how these minutes are written": (
        "sentence-cut-off", MINUTES + f"{WITHOUT_STOP}\n\n{WITHOUT_STOP}\n\n{WITHOUT_STOP}",
    ),
    "a verdict without full stop": (
        "sentence-cut-off", MINUTES + "Cllr Moss moved the minutes and Cllr Reed seconded them. Unanimously agreed",
    ),
    "a numbered list without full stops": (
        "sentence-cut-off",
        PAPER + "The aims are\n\n1. To keep every park and every path in the town open to all who live here, "
        "by day, and in good order in all seasons of each year\n"
        "2. To hear the users of the parks before their opening hours change\n"
        "3. To plant a tree for each one that is felled",
    ),
    "a list of other sums for the same things": (
        "list-unlike-its-column",
        PAPER + "We asked for\n\n- Hall £10k\n- Park £20k\n- Pool £35k\n- Pond £45k\n\nand were given\n\n"
        "| Place | Sum |\n|---|---|\n| Hall | £10k |\n| Park | £20k |\n| Pool | £30k |\n| Pond | £40k |\n",
    ),
    "a table of more than was announced": (
        "announced-total-differs",
        PAPER + "Grants totalling £90k are in this table, with what we pay ourselves, of which £10k:\n\n"
        "| Grant | Sum | Ours |\n|---|---|---|\n| Hall | £20k | £5k |\n| Park | £30k | £5k |\n| Pool | £40k | £1k |\n",
    ),
    "a paper about terms of reference": (
        "typed-terms-incomplete",
        PAPER + "## Changes to the terms of reference\n\nFour.\n\n## Purpose\n\nWhy.\n\n## Membership\n\nOne more.\n\n"
        "## Meetings\n\nAs before.\n\n## Reporting\n\nAs before.",
    ),
    "a reminder, and how it came out": (
        "declarations-left-open",
        MINUTES.replace("## welcome", "## declarations")
        + "Members were reminded to declare any interests. Cllr Moss declared that he owns the yard.",
    ),
    "rows that only look alike": (
        "row-twice",
        PAPER + "| Rating | Lead | What |\n|---|---|---|\n| Red | Ann Lee | Roof |\n| Red | Ann Lee | Wall |\n"
        "| Red | Jo Moss | Gate |\n| Amber | to-follow | |\n| Amber | to-follow | |\n",
    ),
    "sections that begin at nought": (
        "paragraph-number-jumps",
        PAPER + "1.0 One.\n\n1.1 Two.\n\n2.0 Three.\n\n2.1 Four.\n\n2.2 Five.\n\n3.0 Six.\n\n3.1 Seven.",
    ),
    "days before and after the tenth, with noughts": (
        "date-formats-mixed", PAPER + "From 01 July 2025 to 31 December 2025 nothing was let.",
    ),
    "what was before and what is now": (
        "comparison-differs", PAPER + "We closed 4 beds within the unit, from 16 down to 12.",
    ),
    "items that lead on to the next": (
        "sentence-cut-off", PAPER + "We will\n\n- see how schemes are found and worked into the plan and\n- tell you.",
    ),
    "words in capitals that the document has in small letters": (
        "short-form-in-table", PAPER + TABLE + "| EAST only, and the HUB | 1 |\n| The east hub | 2 |\n```\n",
    ),
    "a post and whose it is": (
        "post-differs",
        PAPER.replace("[alex-example]", "[{person: alex-example, printed: Clerk for Anytown Town Council}]"),
    ),
    "a meeting whose agenda is known only from its minutes": (
        "presenter-missing", AGENDA + "  - {standing: welcome}\n  - {item: bills, title: Bills}\n" + MINUTES,
    ),
    "a year in two digits behind a day": ("year-missing", PAPER + "The yard was bought on 31 August 15."),
    "what a report is for": (
        "plan-for-the-past",
        PAPER + "The purpose of this paper is to update the Board on the spending to 28 April 2026.",
    ),
    "a note with dashes": (
        "sentence-cut-off",
        MINUTES + "Not opposed by the Council - full and listed building application - a porch of one storey behind "
        "and changes within and without at the old mill house, 7 Upper Bridge Lane",
    ),
    "a reckoning at the end": (
        "sentence-cut-off", PAPER + "Of those who were seen in spring most came back. The share is 30 of 40 = 75%",
    ),
    "codes of somebody else's list": (
        "paragraph-number-jumps", PAPER + "1.5 Days in hospital\n\n1.7 Falls\n\n2.5 Work\n\n4.7 How people were met",
    ),
    "codes that run backwards": (
        "paragraph-number-repeated",
        PAPER + "## One\n\n4.7 Falls\n\n4.9 Work\n\n## Two\n\n4.4 Doctors\n\n4.6 Dentists\n\n## Three\n\n3.2 Homes",
    ),
    "an agenda without presenters": (
        "presenter-missing",
        AGENDA + "  - {item: trees, title: Trees}\n  - {item: bins, title: Bins}\n  - {item: gate, title: The gate}\n",
    ),
    "a body whose seats are not in the records": (
        "quorum-not-met", "# records/bodies/board.yaml\nquorum: {at_least: 2}\n" + MINUTES + DECIDED,
    ),
    "a short form in square brackets in a heading": (
        "short-form-unexplained", PAPER + "## Parks Repair Plan [PRP]\n\nThe PRP is new.",
    ),
    "a short form explained a word later": (
        "short-form-unexplained", PAPER + "We go towards a Parks Repair Provider model (PRP). The PRP is new.",
    ),
    "a short form explained in brackets, its last letter from within a word": (
        "short-form-unexplained", PAPER + "We use PARIM (Parks and Repair Information System). PARIM is new.",
    ),
    "a short form that leaves out a word": (
        "short-form-unexplained", PAPER + "The Parks and Open Spaces Repair Team (POST) met. POST is new.",
    ),
    "a share told the other way round and right": (
        "share-differs", PAPER + "Of 640 tenants who were asked 352 answered, 55%.",
    ),
    "variances that two of several columns give, in every row": (
        "variance-differs",
        PAPER + "```table\ncolumns:\n  - {id: item, label: Scheme}\n  - {id: plan, label: Plan, unit: GBP}\n"
        "  - {id: fot, label: Forecast, unit: GBP}\n  - {id: off, label: Variations, unit: GBP}\n"
        "  - {id: ytd, label: Plan to date, unit: GBP}\n  - {id: act, label: Actual to date, unit: GBP}\n---\n"
        "| Parks | (800) | 0 | 800 | (100) | 0 |\n| Roads | (215) | (215) | 0 | 0 | 0 |\n"
        "| Baths | (300) | 0 | 300 | (50) | 0 |\n| Trees | (90) | 0 | 90 | (20) | 0 |\n```\n",
    ),
    "a variance of two rounded numbers": (
        "variance-differs",
        PAPER + "```table\ncolumns:\n  - {id: item, label: Scheme}\n  - {id: plan, label: Plan, unit: GBP}\n"
        "  - {id: act, label: Actual, unit: GBP}\n  - {id: off, label: Variance, unit: GBP}\n---\n"
        "| Parks | 803 | 2,848 | 2,046 |\n| Roads | 100 | 300 | 200 |\n| Baths | 100 | 90 | -10 |\n"
        "| Trees | 5 | 7 | 2 |\n```\n",
    ),
    "a column that numbers the rows is no factor": (
        "product-column-differs",
        PAPER + "```table\ncolumns:\n  - {id: no, label: Scheme number, unit: count}\n"
        "  - {id: plan, label: Plan, unit: GBP}\n  - {id: done, label: Done, unit: GBP}\n---\n"
        "| 1 | 10 | 10 |\n| 2 | 0 | 0 |\n| 3 | 0 | 0 |\n| 4 | 0 | 0 |\n| 7 | 15 | 10 |\n```\n",
    ),
    "rows of ratings": (
        "row-twice",
        PAPER + "```table\ncolumns: [{id: a, label: Money}, {id: b, label: Time}]\n---\n| Green | Red |\n"
        "| Green | Amber |\n| Amber | Red |\n| Green | Red |\n```\n",
    ),
    "partnerships in general and one of them": (
        "organisation-in-two-forms",
        PAPER + "There are 48 Care Partnerships. The Care Partnership of the town met in May.",
    ),
    "somebody who was co-opted at this meeting": (
        "speaker-not-there",
        MINUTES + "Mrs Daphne Moss and Mr Ed Reed were co-opted.\n\nMrs Moss seconded the motion.",
    ),
    "a decision told in words": (
        "outcome-missing",
        AGENDA + BILLS + MINUTES + "The chair opened the meeting.\n\n## bills\n\nThe bills were accepted for payment.",
    ),
    "the initials of somebody who was there": (
        "short-form-unexplained", MINUTES.replace("jo-member]", "jo-member, Mrs R. Gore]") + "RG will ask. RS agreed.",
    ),
    "one of two short names in brackets": (
        "short-form-unexplained", PAPER + "The Parks Repair Board (the Board or PRB) met. PRB liked it.",
    ),
    "percentages of targets": (
        "shares-no-whole",
        PAPER + "```table\ncolumns: [{id: item, label: School}, {id: share, label: Of target, unit: percent}]\n"
        "total: last\n---\n| North | 95% |\n| South | 105% |\n| West | 99% |\n| Total | 100% |\n```\n",
    ),
    "initials in the name of a firm": ("short-form-unexplained", PAPER + "K&M Lighting has sent a price."),
    "a row of income and one of spending": (
        "row-twice",
        PAPER + TABLE + "| Growth | 30 |\n| Winter money | 20 |\n| Net change in funding | 50 |\n| Wages | 30 |\n"
        "| Winter money | 20 |\n| Net change in spending | 50 |\n```\n",
    ),
    "a short form that the title explains": (
        "short-form-explained-late",
        PAPER.replace("title: Budget", "title: The Quality Panel (QP)") + "The QP met. The Quality Panel (QP) is new.",
    ),
    "names that only look alike": (
        "name-differs-a-little",
        PAPER + "The Trust's Board met the Trust Board. Parks, Roads and Homes; the Finance Group, the Joint Finance "
        "Group and the joint Finance Group.",
    ),
    "a contact with a telephone": (
        "contact-out-of-reach", PAPER + "## Contact\n\nJim Bell\\\nDirector\\\nTelephone 01234 567890\n",
    ),
    "results of a name under a head that is one": (
        "statuses-miscounted",
        PAPER + "The unit was served two Warning Notices.\n\n| 4 | Warning Notice |\n|---|---|\n"
        "| 6 | Warning Notice |\n| 7 | Compliance Action |\n| 14 | Compliance Action |\n",
    ),
    "one of several": (
        "things-miscounted",
        PAPER + "It is one of the top three priority areas of focus: access, quality, choice, safety and money.",
    ),
    "what was attained": (
        "target-told-wrongly", PAPER + "We met one target and achieved 96% against the 100% target for the other.",
    ),
    "a short form turned about": (
        "short-form-unexplained", PAPER + "The Provider Assurance Group (PGA) met. The PAG was content.",
    ),
    "some rows and others": ("row-not-there", PAPER + "Outcomes 2, 5 and 16 were met.\n\n" + OUTCOMES),
    "two people of a name": (
        "person-with-two-forenames", PAPER + "Dr Ian Bell and Dr Tim Bell met Mrs Jo Hall and Mr Joe Hall.",
    ),
    "a report that is to come": (
        "reading-from-the-future", PAPER + "In October 2026 NHS England and Monitor will have published the plan.",
    ),
    "a number that jumped, and then its own": (
        "paragraph-number-repeated",
        PAPER.replace("authors:", "numbering: typed\nauthors:") + "1. A.\n\n2. B.\n\n4. C.\n\n4. D.\n\n5. E.\n",
    ),
    "the opening of what is due": (
        "reading-from-the-future", PAPER + "It was said that in March 2027 the hall is due to open: all was done.",
    ),
    "a figure of another month": (
        "figure-a-slip-from-its-cell",
        PAPER + "The dementia diagnosis rate was 93.4%.\n\n| Indicator | Now |\n|---|---|\n"
        "| Dementia diagnosis rate | January: 93.5%, target: 95% |\n| Waits | January: 1% |\n",
    ),
    "paragraphs that are called by it": (
        "list-miscounted", PAPER + "They go one of two pathways:\n\nPathway 1: home\n\nPathway 2: care\n\nIt is.",
    ),
    "a place that counts": ("list-miscounted", PAPER + "## Three Rivers\n\n- Colne\n- Chess\n"),
    "money agreed up to a day": (
        "reading-from-the-future", PAPER + "The board has agreed funding for 12 posts up to March 2027.",
    ),
    "two columns of figures": (
        "sum-beside-differs",
        PAPER + "| Scheme | Plan £ | Result £ |\n|---|---|---|\n| Falls | 58,500 | 1,000 |\n| Night | 159,000 | |\n"
        "| Lungs | 400,000 | |\n| Total | | 1,000 |\n",
    ),
    "a percentage rounded": (
        "figure-contradicted",
        PAPER + "The CCG takes the rate of diagnosis to the national standard of 67%.\n\nSoon the CCG takes the rate "
        "of diagnosis to the national standard of 66.7%.",
    ),
    "a list in the middle of a sentence": (
        "list-without-end", PAPER + "The group\n\n- met,\n- talked,\n\nand went home.",
    ),
    "a letter of a list in bold": ("bracket-needless", MINUTES + "**_ii) To take the accounts of the year_**"),
    "the number of a minute in front of a bracket": ("bracket-needless", PAPER + "Agreed at minute 47-12i) in July."),
    "numbers that come back from a deeper level": (
        "paragraph-number-repeated", PAPER + "5.1. A.\n\n5.1.1. B.\n\n5.1.2. C.\n\n5.2. D.\n\n5.2.1. E.\n\n5.3. F.",
    ),
    "a paragraph that leads to a list, and one that goes on in the next": (
        "sentence-cut-off",
        MINUTES + "The minutes of the last meeting were approved and signed by the chairman, subject to the following "
        "amendments:-\n\nThe clerk is to be asked for the list of the tenants. He is to bring it next month; and\n\n"
        "The list is then to be read.",
    ),
    "notes without full stops among sentences": (
        "sentence-cut-off",
        MINUTES + "Apologies were received from Mrs Moss\n\nThe chairman welcomed all present\n\n" + WITHOUT_STOP,
    ),
    "an organisation's own": (
        "organisation-in-two-forms",
        PAPER + "The Anytown Youth Council met. It is the Anytown Youth Council’s first year.",
    ),
    "another person of the same surname": (
        "honorific-differs",
        "# records/people.yaml\npeople:\n  ann-jones: {name: A M Jones, honorific: Mrs, aliases: [Ann Jones]}\n"
        "  alex-example: {name: Alex Example}\n  robin-sample: {name: Robin Sample}\n"
        + PAPER + "Mr Les Jones and Mrs Margot Jones were thanked.",
    ),
    "a member by the second forename": (
        "speaker-not-there",
        MINUTES.replace("jo-member]", "jo-member, Cllr Mrs A M Jones, Cllr B Moss]") + "Cllr Margot Jones moved it.",
    ),
    "words in capitals because they matter": (
        "short-form-unexplained", MINUTES + "The motion was LOST. Apologies: Mrs Moss and ALSO Mr Reed.",
    ),
    "a plan of many years, and one year": (
        "year-pair-wrong", PAPER + "The plan for 2016/26 follows the budget of 2026/27.",
    ),
    "addresses, hours and initials": (
        "mark-misplaced", PAPER + "Write to ann.Lee@anytown.example or www.anytown.example,or A.Reed at 7.30pm.",
    ),
    "standing orders settle how a committee decides": (
        "terms-incomplete",
        TERMS + "Composition: seven members. The standing orders apply. The minutes are to be received by the Council. "
        "It has delegated powers.",
    ),
    "a committee by its objective": (
        "purpose-missing",
        TERMS + "## 1. Objective\n\nTo look after the parks.",
    ),
    "most of many items without a presenter": (
        "presenter-missing",
        AGENDA + "".join(f"  - {{item: {one}, title: {one.title()}}}\n" for one in ("trees", "bins", "gates"))
        + "  - {item: report, title: Report, presenters: [alex-example]}\n",
    ),
    "a figure and its parts": (
        "figure-contradicted",
        PAPER + "The draw down of the carry forwards of £170,000 is asked. Parks draw down the agreed carry forward "
        "of £70,000. Roads draw down the agreed carry forward of £100,000.",
    ),
    "a list of people as a paragraph": (
        "sentence-cut-off",
        MINUTES + "Apologies: Mrs Moss, who is away. Police: PC Reed, who came later. Secretary: Ms Lee and Mr Bell",
    ),
    "a word in capitals of which there are others": (
        "short-form-unexplained", MINUTES + "It was resolved to OBJECT. The letter of objection is drafted.",
    ),
    "the initials of the body's own name": (
        "short-form-unexplained",
        "# records/organisations.yaml\norganisations:\n  anytown: {name: Trossmore Community Council}\n"
        + MINUTES + "The TCC thanked all.",
    ),
    "a forecast of old, and one for this year": (
        "forecast-of-a-year-gone",
        PAPER + "A surplus had been forecast for 2023/24. The forecast for 2026/27 is better than that for 2024/25.",
    ),
    "two who are called by their own initials": (
        "initials-of-another",
        MINUTES + "Robin Sample, Vice Chair (RS), Jo Member (JM) and Alex Example (AE) came. RS asked JM and AE.",
    ),
    "two figures of one sentence": (
        "figure-contradicted",
        PAPER + "Income from the field fell from an anticipated income from the field of £390 to £83.42.",
    ),
    "a forename behind a title": (
        "person-misspelt",
        "# records/people.yaml\npeople:\n  jo-davis: {name: Jo Davis}\n  alex-example: {name: Alex Example}\n"
        "  robin-sample: {name: Robin Sample}\n" + PAPER + "Cllr David Harlow wrote.",
    ),
    "the chair that somebody is in": (
        "chair-called-two-ways", MINUTES + "In the Chair: Mr Sample. He left the Chair. The Chairman came back.",
    ),
    "one number of a row, which others go on from": (
        "item-number-wrong",
        AGENDA + "".join(f'  - {{item: {one}, title: T, number: "{n}"}}\n' for n, one in enumerate("abc", 8)),
    ),
    "the nominee accepts, and the others are elected": (
        "another-accepts",
        MINUTES + "Cllr Moss was nominated as Chairman. Cllr Moss accepted the office.\n\nCllr Reed was proposed as "
        "Treasurer and Cllr Lee as Secretary. Cllr Reed was elected, and Cllr Lee was elected.",
    ),
    "as was agreed before": (
        "reading-from-the-future", PAPER + "The budget is as agreed at the meeting on the 13th January 2026.",
    ),
    "sums with and without tax": (
        "tax-differs", PAPER + "The verge (£1,600.00 + VAT) £1,920.00, fuel £100 plus VAT £105, £20 + VAT = £20.00.",
    ),
    "the public, and one of them who spoke": (
        "public-miscounted",
        MINUTES.replace("---\n## welcome", "public_present: 4\n---\n## welcome")
        + "Four members of the public were present. One member of the public spoke.",
    ),
    "two councillors who were there": (
        "speaker-not-there",
        MINUTES.replace("jo-member]", "jo-member, Cllr Ann Moss, Cllr B Reed, Cllr C Lee]")
        + "Cllrs Moss, B Reed and Cllr Lee offered to help.",
    ),
    "references of planning applications beside sums": (
        "thousands-mixed-in-text",
        PAPER + "It cost £1,200. Application 23/01187/F, application 163755 and 20/501261/FULL, cheque 101234.",
    ),
    "sums as they are written": (
        "sum-mistyped", PAPER + "It cost £20,550.48, £1.611m, £3.10.6 in 1950, and £5, £10 or £1,234,567.00 in all.",
    ),
    "a verdict behind a dash": ("sentence-cut-off", MINUTES + f"{WITHOUT_STOP} and at the hedge – Agreed"),
    "a fund of that name": ("little-words-clash", MINUTES + "The Mr and Mrs Moss fund paid; so did the Mr Reed Trust."),
    "votes and abstentions of all": (
        "result-told-twice", MINUTES + "It was resolved by a vote of 1 in favour and 1 abstention to paint the gate.",
    ),
}  # fmt: skip
LOUD = {
    "paragraphs that are called by what was counted": (
        "list-miscounted", PAPER + "They go through one of four pathways:\n\nPathway 1: home\n\nPathway 2: care\n",
    ),
    "a number told a sentence before": (
        "list-miscounted",
        PAPER + "There are four levels of care, and one is chosen. The levels are:\n\n- full\n- joint\n- none\n",
    ),
    "what was reported of a month to come": (
        "reading-from-the-future",
        PAPER + "Waits: It was reported that at the end of March 2027 there were no breaches due to snow.",
    ),
    "two figures that are told beside what is planned": (
        "figure-contradicted",
        PAPER + "Plans will deliver recurrent performance of 95%. So plans will deliver recurrent performance of 59%.",
    ),
    "a short form behind a small letter": (
        "short-form-with-odd-letters", PAPER + "We watch key Performance Indicators (KIPs).",
    ),
    "digits turned about in a cell": (
        "figure-a-slip-from-its-cell",
        PAPER + "The dementia diagnosis rate is 57.5%.\n\n| Indicator | Now |\n|---|---|\n"
        "| Dementia diagnosis rate | January: 55.7%, target: 66.7% |\n| Waits | January: 1% |\n",
    ),
    "a row with another number": ("row-not-there", PAPER + "Outcomes 7, 14 and 61 were not met.\n\n" + OUTCOMES),
    "a forename a letter apart": (
        "person-with-two-forenames", PAPER + "Dr Ian Bell wrote. Dr Ian Bell came. The review of Dr Iann Bell is good.",
    ),
    "half a word of a long name": (
        "name-spelt-two-ways",
        PAPER + "The Overnight Nursing Assessment Service is new. The Overnight Nurse Assessment Service is full.",
    ),
    "what bodies are said to have done": (
        "reading-from-the-future",
        PAPER + "In October 2026 NHS England, the Care Commission and Monitor published the plan.",
    ),
    "a sum over a heading": (
        "sum-row-differs",
        PAPER + "| Plan | Sum £ |\n|---|---|\n| Growth | 19,575 |\n| Fund | 6,343 |\n| Total funding | 25,918 |\n"
        "| Demand | 5,051 |\n| Prices | 7,351 |\n| **Investment** | |\n| Winter | 2,022 |\n| Posts | 1,657 |\n"
        "| Total spending | 16,018 |\n",
    ),
    "a percentage of waits in weeks": (
        "figure-contradicted",
        PAPER + "The number waiting >6wks for tests is 4%.\n\nThe number waiting >6wks for tests is 1%.",
    ),
    "results of a name": (
        "statuses-miscounted",
        PAPER + "The unit was served three Warning Notices.\n\n| Outcome | Result |\n|---|---|\n"
        "| 4 | Warning Notice |\n| 6 | Warning Notice |\n| 7 | Compliance Action |\n| 14 | Compliance Action |\n",
    ),
    "two numbers of what has a name": (
        "counts-contradict",
        PAPER + "Each of the 3 Harbour and River Trusts agreed.\n\nSo did all 4 Harbour and River Trusts.",
    ),
    "an item that goes on elsewhere": (
        "cell-cut-off",
        PAPER + "- Care for people with asthma in under 19s\n\nWords.\n\n- Care for people with asthma in under\n",
    ),
    "a heading that counts its points": (
        "list-miscounted", PAPER + "## Three bullets\n\n- Plan\n- Act\n",
    ),
    "a reading up to a day to come": (
        "reading-from-the-future", PAPER + "706 patients have used this service up to December 2026.",
    ),
    "an answer to what is to come": (
        "reading-from-the-future", PAPER + "In response to the visit in July 2026 a group was established.",
    ),
    "two letters turned about": (
        "short-form-with-odd-letters", PAPER + "The Provider Performance Assurance Group (PPGA) met.",
    ),
    "one right sum beside a wrong one": (
        "sum-beside-differs",
        PAPER + "| Scheme | Saving £ | |\n|---|---|---|\n| Falls | 58,500 | |\n| Night | 159,000 | |\n"
        "| Care total | | 253,500 |\n| Lungs | 400,000 | |\n| Hearts | 133,700 | |\n| Health total | | 533,700 |\n",
    ),
    "a name with a word more": (
        "name-differs-a-little",
        PAPER + "The Overnight Nursing Support Service is new. The Overnight Nursing Home Support Service too.",
    ),
    "a row of names without its comma": (
        "name-differs-a-little",
        PAPER + "It serves Leicester, Leicestershire and Rutland. All of Leicester Leicestershire and Rutland is glad.",
    ),
    "a name with a small letter": (
        "name-differs-a-little",
        PAPER + "The Five Year Forward View is new. The Five Year Forward View is long. A Five year Forward View.",
    ),
    "a contact in words": (
        "contact-out-of-reach", PAPER + "All is well.\n\n## Officers to contact\n\nJim Bell\\\nDirector\n",
    ),
    "a plan that says its years in words": (
        "beyond-the-plan",
        PAPER.replace("title: Budget", "title: Operational plan")
        + "This plan sets out what we will do in 2026/27.\n\n- By September 2027 hold a day for all.\n",
    ),
    "a percentage cut off": (
        "figure-contradicted",
        PAPER + "The CCG takes the rate of diagnosis to the national standard of 67%.\n\nSoon the CCG takes the rate "
        "of diagnosis to the national standard of 67.7%.",
    ),
    "a list that announces another item": (
        "list-without-end", PAPER + "The plan:\n\n- is agreed\n- is watched by the group,\n\n## Next\n\nWords.",
    ),
    "a short form behind a number": (
        "short-form-explained-late", PAPER + "We lack 684WTE nurses. Whole Time Equivalent (WTE) posts are 417.",
    ),
    "a short form behind another": ("short-form-unexplained", PAPER + "The NHS/HWQ group met."),
    "a short form that is no number": ("short-form-unexplained", PAPER + "The LCC agreed."),
    "a short form of other letters in a heading": (
        "short-form-with-odd-letters", PAPER + "## Better Care Programme (BCT)\n\nThe programme is new.",
    ),
    "few sentences without an end in a long paper": (
        "sentence-cut-off", PAPER + 120 * "The hall is open.\n\n" + 3 * f"{WITHOUT_STOP}\n\n",
    ),
    "the minutes of another day": (
        "previous-minutes-wrong", BEFORE + AGENDA + "  - {standing: minutes, of: 2026-03-19}\n",
    ),
    "a name turned about, in a list": (
        "name-spelt-two-ways",
        PAPER + "The Joint Planning Board sat in May. The Planning Joint Board, PAG and others met in June.",
    ),
    "a proposal and no more": (
        "outcome-missing",
        AGENDA + BILLS + MINUTES + "Words.\n\n## bills\n\nMs Member proposed to pay, seconded by Mr Sample.",
    ),
    "somebody who moves and was not there": ("speaker-not-there", MINUTES + "Cllr Mrs Moss seconded the motion."),
    "a weekday and a month in capitals": ("weekday-wrong", MINUTES + "MINUTES OF THE COUNCIL, MONDAY 13th MAY 2026"),
    "half a line at a dash": ("sentence-cut-off", MINUTES + "Power company - direct debit -"),
    "a sentence that stops at a word": (
        "sentence-cut-off", MINUTES + "\n\n".join((*[WITHOUT_STOP] * 3, "They will come back in May, when all of the")),
    ),
    "one paragraph without full stop": ("sentence-cut-off", PAPER + WITHOUT_STOP),
    "a short form that brackets do not explain": (
        "short-form-unexplained", PAPER + "We use PARIM (Mr Reed bought it). PARIM is new.",
    ),
    "a share told the other way round": (
        "share-differs", PAPER + "Of the 500 homes 432 were visited, which is 88.4%.",
    ),
    "a long contract between length and dates": (
        "period-length-differs",
        PAPER + "We ask for a three-year contract with the builders of the yard for a fixed price "
        "from 1 June 2026 to 31 May 2028.",
    ),
    "a plan that says what will be done": (
        "plan-for-the-past", PAPER + "The review of arrears will be completed by 30 April 2026.",
    ),
    "what must be by a day gone by": (
        "plan-for-the-past", PAPER + "The landlord must have an answer by 30 April 2026.",
    ),
    "the last recommendation leads nowhere": (
        "recommendations-uneven",
        PAPER.replace("---\n# Report", "recommendations: [{verb: approve, text: the budget; and}]\n---\n# Report"),
    ),
    "what falls and is more than before": ("change-differs", PAPER + "Vacancies fell from 8.4% to 9.1%."),
    "a rise with its number before it": (
        "change-differs", PAPER + "This follows a 7% rise in visits, from 21,400 to 22,470.",
    ),
    "points that are not the difference": (
        "change-differs", PAPER + "Attendance was 91.2%, 1.4 points above the target of 90%.",
    ),
    "an address of another behind a name": (
        "address-of-another", PEOPLE + PAPER + "Ask Alex Example, robin.sample@anytown.example.",
    ),
    "an address with a letter too many": (
        "address-of-another", PEOPLE + PAPER + "Ask Alex Example, alex.examplee@anytown.example.",
    ),
    "one number left out": (
        "paragraph-number-jumps", PAPER + "## One\n\n1.1 A.\n\n1.2 B.\n\n## Two\n\n2.1 C.\n\n2.3 D.\n\n2.4 E.",
    ),
    "the one item without a presenter": (
        "presenter-missing",
        AGENDA + "  - {item: trees, title: Trees}\n  - {item: bins, title: Bins, presenters: [alex-example]}\n"
        "  - {item: gate, title: The gate}\n",
    ),
    "a number of a deeper level that comes back to one too many": (
        "paragraph-number-jumps", PAPER + "5.1. A.\n\n5.1.1. B.\n\n5.2. C.\n\n5.2.1. D.\n\n5.4. E.",
    ),
    "a number twice, with the year behind it": (
        "item-number-wrong",
        AGENDA + '  - {item: a, title: A, number: "054/26"}\n  - {item: b, title: B, number: "054/26"}\n',
    ),
    "a year mistyped": ("year-pair-wrong", MINUTES + "The precept of 2017/26 was set."),
    "a name in the middle of others": (
        "name-turned",
        "# records/organisations.yaml\norganisations:\n  anytown: {name: Colby Bassett Parish Council}\n"
        + MINUTES + "Draft Minutes of Colby Basset Parish Council Meeting.",
    ),
    "a comma and a full stop without a space": ("mark-misplaced", MINUTES + "It was noted that,as before, all came."),
    "a full stop among names": ("mark-misplaced", MINUTES + "Councillors Finlay. Goodman, Kelly and Reed joined."),
    "a consultation of eight weeks": (
        "period-length-differs",
        MINUTES + "It was agreed to begin the six-week public consultation with the community and statutory consultees "
        "from Monday 8th June 2026 until Tuesday 4th August 2026.",
    ),
    "a surname in two halves, turned about": (
        "person-misspelt",
        "# records/people.yaml\npeople:\n  ann-ash-moss: {name: Ann Ash-Moss}\n  alex-example: {name: Alex Example}\n"
        "  robin-sample: {name: Robin Sample}\n" + PAPER + "Ann Moss-Ash spoke.",
    ),
    "a surname of two words with a hyphen": (
        "person-misspelt",
        "# records/people.yaml\npeople:\n  ann-de-moss: {name: Ann de Moss}\n  alex-example: {name: Alex Example}\n"
        "  robin-sample: {name: Robin Sample}\n" + PAPER + "Cllr De-Moss spoke.",
    ),
    "initials behind two names": (
        "initials-of-another",
        MINUTES.replace("jo-member]", "Ann Bell, Kim Reed, Adam Bold]")
        + "Ann Bell, Vice Chair (AB), Kim Reed (KR) Robin Sample (RS) and Adam Bold (AB) came. KR asked RS.",
    ),
    "a space before a colon": ("mark-misplaced", MINUTES + "The fountain : it is to be ready in May."),
    "a meeting to come that has agreed": (
        "reading-from-the-future",
        MINUTES + "The clerk presented the budget as agreed at the meeting on the 13th January 2027.",
    ),
    "no apologies, and from whom": (
        "apologies-differ",
        MINUTES + "No apologies were received.\n\nApologies received from Cllr R Bloxham (county) and Cllr Moss.",
    ),
    "a weekday without a space, and initials": ("mark-misplaced", MINUTES + "It was held on Thursday11th May 2017."),
    "a title behind an article": ("little-words-clash", MINUTES + "They thanked the Mr Whipp on behalf of all."),
    "votes and abstentions of more than there were": (
        "result-told-twice", MINUTES + "It was resolved by a vote of 2 in favour and 1 abstention to paint the gate.",
    ),
    "one of two councillors who was away": (
        "speaker-not-there",
        MINUTES.replace("jo-member]", "jo-member, Cllr Ann Moss, Cllr B Reed, Cllr C Lee]")
        + "Cllrs Cass and Reed offered to help.",
    ),
    "who proposes and seconds": ("motion-of-one", MINUTES + "Cllr A. Moss proposed and Cllr A. Moss seconded a vote."),
    "another who is elected": (
        "another-accepts",
        MINUTES + "It was proposed that Cllr Moss be elected Chairman. Cllr Reed was duly elected.",
    ),
    "too few of a body without seats": (
        "quorum-not-met", "# records/bodies/board.yaml\nquorum: {at_least: 3}\n" + MINUTES + DECIDED,
    ),
    "a row twice above one total": (
        "row-twice",
        PAPER + TABLE + "| Winter money | 20 |\n| Wages | 30 |\n| Winter money | 20 |\n| Total | 70 |\n```\n",
    ),
}  # fmt: skip


def _findings(root: Path, rule: str, snippet: str) -> list[str]:
    sources, reading = read_repository(put_files(root, overlay(sound_files(), snippet)))
    library, modelling = build_library(sources)
    assert not [f"{one.place}: {one.message}" for one in (*reading, *modelling)]
    (looks,) = (one.look for one in RECORD_RULES if one.problem.name == rule)
    return [found.message for found in looks(Records(library, date(2026, 5, 10)))]


@pytest.mark.parametrize("case", SILENT)
def test_rule_is_silent(case: str, tmp_path: Path) -> None:
    assert not _findings(tmp_path, *SILENT[case])


@pytest.mark.parametrize("case", LOUD)
def test_rule_still_speaks(case: str, tmp_path: Path) -> None:
    assert _findings(tmp_path, *LOUD[case])
