"""Whatever the order of blocks, every word stands on a page, is tagged once and is valid."""

import page
import pytest

from govdocs.write.html import html
from govdocs.write.options import WriteOptions
from govdocs.write.pdf import pdf
from support.pdf_reading import read_tags
from support.random_documents import RandomDocuments
from support.tag_outline import outline_document, outline_tags


def check(seed: int) -> None:
    document = RandomDocuments(seed).document()
    data, found = pdf(document, WriteOptions())
    assert {finding.problem.code for finding in found} <= {"G943"}  # a table may be too wide for its page
    assert outline_tags(read_tags(data)) == outline_document(document)
    assert page.validate_pdf_bytes(data, profile="ua1").failures == []
    assert {finding.problem.code for finding in html(document, WriteOptions())[1]} <= {"G943"}


@pytest.mark.parametrize("seed", range(8))
def test_a_random_document_is_read_back_as_it_was(seed: int) -> None:
    check(seed)


@pytest.mark.gate
@pytest.mark.parametrize("seed", range(8, 160))
def test_many_random_documents_are_read_back_as_they_were(seed: int) -> None:
    check(seed)
