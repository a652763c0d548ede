"""Rules about short forms and what they stand for: codes G820 to G822. Their scope is a document; registers count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial

from govdocs.check.first_letters import IN_BRACKETS, SMALL, is_spelt_within, short_forms_of, spelt_out
from govdocs.check.odd_letters import odd_letters
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.writings import Paragraph, Role, Writing
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.model.minutes import Minutes
from govdocs.model.papers import Paper
from govdocs.places import Place

#: Short forms that nobody has to explain.
WELL_KNOWN_WORDS = """
    NHS UK EU UN US USA GP MP MEP MSP AM VAT CEO CFO COO HR IT PDF TV PIN BBC HIV AIDS DNA CCTV ID OK PhD BSc MSc MBE
    OBE CBE AGM AOB FAQ GPS SMS LTD PLC LLP CIC PO AD BC BST GMT COVID NB RIP SOS ISBN QR ATM CV DIY PC WC GCSE ISO BSI
    CD DVD HM HMRC MOT NATO SME WIFI USB URL EMAIL CO A&E MRI CT PET IVF GI ITV NGO PR PA PS RSVP TBC TBA VIP
    LED PAYE MD VE VJ CC XXL XXS SOLD STOP FREE NOTICE URGENT ONLY MUST NOT NEW ALL CLOSED OPEN PCSO RNLI BT
"""
WELL_KNOWN = frozenset(WELL_KNOWN_WORDS.split())
#: Words that are printed in capitals because they are what is asked or resolved.
_VERB_WORDS = """
    adopt advise agree amend approve authorise comment confirm consider defer delegate discuss endorse grant instruct
    note pay ratify receive recognise recommend refer reject resolve resolved review scrutinise support action draft
    paper item agreed approved noted received adopted carried deferred supported endorsed ratified unanimous unanimously
    lost defeated withdrawn rejected refused granted declined dismissed also
