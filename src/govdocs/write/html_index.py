"""An index in HTML: the letters as headings, a list of lines under each."""

from html import escape

from govdocs.compose.blocks import Index, IndexLetter, IndexLine
from govdocs.write.html_inlines import write_attributes, write_inlines
from govdocs.write.html_setting import Setting
from govdocs.write.index_places import shown_places

_DEEPEST = 6


def write_index(index: Index, setting: Setting) -> str:
    """The whole index; on paper with pages, on a screen with the names of the parts."""
    letters = "".join(_write_letter(letter, index, setting) for letter in index.letters)
    return f'<div class="index">{letters}</div>' if letters else ""


def _write_letter(letter: IndexLetter, index: Index, setting: Setting) -> str:
    level = min(index.level, _DEEPEST)
    lines = "".join(_write_line(line, index, setting) for line in letter.lines)
    return f'<h{level} class="letter">{escape(letter.letter)}</h{level}><ul role="list">{lines}</ul>'


def _write_line(line: IndexLine, index: Index, setting: Setting) -> str:
    places = "".join(
        f"{escape(place.before)}<a{write_attributes(href=f'#{place.anchor}', aria_label=place.spoken)}>"
        f"{escape(place.words)}</a>"
        for place in shown_places(index, line, setting.pages)
    )
    see = write_inlines(line.see, setting.medium)
    attributes = write_attributes(class_=f"level-{line.level}", id=line.anchor)
    return f"<li{attributes}><p>{escape(line.path[-1], quote=False)}{places}{see}</p></li>"
