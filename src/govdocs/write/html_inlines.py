"""Words in HTML."""

import re
from html import escape
from typing import assert_never

from govdocs.compose.blocks import (
    Abbreviation,
    Emphasis,
    Foreign,
    Indexed,
    Inline,
    LineBreak,
    Link,
    Number,
    Raised,
    Strong,
    Symbol,
    Text,
)
from govdocs.write.html_setting import Medium

DOCUMENT_SCHEME = "document:"
"""Before the engine of the PDF a link to another document is written so; the tags turn it into a relative link."""

_SAFE_ADDRESS = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)


def write_inlines(inlines: tuple[Inline, ...], medium: Medium) -> str:
    """The words with their markup."""
    return "".join(_write_inline(inline, medium) for inline in inlines)


def write_number(number: Number | None) -> str:
    """A number before its heading or paragraph; the blank keeps them apart in the text as well."""
    return f'<span class="number">{escape(number.text)} </span>' if number else ""


def write_attributes(**attributes: str | int | None) -> str:
    """Attributes of an element, those that are empty left out; ``class_`` and ``data_x`` become HTML's names."""
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"' for name, value in attributes.items() if value
    )


def _write_inline(inline: Inline, medium: Medium) -> str:  # noqa: C901 - one case for each class of inline content
    match inline:
        case Text(text):
            return escape(text, quote=False)
        case LineBreak():
            return "<br>"
        case Strong(children):
            return f"<strong>{write_inlines(children, medium)}</strong>"
        case Emphasis(children):
            return f"<em>{write_inlines(children, medium)}</em>"
        case Raised(children):
            return f"<sup>{write_inlines(children, medium)}</sup>"
        case Foreign(children, language):
            return f"<span{write_attributes(lang=language)}>{write_inlines(children, medium)}</span>"
        case Abbreviation(text, expansion):
            return f"<abbr{write_attributes(title=expansion)}>{escape(text, quote=False)}</abbr>"
        case Symbol(character, alternative):
            label = write_attributes(class_="symbol", role="img", aria_label=alternative)
            return f"<span{label}>{escape(character, quote=False)}</span>"
        case Link():
            return _write_link(inline, medium)
        case Indexed(children, _, anchor):
            return f"<span{write_attributes(id=anchor)}>{write_inlines(children, medium)}</span>"
    assert_never(inline)


def _write_link(link: Link, medium: Medium) -> str:
    """A link; one with an address that is neither web, mail nor telephone stays plain words."""
    words = write_inlines(link.children, medium)
    anchor = f"#{link.anchor}" if link.anchor else ""
    if link.address:
        target = link.address if _SAFE_ADDRESS.match(link.address) else ""
    elif link.document:
        scheme, suffix = (DOCUMENT_SCHEME, "") if medium is Medium.PRINT else ("", ".html")
        target = f"{scheme}{link.document}{suffix}{anchor}"
    else:
        target = anchor or "#"
    return f"<a{write_attributes(href=target, aria_label=link.spoken)}>{words}</a>" if target else words
