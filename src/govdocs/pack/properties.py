"""What the pack says about itself: title, language, author, date, and that it is PDF/UA-1."""

from datetime import datetime
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from govdocs.compose.blocks import Pack
from govdocs.write.options import WriteOptions
from govdocs.write.properties import describe_version

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def describe_pack(target: pikepdf.Pdf, pack: Pack, options: WriteOptions, *, accessible: bool) -> None:
    """Write the pack's properties, in the two places where readers look for them.

    ``accessible`` says that every part is PDF/UA-1, so that the pack may claim to be.
    """
    root = target.Root
    root.Lang = String(pack.language)
    root.MarkInfo = Dictionary(Marked=accessible)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    info = {"/Title": pack.title, "/Author": pack.author, "/Subject": pack.subject, "/Producer": options.producer}
    date = options.date
    stamp = date.strftime("D:%Y%m%d%H%M%S") + _zone(date, "'") + "'"
    info |= {"/CreationDate": stamp, "/ModDate": stamp}
    info |= {f"/{name}": value for name, value in options.properties}
    target.trailer.Info = target.make_indirect(Dictionary({key: String(value) for key, value in info.items() if value}))
    packet = _packet(pack, date, options.producer, accessible=accessible).encode()
    root.Metadata = Stream(target, describe_version(packet, options.properties), Type=Name.Metadata, Subtype=Name.XML)


def _zone(date: datetime, between: str) -> str:
    minutes = int((offset.total_seconds() if (offset := date.utcoffset()) else 0) // 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}{between}{abs(minutes) % 60:02}"


def _packet(pack: Pack, date: datetime, producer: str, *, accessible: bool) -> str:
    stamp = date.strftime("%Y-%m-%dT%H:%M:%S") + _zone(date, ":")
    lines = [
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(pack.title)}</rdf:li></rdf:Alt></dc:title>',
        f"<dc:language><rdf:Bag><rdf:li>{escape(pack.language)}</rdf:li></rdf:Bag></dc:language>",
        "<dc:format>application/pdf</dc:format>",
    ]
    if pack.author:
        lines.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(pack.author)}</rdf:li></rdf:Seq></dc:creator>")
    if pack.subject:
        subject = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(pack.subject)}</rdf:li></rdf:Alt>'
        lines.append(f"<dc:description>{subject}</dc:description>")
    lines += [
        f"<pdf:Producer>{escape(producer)}</pdf:Producer>",
        f"<xmp:CreateDate>{stamp}</xmp:CreateDate>",
        f"<xmp:ModifyDate>{stamp}</xmp:ModifyDate>",
    ]
    if accessible:
        lines.append("<pdfuaid:part>1</pdfuaid:part>")
    return _PACKET.format(properties="\n".join(lines))
