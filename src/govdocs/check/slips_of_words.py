"""Rules about words that went wrong as they were typed: codes G172 to G174."""

import re
from collections.abc import Callable, Iterator

from govdocs.check.figures import typed_tables
from govdocs.check.rule import NOTED, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import document_texts
from govdocs.check.words_misspelt import MISSPELT
from govdocs.check.words_mixed_up import MIXED
from govdocs.model.index import Library
from govdocs.model.scalars import is_slug
from govdocs.places import Place

Text = tuple[str, Callable[[int], Place]]
"""Words on one line, and what tells the place of each character of them."""

_WORD = re.compile(r"[A-Za-z]+")
_ARTICLE = re.compile(r"(?<![\w.'’-])(?P<article>a|an|An) (?P<next>[A-Za-z][a-z]+)(?![\w.)])")
#: Words that begin with a vowel to the eye and with a consonant to the ear, and the other way round.
_LIKE_YOU = re.compile(
    r"(?:one|once|eu|ewe|uni(?!n|m|d)|unan|us(?!her|c)|ut(?!ter|most)|ubi|ura|uri|uro|uk)", re.IGNORECASE
)
_SILENT = re.compile(r"(?:h|heir|hour|honest|honour)", re.IGNORECASE)
#: What follows the letter of a list ("points a and b"), and Latin.
_NO_NOUN = {
    "and",
    "is",
    "are",
    "as",
    "in",
    "or",
    "at",
    "on",
    "if",
    "it",
    "also",
    "into",
    "all",
    "above",
    "of",
    "only",
}
_DETERMINERS = r"(?:the|a|an|its|their|our|your|my)"
#: Two little words of which one was to be deleted.
_CLASH = re.compile(
    rf"(?<![\w'’.(-])(?:{_DETERMINERS} {_DETERMINERS}(?= (?!priori|posteriori|la )[a-z]{{2}})"
    r"|(?:is|are|was|were) (?:has|have|had) been|(?:which|that|who) (?:has|have|had) (?:is|are|was|were)"
    r"|(?:will|would|should|could|must) (?:has|is|are|was|were|been)|(?:is|are|was|were) be|(?:has|have|had) be"
    r"|to been|(?:the|an|our) (?:of|is|are|was|were|has|have))(?![\w'’)-])",
)
_PLURAL = re.compile(r"(?<![\w'’-])(?P<short>[A-Z](?:[A-Z]|&(?=[A-Z])){1,6}|\d[A-Z])['’]s(?![\w-])")
_SEVERAL = re.compile(
    r"\b(?:[2-9]|\d\d+|two|three|four|five|six|seven|eight|nine|ten|all|both|these|those|several|many|few|other|various"
    r"|some)(?: of)?(?: the)?(?: [A-Za-z]+){0,2} $",
    re.IGNORECASE,
)
_NOT_OWNED = re.compile(
    r"\s*(?:[.;:)?!]|,(?! [A-Z]+['’]s)|$)|"
    r" (?:are|were|have|need|to(?= be)|with|who|that|which|will|would|should|can|could|must|by|from|for|in|on|at|of|and"
    r"|or)"
    r"(?![\w-])"
    r"(?!(?: the)? [A-Za-z]+['’]s?\b)"
)
_OWNED_BEFORE = re.compile(r"\b(?:than|like|unlike|as|is|was|are|were)(?: the| our| each)?(?: [a-z]+)? $|['’]s? \($")
_ENDS = re.compile(r"\s*(?:[.;:)?!,]|$)")


def look_for_wrong_words(records: Records) -> Iterator[Found]:
    """Checks:
        No word is spelt as people often spell it wrongly ("recieve", "goverance"), and none stands where the words
        around it show that another is meant ("carer progression", "commissioner led and provider lead", "the pubic
        meeting").

    Looks at:
        Prose, cells of tables, titles and other typed words of the records, in English.

    Why:
        A spelling checker passes over the second kind, and nobody reads the hundredth page before the public does.

    Wrong:
        The comittee asked for legal advise.

    Right:
        The committee asked for legal advice.
    """
    for text, at in _texts(records):
        words = {word.lower() for word in _WORD.findall(text)}
        for wrong in words & MISSPELT.keys():
            for match in re.finditer(rf"\b{wrong}\b", text, re.IGNORECASE):
                yield _instead(match[0], MISSPELT[wrong], at(match.start()))
        for first in words & MIXED.keys():
            for mixed in MIXED[first]:
                for match in mixed.pattern.finditer(text):
                    group = match.lastindex or 0
                    message = f"`{match[group]}` in `{match[0]}` looks like another word; expected `{mixed.meant}`"
                    place, length = at(match.start(group)), len(match[group])
                    yield Found(place, message, "correct the word, or waive this if it is meant", length=length)


