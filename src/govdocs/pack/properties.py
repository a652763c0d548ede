"""What the pack says about itself: title, language, author, date, and that it is PDF/UA-1 and PDF/A-3a."""

from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from govdocs.compose.blocks import Pack
from govdocs.write.options import WriteOptions
from govdocs.write.pdf_metadata import About, pdf_date, write_packet


def describe_pack(target: pikepdf.Pdf, pack: Pack, options: WriteOptions, *, accessible: bool, archival: bool) -> None:
    """Write the pack's properties, in the two places where readers look for them.

    ``accessible`` says that every part is PDF/UA-1, ``archival`` that every part is PDF/A-3a, so that the pack may
    claim to be.
    """
    root = target.Root
    root.Lang = String(pack.language)
    root.MarkInfo = Dictionary(Marked=accessible)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    info = {"/Title": pack.title, "/Author": pack.author, "/Subject": pack.subject, "/Producer": options.producer}
    stamp = pdf_date(options.date)
    info |= {"/CreationDate": stamp, "/ModDate": stamp}
    info |= {f"/{name}": value for name, value in options.properties}
    target.trailer.Info = target.make_indirect(Dictionary({key: String(value) for key, value in info.items() if value}))
    about = About(
        title=pack.title,
        language=pack.language,
        author=pack.author,
        subject=pack.subject,
        keywords=(),
        date=options.date,
        producer=options.producer,
        properties=options.properties,
        accessible=accessible,
        archival=archival,
    )
    root.Metadata = Stream(target, write_packet(about), Type=Name.Metadata, Subtype=Name.XML)


def carry_colours(target: pikepdf.Pdf, intents: Sequence[pikepdf.Object | None]) -> None:
    """Say which colours the pack means, as the first of its parts does that says so; ``intents`` are the parts'."""
    first = next((each for each in intents if each is not None), None)
    if first is not None:
        target.Root.OutputIntents = first
