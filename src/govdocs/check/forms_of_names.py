"""Rules about one thing called by several forms of its name: codes G850 and G852 to G854."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import content_words, document_texts, phrases_and_parts
from govdocs.diagnostics import Related
from govdocs.model.minutes import Minutes
from govdocs.model.people import Where
from govdocs.model.record import records_in
from govdocs.places import Place

Text = tuple[str, Callable[[int], Place]]
"""Words on one line, and what tells the place of each character of them."""

#: Whoever chairs; not the chair that somebody is in, takes or leaves.
_CHAIR = re.compile(
    r"(?<!\b[Ii]n the )(?<!\b[Tt]ook the )(?<!\btake the )(?<!\b[Ll]eft the )"
    r"(?:(?<=\bthe )|(?<=\bThe ))(?:Vice[ -])?Chair(?P<form>man|person|woman)?\b(?! (?:of|at|for|the)\b)"
)
_HYPHENED = re.compile(r"(?<![\w-])[A-Za-z]{2,}-[A-Za-z]{3,}(?![\w-])")
_CODE = re.compile(r"(?<![\w&])(?:[A-Z]{1,5}(?: ?& ?| )[A-Z]{1,5}|[A-Z]{4,10})(?![\w&])")
#: Most texts hold none, and this finds it out ten times as fast.
_CODE_LIKE = re.compile(r"[A-Z](?:[A-Z]{3}| [A-Z]| ?&)")
_PAIR_OF_INITIALS = re.compile(r"\b[A-Z] ?& ?[A-Z]\b")
#: Beginnings of words that are no words of their own, and so never stand alone before another.
_APART = re.compile(r"(?<![\w-])(?:multi|non|inter|semi|anti|sub|pre|co|re) [a-z]{4,}(?![\w-])", re.IGNORECASE)
#: What the name of an organisation may end with or lack.
_KINDS = {"trust", "nhs", "foundation", "limited", "ltd", "plc"}
_HEADS = {"hospital", "university", "partnership", "trust", "council", "institute", "college"}
_COMPANIES = {"ltd", "limited", "plc", "llp", "inc"}
LEAST_WORDS = 2


def look_for_chairs_called_two_ways(records: Records) -> Iterator[Found]:
    """Checks:
        Within a set of minutes the one who chairs is called Chair or Chairman, not now this and now that.

    Looks at:
        "the Chair", "the Chairman" and the like in the words of minutes.

    Why:
        Two titles look like two people; many bodies have settled on one.

    Example:
        minutes of 2018 have "the Chairman" in one item and "the Chair" in the next.

    Wrong:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        The Chairman welcomed the members.

        ## declarations

        The Chair reminded them of their interests.

    Right:
        # meetings/board/2026-05-14/minutes.md
        ---
        status: draft
        chair: robin-sample
        started: 10:00
        present: [robin-sample]
        ---
        ## welcome

        The Chair welcomed the members.

        ## declarations

        The Chair reminded them of their interests.
    """
    for writing in records.writings:
        if not isinstance(writing.source, Minutes):
            continue
        forms: dict[str, Place] = {}
        for paragraph in writing.paragraphs:
            for match in _CHAIR.finditer(paragraph.text) if "Chair" in paragraph.text else ():
                forms.setdefault(match[0].replace("Vice-", "").replace("Vice ", ""), paragraph.at(match.start()))
        first, *others = sorted(forms, key=lambda form: forms[form]) or [""]
        for other in others:
            message = f"`{other}` here, and `{first}` elsewhere in these minutes; expected one title"
            related = (Related(forms[first], f"`{first}`"),)
            yield Found(forms[other], message, "choose one", related, len(other), f"title {other}")


def look_for_other_venues(records: Records) -> Iterator[Found]:
    """Checks:
        A room is called by the name that the register has, not by one that differs in an apostrophe or a letter.

    Looks at:
        venues that are typed in words, prose, and names and aliases of the register of venues.

    Why:
        Rooms are booked, and visitors find them, by name.

    Example:
        minutes of 2018 meet at St John's House and call the next meeting to St Johns House.

    Wrong:
        # records/venues.yaml
        venues:
          main: {name: Council Chamber}
          hall: {name: "St John's Hall", address: High Street}
        # meetings/board/2026-05-14/meeting.yaml
        venue: St Johns Hall

    Right:
        # records/venues.yaml
        venues:
          main: {name: Council Chamber}
          hall: {name: "St John's Hall", address: High Street}
        # meetings/board/2026-05-14/meeting.yaml
        venue: hall
    """
    names = {
        _bare(part): part
        for venue in records.library.venues.values()
        for name in (venue.name, venue.address)
        for part in (piece.strip() for piece in name.split(","))
        if len(part.split()) >= LEAST_WORDS
    }
    texts = [
        (where.printed or where.venue, where.place("printed" if where.printed else "venue"))
        for holder in (*records.library.meetings.values(), *(m.header for m in records.library.minutes.values()))
        for where in records_in(holder)
        if isinstance(where, Where) and not (where.slug and not where.printed)
    ]
    for text, place in texts:
        for part in (piece.strip() for piece in text.split(",")):
            right = names.get(_bare(part))
            if right is not None and right != part:
                message = f"`{part}` is written `{right}` in the register of venues; expected that"
                hint = "correct it, or use the venue's id"
                yield Found(place, message, hint, length=len(text), subject=f"venue {part}")
    for writing in records.writings:
        for paragraph in writing.paragraphs:
            for right in names.values():
                if "'" in right or "’" in right:
                    wrong = re.escape(right).replace("'", "").replace("’", "")
                    for match in re.finditer(rf"\b{wrong}\b", paragraph.text):
                        message = f"`{match[0]}` is written `{right}` in the register of venues; expected that"
                        at = paragraph.at(match.start())
                        yield Found(at, message, "correct it", length=len(match[0]), subject=f"venue {match[0]}")


def _bare(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def look_for_words_hyphened_two_ways(records: Records) -> Iterator[Found]:
    """Checks:
        A word is written with a hyphen or in one throughout a document; and so is a short form with a space or "&". A
        word with "multi", "non" and the like before it has a hyphen everywhere, or nowhere.

    Looks at:
        words and tables of each document: "work-stream" and "workstream", "multi-agency" and "multi agency", "WL CCG"
        and "WLCCG", "K & M" and "K&M".

    Why:
        A reader who searches for one form does not find the other; in a table it makes two of one.

    Example:
        a membership table of 2018 has one organisation as "WLCCG" in four rows and as "WL CCG" in two.

    Wrong:
        The work-stream began in May. Another workstream begins in June.

    Right:
        The workstream began in May. Another workstream begins in June.
    """
    for name, texts in document_texts(records):
        forms, count = _forms_of_words(texts)
        for seen in forms.values():
            usual, *others = sorted(seen, key=lambda form: (-count[form], seen[form]))
            for other in others:
                message = f"`{other}` is written `{usual}` elsewhere in {name}; expected one form"
                related = (Related(seen[usual], f"`{usual}`"),)
                yield Found(seen[other], message, "choose one of the two", related, len(other), f"word {other}")


def _forms_of_words(texts: Sequence[Text]) -> tuple[dict[str, dict[str, Place]], dict[str, int]]:
    """The words that have a hyphen somewhere, by their letters: the forms with the first place of each; and counts."""
    forms: dict[str, dict[str, Place]] = defaultdict(dict)
    count: dict[str, int] = defaultdict(int)

    def note(key: str, form: str, place: Place) -> None:
        forms[key].setdefault(form, place)
        count[form] += 1

    for text, at in texts:
        hyphened = _HYPHENED.finditer(text) if "-" in text else ()
        pairs = _PAIR_OF_INITIALS.finditer(text) if "&" in text else ()
        codes = _CODE.finditer(text) if _CODE_LIKE.search(text) else ()
        for match in (*hyphened, *codes, *pairs):
            form = match[0].lower().rstrip("s") if "-" in match[0] else match[0]
            note(_letters(match[0]), form, at(match.start()))
    closed = {key for key, seen in forms.items() if any("-" in form for form in seen)}
    for text, at in texts if closed else ():
        for match in re.finditer(r"(?<![\w-])[A-Za-z]{5,}(?![\w-])", text):
            if (key := match[0].lower().rstrip("s")) in closed and not match[0].isupper():
                note(key, key, at(match.start()))
        for match in _APART.finditer(text) if not at(0).path.endswith(".csv") else ():
            if (key := _letters(match[0])) in closed:
                note(key, match[0].lower().rstrip("s"), at(match.start()))
    return forms, count


def _letters(word: str) -> str:
    return re.sub(r"[^a-z]", "", word.lower()).rstrip("s")


def look_for_organisations_in_two_forms(records: Records) -> Iterator[Found]:
    """Checks:
        The name of a hospital, trust, university or council has its words in one form throughout a document: not now
        in the plural and now not, with "of" and without; and it is the register's form.

    Looks at:
        runs of words with capitals in the words and tables of each document; the register of organisations.

    Why:
        Four forms of one trust are four trusts to whoever makes a register of the papers.

    Example:
        a plan of 2015 has one hospital trust in four forms.

    Wrong:
        The University Hospitals of Anytown agreed. The University Hospital of Anytown wrote again.

    Right:
        The University Hospitals of Anytown agreed. The University Hospitals of Anytown NHS Trust wrote again.
    """
    official = {
        _stem(name): name
        for one in records.library.organisations.values()
        for name in (one.short, one.name)
        if len(_stem(name)) >= LEAST_WORDS
    }
    for name, texts in document_texts(records):
        seen: dict[tuple[str, ...], dict[str, tuple[str, Place]]] = defaultdict(dict)
        count: Counter[str] = Counter()
        for text, at in texts:
            for offset, phrase in _parts(text) if not text.isupper() else ():
                stem = _stem(phrase)
                if len(stem) >= LEAST_WORDS and (stem in official or _is_organisation(phrase)):
                    seen[stem].setdefault(_form(phrase), (phrase, at(offset)))
                    count[_form(phrase)] += 1
        for stem, forms in seen.items():
            right = official.get(stem, "")
            usual = _form(right) if right else max(forms, key=lambda form: (count[form], len(form)))
            for form, (phrase, place) in forms.items():
                if form != usual and (right or not _are_several(phrase, forms[usual][0])):
                    expected = right or forms[usual][0]
                    where = "in the register" if right else f"elsewhere in {name}"
                    related = (Related(forms[usual][1], "the other form"),) if usual in forms else ()
                    message = f"`{phrase}` is `{expected}` {where}; expected one form of the name"
                    yield Found(place, message, "write one form", related, len(phrase), f"name {phrase}")


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The runs of words with capitals, those with commas in pieces, each with its offset."""
    for offset, phrase in phrases_and_parts(text):
        for part in re.finditer(r"[^,\s][^,]*", phrase):
            yield offset + part.start(), part[0].rstrip()


