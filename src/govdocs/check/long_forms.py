"""Rules about what short forms are said to stand for: codes G823 to G825. Their scope is registers, document, body."""

import re
from collections.abc import Iterator
from functools import partial

from govdocs.check.acronyms import long_words, uses_in
from govdocs.check.odd_letters import odd_letters, unspelt
from govdocs.check.rule import NOTED, WARNS, Fact, Found, RecordRule, Records, record_rule
from govdocs.check.spelling_of_names import is_near
from govdocs.diagnostics import Related
from govdocs.model.index import Library
from govdocs.places import Place

#: Words of an organisation's name that are often left away.
GENERIC = {"nh", "trust", "limited", "ltd", "foundation", "plc", "uk"}
_WORD = re.compile(r"[A-Za-z][\w'’]*")


def look_for_wrong_explanations(records: Records) -> Iterator[Found]:
    """Checks:
        What a document says that a short form stands for is what the glossary and the registers say, and so are words
        that are nearly that and stand before the short form in brackets.

    Looks at:
        Prose; glossary and registers.

    Why:
        A wrong long form is a wrong name for a body or an organisation, printed.

    Example:
        A hospital trust is called a university "of hospital" where its short form is given.

    Wrong:
        # records/glossary.yaml
        terms:
          stp: {short: STP, long: Sustainability and Transformation Plan}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        ---
        # Report

        The Strategic Transformation Plan (STP) is new.

    Right:
        # records/glossary.yaml
        terms:
          stp: {short: STP, long: Sustainability and Transformation Plan}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        ---
        # Report

        The Sustainability and Transformation Plan (STP) is new.
    """
    meanings = _meanings(records.library)
    for writing in records.writings:
        for short, found in uses_in(writing).items():
            known = meanings.get(short, ())
            for meaning, place, _ in found.meanings[:1]:
                if known and not any(_same(meaning, one) for one in known):
                    message = f"`{short}` is explained as `{meaning}`; expected `{known[0]}`"
                    hint = "correct the long form, or the register"
                    yield Found(place, message, hint, length=len(short), subject=f"term {short}")
        for paragraph, offset, short, before in unspelt(writing):
            for known_long in meanings.get(short, ()):
                if odd := _nearly(before, known_long):
                    message = f"`{odd}` stands before `({short})`; expected `{known_long}`"
                    place = paragraph.at(offset + len(before) - len(before[before.rfind(odd) :]))
                    hint = "correct the long form, or the register"
                    yield Found(place, message, hint, length=len(odd), subject=f"term {short}")
                    break


def look_for_odd_letters(records: Records) -> Iterator[Found]:
    """Checks:
        A short form in brackets has the letters of the words with capitals before it. Only such are looked at as have
        all letters but one or two of them turned about, or lack the words for the last letters.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        Either a word of the name is wrong, or a letter is; the reader who looks for the body will not find it.

    Example:
        The name of a support unit was cut to its first two words before the five letters that stand for all of it.

    Wrong:
        The Regional Assurance Group (QAG) will lead the work.

    Right:
        The Quality Assurance Group (QAG) will lead the work.
    """
    known = _meanings(records.library)
    for writing in records.writings:
        for odd in odd_letters(writing):
            if odd.short not in known:
                message = f"`{odd.words}` stands before `({odd.short})`; expected words with the letters {odd.short}"
                hint = "correct the name or the short form"
                yield Found(odd.place, message, hint, length=len(odd.words), subject=f"term {odd.short}")


def look_for_other_meanings_elsewhere(records: Records) -> Iterator[Found]:
    """Checks:
        A short form that the registers do not have stands for one thing in all papers of a body: what one paper
        explains otherwise than those before it, or spells otherwise, is found.

    Looks at:
        Prose of all papers, minutes and terms of reference of a body.

    Why:
        Members read the pack from front to back, and take the meaning along.

    Wrong:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        ---
        # Report

        The Quality Assurance Group (QAG) met.
        # meetings/board/2026-05-14/papers/parks.md
        ---
        title: Parks
        authors: [alex-example]
        ---
        # Report

        The Quality Assurance Gruop (QAG) met.

    Right:
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget
        authors: [alex-example]
        ---
        # Report

        The Quality Assurance Group (QAG) met.
        # meetings/board/2026-05-14/papers/parks.md
        ---
        title: Parks
        authors: [alex-example]
        ---
        # Report

        The Quality Assurance Group (QAG) met.
    """
    known = _meanings(records.library)
    first: dict[tuple[str, str], tuple[list[str], Place]] = {}  # where that paper has several, another rule says so
    for _, path, line, column, body, short, *meanings in sorted(records.facts(tell_explanations)):
        if short in known:
            continue
        place, meaning = Place(path, line, column), meanings[0]
        before, there = first.setdefault((body, short), (meanings, place))
        if meaning not in before and not any(_same(meaning, one) for one in before):
            message = f"`{short}` stands for `{meaning}` here, and in another paper for `{before[0]}`"
            message += "; expected one meaning"
            hint = "choose one of the two, and put it into records/glossary.yaml"
            related = (Related(there, f"explained as {before[0]}"),)
            yield Found(place, message, hint, related, len(short), f"term {short}")


