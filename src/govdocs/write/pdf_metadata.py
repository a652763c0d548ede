"""What a PDF says about itself in its XMP metadata: its title, its date, and which standards it keeps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from govdocs.write.properties import describe_version

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
{properties}
</rdf:Description>
{schemas}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

# PDF/A knows nothing of PDF/UA: what its mark means must be described in the file.
_UA_SCHEMA = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of PDF/UA that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


@dataclass(frozen=True, slots=True)
class About:
    """What a file says about itself.

    ``accessible`` claims PDF/UA-1, ``archival`` PDF/A-3a. ``properties`` are further facts by name, such as the version
    of the records.
    """

    title: str
    language: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    date: datetime
    producer: str
    properties: Sequence[tuple[str, str]]
    accessible: bool = True
    archival: bool = True


def write_packet(about: About) -> bytes:
    """The metadata as one XMP packet, with a single description of the file, as PDF/A wants it."""
    stamp = about.date.strftime("%Y-%m-%dT%H:%M:%S") + zone_of(about.date, ":")
    lines = [
        f"<dc:title>{_alternatives(about.title)}</dc:title>",
        f"<dc:language><rdf:Bag><rdf:li>{escape(about.language)}</rdf:li></rdf:Bag></dc:language>",
        "<dc:format>application/pdf</dc:format>",
    ]
    if about.author:
        lines.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(about.author)}</rdf:li></rdf:Seq></dc:creator>")
    if about.subject:
        lines.append(f"<dc:description>{_alternatives(about.subject)}</dc:description>")
    if about.keywords:
        lines.append(f"<pdf:Keywords>{escape(', '.join(about.keywords))}</pdf:Keywords>")
    lines += [
        f"<pdf:Producer>{escape(about.producer)}</pdf:Producer>",
        f"<xmp:CreateDate>{stamp}</xmp:CreateDate>",
        f"<xmp:ModifyDate>{stamp}</xmp:ModifyDate>",
    ]
    if about.archival:
        lines.append("<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>")
    if about.accessible:
        lines.append("<pdfuaid:part>1</pdfuaid:part>")
    schemas = _UA_SCHEMA if about.accessible and about.archival else ""
    packet = _PACKET.format(properties="\n".join(lines), schemas=schemas).encode()
    return describe_version(packet, about.properties)


def pdf_date(date: datetime) -> str:
    """A moment as PDF writes it."""
    return date.strftime("D:%Y%m%d%H%M%S") + zone_of(date, "'") + "'"


def zone_of(date: datetime, between: str) -> str:
    """The distance from Greenwich, ``between`` its hours and minutes."""
    minutes = int((offset.total_seconds() if (offset := date.utcoffset()) else 0) // 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}{between}{abs(minutes) % 60:02}"


def _alternatives(words: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(words)}</rdf:li></rdf:Alt>'
