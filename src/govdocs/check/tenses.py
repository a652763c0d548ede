"""Whether a sentence speaks of a date as of something to come, or as of something that has been.

English is read by its signposts: "will", "is due", "by the end of", "was held", "year to date". Where they point both
ways, or there are none, nothing is said.
"""

import re
from enum import StrEnum

_PLANNED = re.compile(
    r"\b(?:will|shall|must|is to|are to|(?:is|are|being) (?:now |currently )?(?:due|planned|scheduled|expected|set"
    r"|intended|hoped|anticipated|proposed|going to|to be)|no later than|(?:due|planned|scheduled|proposed)"
    r" (?:for|to|on|by|in)|deadline|target date|(?:plan|aim|intend|hope|expect)s? to"
    r"|(?:required|asked|requested|invited|has|have|needs?) to"
    r"|to be (?:completed?|ready|finalised|held|implemented|delivered|in place|achieved"
    r"|finished|submitted|reviewed|published|considered"
    r"|presented|launched|opened|agreed|approved|signed|circulated|confirmed))\b(?P<between>[^.;:]{0,90})$",
    re.IGNORECASE,
)
#: Words between a plan and its date that make it one of the past.
_PAST = re.compile(
    r"(?<!\bbe )\b(?:was|were|had|since|until|began|started|took place|approved|agreed|met|published|issued|ended"
    r"|served|dated|held|completed|would|should have|previously|last|originally|compared|up to|as at)\b",
    re.IGNORECASE,
)
#: What a body is asked to do now is no plan of its own: "is asked to note the figures at December".
_ASKED_NOW = re.compile(
    r"\b(?:asked|requested|invited|required) to\s+(?:note|receive|approve|consider|discuss|agree|review|endorse|ratify"
    r"|support|accept|comment|adopt|take|be assured|scrutinise)\b",
    re.IGNORECASE,
)
#: What a paper is for is no plan: "the purpose of this paper is to update the board on …".
_PURPOSE = re.compile(r"\b(?:purpose|paper|report|aim|objective)\b[^.;:]{0,40}$", re.IGNORECASE)
_BY = re.compile(
    r"(?:^|[,;:–]\s*|\b(?:and|that|so)\s+)by\s+(?:the\s+)?(?:(?:very\s+)?(?:end|beginning|start|middle) of\s+)?"
    r"(?:early|late|mid)?-?\s*$",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:will|shall|should|must|is to|are to|needs? to)\b", re.IGNORECASE)
