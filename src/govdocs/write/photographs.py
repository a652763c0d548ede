"""Photographs of drawings, for programs that show none: the engine of the PDF draws, so that all formats agree."""

from functools import lru_cache
from io import BytesIO

from govdocs.compose.blocks import Picture
from govdocs.errors import CannotGoOnError
from govdocs.write.print_style import write_font_faces
from govdocs.write.theme import Theme

_PIXELS_A_POINT = 3
_WIDEST_PX = 2400


@lru_cache(maxsize=32)
def photograph(drawing: Picture, theme: Theme, width_pt: float, height_pt: float) -> bytes | None:
    """The SVG ``drawing`` as PNG, sharp where it is shown ``width_pt`` points wide; None where it cannot be drawn."""
    # Only a document with a drawing waits for the engine, and only it needs the engine's system libraries.
    try:
        from govdocs.write.pdf_engine import (  # noqa: PLC0415
            PackageFetcher,
            engine_environment,
            engine_log,
            shared_fonts,
            weasyprint,
        )
    except CannotGoOnError:
        return None
    import pypdfium2  # noqa: PLC0415

    page = f"@page {{ size: {width_pt:.2f}pt {height_pt:.2f}pt; margin: 0 }} body {{ margin: 0 }}"
    shown = f'<img src="picture:0" alt="" style="display:block; width:{width_pt:.2f}pt; height:{height_pt:.2f}pt">'
    fetcher, fonts = PackageFetcher({"picture:0": drawing}), shared_fonts()
    with engine_log() as log, engine_environment():
        faces = weasyprint.CSS(string=write_font_faces(theme), font_config=fonts, url_fetcher=fetcher)
        source = weasyprint.HTML(string=f"<style>{page}</style>{shown}", url_fetcher=fetcher)
        paper = source.write_pdf(font_config=fonts, stylesheets=[faces])
    if any(message.startswith("Failed to load image") for message in log.messages):
        return None
    opened = pypdfium2.PdfDocument(paper)
    try:
        scale = min(float(_PIXELS_A_POINT), _WIDEST_PX / width_pt)
        image = opened[0].render(scale=scale).to_pil()
    finally:
        opened.close()
    out = BytesIO()
    image.save(out, format="PNG", optimize=True)
    return out.getvalue()
