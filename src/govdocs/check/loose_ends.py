"""Rules about sentences and marks that lost their end: codes G163 to G166."""

import re
from collections.abc import Iterator

from govdocs.check.concordance import Sought
from govdocs.check.figures import typed_tables
from govdocs.check.rule import STOPS_PUBLICATION, WARNS, Found, RecordRule, Records, record_rule
from govdocs.check.text import PLACEHOLDER
from govdocs.check.writings import Paragraph, Role, Writing
from govdocs.model.minutes import Minutes

_ENDS, _CLOSES, _MARKS_AT_END = ".!?:;…", "\"”’')]", "\"”’')]*"
_LEADS_ON = (":-", ":–", ":—")
_DASH = re.compile(r"\w\s*[-–—]$")
#: Words that no sentence ends with.
_HANGING = re.compile(
    r"\b(?:the|a|an|of|to|in|and|or|for|with|by|from|that|which|is|are|was|were|will|be|on|at|as|this|its|their|our|between"
    r"|including|such|than|into|not|has|have|it)$",
    re.IGNORECASE,
)
#: Of these, words that do not even end the short sentences of a list.
_OPEN = re.compile(
    r"\b(?:the|a|an|of|to|and|or|for|with|by|from|that|which|is|are|was|were|will|be|its|their|our|between|including|such"
    r"|than|into)$",
    re.IGNORECASE,
)
#: Letters of the longest of these words, and the sign before it.
LONGEST_HANGING = 10
LEAST_WORDS, LONG = 8, 25
#: Fewer words in a line of minutes are an entry, not a sentence.
LEAST_IN_NOTE = 4
#: So many paragraphs without a full stop are slips; more, and it is how the document is written.
MOST_SLIPS = 2
#: Of so many paragraphs one more may be a slip.
PARAGRAPHS_A_SLIP = 30
#: Fewer words than these after the last full stop are a verdict ("Agreed"), not half a sentence.
VERDICT = 4
_NOTE = Sought(
    r"\bdelete as (?:appropriate|applicable)\b|\bdraft(?:ing)? note\b|£\s?[xX]{1,}\b|\b[xX]{2,}%"
    r"|\b(?:NB|N\.B\.|note)[:,]? (?:to )?(?:check|add|update|confirm) |\binsert (?:text|here|date|name)\b"
    r"|\[[^\]]{0,200}\b(?:check|update|confirm|needs?|awaiting)\b[^\]]*\]"
    r"|\[[^\]]{0,200}\bto be (?:added|confirmed|inserted|completed|updated)\b[^\]]*\]"
    r"|\((?:tbc|tba|to be confirmed|check with [^)]*|insert [^)]*|xx+)\)"
    r"|(?<=[A-Za-z])\s?\?\?(?=\s|$)"
    r"|\bplease (?:state|insert|complete|delete)\b|\bclick (?:here )?to enter\b|\[\s*\]",
    "delete note nb n insert [ tbc tba confirmed check x* ? please click",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?<![\w'’])['‘](?=[A-Za-z])(?!(?:s|em|til|tis|twas|cause)\b)")
_CLOSING = re.compile(r"(?<=[\w.,!?)])['’](?!\w)")
#: A finite verb, by which a line without a full stop is told from a title.
_TOLD = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|be|declared|noted|agreed|resolved|received|reported|approved|welcomed"
    r"|accepted|to action|thanked|advised)\b",
    re.IGNORECASE,
)
#: The beginning of a list of people that is typed as a paragraph.
_ATTENDANCE = re.compile(
    r"\W*(?:(?:also |members |those |councillors )*present|(?:also )?in attendance|attend(?:ing|ees|ance)|apologies"
    r"|absent|sederunt)\b[^.]{0,30}:",
    re.IGNORECASE,
)
#: How it was decided, behind a dash.
_VERDICT = re.compile(r"\s[-–—]\s*(?:agreed|approved|noted|carried|resolved|unanimous\w*|none)$", re.IGNORECASE)
#: A paragraph that goes on in the next, as the parts of a resolution do.
_GOES_ON = re.compile(r"[;,:] (?:and|or)$")
#: What stands before a bracket that opens nowhere: "a)", "(iv)", "12)", "minute 47-12i)".
_LIST_MARK = re.compile(r"(?:^|(?<=[\s(;,_*/-]))(?:[a-z]|[ivx]{1,4}|\d{1,3}(?:[a-z]|[ivx]{1,4})?)$")


