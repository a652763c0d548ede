"""Words that people type where another one is meant, with what stands around them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Mixed:
    """Words around one in whose place ``meant`` is meant; the group of ``pattern`` that matched is what was typed."""

    meant: str
    pattern: re.Pattern[str]


_A = r"(?:the|a|an|our|their|its|his|her|this|these|any|all|that|local)"
_BE = r"(?:is|are|was|were|be|been|being)"
_PUBLIC = (
    r"sector|health|meetings?|questions?|consultations?|body|bodies|gallery|interest|services?|transport|realm|highways?"
    r"|works|money|funds|funding|access|engagement|participation|inquiry|sessions?|toilets?|spaces?|land|safety|open"
    r"|protection|accountability|confidence|domain|forum|footpaths?|law|sector|rights?"
)
_BY_WHOM = r"delivered|funded|achieved|managed|provided|supported|commissioned|paid|made|obtained|accessed|raised|done"
_SENT = (
    r"received|obtained|resigned|benefit(?:s|ed|ing)?|arising|resulting|apologies|e-?mails?|letters?|feedback|quotes?"
    r"|quotations?|representatives?|advice|correspondence|donations?|grants?|transferred|removed|moved|excluded"
)
#: What was typed, what is meant, and the words around it that leave no doubt. ``~`` stands for what was typed.
_MIXED = (
    ("carer", "career", r"~ (?:progression|prospects?|ladder|break)"),
    ("lead", "led", r"\w+[- ]led (?:and|or) \w+[- ]~\b(?! (?:time|officer|role|member|director)s?)"),
    ("lead", "led", rf"\b{_BE} ~ by\b"),
    ("lead", "led", r"\b(?:has|have|had) (?:also |already |since )?~ to\b"),
    ("overtime", "over time", r"\b(?:embed|evolve|mature|develop|adapt|emerge)\w* ~(?=[.,;:)]|$)"),
    ("pubic", "public", rf"~ (?:{_PUBLIC})"),
    (
        "manger",
        "manager",
        (
            r"\b(?:general|project|programme|area|line|town|office|senior|contracts?|site|operations|finance|services?|team"
            r"|practice|ward|case|risk|property|estates?|assistant|deputy) ~"
        ),
    ),
    ("trail", "trial", r"\b(?:clinical|randomised|controlled|pilot) ~|~ (?:period|basis)"),
    ("asses", "assess", r"\b(?:to|will|and|can|must|should) ~\b|~ (?:the|whether|how|if|risks?|impacts?|need)\b"),
    ("form", "from", rf"\b(?:{_SENT}) ~ {_A}\b"),
    ("there", "their", r"~ own\b"),
    ("their", "there", r"~ (?:is|are|was|were|will be|has been|have been)\b"),
    (
        "it's",
        "its",
        r"~ (?:own|members|budget|role|functions|duties|staff|powers|terms|responsibilities|remit|meetings)\b",
    ),
    ("its", "it's", r"~ (?:a|an|been|not)\b"),
    (
        "then",
        "than",
        (
            r"\b(?:more|less|fewer|greater|higher|lower|better|worse|larger|smaller|rather|cheaper|longer) ~ "
            r"(?:expected|planned|anticipated|budgeted|usual|average|half|twice|one|two|ten|£?\d)"
        ),
    ),
    ("effect", "affect", r"\b(?:adversely|negatively|badly|seriously|severely) ~(?:s|ed|ing)?\b"),
    ("affect", "effect", r"\b(?:no|an|little|any|significant|adverse|negative|positive|major|minimal|direct) ~ on\b"),
    ("loose", "lose", rf"\b(?:to|will|could|would|might|not) ~ (?:{_A}|money|funding|staff|income|control|access|£)"),
    (
        "principle",
        "principal",
        (
            r"~ (?:officers?|planning|authority|authorities|councils?|social workers?|accountants?|contractors?|risks?"
            r"|reasons?|aims?|purpose|investigator|engineers?|surveyors?|residence|designer)\b"
        ),
    ),
    ("principal", "principle", r"\b(?:agree\w*|approv\w*|support\w*|accept\w*|decision|agreement) in ~\b"),
    ("principals", "principles", r"\b(?:guiding|core|underlying|basic|Nolan) ~"),
    ("complimentary", "complementary", r"~ (?:therap(?:y|ies)|medicines?)"),
    ("compliment", "complement", r"~s? (?:each other|one another|the existing|existing)\b|\bfull ~ of"),
    ("counsellor", "councillor", r"\b(?:town|parish|county|district|borough|city|ward) ~s?\b"),
    ("minuets", "minutes", rf"\b(?:previous|last|draft|approve|these|those|{_A}) ~|~ (?:of|were|from)\b"),
    ("statue", "statute", r"\b(?:required by|set by|under) ~\b|~ law"),
    ("discreet", "discrete", r"~ (?:phases?|parts?|elements?|units?|projects?|pieces?|packages?|stages?)"),
    ("insure", "ensure", r"~ that\b"),
    ("say", "se", r"\bper ~\b"),
    ("mute", "moot", r"~ point"),
    ("tow", "toe", r"~(?:s|ed|ing)? the line"),
    ("reign", "rein", r"~(?:s|ed|ing)? in\b|\bfree ~\b"),
    ("bare", "bear", r"~(?:s|ing)? in mind"),
    ("bear", "bare", r"~ minimum"),
    ("sight", "site", r"~ visits?\b|\b(?:on|off)-~\b"),
    ("role", "roll", r"\b(?:phased|national|full|to|being|was|were|be) ~[- ]out\b(?! (?:of|out))"),
    (
        "roll",
        "role",
        r"\b(?:key|important|vital|major|active|leading) ~ (?:in|of the (?:chair|clerk|committee|board|council))\b",
    ),
    ("roll", "role", r"\bplay(?:s|ed|ing)? an? (?:\w+ )?~\b"),
    ("born", "borne", r"\b(?:costs?|expenses?|charges?|fees?|loss|losses) (?:\w+ ){0,4}~ by\b"),
    ("breech", "breach", r"~ of\b"),
    ("canvas", "canvass", r"~ (?:views|opinions?|members|residents|support|interest)\b"),
    ("confidant", "confident", r"~ (?:that|of|in)\b"),
    ("dependant", "dependent", r"~ (?:up)?on\b"),
    ("draught", "draft", r"~ (?:minutes|reports?|plans?|polic(?:y|ies)|budget|response|letter|terms)"),
    (
        "maybe",
        "may be",
        rf"\b(?:there|it|this|which|they) ~ (?:{_A}|some|possible|required|needed|necessary|able|more)\b",
    ),
    ("formally", "formerly", r"~ known as"),
    ("hole", "whole", r"\bas a ~\b"),
    ("moral", "morale", r"\b(?:staff|team|low) ~\b(?! (?:dut|oblig|injur|support))"),
    ("of", "have", r"\b(?:should|could|would|must|might) ~ (?:been|had|gone|done|to|taken|made|received)\b"),
    ("passed", "past", r"\bthe ~ (?:years?|months?|few|three|two|quarter|weeks?|decade)"),
    ("personal", "personnel", r"\b(?:key|military|senior|medical) ~(?= (?:are|were|have|who)\b)"),
    ("precede", "proceed", r"~ with\b"),
    ("quite", "quiet", r"\b(?:a|the) ~ (?:room|area|space|street|zone|lane|road)\b"),
    ("rational", "rationale", r"\b(?:the|a|clear) ~ (?:for|behind|is|was)\b"),
    ("stationary", "stationery", r"\b(?:office|printing|postage|paper|and) ~|~ (?:costs?|supplies|orders?)"),
    ("through out", "throughout", r"~ (?:the|this|20\d\d)\b"),
    ("though", "through", rf"\b(?:{_BY_WHOM}) ~ {_A}\b"),
    ("to", "too", r"\bfar ~ (?:many|much|long|few|high|low|late|early|large|small|often)\b"),
    ("weather", "whether", r"\b(?:decide|consider|know|ask|asked|determine|unclear|clarify|establish) ~|~ or not\b"),
    (
        "where",
        "were",
        (
            r"\b(?:they|members|residents|staff|patients|councillors|minutes|apologies|figures|results) ~ "
            r"(?:not|approved|agreed|noted|received|informed|advised|asked|told|being|also|given|made|discussed)\b"
        ),
    ),
    ("who's", "whose", r"~ (?:role|members|responsibility|work|job|names?|term)\b"),
    ("advice", "advise", r"\b(?:will|please|would|should|could|must) ~\b"),
    (
        "advise",
        "advice",
        r"\b(?:legal|professional|clinical|medical|expert|independent|specialist|seek) ~(?! (?:the|that|whether)\b)",
    ),
    ("device", "devise", r"\b(?:to|will) ~ an?\b"),
    ("access", "excess", r"\bin ~ of £?\d"),
    ("adverse", "averse", r"\brisk[- ]~\b"),
    ("illicit", "elicit", r"~ (?:views|comments|responses|feedback|information)"),
    ("in tact", "intact", r"\b~\b"),
    ("ad hock", "ad hoc", r"\b~\b"),
    ("costumer", "customer", r"~ (?:services?|care|satisfaction|complaints?)"),
    (
        "tree",
        "three",
        r"\b(?:the|all|these|last|next|past) ~ (?:years|months|weeks|days|CCGs|councils|options|groups)\b",
    ),
    ("sever", "severe", r"~ (?:weather|pressures?|delays?|risks?|shortages?)"),
    ("filed", "field", r"\bplaying ~s?\b"),
    ("untied", "united", r"~ (?:kingdom|nations)\b"),
    ("martial", "marital", r"~ status"),
    ("causal", "casual", r"~ (?:vacancy|vacancies|staff|workers?)"),
    ("tacking", "tackling", r"~ (?:inequalit|poverty|crime|climate|homeless)"),
    (
        "heath",
        "health",
        r"\b(?:mental|public|primary) ~\b|~ (?:care|and (?:social care|safety|wellbeing|well-being))\b",
    ),
    ("ward", "award", r"\b(?:contract|grant) ~ (?:notice|criteria)\b"),
    ("pan", "plan", r"\b(?:business|action|delivery|financial|work|care) ~\b"),
    ("repot", "report", rf"\b(?:{_A}|annual|written|verbal|progress) ~\b"),
)


def _mixed(word: str, meant: str, around: str) -> Mixed:
    return Mixed(meant, re.compile(around.replace("~", rf"(\b{word})"), re.IGNORECASE))


#: Words that stand where another is meant, by the first of them, so that a text without that word is not searched.
MIXED: Final[Mapping[str, tuple[Mixed, ...]]] = {
    first: tuple(_mixed(*one) for one in _MIXED if one[0].split()[0].split("'")[0] == first)
    for first in {word.split()[0].split("'")[0] for word, _, _ in _MIXED}
}
