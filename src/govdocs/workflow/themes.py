"""The colours, sizes and margins of a body, from its record."""

from collections.abc import Iterator

from govdocs.diagnostics import Diagnostic
from govdocs.model.bodies import Body
from govdocs.model.library import Library
from govdocs.write.theme import Theme, build_theme, built_in_theme


def body_theme(body: Body | None) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """The theme of a body, and what is wrong with what its record sets."""
    if body is None or not body.theme:
        return built_in_theme(), ()
    return build_theme(body.theme, lambda token: body.place("theme", *token.split(".")))


def check_themes(library: Library) -> Iterator[Diagnostic]:
    """What is wrong with the themes of all bodies, before anything is written in them."""
    for body in library.bodies.values():
        yield from body_theme(body)[1]