def look_for_cut_off_sentences(records: Records) -> Iterator[Found]:
    """Checks:
        A paragraph ends with a full stop or another mark that can end it, unless a list or a table follows; no item
        of a list stops at a word such as "the" or "of", and nothing at a dash. In a document that leaves out full
        stops more than twice, and more than once in thirty paragraphs, only what breaks off at such a word, a comma
        or a dash is found.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        The end of a sentence that was lost in editing may have held the point of it.

    Example:
        A paper on blood tests stops before its last word where it says what the next contract has to take in.

    Wrong:
        It would be prudent to watch the outcome, so that the next contract takes this in

    Right:
        It would be prudent to watch the outcome, so that the next contract takes this into account.
    """
    for writing in records.writings:
        found = [
            (paragraph, is_broken)
            for portion in writing.portions
            for paragraph, after in zip(portion.paragraphs, (*portion.paragraphs[1:], None), strict=False)
            if (is_broken := _is_broken_off(paragraph, after)) or _lacks_full_stop(paragraph, after)
        ]
        slips = _slips_by_role(writing, [paragraph for paragraph, is_broken in found if not is_broken])
        for paragraph, is_broken in found:
            if is_broken or slips[paragraph.role]:
                words = paragraph.text.split()
                message = f"this ends with `{' '.join(words[-3:])}`; expected the end of a sentence"
                place = paragraph.at(len(paragraph.text.rstrip()) - len(words[-1]))
                yield Found(place, message, "complete the sentence, or add its full stop", length=len(words[-1]))


