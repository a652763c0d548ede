"""The groups of tokens that a theme is made of, each with the values that it may take."""

from dataclasses import Field, dataclass, field
from typing import Any


def _number(low: float, high: float) -> Any:
    """A number from ``low`` to ``high``, in the unit that the token's name ends in."""
    return field(metadata={"low": low, "high": high})


def _colour() -> Any:
    """A colour, ``#RRGGBB``."""
    return field(metadata={"colour": True})


def _choice(*choices: str) -> Any:
    """One of the fonts that ship with the package."""
    return field(metadata={"choices": choices})


def _words() -> Any:
    """A short text."""
    return field(metadata={"words": True})


@dataclass(frozen=True, slots=True)
class PageTokens:
    """The paper's margins and where header and footer stand."""

    margin_mm: float = _number(8, 60)
    landscape_margin_mm: float = _number(8, 60)
    top_mm: float = _number(15, 80)
    bottom_mm: float = _number(15, 60)
    header_mm: float = _number(5, 40)
    footer_mm: float = _number(5, 40)
    furniture_gap_mm: float = _number(0, 10)
    pack_number_mm: float = _number(15, 60)


@dataclass(frozen=True, slots=True)
class TypeTokens:
    """Fonts and sizes of the running text and of tables."""

    family: str = _choice("Liberation Sans")
    word_family: str = _words()
    symbol_family: str = _choice("Govdocs Symbols")
    body_pt: float = _number(9, 24)
    table_pt: float = _number(8, 22)
    dashboard_pt: float = _number(7.5, 18)
    dashboard_most_pt: float = _number(7.5, 18)
    note_pt: float = _number(8, 20)
    furniture_pt: float = _number(7, 14)
    subtitle_pt: float = _number(9, 24)
    line_height: float = _number(1, 2.5)
    table_line_height: float = _number(1, 2.5)
    dashboard_line_height: float = _number(1, 2.5)
    paragraph_gap_pt: float = _number(0, 30)
    orphans: float = _number(1, 6)
    widows: float = _number(1, 6)


@dataclass(frozen=True, slots=True)
class ColourTokens:
    """Colours of text, rules and fills."""

    text: str = _colour()
    heading: str = _colour()
    muted: str = _colour()
    link: str = _colour()
    hairline: str = _colour()
    rule: str = _colour()
    head_fill: str = _colour()
    band_fill: str = _colour()
    total_fill: str = _colour()
    box_fill: str = _colour()
    notice_fill: str = _colour()


@dataclass(frozen=True, slots=True)
class HeadingTokens:
    """The size of a level of headings and the space around it."""

    size_pt: float = _number(9, 48)
    before_pt: float = _number(0, 60)
    after_pt: float = _number(0, 40)


@dataclass(frozen=True, slots=True)
class ListTokens:
    """Indents of numbered paragraphs and of lists."""

    number_mm: float = _number(4, 40)
    item_number_mm: float = _number(4, 40)
    bullet_mm: float = _number(2, 20)
    step_mm: float = _number(2, 30)
    item_gap_pt: float = _number(0, 20)
    bullet: str = _words()
    inner_bullet: str = _words()


@dataclass(frozen=True, slots=True)
class TableTokens:
    """Paddings and rules of tables."""

    padding_x_mm: float = _number(0.5, 8)
    padding_y_mm: float = _number(0.2, 8)
    dashboard_padding_x_mm: float = _number(0.3, 8)
    dashboard_padding_y_mm: float = _number(0.2, 8)
    hairline_pt: float = _number(0.1, 3)
    rule_pt: float = _number(0.1, 4)
    gap_pt: float = _number(0, 40)
    caption_gap_pt: float = _number(0, 20)


@dataclass(frozen=True, slots=True)
class ChartTokens:
    """Charts: their height, their type, and the colours of series, each dark enough beside white."""

    height_mm: float = _number(40, 200)
    type_pt: float = _number(7, 16)
    grid: str = _colour()
    series_1: str = _colour()
    series_2: str = _colour()
    series_3: str = _colour()
    series_4: str = _colour()
    series_5: str = _colour()
    series_6: str = _colour()


@dataclass(frozen=True, slots=True)
class BoxTokens:
    """Boxes: recommendations, resolutions, notices."""

    padding_mm: float = _number(0.5, 15)
    border_pt: float = _number(0.1, 5)
    bar_mm: float = _number(0.2, 6)
    gap_pt: float = _number(0, 40)


@dataclass(frozen=True, slots=True)
class DetailsTokens:
    """Columns of labels and values."""

    label_mm: float = _number(15, 90)
    pair_label_mm: float = _number(10, 60)


@dataclass(frozen=True, slots=True)
class MinutesTokens:
    """Columns of the minutes."""

    reference_mm: float = _number(8, 60)
    lead_mm: float = _number(8, 60)
    gap_mm: float = _number(0, 15)
    entry_gap_pt: float = _number(0, 40)


@dataclass(frozen=True, slots=True)
class DividerTokens:
    """Type sizes of a divider."""

    letter_pt: float = _number(24, 400)
    title_pt: float = _number(10, 60)


@dataclass(frozen=True, slots=True)
class WatermarkTokens:
    """The word behind every page of a draft."""

    size_pt: float = _number(20, 300)
    colour: str = _colour()
    angle: float = _number(0, 90)


@dataclass(frozen=True, slots=True)
class ToneTokens:
    """A status colour, and the colour of the word in it."""

    fill: str = _colour()
    text: str = _colour()


@dataclass(frozen=True, slots=True)
class TonesTokens:
    """The status colours."""

    red: ToneTokens
    amber: ToneTokens
    green: ToneTokens
    blue: ToneTokens
    grey: ToneTokens


TokenField = Field[Any]
