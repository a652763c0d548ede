"""The same papers in large print: 18 points for all running text, and distances to go with it."""

from dataclasses import Field, fields, replace
from typing import Any

from govdocs.write.theme import Theme

BODY_PT = 18.0
_TABLE_SHARE = 16 / 18
"""Tables are set a little smaller, so that their words need not be divided."""
_FURNITURE_PT = 12.0
_MARGIN_MM = 12.7
"""Narrow, because the width of the paper does not grow with the type."""
_SCALED = {
    "type": ("subtitle_pt", "paragraph_gap_pt"),
    "lists": ("number_mm", "item_number_mm", "bullet_mm", "step_mm", "item_gap_pt"),
    "tables": ("gap_pt", "caption_gap_pt"),
    "boxes": ("gap_pt",),
    "details": ("label_mm", "pair_label_mm"),
    "charts": ("type_pt",),
    **dict.fromkeys(("heading_1", "heading_2", "heading_3", "heading_4"), ("size_pt", "before_pt", "after_pt")),
}


def large_print(theme: Theme) -> Theme:
    """``theme`` enlarged; one whose text is as large already stays as it is.

    Dashboards take the largest size up to 16 points at which their words fit, and no smaller one than before.
    """
    scale = BODY_PT / theme.type.body_pt
    if scale <= 1:
        return theme
    groups = {name: _scale(theme, name, tokens, scale) for name, tokens in _SCALED.items()}
    # Beside them stands the discussion: the references get only what they need, the capitals over the leads also do.
    groups["minutes"] = _scale(theme, "minutes", ("reference_mm",), scale * 0.85)
    groups["minutes"] = replace(
        groups["minutes"], lead_mm=_within(theme.minutes, "lead_mm", theme.minutes.lead_mm * 1.8)
    )
    table = BODY_PT * _TABLE_SHARE
    sizes = {
        "body_pt": BODY_PT,
        "table_pt": max(table, theme.type.table_pt),
        "note_pt": max(table, theme.type.note_pt),
        "dashboard_most_pt": max(table, theme.type.dashboard_most_pt),
        "furniture_pt": max(_FURNITURE_PT, theme.type.furniture_pt),
    }
    groups["type"] = replace(groups["type"], **sizes)
    larger = sizes["furniture_pt"] / theme.type.furniture_pt
    page = theme.page
    groups["page"] = replace(
        page,
        margin_mm=min(page.margin_mm, _MARGIN_MM),
        landscape_margin_mm=min(page.landscape_margin_mm, _MARGIN_MM),
        top_mm=_within(page, "top_mm", page.header_mm + (page.top_mm - page.header_mm) * larger),
        bottom_mm=_within(page, "bottom_mm", page.footer_mm + (page.bottom_mm - page.footer_mm) * larger),
        pack_number_mm=_within(page, "pack_number_mm", page.pack_number_mm * larger),
    )
    return replace(theme, **groups)


def _scale(theme: Theme, group: str, tokens: tuple[str, ...], scale: float) -> Any:
    """A group of tokens with some of them larger, each within its limits."""
    held: Any = getattr(theme, group)
    return replace(held, **{name: _within(held, name, getattr(held, name) * scale) for name in tokens})


def _within(group: Any, name: str, value: float) -> float:
    token: Field[Any] = next(each for each in fields(group) if each.name == name)
    return min(round(value, 2), float(token.metadata["high"]))
