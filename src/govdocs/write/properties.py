"""What a PDF says about where it comes from, in its XMP metadata."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

#: Properties that XMP has a place for already. PDF/A allows no others unless their schema is described in the file.
_PLACES = {"Meeting": "dc:source", "Version": "xmpMM:VersionID"}
_SPACES = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"'


def describe_version(packet: bytes, properties: Sequence[tuple[str, str]]) -> bytes:
    """The XMP ``packet`` with those ``properties`` that XMP has a place for; the others stand in the file's Info."""
    lines = "".join(
        f"<{place}>{escape(value)}</{place}>" for name, value in properties if (place := _PLACES.get(name)) and value
    )
    if not lines:
        return packet
    before, end, after = packet.rpartition(b"</rdf:RDF>")
    return before + f'<rdf:Description rdf:about="" {_SPACES}>{lines}</rdf:Description>'.encode() + end + after
