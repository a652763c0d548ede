"""The font of the stamped page numbers: the shipped one, cut down to the characters in use."""

import hashlib
from dataclasses import dataclass
from importlib import resources
from io import BytesIO

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream, String

_TABLES = {"GlyphOrder", "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}
"""All that a PDF's font needs; the others, kerning above all, would take five times as long to read."""
_FILE = "LiberationSans-Regular.ttf"


@dataclass(frozen=True, slots=True)
class LabelFont:
    """The characters that the font has, each with its glyph's number and its width in thousandths of the type size."""

    glyphs: dict[str, tuple[int, int]]
    program: bytes
    descriptor: dict[str, object]

    def missing(self, text: str) -> str:
        """The characters of ``text`` that the font lacks, each once."""
        return "".join(dict.fromkeys(character for character in text if character not in self.glyphs))

    def width(self, text: str, size: float) -> float:
        """How long ``text`` is, in points."""
        return sum(self.glyphs[character][1] for character in text) * size / 1000

    def encode(self, text: str) -> bytes:
        """``text`` as a string operand for a content stream."""
        return b"<" + "".join(f"{self.glyphs[character][0]:04X}" for character in text).encode() + b">"


def cut_font(characters: str) -> LabelFont:
    """The shipped font with nothing but ``characters``; those that it lacks are left out.

    The same characters give the same bytes: no time of writing goes into the font.
    """
    data = (resources.files("govdocs.write") / "fonts" / _FILE).read_bytes()
    font = TTFont(BytesIO(data), recalcTimestamp=False, recalcBBoxes=False)
    for table in set(font.keys()) - _TABLES:
        del font[table]
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, recalc_timestamp=False, glyph_names=False
    )
    cutter = subset.Subsetter(options)
    cutter.populate(text=characters)
    cutter.subset(font)
    scale = 1000 / font["head"].unitsPerEm
    mapping, widths = font.getBestCmap() or {}, font["hmtx"].metrics
    glyphs = {
        character: (font.getGlyphID(mapping[ord(character)]), round(widths[mapping[ord(character)]][0] * scale))
        for character in sorted(set(characters))
        if ord(character) in mapping
    }
    head, horizontal, metrics = font["head"], font["hhea"], font["OS/2"]
    descriptor = {
        "FontBBox": [round(value * scale) for value in (head.xMin, head.yMin, head.xMax, head.yMax)],
        "Ascent": round(horizontal.ascent * scale),
        "Descent": round(horizontal.descent * scale),
        "CapHeight": round(metrics.sCapHeight * scale),
    }
    program = BytesIO()
    font.save(program, reorderTables=False)
    return LabelFont(glyphs, program.getvalue(), descriptor)


def embed_font(target: pikepdf.Pdf, font: LabelFont) -> pikepdf.Object:
    """The font as an object of ``target``, embedded, with its way back from glyphs to characters."""
    digest = hashlib.sha256("".join(font.glyphs).encode()).digest()
    name = Name("/" + "".join(chr(ord("A") + byte % 26) for byte in digest[:6]) + "+LiberationSans")
    program = target.make_indirect(Stream(target, font.program, Length1=len(font.program)))
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=name, Flags=4, ItalicAngle=0, StemV=80, FontFile2=program
    )
    for key, value in font.descriptor.items():
        descriptor[f"/{key}"] = Array(value) if isinstance(value, list) else value
    widths: list[object] = []
    for glyph, width in sorted(font.glyphs.values()):
        widths += (glyph, Array([width]))
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        CIDToGIDMap=Name.Identity,
        DW=0,
        W=Array(widths),
        FontDescriptor=target.make_indirect(descriptor),
    )
    return target.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([target.make_indirect(descendant)]),
            ToUnicode=target.make_indirect(Stream(target, _to_unicode(font))),
        )
    )


def _to_unicode(font: LabelFont) -> bytes:
    pairs = sorted((glyph, character) for character, (glyph, _width) in font.glyphs.items())
    # A section of a character map holds at most a hundred entries.
    sections = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for section in sections:
        lines.append(f"{len(section)} beginbfchar")
        lines += (f"<{glyph:04X}> <{character.encode('utf-16-be').hex().upper()}>" for glyph, character in section)
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode()
