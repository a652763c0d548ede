"""One theme for every writer: page, type, colours and distances as frozen tokens."""

import difflib
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from importlib import resources
from typing import Any, cast

from govdocs.diagnostics import Diagnostic
from govdocs.places import Place
from govdocs.write.problems import BAD_TOKEN, LOW_CONTRAST, UNKNOWN_TOKEN
from govdocs.write.tokens import (
    BoxTokens,
    ChartTokens,
    ColourTokens,
    DetailsTokens,
    DividerTokens,
    HeadingTokens,
    ListTokens,
    MinutesTokens,
    PageTokens,
    TableTokens,
    TokenField,
    TonesTokens,
    TypeTokens,
    WatermarkTokens,
)

LEAST_CONTRAST = 4.5
"""The least contrast of text against its background (WCAG 2.2, success criterion 1.4.3)."""

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")

PlaceOf = Callable[[str], Place]
"""Where a token, named with dots (``tones.red.fill``), was typed."""


@dataclass(frozen=True, slots=True)
class Theme:
    """How papers look: the groups and their tokens are described in ``theme.toml``."""

    page: PageTokens
    type: TypeTokens
    colours: ColourTokens
    heading_1: HeadingTokens
    heading_2: HeadingTokens
    heading_3: HeadingTokens
    heading_4: HeadingTokens
    lists: ListTokens
    tables: TableTokens
    charts: ChartTokens
    boxes: BoxTokens
    details: DetailsTokens
    minutes: MinutesTokens
    divider: DividerTokens
    watermark: WatermarkTokens
    tones: TonesTokens


def built_in_theme() -> Theme:
    """The theme that ships with the package."""
    theme: Theme = _build(Theme, _built_in_tokens())
    return theme


def build_theme(
    tokens: Mapping[str, object], place_of: PlaceOf | Place, base: Theme | None = None
) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme ``base`` (the built-in one) with a body's own ``tokens`` in place of some of it.

    ``tokens`` is nested like ``theme.toml``. A token that is unknown, of the wrong kind or out of its limits is
    reported and left out; everything else holds.
    """
    where: PlaceOf = (lambda _name: place_of) if isinstance(place_of, Place) else place_of
    merged = as_tokens(base or built_in_theme())
    found = list(_merge(Theme, merged, tokens, "", where))
    theme: Theme = _build(Theme, merged)
    if tokens:
        found.extend(_check_contrast(theme, where))
    return theme, tuple(found)


def as_tokens(theme: Any) -> dict[str, Any]:
    """A theme, or a group of it, as the nested mapping that ``theme.toml`` is; for keys of a cache too."""
    return {
        token.name: as_tokens(value) if is_dataclass(value) else value
        for token in fields(theme)
        for value in (getattr(theme, token.name),)
    }


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours ``#RRGGBB``, from 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _built_in_tokens() -> dict[str, Any]:
    return tomllib.loads((resources.files("govdocs.write") / "theme.toml").read_text(encoding="utf-8"))


def _build(kind: type[Any], tokens: Mapping[str, Any]) -> Any:
    values: dict[str, Any] = {}
    for token in fields(kind):
        value = tokens[token.name]
        group = isinstance(token.type, type) and is_dataclass(token.type)
        values[token.name] = _build(cast("type[Any]", token.type), value) if group else value
    return kind(**values)


def _merge(
    kind: type[Any], into: dict[str, Any], tokens: Mapping[str, object], prefix: str, where: PlaceOf
) -> Iterator[Diagnostic]:
    """Put ``tokens`` into the nested mapping ``into``; what cannot be put there is yielded."""
    known = {token.name: token for token in fields(kind)}
    for name, value in tokens.items():
        dotted = f"{prefix}{name}"
        token = known.get(str(name))
        if token is None:
            yield _unknown(dotted, str(name), list(known), where)
        elif isinstance(token.type, type) and is_dataclass(token.type):
            if isinstance(value, Mapping):
                yield from _merge(token.type, into[name], value, f"{dotted}.", where)
            else:
                message = f"theme token `{dotted}` is `{value}`; expected a group of tokens"
                yield Diagnostic(BAD_TOKEN, message, where(dotted), "indent its tokens under it")
        elif expected := _misfit(token, value):
            message = f"theme token `{dotted}` is `{value}`; expected {expected}"
            hint = f"write a value like `{into[name]}`, which is the built-in one"
            yield Diagnostic(BAD_TOKEN, message, where(dotted), hint)
        else:
            into[name] = value if isinstance(value, str) else float(str(value))


def _misfit(token: TokenField, value: object) -> str:
    """What was expected, where ``value`` is not one that ``token`` may take; otherwise empty."""
    if "colour" in token.metadata:
        return "" if isinstance(value, str) and _COLOUR.fullmatch(value) else "a colour such as `#003A70`"
    if choices := token.metadata.get("choices"):
        return "" if value in choices else " or ".join(f"`{choice}`" for choice in choices)
    if "words" in token.metadata:
        return "" if isinstance(value, str) and value.strip() else "a text that is not empty"
    low, high = token.metadata["low"], token.metadata["high"]
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return "" if number and low <= float(str(value)) <= high else f"a number from {low} to {high}"


def _unknown(dotted: str, name: str, known: list[str], where: PlaceOf) -> Diagnostic:
    nearest = difflib.get_close_matches(name, known, n=1)
    hint = f"write `{nearest[0]}`" if nearest else f"choose one of {', '.join(f'`{each}`' for each in known)}"
    return Diagnostic(UNKNOWN_TOKEN, f"the theme has no token `{dotted}`", where(dotted), hint)


def _check_contrast(theme: Theme, where: PlaceOf) -> Iterator[Diagnostic]:
    reported: set[str] = set()
    for name, text, behind in _pairs(theme):
        ratio = contrast(text, behind)
        if ratio < LEAST_CONTRAST and name not in reported:
            reported.add(name)
            message = (
                f"`{name}` is `{text}` on `{behind}`, a contrast of {ratio:.1f}; expected {LEAST_CONTRAST} or more"
            )
            yield Diagnostic(LOW_CONTRAST, message, where(name), "choose a darker text or a lighter background")


def _pairs(theme: Theme) -> Iterator[tuple[str, str, str]]:
    """Each token that colours text, its colour, and what it stands on."""
    colours = theme.colours
    for fill in ("#FFFFFF", theme.watermark.colour, colours.head_fill, colours.band_fill, colours.total_fill):
        yield "colours.text", colours.text, fill
    for fill in (colours.box_fill, colours.notice_fill):
        yield "colours.text", colours.text, fill
    for fill in ("#FFFFFF", theme.watermark.colour, colours.band_fill, colours.head_fill):
        yield "colours.heading", colours.heading, fill
    for name in ("muted", "link"):
        for fill in ("#FFFFFF", theme.watermark.colour):
            yield f"colours.{name}", getattr(colours, name), fill
    for tone in fields(theme.tones):
        look = getattr(theme.tones, tone.name)
        yield f"tones.{tone.name}.text", look.text, look.fill


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - sRGB's curve