def _instead(found: str, right: str, place: Place) -> Found:
    expected = right.capitalize() if found[0].isupper() else right
    return Found(place, f"`{found}` is misspelt; expected `{expected}`", f"write `{expected}`", length=len(found))


def look_for_little_words_that_clash(records: Records) -> Iterator[Found]:
    """Checks:
        "A" stands before a consonant and "an" before a vowel, as they are spoken; and no two little words stand beside
        each other of which one was to be deleted: "the their practice", "which is has been", "will been".

    Looks at:
        Prose, cells and headings of tables, titles and other typed words of the records, in English.

    Why:
        A sentence was changed, and half of the change is missing: the other half may be missing as well.

    Example:
        A cover of 2018 says that a project "is has been" started; the paper before it, that costs are given "on an
        recurring basis".

    Wrong:
        The work is done on an recurring basis at the their own site.

    Right:
        The work is done on a recurring basis at their own site.
    """
    for text, at in _texts(records):
        for match in _ARTICLE.finditer(text):
            if expected := _other_article(match["article"], match["next"]):
                message = f"`{match[0]}`; expected `{expected} {match['next']}`"
                yield Found(at(match.start()), message, f"write `{expected}`", length=len(match[0]))
        for match in _CLASH.finditer(text):
            message = f"`{match[0]}` stands together; expected one of the two words, or something between them"
            yield Found(at(match.start()), message, "remove one of the two", length=len(match[0]))


def _other_article(article: str, word: str) -> str:
    """The article that belongs before a word; empty where it is the one that stands there."""
    sounds_open = bool(re.match("[aeiou]", word, re.IGNORECASE)) and not _LIKE_YOU.match(word)
    if article.lower() == "an":
        is_word = re.search("[aeiouy]", word) is not None
        return "" if sounds_open or not is_word or _SILENT.match(word) else article[0]
    return "an" if sounds_open and word not in _NO_NOUN else ""


def look_for_plurals_with_an_apostrophe(records: Records) -> Iterator[Found]:
    """Checks:
        The plural of a short form has no apostrophe: "three CCGs", not "three CCG's". What belongs to one has it: "the
        CCG's plan". One finding a document, at the first.

    Looks at:
        Prose and cells of tables.

    Why:
        "The CCG's view" is the view of one; a reader has to know of how many.

    Wrong:
        The plan names five KPI's.

    Right:
        The plan names five KPIs.
    """
    for _, texts in document_texts(records):
        found = [
            (match, at)
            for text, at in texts
            if _is_english(records.library, at(0).path)
            for match in _PLURAL.finditer(text)
            if _is_plural(text, match)
        ]
        if found:
            match, at = found[0]
            right = f"{match['short']}s"
            others = sorted({one[0] for one, _ in found} - {match[0]})
            message = f"`{match[0]}` is a plural here; expected `{right}` without the apostrophe"
            message += f" (and {len(found) - 1} more)" if len(found) > 1 else ""
            hint = f"write `{right}`" + (f"; see also `{'`, `'.join(others)}`" if others else "")
            yield Found(at(match.start()), message, hint, length=len(match[0]), subject=f"term {match['short']}")


def _is_plural(text: str, match: re.Match[str]) -> bool:
    """Whether a short form with "'s" stands for several: a number is before it, or nothing that it could own behind."""
    before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 40]
    if _SEVERAL.search(before):
        return True
    if _ENDS.match(after) and _OWNED_BEFORE.search(before):
        return False  # "a plan like the CCG's", "the Commissioning Group's (CCG's)"
    return _NOT_OWNED.match(after) is not None


def _texts(records: Records) -> Iterator[Text]:
    """All words in English that somebody typed: prose, cells and headings of tables, values."""
    for text in records.dated_texts:
        if text.words and not is_slug(text.words) and _is_english(records.library, text.at(0).path):
            yield text.words, text.at
    for block in typed_tables(records.library):
        if _is_english(records.library, block.fence.path):
            group = ""
            for number, column in enumerate(block.columns):
                yield from _headings(block.place("columns", number, "label"), column.label)
                if column.group != group:
                    yield from _headings(block.place("columns", number, "group"), column.group)
                group = column.group


def _headings(place: Place, words: str) -> Iterator[Text]:
    if words:
        yield words, lambda _: place


def _is_english(library: Library, path: str) -> bool:
    """Whether a file is of a body whose papers are in English."""
    folders = path.split("/")
    body = library.bodies.get(folders[1]) if folders[0] == "meetings" and len(folders) > 1 else None
    language = (body.language if body else "") or library.settings.language
    return language.split("-")[0] in ("", "en")


RULES: tuple[RecordRule, ...] = (
    record_rule("G172", "word-misspelt", WARNS, look_for_wrong_words, heuristic=True),
    record_rule("G173", "little-words-clash", WARNS, look_for_little_words_that_clash, heuristic=True),
    record_rule("G174", "plural-with-apostrophe", NOTED, look_for_plurals_with_an_apostrophe, heuristic=True),
)
