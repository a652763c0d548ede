"""How long a written document is."""

from govdocs.write.pages import count_pages
from support.supplied import make_pdf


def test_pages_are_counted() -> None:
    assert count_pages(make_pdf("<h1>One</h1>" + "<p style='break-before:page'>more</p>" * 3)) == 4
