"""How short forms are made of the first letters of words."""

import re
from collections.abc import Iterator

#: Of a short form with so many letters one word of the long form may have none.
LEAST_LETTERS = 4
#: Words that a short form need not have a letter for.
SMALL = {"of", "and", "the", "for", "in", "to", "on", "with", "by", "a", "an", "at", "from", "or"}
#: What follows a company's name and has no letter in its short form.
_LEGAL_FORMS = {"ltd", "limited", "plc", "llp", "inc"}

#: A short form in brackets, as it stands behind its long form.
IN_BRACKETS = re.compile(r"[(\[]\s*['\"‘“]?(?P<short>[A-Z][A-Za-z&]{0,6}[A-Z])(?P<plural>['’]?s)?['\"’”]?\s*[)\]]")


def spelt_out(before: str, short: str) -> str:
    """The words at the end of ``before`` that ``short`` is made of; empty where there are none."""
    words = re.findall(r"[A-Za-z][\w'’&-]*|&", before[-140:].rsplit(". ", maxsplit=1)[-1])
    letters = short.upper().replace("&", "")
    for ends in _endings(words):
        for count in range(2, min(len(ends), len(letters) + 5) + 1):
            tail = ends[-count:]
            is_article = tail[0] == "The" and letters.startswith("T")
            if (tail[0].lower() not in SMALL or is_article) and letters in short_forms_of(tail):
                return " ".join(tail)
    return _all_but_one(words, letters)


def _endings(words: list[str]) -> Iterator[list[str]]:
    """Words before a short form, and without what may stand between the long form and it."""
    yield words
    if words and ((words[-1].islower() and words[-1] not in SMALL) or words[-1].lower() in _LEGAL_FORMS):
        yield words[:-1]  # "the Quality Assurance Group model (QAG)", "Glan Roofing Services Ltd (GRS)"
    if len(words) > 2 and words[-2] == "of" and words[-1][0].isupper():  # noqa: PLR2004
        yield words[:-2]  # "the Collaborative Trust of Anytown (CT)"


def _all_but_one(words: list[str], letters: str) -> str:
    """The capitalised words at the end that spell a short form but for one: Open Spaces and Tree Repairs (OSR)."""
    large = [position for position, word in enumerate(words) if word[0].isupper()][-len(letters) - 1 :]
    firsts = "".join(words[position][0] for position in large)
    is_near = len(firsts) == len(letters) + 1 and len(letters) >= LEAST_LETTERS and firsts[0] == letters[0]
    if is_near and any(firsts[:gap] + firsts[gap + 1 :] == letters for gap in range(1, len(firsts) - 1)):
        between = words[large[0] :]
        if all(word[0].isupper() or word.lower() in SMALL for word in between):
            return " ".join(between)
    return ""


def is_spelt_within(long: str, short: str) -> bool:
    """Whether a short form before brackets is made of letters of the words in them: PARIM of "Parks … System"."""
    words = re.findall(r"[A-Za-z]+", long)
    begins = [word[0].upper() for word in words]
    letters = iter(long.upper())
    bare = short.replace("&", "")
    return (
        len(words) > 1
        and begins[0] == bare[0]
        and all(letter in letters for letter in bare)
        and sum(letter in begins for letter in bare) + 1 >= len(bare)
    )


def short_forms_of(words: list[str]) -> set[str]:
    """The short forms that words may have: small words in or out, capitals as a whole, parts of hyphenated words."""
    forms = {""}
    for number, word in enumerate(words):
        bare = [part for part in re.split(r"[-’']", word) if part and part != "s"]
        firsts = "".join(part[0] for part in bare).upper()
        choices = {firsts, firsts[:1]}
        # "NHS England and NHS Improvement (NHSEI)": what stands twice may count once.
        if word.lower() in SMALL or word == "&" or (word.isupper() and word in words[:number]):
            choices.add("")
        if word.isupper() and len(word) > 1:
            choices.add(word)
        if len(word) > 6:  # noqa: PLR2004 (healthcare, workforce: two words in one)
            choices |= {word[0].upper() + word[position].upper() for position in (4, 6, 8) if position < len(word)}
        forms = {form + choice for form in forms for choice in choices if len(form) < 9}  # noqa: PLR2004
    return forms
