"""What a PDF says about itself, and the records that it carries."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
from lxml import etree
from pikepdf import Name

from govdocs.compose.blocks import Document
from govdocs.diagnostics import Diagnostic
from govdocs.write.options import Source, WriteOptions
from govdocs.write.pdf import pdf
from support.conformance import failures
from support.sample_documents import SAMPLES

DATE = datetime(2018, 6, 14, 9, 0, tzinfo=UTC)
SOURCES = (
    Source("table.csv", "text/csv", b"a,b\n1,2\n", "its figures"),
    Source("paper.json", "application/json", '{"title": "Gŵyl"}'.encode(), "the paper"),
)


def test_every_sample_keeps_both_standards(sample: tuple[Document, bytes, tuple[Diagnostic, ...]]) -> None:
    assert failures(sample[1]) == []


def test_a_draft_with_its_records_keeps_both_standards() -> None:
    options = WriteOptions(date=DATE, sources=SOURCES, properties=(("Meeting", "a/2018-06-21"), ("Version", "commit")))
    data, found = pdf(replace(SAMPLES["mixture"](), watermark="DRAFT"), options)
    assert found == ()
    assert failures(data) == []


def test_the_records_are_attached_as_what_the_document_was_made_from() -> None:
    options = WriteOptions(date=DATE, sources=SOURCES)
    data, _ = pdf(SAMPLES["blank"](), options)
    assert data == pdf(SAMPLES["blank"](), replace(options, sources=SOURCES[::-1]))[0]
    with pikepdf.open(BytesIO(data)) as file:
        held = {
            str(each.UF): (bytes(each.EF.F.read_bytes()), str(each.EF.F.Subtype), str(each.EF.F.Params.ModDate))
            for each in file.Root.AF
            if each.AFRelationship == Name.Source
        }
        assert sorted(file.attachments) == sorted(held) == ["paper.json", "table.csv"]
    moment = "D:20180614090000+00'00'"
    assert held["table.csv"] == (b"a,b\n1,2\n", "/text/csv", moment)
    assert held["paper.json"] == (SOURCES[1].content, "/application/json", moment)


def test_the_metadata_is_one_description_with_what_it_claims() -> None:
    data, _ = pdf(replace(SAMPLES["blank"](), title="Plans & <costs>"), WriteOptions(date=DATE))
    with pikepdf.open(BytesIO(data)) as file:
        assert "/Filter" not in file.Root.Metadata
        packet = etree.fromstring(file.Root.Metadata.read_bytes())
    assert len(packet.findall(".//{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF")) == 1
    words = [str(word).strip() for word in packet.itertext() if str(word).strip()]
    assert "Plans & <costs>" in words
    assert packet.findtext(".//{http://www.aiim.org/pdfua/ns/id/}part") == "1"
    assert packet.findtext(".//{http://www.aiim.org/pdfa/ns/id/}part") == "3"
    assert packet.findtext(".//{http://www.aiim.org/pdfa/ns/id/}conformance") == "A"
