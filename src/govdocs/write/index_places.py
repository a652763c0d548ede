"""Where the lines of an index lead: page by page where there are pages, else part by part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from govdocs.compose.blocks import Index, IndexLine, IndexPlace

_RUN = 3
"""From so many pages in a row on, only the first and the last are printed."""


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place as printed: what stands before it, its words, where it leads, and what a screen reader says."""

    before: str
    words: str
    anchor: str
    spoken: str


def shown_places(index: Index, line: IndexLine, pages: Mapping[str, int]) -> tuple[ShownPlace, ...]:
    """The places of a line in order, each page once, runs of pages as ``42–45``; without ``pages`` the parts."""
    words = ", ".join(line.path)
    if not any(place.anchor in pages for place in line.places):
        parts = {place.part: place for place in reversed(line.places)}
        return tuple(
            ShownPlace(
                "; " if at else ", ", part, parts[part].anchor, index.in_part.format_map({"term": words, "part": part})
            )
            for at, part in enumerate(dict.fromkeys(place.part for place in line.places))
        )
    return tuple(
        ShownPlace(before, str(page), anchor, index.on_page.format_map({"term": words, "page": page}))
        for before, page, anchor in _in_runs(first_on_pages(line.places, pages))
    )


def first_on_pages(places: tuple[IndexPlace, ...], pages: Mapping[str, int]) -> dict[int, str]:
    """The pages in order, each with the first place on it."""
    found: dict[int, str] = {}
    for place in places:
        if place.anchor in pages:
            found.setdefault(pages[place.anchor], place.anchor)
    return dict(sorted(found.items()))


def _in_runs(found: Mapping[int, str]) -> Iterator[tuple[str, int, str]]:
    """What stands before each page, the page and its place; the middle of a run is left out."""
    pages = list(found)
    start = 0
    while start < len(pages):
        end = start
        while end + 1 < len(pages) and pages[end + 1] == pages[end] + 1:
            end += 1
        run = pages[start : end + 1]
        shown = [run[0], run[-1]] if len(run) >= _RUN else run
        for at, page in enumerate(shown):
            yield "–" if at and len(run) >= _RUN else ", ", page, found[page]
        start = end + 1
