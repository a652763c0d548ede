"""The index of a long paper: the places of its terms marked in the words, and its lines filled with them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from govdocs.compose.blocks import (
    Abbreviation,
    Block,
    Chart,
    Contents,
    Details,
    Heading,
    Index,
    Indexed,
    IndexLetter,
    IndexLine,
    IndexPlace,
    Inline,
    Link,
    Paragraph,
    Picture,
    Section,
    Table,
    Text,
    plain,
    walk_sections,
)
from govdocs.compose.desk import Desk
from govdocs.compose.problems import INDEX_NOT_PRINTED, INDEX_TERM_NOWHERE
from govdocs.compose.tree import change_blocks, change_inside, change_words
from govdocs.diagnostics import Diagnostic
from govdocs.model.book_index import IndexTerm
from govdocs.model.scalars import suggest_slug

_COLUMNS = 2
_CAPITAL_WITHIN = re.compile(r"\w[A-Z]|\d[A-Z]|[A-Z]&")


def fill_index(desk: Desk, terms: Sequence[IndexTerm], sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with the places of all terms marked, and with each index filled and set in columns."""
    block = next((piece for piece in walk_sections(sections) if isinstance(piece, Index)), None)
    if block is None or not terms:
        if sections:
            desk.findings.add(*_not_printed(block, terms))
        return sections
    marked = _name_places(_mark(sections, terms))
    places = _places(marked)
    desk.findings.add(*_nowhere(terms, places))
    letters = _letters(desk, terms, places)
    filled: list[Section] = []
    for section in marked:
        filled.extend(_in_columns(section, letters, desk))
    return tuple(filled)


# --- Marks in the words ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds the words of one term."""

    entry: str
    words: re.Pattern[str]


def _mark(sections: tuple[Section, ...], terms: Sequence[IndexTerm]) -> tuple[Section, ...]:
    """The sections with every word marked that a term looks for.

    The title and the labels of a cover, rows that every page repeats and the explanations of a glossary are no places
    that somebody wants to be sent to.
    """
    finders = [_Finder(term.name, pattern) for term in terms if (pattern := _pattern(term.looked_for)) is not None]
    find = partial(_find_words, finders=finders)

    def change(block: Block) -> Block:
        if isinstance(block, Heading) and block.level == 1:
            return block
        return change_words(block, find)

    return tuple(
        replace(
            section,
            blocks=tuple(
                _kept(block, changed)
                for block, changed in zip(section.blocks, change_blocks((section,), change)[0].blocks, strict=True)
            ),
        )
        for section in sections
    )


def _kept(block: Block, changed: Block) -> Block:
    """The changed block, but for what is no place in it."""
    glossary = isinstance(block, Table) and any(row.anchor.startswith("term-") for row in block.body)
    if glossary or isinstance(block, Details | Contents | Index):
        return block
    if isinstance(block, Table) and isinstance(changed, Table):
        return replace(changed, head=block.head)
    return changed


