"""A rule about the plural of short forms: code G826."""

import re
from collections.abc import Iterator

from govdocs.check.rule import NOTED, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import named_texts

#: "CCG's" at the end of a clause, before a verb of several, or behind a word of several.
_PLURAL = re.compile(
    r"(?<![\w&/'’-])(?:"
    r"(?P<ended>\d?[A-Z][A-Z&]{0,6}['’]s)(?=\s*(?:$|[.,;:)]))"
    r"|(?P<acting>\d?[A-Z][A-Z&]{0,6}['’]s)(?=\s+(?:are|were|have|need|do|may|who|and(?!\s+(?:\w+\s){0,3}?\w+['’]))\b)"
    r"|(?<=\ball )(?P<all>[A-Z]{2,7}['’]s)\b|(?<=\b(?:our|the) three )(?P<three>[A-Z]{2,7}['’]s)\b"
    r"|(?<=\b(?:both|many|most) )(?P<many>[A-Z]{2,7}['’]s)\b|(?<=\bthese )(?P<these>[A-Z]{2,7}['’]s)\b)"
)
#: Where "the CCG's" may end a clause and be the owner of what was named before.
_OWNER = re.compile(r"\b(?:the|of|than|as|with|to|by|is|was|our|its|their)\s+(?:[A-Z][\w&]*\s+){0,3}$")
LEAST_LETTERS = 2


def look_for_plurals_with_apostrophes(records: Records) -> Iterator[Found]:
    """Checks:
        The plural of a short form has no apostrophe: CCGs, KPIs. One finding for each short form of a document.

    Looks at:
        Prose and the cells of typed tables.

    Why:
        "The CCG's plans" are those of one group, "the CCGs' plans" those of several; who reads "CCG's" cannot know.

    Example:
        A report lists the members of a group, and among them "CCG's"; another says that performance "against KPI's"
        is steady.

    Wrong:
        The plan was sent to all GP's, and KPI's are watched.

    Right:
        The plan was sent to all GPs, and KPIs are watched.
    """
    said: set[tuple[str, str]] = set()
    for text, at in named_texts(records):
        is_data = at(0).path.endswith(".csv")  # which is as it came
        for match in _PLURAL.finditer(text) if not is_data and ("'s" in text or "’s" in text) else ():
            form = next(group for group in match.groups() if group)
            is_owner = match["ended"] is not None and _OWNER.search(text[: match.start()])
            place = at(match.start())
            if is_owner or len(form) < LEAST_LETTERS + 2 or (place.path, form) in said:
                continue
            said.add((place.path, form))
            right = f"{form[:-2]}s"
            message = f"`{form}` is meant as a plural; expected `{right}`"
            yield Found(place, message, "take the apostrophe out", length=len(form), subject=f"term {form[:-2]}")


RULES: tuple[RecordRule, ...] = (
    record_rule("G826", "short-form-plural", NOTED, look_for_plurals_with_apostrophes, heuristic=True),
)