_HAS_BEEN = re.compile(
    r"\b(?:was|were|had|has|have|did|saw|fell|rose|made|took|gave|became|began|went|came|met|achieved|reached|showed|supported"
    r"|decreased|increased|improved|received|treated|managed|opened|launched|started|introduced|implemented|completed|reported)\b",
    re.IGNORECASE,
)
#: In a sentence that a date opens: what a body did to something.
_DECIDED = re.compile(
    r"(?<!the )(?<!an )(?<!any )(?<!all )(?<!as )(?<!be )\b(?:agreed|approved|endorsed|ratified|adopted|rejected)"
    r" (?:the|a|an|its|their|this|these|that)\b"
)
_ON = re.compile(
    r"(?<!ed )(?<!held )(?<!made )(?<!given )(?<!taken )(?<!met )\b(?:on|at)\s+(?:the\s+)?$", re.IGNORECASE
)
_WILL_AFTER = re.compile(
    r"^\s*,?\s*(?:(?:we|it|they|I|there|(?:the|our|a) [a-z]+(?: [a-z]+){0,2}) )?(?:will|shall|is to|are to)\b",
    re.IGNORECASE,
)
_TOLD_AFTER = re.compile(
    r"^\W{0,3}(?:\([^)]*\)\W*)?(?:was|were|had|has|have|and (?:was|were|has been)|but (?:was|were|has)"
    r"|met\b|achieved\b|done\b|complete\b)",
    re.IGNORECASE,
)
_VERB = (
    r"held|published|approved|completed|opened|launched|received|issued|served|signed|submitted|agreed|noted|presented"
    r"|recorded|closed|conducted|carried out|inspected|visited|established|appointed|started|began|commenced|ended"
    r"|implemented|delivered|awarded|ratified|endorsed|recruited|transferred|introduced|undertaken|identified|met"
    r"|sent|circulated|reviewed|considered|discussed|shared|provided|posted|elected|co-opted|installed|repaired|paid"
    r"|purchased|bought|sold|surveyed|audited|tested|replaced|settled|announced|written"
)
#: What was done without "was": "the centre opened in Andover on", "it did so in".
_SIMPLE = re.compile(
    r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bbeing )(?<!\bto )(?<!\bnot )\b(?:did so|opened|closed|visited|wrote|held"
    r"|announced|published|launched|began|started|ended|signed|replied|reviewed|inspected|moved|settled|sent|circulated"
    r"|completed|shared|provided|discussed|approved|issued|submitted|appointed|installed)\b"
    r"(?:(?!\b(?:(?:19|20)\d\d|that|to|which|who|until|from|for|whether|how|if|before|after|than|of|with|by|ends?"
    r"|begins?|starts?|runs?|is|are)\b)[^.;:,()]){0,40}?"
    r"\s(?:on|in)\s+(?:the\s+)?(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"\b(?:was|were|has been|have been|had been)\s+(?:{_VERB})\b"
    r"(?:(?!\b(?:(?:19|20)\d\d|that|to begin|to start|which|who|until|from|for|whether|how|if|before|after|than|ends?"
    r"|begins?|starts?|runs?|is|are)\b)[^.;:,()]){0,60}?"
    r"\s(?:on|in)\s+(?:the\s+)?(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)
#: One more of the same: "the first opened on …, the second in Romsey on".
_ANOTHER = re.compile(
    r"^\s*,?\s*(?:and\s+)?(?:the\s+)?(?:second|third|fourth|last|other|another|next)\b[^.;:,]{0,40}?\b(?:on|in)\s+(?:the\s+)?$"
)
_YEAR, _DAY = re.compile(r"\b(?:19|20)\d\d\b"), re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]+\.?,?\s+$")
#: What was told of as to come; where the sentence looks back further, it says nothing.
_WOULD = re.compile(
    r"\bwould (?:be|begin|start|open|close|take place|come|report|meet|run|happen|follow|return|attend|visit|send"
    r"|hold)\b[^.;:]{0,60}$"
)
_DOUBT = re.compile(
    r"\b(?:had|was|were|hoped|expected|originally|previously|initially|intended|if|estimated|assumed|whether|asked"
    r"|why|planned|thought|until|before|unless)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    rf"\b(?:(?:(?:was|were|has been|have been|had been|has|have|had) )(?:{_VERB})|took place|(?:visited|inspected|began"
    r"|commenced|YTD|year to date|figures? (?:to|for)|data (?:to|for)|performance (?:to|for|in)|actuals? (?:to|for)"
    r"|as at)"
    r"|(?:saw|treated|supported|achieved|attended)\b[^.;:]{0,60}?(?:to|until|by|in))\s+"
    r"(?:(?!that\b|to\b|which\b)[a-z]+\s+){0,4}?(?:on|in|by|at|to|for|the|end|of|during|\s)*$",
    re.IGNORECASE,
)
#: "As agreed at the meeting on the".
_AS_AGREED = re.compile(
    r"\bas (?:was )?(?:agreed|approved|resolved|adopted|decided|reported|discussed|minuted) (?:at|by|in) "
    r"(?:[a-z]+ ){0,3}[A-Za-z]+ (?:held )?(?:on|of)\s+(?:the\s+)?(?:\w+day,?\s+(?:the\s+)?)?$"
)
#: "706 people have used it up to"; what was agreed up to a day lies ahead.
_COUNTED_UP_TO = re.compile(
    r"\b\d[\d,]* [a-z-]+ (?:[a-z-]+ ){0,3}(?:has|have) (?:been )?\w+(?:ed|en)\b[^.;:]{0,60}?"
    r"\bup to\s+(?:the end of\s+)?$"
)
#: "In response to the visit in", where the sentence goes on to tell what was done.
_RESPONSE = re.compile(
    r"^\W*(?:in response to|following|after|as a result of|arising from|further to)\b[^.;:]{0,80}?"
    r"\b(?:in|on|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WAS_DONE = re.compile(rf"\b(?:was|were|has been|have been)\s+(?:{_VERB})\b")
_PARTICIPLE = re.compile(rf",\s*(?:first\s+)?(?:{_VERB})\s+(?:on|in)\s+(?:the\s+)?$", re.IGNORECASE)
_OPENING = re.compile(
    r"(?:^|:\s)\W*(?:(?:it|this) was (?:reported|noted|highlighted|confirmed|stated) that\s+)?"
    r"(?:in|on|during|at|from|as of|as at|over)\s+(?:the\s+)?(?:end of\s+|month of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
#: Between a date that opens a sentence and its verb: words that say that the verb is of another clause, or unsure.
_NEVER = re.compile(
    r",|\b(?:that|which|who|is|are|ends?|begins?|starts?|closes?|opens?|would|should|could|may|might|if|unless|plann?ed|proposed|expected|forecast|projected)\b",
    re.IGNORECASE,
)
#: "In October NHS England, Monitor and Public Health England published": names, and then what they did.
_NAMES_DID = re.compile(
    r"^,?\s(?:(?:the|The|and|of|for|in|its|our)\s|[A-Z][\w'’&.-]*,?\s)+(?:jointly\s|also\s)?"
    r"(?<!\bthe )(?<!\bits )(?<!\bour )"
    r"(?:published|launched|announced|issued|agreed|approved|commissioned|opened|signed|held|wrote|met|visited|decided)\b"
)
#: What speaks of the future; "cancelled due to snow" does not.
_AHEAD = re.compile(r"\b(?:will|shall|planned|due(?! to\b)|(?:is|are|was|were|not|now|been) due)\b")
_NEVER_YET = re.compile(r"\b(?:would|should|could|may|might|if|unless|until|proposed|expected)\b")
_NEAR, _FAR = 70, 110


class Tense(StrEnum):
    """How a sentence speaks of a date."""

    PLANNED = "planned"
    TOLD = "told"
    UNKNOWN = "unknown"


def tense(sentence: str, start: int, end: int) -> Tense:
    """How ``sentence`` speaks of the date that stands in it from ``start`` to ``end``."""
    before, after = sentence[:start], re.split(r"[.;:]\s", sentence[end:], maxsplit=1)[0][:100]
    they_did = _OPENING.search(before) and _NAMES_DID.match(sentence[end:])
    if they_did or _is_told(before, after, sentence):
        return Tense.TOLD
    return Tense.PLANNED if _is_planned(before, after) else Tense.UNKNOWN


def _is_planned(before: str, after: str) -> bool:
    if _TOLD_AFTER.search(after):
        return False
    planned = _PLANNED.search(before)
    if planned:
        is_purpose = planned[0].lower().startswith("is to ") and _PURPOSE.search(before[: planned.start()])
        had_been = re.search(r"\b(?:was|were|had)\s*$", before[: planned.start()])
        is_asked = _ASKED_NOW.match(planned[0]) and not _TO_COME.search(planned["between"])
        return not (_PAST.search(planned["between"]) or is_purpose or had_been or is_asked)
    if (would := _WOULD.search(before)) and not _DOUBT.search(before):
        return not _PAST.search(before[would.start() + len("would") :])
    if _BY.search(before):
        will, has = _TO_COME.search(after), _HAS_BEEN.search(after)
        return has is None or (will is not None and will.start() < has.start())
    return bool(_ON.search(before) and _WILL_AFTER.search(after))


def _is_told(before: str, after: str, sentence: str) -> bool:
    if _AHEAD.search(sentence):
        return False
    if (
        _AS_AGREED.search(before)
        or _DONE.search(before[-_NEAR:])
        or _PARTICIPLE.search(before)
        or _COUNTED_UP_TO.search(before[-_FAR:])
    ):
        return True
    if _RESPONSE.search(before):
        return bool(_WAS_DONE.search(after)) and not _NEVER_YET.search(after)
    if _PASSIVE.search(before[-_FAR:]) or _SIMPLE.search(before[-_NEAR:]):
        return not re.search(r"\b(?:would|should|could|may|might|if|unless|agreed|proposed|next)\b", before)
    years = list(_YEAR.finditer(before))
    if years and _ANOTHER.search(before[years[-1].end() :]):
        return _is_told(_DAY.sub("", before[: years[-1].start()]), "", sentence)
    has = _HAS_BEEN.search(after[:_NEAR]) or _DECIDED.search(after[:_NEAR])
    return bool(_OPENING.search(before) and has and not _NEVER.search(after[1 : has.start()]))