"""
VERBS = frozenset(_VERB_WORDS.split())
#: The words of placeholders, which have a rule of their own.
PLACEHOLDERS = frozenset({"to", "be", "written", "named"})
#: So many people called by their initials are how minutes call people.
LEAST_PEOPLE = 3
#: So many letters that begin a word elsewhere are that word in capitals.
LEAST_OF_WORD = 5
#: Up to 39: LCC is a council.
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
#: Behind a number: "684WTE", but not what is measured.
_BEHIND_NUMBER = re.compile(
    r"(?<![\w/.,:-])\d{1,3}(?:[.,]\d{1,3})?(?P<short>(?!(?:MWH|KWH|GWH|MPH|RPM|GMT|BST|DPI|FPS|SQM|PCM|HRS|MIN)S?\b)[A-Z]{3,5})"
    r"(?![\w/-])"
)
SHORT = re.compile(
    r"(?:(?<![\w/&@.-])|(?<=[A-Z]{2}/))(?P<short>[A-Z](?:[A-Z]|&(?=[A-Z])|[a-z](?=[A-Z])){1,6})(?P<plural>['’]?s)?(?![\w&@-]|/\d|\.\w|\s0\d)"
    r"(?<![A-Z]&[A-Z](?=\s[A-Z][a-z]))"
)
#: Most paragraphs hold none, and this finds it out ten times as fast.
_SHORT_LIKE = re.compile(r"[A-Z&](?<=[A-Za-z&]{2})")
#: Two short names in one pair of brackets: "(the Board or ICB)".
_OR_SHORT = re.compile(r"\([^()]{2,40}?(?:\bor|\band|,|/)\s*['\"‘“]?(?P<short>[A-Z][A-Z&]{1,7})['\"’”]?\s*\)")
_EXPLAINED = re.compile(r"\b(?P<short>[A-Z][A-Z&]{1,6})s?\s+\((?P<long>[A-Z][^()]{5,80})\)")
_HONORIFIC_WORDS = "Dr Mr Mrs Ms Miss Prof Professor Cllr Councillor Sir Dame Lord Lady Rev Revd Reverend"
_HONORIFICS = frozenset(_HONORIFIC_WORDS.split())
_CAPITALS = re.compile(r"[A-Z][a-z]+(?:\s+(?:(?:of|and|for|the|in|to)\s+)*[A-Z][a-z]+)+")
#: Initials in a line of a list: "Ann Bell (AB)", "AB, Clinical Chair".
_TYPED_INITIALS = re.compile(r"(?:\(|;\s*)([A-Z]{2,4}[a-z]{0,2})(?=\)|,)")
_HONORIFIC = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|Professor|Cllr)\.?\s+$")
_LONGEST_HONORIFIC = 20
#: Who is to act, as minutes put it into the margin: "… on the notice board. EW".
_IN_MARGIN = re.compile(r"[.!?]\s[A-Z]{2,3}\s*$")


@dataclass(slots=True)
class Uses:
    """Where a document uses a short form, and what it says that it stands for."""

    uses: list[Place] = field(default_factory=list)
    meanings: list[tuple[str, Place, int]] = field(default_factory=list)  # what, where, how many uses came before


def look_for_unexplained_short_forms(records: Records) -> Iterator[Found]:
    """Checks:
        A short form that a document uses is explained in it, or in the glossary, or is the short name of a body, an
        organisation or a post in the registers. Short forms that everybody knows need no explanation.

    Looks at:
        Prose; glossary and registers. What stands only in tables has a rule of its own.

    Why:
        A member of the public, and the newest member of the board, cannot ask what QAG means.

    Example:
        A report on providers speaks of a TCI list, and says nowhere what that is.

    Wrong:
        The plan was seen by the QAG last week.

    Right:
        The plan was seen by the Quality Assurance Group (QAG) last week. The QAG liked it.
    """
    known = known_short_forms(records.library)
    for writing in records.writings:
        by_initials = _calls_people_by_initials(records.library, writing)
        # Of a short form that is explained with its letters turned about, the rule on letters speaks.
        odd = {form for one in odd_letters(writing) for form in (one.short, one.firsts)}
        for short, found in uses_in(writing).items():
            # Whose initials they are another rule asks; and a title may spell it out.
            is_other = (by_initials and len(short) == 2) or short in _in_titles(writing)  # noqa: PLR2004
            if found.uses and not found.meanings and short not in known | odd and not is_other:
                message = f"`{short}` is nowhere explained; expected its long form at its first use, or in the glossary"
                hint = f"write the long form with `({short})` behind it, or add it to records/glossary.yaml"
                yield Found(found.uses[0], message, hint, length=len(short), subject=f"term {short}")


@lru_cache(maxsize=1024)
def _in_titles(writing: Writing) -> frozenset[str]:
    """The first letters of the words with capitals in a row in titles: what "NDP" is under "Neighbourhood …"."""
    titles = [writing.title, *(entry.title for entry in (writing.meeting.entries() if writing.meeting else ()))]
    rows = [match[0].split() for title in titles for match in _CAPITALS.finditer(title)]
    runs = [row[start:end] for row in rows for start in range(len(row)) for end in range(start + 2, len(row) + 1)]
    spelt = {"".join(word[0] for word in run if word[0].isupper()) for run in runs}
    spelt |= {"".join(word[0] for word in run).upper() for run in runs}  # TOR of "Terms of Reference"
    lead_in = writing.source.header.lead_in if isinstance(writing.source, Paper) else ""
    for match in IN_BRACKETS.finditer(lead_in if isinstance(lead_in, str) else ""):
        if spelt_out(match.string[: match.start()], match["short"]):
            spelt.add(match["short"])
    return frozenset(spelt)


def _calls_people_by_initials(library: Library, writing: Writing) -> bool:
    """Whether minutes call several of those in their lists by initials."""
    if not isinstance(writing.source, Minutes):
        return False
    header = writing.source.header
    names = [library.people[one.person].name if one.person in library.people else one.person for one in header.present]
    known = {initials_of(re.sub(r"\(.*", "", name)) for name in names}
    return len(known & uses_in(writing).keys()) >= LEAST_PEOPLE


def look_for_late_explanations(records: Records) -> Iterator[Found]:
    """Checks:
        A short form is explained where it is first used, not further down. Headings do not count; the paper's title
        does.

    Looks at:
        Prose; glossary and registers.

    Why:
        Who meets it first looks back for the explanation, not ahead.

    Wrong:
        The QAG met on Monday. The Quality Assurance Group (QAG) was content.

    Right:
        The Quality Assurance Group (QAG) met on Monday. The QAG was content.
    """
    known = known_short_forms(records.library)
    for writing in records.writings:
        titled = {match["short"] for match in IN_BRACKETS.finditer(writing.title)}
        for short, found in uses_in(writing).items():
            if found.meanings and found.uses and found.meanings[0][2] > 0 and short not in known | titled:
                message = f"`{short}` is used here and explained only later; expected the explanation at its first use"
                related = (Related(found.meanings[0][1], "explained here"),)
                hint = "move the long form to this place"
                yield Found(found.uses[0], message, hint, related, len(short), f"term {short}")


def look_for_two_meanings(records: Records) -> Iterator[Found]:
    """Checks:
        Within a document a short form stands for one thing.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        Readers take the first meaning to the end.

    Example:
        Minutes explain CCB as one board at their beginning and as another, with its words turned about,
        further down.

    Wrong:
        The Quality Improvement Plan (QIP) is new. The Quality Inspection Panel (QIP) met.

    Right:
        The Quality Improvement Plan (QIP) is new. The panel looked at the QIP.
    """
    for writing in records.writings:
        for short, found in uses_in(writing).items():
            for meaning, place, _ in found.meanings[1:]:
                first = found.meanings[0]
                if long_words(meaning) != long_words(first[0]):
                    message = f"`{short}` stands for `{meaning}` here; expected `{first[0]}`, as before"
                    related = (Related(first[1], "the first meaning"),)
                    yield Found(place, message, "choose one of the two", related, len(short), f"term {short}")
                    break


@lru_cache(maxsize=1024)
def uses_in(writing: Writing) -> dict[str, Uses]:
    """The short forms of a document; capitals that are only an emphasis are none."""
    found: dict[str, Uses] = {}
    small: set[str] = set()
    verbs = VERBS | PLACEHOLDERS | {verb.printed.lower() for verb in (writing.body.verbs if writing.body else ())}
    for paragraph in writing.paragraphs:
        # "It was resolved to OBJECT", where an objection is spoken of.
        small.update(one[:7] for one in re.findall(r"\b[a-z]{2,}\b", paragraph.text))
    for paragraph in writing.paragraphs:
        if paragraph.role is Role.BLOCK or not _SHORT_LIKE.search(paragraph.text) or shouts(paragraph.text):
            continue
        for offset, short, meaning in _in(paragraph):
            if paragraph.role is Role.HEADING and not meaning:
                continue  # a heading may explain a short form; what it uses, the text below it explains
            is_word = _is_word(short.lower(), small) or short.lower() in verbs
            if is_word or ROMAN.fullmatch(short) or short in WELL_KNOWN:
                continue
            uses = found.setdefault(short, Uses())
            if meaning:
                uses.meanings.append((meaning, paragraph.at(offset), len(uses.uses)))
            else:
                uses.uses.append(paragraph.at(offset))
    return found


def _is_word(letters: str, small: set[str]) -> bool:
    """Whether a document has letters as a word, or at the beginning of one where they are too many for a short form."""
    return letters in small or (len(letters) >= LEAST_OF_WORD and any(one.startswith(letters) for one in small))


def _in(paragraph: Paragraph) -> Iterator[tuple[int, str, str]]:
    """Each short form of a paragraph: where, which, and what it is explained as there, if it is."""
    text = paragraph.text
    meant: dict[int, tuple[str, str]] = {}
    for match in (*IN_BRACKETS.finditer(text), *_OR_SHORT.finditer(text)):
        if long := spelt_out(text[: match.start()], match["short"]):
            meant[match.start("short")] = (match["short"], long)
    for match in _EXPLAINED.finditer(text):
        if spelt_out(match["long"], match["short"]) or is_spelt_within(match["long"], match["short"]):
            meant[match.start("short")] = (match["short"], match["long"])
    for match in _BEHIND_NUMBER.finditer(text):
        meant[match.start("short")] = (match["short"], "")
    for match in SHORT.finditer(text):
        if _IN_MARGIN.search(text, max(0, match.start() - 2)):
            continue
        if match.start() not in meant and not _HONORIFIC.search(
            text[max(0, match.start() - _LONGEST_HONORIFIC) : match.start()]
        ):
            meant[match.start()] = (match["short"], "")
    yield from ((offset, short, long) for offset, (short, long) in sorted(meant.items()))


def known_short_forms(library: Library) -> frozenset[str]:
    """Short forms that the registers explain, each part of a name by itself, and the initials of who attended."""
    return library.keep(("short forms",), partial(_read_known, library))


def _read_known(library: Library) -> frozenset[str]:
    names = [*WELL_KNOWN]
    names += [name for term in library.terms.values() for name in (term.short, term.long, *term.aliases)]
    for organisation in library.organisations.values():
        names += [organisation.name, organisation.short, organisation.code, organisation.word, *organisation.aliases]
    for body in library.bodies.values():
        names += [body.name, body.short, body.legal_form, *body.aliases, *(seat.name for seat in body.seats)]
        names += [group.name for group in body.groups]
    for person in library.people.values():
        names += [person.name, person.letters, *person.aliases]
        names += [words for post in person.posts for words in (post.post, post.short)]
    initials = {one for person in library.people.values() for one in _initials_of(person.name)}
    own = [one.name for one in library.organisations.values()] + [one.name for one in library.bodies.values()]
    initials |= {form for name in own for form in short_forms_of(name.split()) if len(form) > 1}
    for minutes in library.minutes.values():
        header = minutes.header
        lines = [(line.person, line.printed) for line in (*header.present, *header.in_attendance)]
        lines += [(excuse.person, excuse.printed) for excuse in header.apologies]
        initials |= {one for name, _ in lines for one in _initials_of(re.sub(r"\(.*", "", name))}
        initials |= {found for line in lines for found in _TYPED_INITIALS.findall(";".join(line))}
        initials |= {found for name, printed in lines for found in _initials_beside(name, printed)}
        names += [word for name, _ in lines for word in name.split()]  # "Ken LYNN"
    names += [venue.name for venue in library.venues.values()]
    found = {part.rstrip("s") for name in names for part in re.findall(r"[A-Z][A-Za-z&]*[A-Z]s?", name)}
    return frozenset(found | initials | {name for name in names if name})


def _initials_beside(name: str, printed: str) -> Iterator[str]:
    """Initials that are typed with the post of somebody and begin and end as the names do: "Secretary CJF"."""
    own = [part for word in name.split() if word.rstrip(".") not in _HONORIFICS for part in word.split("-") if part]
    for letters in re.findall(r"(?<![\w&])[A-Z]{2,4}[a-z]{0,2}(?![\w&])", printed) if len(own) > 1 else ():
        if letters[0] == own[0][0] and any(
            part[0] == letters.rstrip("abcdefghijklmnopqrstuvwxyz")[-1] for part in own[1:]
        ):
            yield letters


def initials_of(name: str) -> str:
    """The first letters of a person's names, as minutes often call those who were there: RG for Cllr R. Gore."""
    return "".join(word[0] for word in name.split() if word.rstrip(".") not in _HONORIFICS and word[0].isupper())


def _initials_of(name: str) -> set[str]:
    """The initials of a name, a surname in two parts by one letter or by two."""
    return {initials_of(name), initials_of(name.replace("-", " "))}


def long_words(long: str) -> tuple[str, ...]:
    """The words of a long form, in small letters and in the singular, without the small ones."""
    bare = long.lower().replace("’s", "").replace("'s", "")
    words = (re.sub(r"(?<=[a-z]{3})ies$", "y", word).rstrip("s") for word in re.findall(r"[a-z]+", bare))
    return tuple(word for word in words if word not in SMALL)


def shouts(text: str) -> bool:
    """Whether most letters of a text are capitals, so that a word in capitals is nothing special."""
    return sum(map(str.isupper, text)) * 2 > sum(map(str.isalpha, text))


RULES: tuple[RecordRule, ...] = (
    record_rule("G820", "short-form-unexplained", NOTED, look_for_unexplained_short_forms, heuristic=True),
    record_rule("G821", "short-form-explained-late", NOTED, look_for_late_explanations, heuristic=True),
    record_rule("G822", "short-form-with-two-meanings", WARNS, look_for_two_meanings, heuristic=True),
)