def _pattern(words: Sequence[str]) -> re.Pattern[str] | None:
    """A pattern for whole words; capitals do not matter but in abbreviations."""
    parts = [_one_pattern(" ".join(word.split())) for word in sorted(words, key=len, reverse=True) if word.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if parts else None


def _one_pattern(word: str) -> str:
    exact = re.escape(word)
    return exact if _CAPITAL_WITHIN.search(word) or word.isupper() else f"(?i:{exact})"


def _find_words(inlines: tuple[Inline, ...], finders: Sequence[_Finder]) -> tuple[Inline, ...]:
    """The inlines with the words that are found set into marks."""
    found: list[Inline] = []
    for inline in inlines:
        match inline:
            case Text(text):
                found.extend(_marked_text(text, finders))
            case Abbreviation(text, _):
                entries = tuple(dict.fromkeys(finder.entry for finder in finders if finder.words.search(text)))
                found.append(Indexed((inline,), entries) if entries else inline)
            case Indexed():  # somebody marked it
                found.append(inline)
            case _:
                found.append(change_inside(inline, partial(_find_words, finders=finders)))
    return tuple(found)


def _marked_text(text: str, finders: Sequence[_Finder]) -> Iterator[Inline]:
    """The pieces of a text; words within longer ones belong to the term of the longer ones alone."""
    found: dict[tuple[int, int], list[str]] = {}
    for finder in finders:
        for match in finder.words.finditer(text):
            found.setdefault(match.span(), []).append(finder.entry)
    at = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start < at:
            continue
        if start > at:
            yield Text(text[at:start])
        yield Indexed((Text(text[start:end]),), tuple(dict.fromkeys(found[start, end])))
        at = end
    if at < len(text):
        yield Text(text[at:])


# --- Places ---------------------------------------------------------------------------------------------------------


def _name_places(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with an anchor at each mark, that no other has."""
    taken = {getattr(piece, "anchor", "") for piece in walk_sections(sections)}
    names = (name for name in (f"place-{number}" for number in range(1, 100_000)) if name not in taken)

    def name(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(
            replace(inside, anchor=next(names)) if isinstance(inside, Indexed) else inside
            for inside in (change_inside(inline, name) for inline in inlines)
        )

    return change_blocks(sections, lambda block: change_words(block, name))


def _places(sections: tuple[Section, ...]) -> Mapping[str, tuple[IndexPlace, ...]]:
    """The places of each entry in reading order, with the words of the heading over each.

    Deeper headings than those of the two highest levels are passed over: sections that are made alike share them.
    """
    found: dict[str, list[IndexPlace]] = {}
    levels = [piece.level for piece in walk_sections(sections) if isinstance(piece, Heading) and piece.level > 1]
    deepest = min(levels, default=1) + 1
    part = ""

    def gather(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        for inline in inlines:
            if isinstance(inline, Indexed):
                for entry in inline.entries:
                    found.setdefault(entry, []).append(IndexPlace(inline.anchor, part))
            change_inside(inline, gather)
        return inlines

    for piece in walk_sections(sections):
        if isinstance(piece, Heading) and piece.level <= deepest:
            part = f"{piece.number.text} {plain(piece.content)}" if piece.number else plain(piece.content)
        if isinstance(piece, Heading | Paragraph | Table | Picture | Chart):
            change_words(piece, gather)
    return {entry: tuple(places) for entry, places in found.items()}


# --- Lines ----------------------------------------------------------------------------------------------------------


def _letters(
    desk: Desk, terms: Sequence[IndexTerm], places: Mapping[str, tuple[IndexPlace, ...]]
) -> tuple[IndexLetter, ...]:
    """The lines in order, those under another right after it, by the letters that they begin with."""
    by_name = {term.name: term for term in reversed(terms)}
    kept = _kept_terms(tuple(by_name.values()), places)
    unique = tuple(term for term in terms if by_name[term.name] is term and term.name in kept)
    by_name = {name: term for name, term in by_name.items() if name in kept}
    below = {term.name: suggest_slug(term.under) for term in unique if suggest_slug(term.under) in by_name}
    main = sorted((term for term in unique if term.name not in below), key=_order)
    letters: list[IndexLetter] = []
    for letter, group in groupby(main, key=_letter):
        lines: list[IndexLine] = []
        for term in group:
            under = sorted((inner for inner in unique if below.get(inner.name) == term.name), key=_order)
            lines.append(_line(desk, term, (term.term,), by_name, places))
            lines.extend(_line(desk, inner, (term.term, inner.term), by_name, places) for inner in under)
        letters.append(IndexLetter(letter, tuple(lines)))
    return tuple(letters)


def _kept_terms(terms: Sequence[IndexTerm], places: Mapping[str, tuple[IndexPlace, ...]]) -> set[str]:
    """The names of the terms that are printed: those that lead somewhere.

    A term whose places readers may not see stays out with them, and so do lines that lead to such a term alone.
    """
    kept = {term.name for term in terms if places.get(term.name) and not term.see}
    led = {term.name for term in terms if kept & {suggest_slug(name) for name in (*term.see, *term.see_also)}}
    parents = {suggest_slug(term.under) for term in terms if term.under and term.name in kept | led}
    return kept | led | parents


def _line(
    desk: Desk,
    term: IndexTerm,
    path: tuple[str, ...],
    by_name: Mapping[str, IndexTerm],
    places: Mapping[str, tuple[IndexPlace, ...]],
) -> IndexLine:
    own = () if term.see else places.get(term.name, ())
    see = _see(desk, "index_see", term.see, by_name) or _see(desk, "index_see_also", term.see_also, by_name)
    return IndexLine(term.name, len(path), path, term.place("term"), own, see, f"term-of-index-{term.name}")


def _see(desk: Desk, word: str, names: Sequence[str], by_name: Mapping[str, IndexTerm]) -> tuple[Inline, ...]:
    """``, see Better Care Together; CCG``, each with a link to its line; lines that are not printed stay out."""
    targets = [by_name[suggest_slug(name)] for name in names if suggest_slug(name) in by_name]
    if not targets:
        return ()
    before, _, after = desk.word(word).partition("{terms}")
    printed: list[Inline] = [Text(before)] if before else []
    for at, target in enumerate(targets):
        printed.extend((Text("; "),) if at else ())
        printed.append(Link((Text(target.term),), anchor=f"term-of-index-{target.name}"))
    return (*printed, *((Text(after),) if after else ()))


def _order(term: IndexTerm) -> tuple[str, str]:
    """Letter by letter, small and capital alike, without accents and signs."""
    words = unicodedata.normalize("NFKD", term.sort or term.term)
    return "".join(each for each in words.casefold() if each.isalnum() or each == " "), term.term


def _letter(term: IndexTerm) -> str:
    first = _order(term)[0][:1].upper()
    return first if first.isalpha() else "0–9"


def _in_columns(section: Section, letters: tuple[IndexLetter, ...], desk: Desk) -> Iterator[Section]:
    """The section, cut before and after an index, which stands in columns."""
    begun = False
    for is_index, group in groupby(section.blocks, key=lambda block: isinstance(block, Index)):
        blocks = tuple(group)
        if is_index:
            blocks = tuple(
                replace(
                    block,
                    letters=letters,
                    on_page=desk.word("index_page") or block.on_page,
                    in_part=desk.word("index_part") or block.in_part,
                )
                for block in blocks
                if isinstance(block, Index)
            )
        columns = _COLUMNS if is_index else 1
        yield replace(section, blocks=blocks, columns=columns, continued=begun or section.continued)
        begun = True


# --- Findings -------------------------------------------------------------------------------------------------------


def _nowhere(terms: Sequence[IndexTerm], places: Mapping[str, tuple[IndexPlace, ...]]) -> Iterator[Diagnostic]:
    """Terms without any place that lead nowhere else and have no terms under them."""
    parents = {suggest_slug(term.under) for term in terms if term.under}
    for term in terms:
        if places.get(term.name) or term.see or term.see_also or term.name in parents:
            continue
        looked = " or ".join(f"`{word}`" for word in term.looked_for)
        wanted = f"{looked} in the text" if looked else f"a mark `[…](index:{term.name})` in the text"
        message = f"the index has the term `{term.term}`, which is nowhere in the paper; expected {wanted}"
        hint = "correct the words, mark the place, or take the term out of the index"
        yield Diagnostic(INDEX_TERM_NOWHERE, message, term.place("term"), hint, length=len(term.term))


def _not_printed(block: Index | None, terms: Sequence[IndexTerm]) -> Iterator[Diagnostic]:
    """Terms without an index, or an index without terms."""
    if terms:
        message = "the paper has terms for an index and no block `index`; expected the place where it is printed"
        yield Diagnostic(
            INDEX_NOT_PRINTED, message, terms[0].place("term"), "add a block `index` under its own heading"
        )
    elif block is not None:
        message = "the index has no terms; expected a list `index` in the header of the paper"
        yield Diagnostic(INDEX_NOT_PRINTED, message, block.place, "type the terms, such as `index: [Ferries, Harbour]`")
