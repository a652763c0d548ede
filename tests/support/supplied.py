"""Small PDFs as others would supply them, and packs that bind them."""

from functools import cache
from importlib import resources
from pathlib import Path

import weasyprint

from govdocs.compose.blocks import Document, Pack, Part, PartKind
from govdocs.places import Place

FONT = Path(str(resources.files("govdocs.write") / "fonts" / "LiberationSans-Regular.ttf")).as_uri()
STYLE = f"""
@font-face {{ font-family: "Paper"; src: url({FONT}) }}
@page {{ size: A4; margin: 25mm 22mm }}
body {{ font: 11pt "Paper" }} h1, h2, th {{ font-weight: normal }}
"""


@cache
def make_pdf(body: str, title: str = "A paper", style: str = "", variant: str | None = "pdf/ua-1") -> bytes:
    """A PDF of an HTML body, tagged as PDF/UA-1 unless ``variant`` says otherwise."""
    html = f"<html lang=en><head><title>{title}</title><style>{STYLE}{style}</style></head><body>{body}</body></html>"
    data = weasyprint.HTML(string=html).write_pdf(pdf_variant=variant)
    assert isinstance(data, bytes)
    return data


def make_document(name: str, title: str = "A paper", language: str = "en-GB") -> Document:
    return Document(name, title, language, (), title, (), Place(f"meetings/{name}.md", 3))


def make_pack(*documents: Document, page_label: str = "pack page {n}", outline: bool = True) -> Pack:
    parts = tuple(Part(PartKind.DOCUMENT, each, f"Part: {each.title}" if outline else "") for each in documents)
    place = Place("meetings/june/meeting.yaml", 2)
    return Pack("pack", "Papers of June", "en-GB", parts, place, "Secretary", "Board papers", page_label)