def _slips_by_role(writing: Writing, bare: list[Paragraph]) -> dict[Role, bool]:
    """Whether paragraphs without a full stop are few enough to be slips; numbered items are judged by themselves."""
    ended = [one for one in writing.paragraphs if one.role is Role.PARAGRAPH and _has_end(one.text.rstrip())]
    items = [one for one in writing.paragraphs if one.role is Role.ITEM and one.marker[:1].isdigit()]
    short = [one for one in items if len(one.text.split()) >= LEAST_WORDS and not _has_end(one.text.rstrip())]
    most = max(MOST_SLIPS, len(ended) // PARAGRAPHS_A_SLIP)
    notes = {id(one) for one in writing.paragraphs if isinstance(writing.source, Minutes) and _is_bare_note(one)}
    paragraphs = notes | {id(one) for one in bare if one.role is Role.PARAGRAPH}
    others = {id(one) for one in (*bare, *short) if one.role is Role.ITEM}
    return {Role.PARAGRAPH: len(paragraphs) <= most, Role.ITEM: len(others) + len(paragraphs) <= MOST_SLIPS}


def _is_bare_note(paragraph: Paragraph) -> bool:
    """Whether a paragraph of minutes is a sentence without a full stop: "Apologies were accepted from Cllr Moss"."""
    text = paragraph.text.rstrip()
    words = len(text.split())
    is_sentence = words >= LEAST_WORDS - 2 or (words >= LEAST_IN_NOTE and _TOLD.search(text) is not None)
    return paragraph.role is Role.PARAGRAPH and is_sentence and not _has_end(text) and not text.isupper()


def _is_broken_off(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a paragraph stops where no sentence can: at a word such as "of", a comma, a dash."""
    text = paragraph.text.rstrip()
    if paragraph.role not in (Role.PARAGRAPH, Role.ITEM) or _goes_on(paragraph, after):
        return False
    words = len(text.split())
    bare = text.rstrip(",").rstrip()
    is_bullet = paragraph.role is Role.ITEM and not paragraph.marker[:1].isdigit()
    hanging = (_OPEN if is_bullet else _HANGING).search(bare, max(0, len(bare) - LONGEST_HANGING))
    is_hanging = hanging is not None and not (
        re.search(r"[;,:] (?:and|or)(?: to)?$", bare)
        or (is_bullet and after is not None and after.role is Role.ITEM and re.search(r" (?:and|or)$", bare))
    )
    if is_bullet:
        return words >= LEAST_WORDS // 2 and (is_hanging or (bool(_DASH.search(text)) and words >= LEAST_WORDS))
    if text.isupper() or _has_end(text):
        return False
    return words >= LEAST_WORDS // 2 and (
        bool(_DASH.search(text)) or (words >= LEAST_WORDS and (is_hanging or text.endswith(",")))
    )


def _has_end(text: str) -> bool:
    """Whether a text ends with a mark that can end it, or a bracket or a quotation that closes."""
    return text.endswith((*_CLOSES, *_LEADS_ON)) or text.rstrip(_MARKS_AT_END).endswith(tuple(_ENDS))


def _lacks_full_stop(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether prose has no mark at its end; a line without one may be a title, but not where it is long, or has a
    sentence before it that says more than how it was decided.
    """
    text = paragraph.text.rstrip()
    is_bullet = paragraph.role is Role.ITEM and not paragraph.marker[:1].isdigit()
    is_text = paragraph.role in (Role.PARAGRAPH, Role.ITEM) and not is_bullet and not text.isupper()
    if not is_text or _goes_on(paragraph, after) or _ATTENDANCE.match(text):
        return False
    sentences = [sentence for _, sentence in paragraph.sentences()]
    # "Grant of permission - a new porch - 4 Mill Lane" is a note, however long.
    is_prose = (len(text.split()) >= LONG and " - " not in text) or len(sentences) > 1
    is_verdict = len(sentences) > 1 and len(sentences[-1].split()) < VERDICT
    is_verdict = is_verdict or _VERDICT.search(text) is not None
    ends_in_figure = re.search(r"[\d%$]$", text) is not None
    return (
        is_prose and not is_verdict and not ends_in_figure and len(text.split()) >= LEAST_WORDS and not _has_end(text)
    )


def _goes_on(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Whether a list or a block follows that ends the sentence."""
    if after is None:
        return False
    if after.role is Role.PARAGRAPH and _GOES_ON.search(paragraph.text.rstrip()):
        return True
    is_list = after.role is Role.ITEM and after.marker[:1] != paragraph.marker[:1]
    is_next = paragraph.marker[:1].isdigit() and after.marker[:1].isdigit()
    return (is_list and not is_next) or after.role is Role.BLOCK


def look_for_drafting_notes(records: Records) -> Iterator[Found]:
    """Checks:
        No note among authors and no prompt of a template is left in the prose: "delete as appropriate", "[check with
        finance]", "£x".

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        It was meant for a colleague, and now the public reads it.

    Example:
        A section of a plan ends with two notes among its authors, one of them in capitals, both with two
        question marks.

    Wrong:
        The work costs £12,000 a year [to be confirmed by finance].

    Right:
        The work costs £12,000 a year.
    """
    for paragraph in (one for writing in records.writings for one in writing.paragraphs_for(_NOTE)):
        # Gaps such as "[insert date]" have a rule of their own.
        gaps = [gap.span() for gap in PLACEHOLDER.finditer(paragraph.text)]
        notes = _NOTE.finditer(paragraph.text)
        for match in (one for one in notes if not any(start < one.end() and one.start() < end for start, end in gaps)):
            message = f"`{match[0]}` reads like a note among authors; expected words for the reader"
            yield Found(paragraph.at(match.start()), message, "settle it, and take the note out", length=len(match[0]))


def look_for_open_quotes(records: Records) -> Iterator[Found]:
    """Checks:
        A quotation mark that opens is closed within its paragraph, whichever kind of mark is used.

    Looks at:
        Prose of papers, minutes and terms of reference.

    Why:
        Where the quotation ends decides whose words they are.

    Example:
        A scrutiny report opens a quotation mark before "process" and closes it nowhere.

    Wrong:
        The group felt that there was a great deal of 'process.

    Right:
        The group felt that there was a great deal of 'process'.
    """
    left_open: dict[str, bool] = {}
    for _, paragraph in _paragraphs(records):
        text = paragraph.text
        opening = list(_OPENING.finditer(text)) if "'" in text or "‘" in text else []
        if opening and not any(close.start() > opening[-1].start() for close in _CLOSING.finditer(text)):
            yield _open_quote(paragraph, opening[-1].start(), opening[-1][0])
        doubles = [match.start() for match in re.finditer(r'(?<!\d)"', text)] if '"' in text else []
        # Of 'two kinds of marks" one is the other's partner: one finding.
        is_said = bool(opening) and not any(close.start() > opening[-1].start() for close in _CLOSING.finditer(text))
        if len(doubles) % 2 and not is_said:
            yield _open_quote(paragraph, doubles[-1], '"')
        curly = list(re.finditer("[“”]", text))
        balance = sum(1 if match[0] == "“" else -1 for match in curly)
        # A quotation may run over several paragraphs, or over the items of a list.
        if balance < 0 and not left_open.get(paragraph.place.path):
            yield _open_quote(paragraph, curly[0].start(), curly[0][0])
        if balance:
            left_open[paragraph.place.path] = balance > 0


def _open_quote(paragraph: Paragraph, offset: int, mark: str) -> Found:
    message = f"the quotation mark `{mark}` has no partner in this paragraph; expected two"
    return Found(paragraph.at(offset), message, "add the mark that is missing, or remove this one")


def look_for_needless_brackets(records: Records) -> Iterator[Found]:
    """Checks:
        Every closing bracket in prose and in the cells of tables has an opening one before it.

    Looks at:
        Prose of papers, minutes and terms of reference; cells of typed tables.

    Why:
        Half of a remark was deleted, and the other half stayed.

    Example:
        One of seven costs in a table has a bracket behind it that nothing opens.

    Wrong:
        The contract ends in March) and is to be renewed.

    Right:
        The contract (it ends in March) is to be renewed.
    """
    for _, paragraph in _paragraphs(records):
        depth = 0
        for bracket in re.finditer(r"[()]", paragraph.text):
            offset = bracket.start()
            if bracket[0] == "(":
                depth += 1
            else:
                if depth == 0 and not _LIST_MARK.search(paragraph.text[:offset]):
                    message = "`)` closes nothing in this paragraph; expected `(` before it"
                    yield Found(paragraph.at(offset), message, "remove it, or add the opening bracket")
                depth = max(0, depth - 1)
    for block in typed_tables(records.library):
        for row in block.rows:
            for cell in row.cells:
                if cell.text.count(")") > cell.text.count("(") and not re.match(r"\(?\w{1,3}\)", cell.text):
                    message = f"the cell `{cell.text}` has a bracket that closes nothing; expected `(` before it"
                    yield Found(cell.place, message, "remove it, or add the opening bracket", length=len(cell.text))


def _paragraphs(records: Records) -> Iterator[tuple[Writing, Paragraph]]:
    for writing in records.writings:
        for paragraph in writing.paragraphs:
            if paragraph.role is not Role.BLOCK:
                yield writing, paragraph


RULES: tuple[RecordRule, ...] = (
    record_rule("G163", "sentence-cut-off", WARNS, look_for_cut_off_sentences, heuristic=True),
    record_rule("G164", "drafting-note", STOPS_PUBLICATION, look_for_drafting_notes),
    record_rule("G165", "quote-open", WARNS, look_for_open_quotes, heuristic=True),
    record_rule("G166", "bracket-needless", WARNS, look_for_needless_brackets, heuristic=True),
)