def _are_several(one: str, other: str) -> bool:
    """Whether one is only the plural of the other: "48 Care Partnerships", of which "the Care Partnership" is one."""
    bare = [re.sub(r"^[Tt]he ", "", phrase) for phrase in (one, other)]
    return bare[0].rstrip("s") == bare[1].rstrip("s")


def _stem(name: str) -> tuple[str, ...]:
    """The words of a name by which it is known in all its forms: in the singular, without Trust and the like."""
    words = [word.rstrip("s") for word in content_words(name)]
    while words and words[-1] in _KINDS:
        words.pop()
    return tuple(word for word in words if word != "nh")


def _is_organisation(phrase: str) -> bool:
    words = {word.rstrip("s") for word in content_words(phrase)}
    return bool(words & (_HEADS | _COMPANIES))


def _form(name: str) -> str:
    """What makes one form of a name another: plurals and small words, but not Trust at the end."""
    said = re.sub(r"['’]s\b|(?<=s)['’](?!\w)", "", name.lower())  # "the Parish Council's view" is of the Parish Council
    words = [word for word in re.findall(r"[a-z'’&-]+", said) if word not in _KINDS and word != "the"]
    return " ".join("and" if word == "&" else word for word in words)


RULES: tuple[RecordRule, ...] = (
    record_rule("G850", "chair-called-two-ways", NOTED, look_for_chairs_called_two_ways, heuristic=True),
    record_rule("G852", "venue-differs", WARNS, look_for_other_venues, heuristic=True),
    record_rule("G853", "word-in-two-forms", NOTED, look_for_words_hyphened_two_ways, heuristic=True),
    record_rule("G854", "organisation-in-two-forms", WARNS, look_for_organisations_in_two_forms, heuristic=True),
)
