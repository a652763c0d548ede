"""How far a rule looks: at each meeting by itself, or at all records at once.

A near rule judges the papers, the minutes and the agenda of each meeting by themselves: what it finds in all of them is
what it finds in one after another. It may look up any other record by its id, its place in time or its register, and
need not be asked again until one of those changes. Every other rule is far, and is asked whenever anything changes; a
new one is far until it is named here. What a far rule wants to know of the words in all papers it is told, as facts of
each meeting by itself. `tests/check/test_reach.py` holds near rules, and those who tell, to it.
"""

from typing import Final

from govdocs.check.catalogue import RECORD_RULES
from govdocs.check.date_order import tell_days_of_meetings
from govdocs.check.listed_names import tell_names_in_words
from govdocs.check.listed_titles import initials_unlike_the_list
from govdocs.check.long_forms import tell_explanations
from govdocs.check.posts import tell_addresses, tell_printed_posts
from govdocs.check.posts_in_prose import posts_of_others
from govdocs.check.rule import Looking, Telling
from govdocs.check.spelling_of_names import tell_printed_people
from govdocs.check.who_is_who import tell_forenames, titled_two_ways

NEAR: Final = frozenset(
    name
    for names in (
        "placeholder-text doubled-word bracket-open",
        "sentence-cut-off drafting-note quote-open bracket-needless mark-misplaced",
        "list-without-end cell-cut-off",
        "little-words-clash total-differs total-off-by-rounding known-difference-needless formula-differs",
        "formula-bad formula-off-by-rounding derived-figure-differs",
        "number-unreadable",
        "data-disagrees",
        "share-differs change-differs list-total-differs list-miscounted product-differs",
        "sum-in-sentence-differs parts-exceed-whole multiple-differs cost-of-one-each-differs counts-contradict",
        "thousands-mixed-in-text",
        "difference-differs parts-make-another-number",
        "comparison-differs percentage-of-two-differs sum-over-years-differs parts-told-differ",
        "digit-slipped figure-contradicted figure-cut-off",
        "figure-unlike-its-row cover-figure-differs rows-miscounted list-unlike-its-column announced-total-differs",
        "rows-add-up-otherwise figure-a-slip-from-its-row figure-a-slip-from-its-cell share-of-row-differs",
        "row-not-there",
        "row-total-differs",
        "variance-differs",
        "percent-column-differs product-column-differs balance-column-differs bracketed-share-differs",
        "share-column-differs share-of-rounded growth-added-up",
        "unit-slipped growth-added-up-in-text",
        "subtotal-differs totals-unbalanced forecast-without-plan rating-missing row-twice thousands-mixed",
        "sign-odd sign-twice unsure-in-total",
        "value-spelt-two-ways indicator-twice column-of-another-year classifications-differ",
        "rating-against-figures tolerances-unstated",
        "statuses-miscounted",
        "result-judged-wrongly",
        "cell-not-listed",
        "row-out-of-order row-number-missing",
        "sum-row-differs sum-beside-differs shares-no-whole",
        "figure-differs event-differs",
        "weekday-wrong date-impossible date-misspelt",
        "plan-for-the-past reading-from-the-future approval-after-start year-missing",
        "months-differ",
        "year-unlikely beyond-the-plan date-contradicted milestones-out-of-order",
        "next-meeting-differs meeting-on-another-day",
        "notice-short late-without-reason urgent-without-reason",
        "organisation-left-out nothing-ticked contact-out-of-reach draft-in-words cover-date-differs",
        "recommendations-differ verb-not-of-the-body",
        "lead-in-missing lead-in-of-another recommendations-uneven recommendation-of-two",
        "verb-too-weak action-missing",
        "meeting-number-wrong item-number-wrong time-too-short item-without-time item-twice section-empty",
        "period-length-differs period-ends-before-start year-pair-wrong forecast-of-a-year-gone",
        "date-formats-mixed year-formats-mixed",
        "paper-missing time-out-of-order time-missing standing-item-missing next-meeting-wrong",
        "title-differs presenter-differs verb-differs sponsor-sent-apologies",
        "cover-field-missing cover-field-blank sign-off-undated sign-off-after-meeting still-a-draft verb-repeated",
        "recommendations-not-printed",
        "cover-repeated",
        "chair-not-present",
        "item-not-minuted order-changed previous-minutes-wrong item-empty outcome-missing",
        "voter-not-present voted-with-interest action-without-date",
        "listed-under-two-names apologies-contradicted movement-impossible hour-differs",
        "quorum-contradicted result-told-twice",
        "claim-without-decision resolution-weaker",
        "recommendation-in-text speaker-not-there promise-without-action",
        "told-by-colour-alone picture-described-emptily",
        "name-fits-two speaker-by-forename",
        "closed-words-in-the-open",
        "closed-without-ground closed-without-review closed-review-overdue closed-on-a-lost-resolution",
        "chair-called-two-ways venue-differs word-in-two-forms organisation-in-two-forms",
        "name-differs-a-little",
        "name-instead-of-id affiliation-missing organisation-cut-off post-given-up",
        "action-owner-unknown",
        "minutes-never-approved approval-unsupported agenda-looks-back-twice minutes-of-another-day",
        "resolution-in-words resolution-led-in-otherwise resolution-empty resolution-weaker-in-words",
        "decision-cited-wrongly",
        "conflicted-vote-counted interest-not-declared",
        "signature-missing answer-to-nothing",
        "closed-row-in-total",
        "majority-not-reached proxy-not-allowed vote-without-right",
        "closed-without-resolution consent-contradicted election-odd",
        "rendition-incomplete rendition-open",
        "rendition-differs rendition-figure-differs",
        "meeting-off-pattern",
        "quorum-not-met votes-too-many outcome-against-votes",
        "short-form-unexplained short-form-explained-late short-form-with-two-meanings short-form-in-table",
        "short-form-explained-wrongly short-form-with-odd-letters",
        "person-misspelt honorific-differs name-turned name-spelt-two-ways",
        "section-part-missing section-items-miscounted section-item-without-date due-outside-period",
        "reading-to-come",
        "index-term-twice index-term-untidy index-term-lost",
        "initials-not-there initials-of-another apologies-differ motion-of-one",
        "gap-of-template bracket-open-in-value month-of-another-report",
        "total-of-list-differs figure-misquoted forecast-equals-actual amendment-of-nothing",
        "organisation-run-on organisation-spaced-otherwise another-accepts typed-terms-incomplete",
        "tax-differs public-miscounted declarations-left-open",
        "paragraph-number-jumps paragraph-number-repeated paragraph-numbers-mixed",
        "score-differs target-told-wrongly balance-told-differs range-turned month-number-differs",
        "sum-mistyped cover-unlike-agenda purpose-differs cost-denied",
        "things-miscounted movement-outside-meeting stand-in-differs number-present-differs",
    )
    for name in names.split()
)

#: What tells facts: near, as `Records.facts` asks for it.
TELLING: Final[tuple[Telling, ...]] = (
    tell_addresses,
    tell_days_of_meetings,
    tell_explanations,
    tell_forenames,
    tell_names_in_words,
    tell_printed_people,
    tell_printed_posts,
)
#: What looks near within a far rule, as `Records.nearby` asks for it.
LOOKING: Final[tuple[Looking, ...]] = (initials_unlike_the_list, posts_of_others, titled_two_ways)

NEAR_RULES = tuple(rule for rule in RECORD_RULES if rule.problem.name in NEAR)
FAR_RULES = tuple(rule for rule in RECORD_RULES if rule.problem.name not in NEAR)