def tell_explanations(records: Records) -> Iterator[Fact]:
    """What documents say that short forms stand for: day, place of the first time, body, short form and all meanings.

    Documents of no meeting come last.
    """
    for writing in records.writings:
        day, body = str(writing.day or "~"), writing.body.name if writing.body else ""
        for short, found in uses_in(writing).items():
            if found.meanings:
                place = found.meanings[0][1]
                yield day, place.path, place.line, place.column, body, short, *(one for one, _, _ in found.meanings)


def look_for_names_without_their_comma(records: Records) -> Iterator[Found]:
    """Checks:
        A long form or a name that the glossary and the registers have with a comma has it everywhere: "Leicester,
        Leicestershire and Rutland". One finding a document and name.

    Looks at:
        Prose, cells of tables, titles and other typed words; glossary and registers.

    Why:
        Without the comma two places, or two subjects, are one.

    Example:
        Two papers of a pack of 2018 leave the comma out, one of them in its title.

    Wrong:
        # records/glossary.yaml
        terms:
          nsw: {short: NSW, long: "North, South and West"}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for North South and West
        authors: [alex-example]
        ---

    Right:
        # records/glossary.yaml
        terms:
          nsw: {short: NSW, long: "North, South and West"}
        # meetings/board/2026-05-14/papers/budget.md
        ---
        title: Budget for North, South and West
        authors: [alex-example]
        ---
    """
    library = records.library
    names = [term.long for term in library.terms.values()]
    names += [name for one in library.organisations.values() for name in (one.name, one.short)]
    names += [body.name for body in library.bodies.values()]
    bare = {name.replace(",", ""): name for name in names if re.search(r"[a-z], [A-Z]", name)}
    said: set[tuple[str, str]] = set()
    for text in records.dated_texts if bare else ():
        for wrong, name in bare.items():
            offset = text.words.find(wrong)
            if offset >= 0 and (text.at(0).path, name) not in said:
                said.add((text.at(0).path, name))
                message = f"`{wrong}` lacks a comma; expected `{name}`"
                yield Found(text.at(offset), message, "add the comma", length=len(wrong), subject=f"name {name}")


def _nearly(before: str, known: str) -> str:
    """The words at the end of ``before`` that are nearly ``known``; empty where they are it, or something else."""
    wanted = [word for word in long_words(known) if word not in GENERIC]
    found = [(match.start(), word) for match in _WORD.finditer(before) for word in long_words(match[0])]
    found = [(start, word) for start, word in found if word not in GENERIC]
    if len(wanted) < 2 or not found:  # noqa: PLR2004 (one word is no name)
        return ""
    if [word for _, word in found[-len(wanted) :]] == wanted:
        return ""
    for count in (len(wanted), len(wanted) + 1, len(wanted) - 1):
        tail = found[-count:]
        if count < 2 or len(tail) < count:  # noqa: PLR2004
            continue
        there = [word for _, word in tail]
        shared = [word for word in wanted if any(word == one or is_near(word, one) for one in there)]
        odd = [before[start] for start, word in tail if word not in wanted]
        if len(shared) * 2 >= len(wanted) and there[-1] in wanted and all(letter.isupper() for letter in odd):
            return before[tail[0][0] :].strip()
    return ""


def _meanings(library: Library) -> dict[str, tuple[str, ...]]:
    """What the registers say that short forms stand for."""
    return library.keep(("meanings",), partial(_read_meanings, library))


def _read_meanings(library: Library) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for term in library.terms.values():
        found.setdefault(term.short, []).append(term.long)
    for organisation in library.organisations.values():
        for short in (organisation.short, organisation.code):
            if re.fullmatch(r"[A-Z&]{2,}", short):
                found.setdefault(short, []).append(organisation.name)
    for body in library.bodies.values():
        if body.short.isupper():
            found.setdefault(body.short, []).append(body.name)
    return {short: tuple(longs) for short, longs in found.items()}


def _same(one: str, other: str) -> bool:
    """Whether two long forms are the same but for plurals, small words and what is often left away."""
    left, right = long_words(one), long_words(other)
    return left == right or {*left} - GENERIC == {*right} - GENERIC


RULES: tuple[RecordRule, ...] = (
    record_rule("G823", "short-form-explained-wrongly", WARNS, look_for_wrong_explanations, heuristic=True),
    record_rule("G827", "name-without-comma", NOTED, look_for_names_without_their_comma),
    record_rule("G824", "short-form-with-odd-letters", WARNS, look_for_odd_letters, heuristic=True),
    record_rule("G825", "short-form-elsewhere-otherwise", WARNS, look_for_other_meanings_elsewhere, heuristic=True),
)
