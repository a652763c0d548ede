"""The file itself: parts, links between them, properties, and the same bytes every time."""

import io
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from govdocs.compose.blocks import Document
from govdocs.write.docx.manuscript import Relation
from govdocs.write.docx.markup import DECLARATION, NAMESPACES, escape, quote
from govdocs.write.options import WriteOptions
from govdocs.write.theme import Theme

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_TYPES = {
    "document": f"{_WORD}.document.main+xml",
    "styles": f"{_WORD}.styles+xml",
    "settings": f"{_WORD}.settings+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "fontTable": f"{_WORD}.fontTable+xml",
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "app": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "custom": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}

# Zip knows no time zones: one date for every member, so that the bytes depend on the content alone.
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


@dataclass(slots=True)
class Contents:
    """What goes into the file: ``parts`` by their name under ``word/`` (kind and XML), and the main part's links."""

    document: str
    parts: dict[str, tuple[str, str]] = field(default_factory=dict)
    media: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()


def package_bytes(contents: Contents, document: Document, options: WriteOptions) -> bytes:
    """The whole file; date, producer and further properties of ``options`` go into its properties."""
    package = OpcPackage()
    main = _part("/word/document.xml", _TYPES["document"], contents.document.encode())
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    core = _part("/docProps/core.xml", _TYPES["core"], _core_properties(document, options.date).encode())
    package.relate_to(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    app = _part("/docProps/app.xml", _TYPES["app"], _app_properties(options.producer).encode())
    package.relate_to(app, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    if options.properties:
        custom = _part("/docProps/custom.xml", _TYPES["custom"], _custom_properties(options.properties).encode())
        package.relate_to(custom, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    members = {
        name: _part(f"/word/{name}", _TYPES[kind], content.encode()) for name, (kind, content) in contents.parts.items()
    }
    members |= {name: _part(f"/word/{name}", media_type, data) for name, (media_type, data) in contents.media.items()}
    for relation in contents.relations:
        target = relation.target if relation.external else members[relation.target]
        main.load_rel(f"{_RELATIONS}/{relation.kind}", target, relation.ident, relation.external)
    saved = io.BytesIO()
    package.save(saved)
    return _pack_again(saved)


def settings_xml(language: str) -> str:
    """The settings of a document that Word opens without its compatibility mode."""
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{quote(language)}"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


def fonts_xml(theme: Theme, symbols: str) -> str:
    """The fonts in use, both without serifs, for a computer that has neither."""
    fonts = "".join(
        f'<w:font w:name="{quote(name)}"><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        for name in (theme.type.word_family, symbols)
    )
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{fonts}</w:fonts>"


def _part(name: str, kind: str, content: bytes) -> Part:
    return Part(PackURI(name), kind, content)


def _core_properties(document: Document, date: datetime) -> str:
    moment = date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    texts = (
        ("dc:title", document.title),
        ("dc:subject", document.subject),
        ("dc:creator", document.author),
        ("cp:keywords", ", ".join(document.keywords)),
        ("dc:language", document.language),
        ("cp:lastModifiedBy", document.author),
    )
    filled = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in texts if text)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{filled}{dates}</cp:coreProperties>'
    )


def _app_properties(producer: str) -> str:
    return (
        f"{DECLARATION}<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{escape(producer)}</Application></Properties>"
    )


def _custom_properties(properties: tuple[tuple[str, str], ...]) -> str:
    """Facts that Word shows under File, Info, Advanced Properties, Custom; the first id that it allows is 2."""
    listed = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{quote(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties, start=2)
    )
    return (
        f"{DECLARATION}<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{listed}</Properties>'
    )


def _pack_again(saved: io.BytesIO) -> bytes:
    """The same members sorted by name and with one date: python-docx stamps them with the clock."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(saved) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target,
    ):
        for name in sorted(source.namelist()):
            member = zipfile.ZipInfo(name, _ZIP_DATE)
            member.compress_type, member.external_attr, member.create_system = zipfile.ZIP_DEFLATED, _READABLE, 3
            target.writestr(member, source.read(name))
    return packed.getvalue()
