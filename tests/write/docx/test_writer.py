"""A Word file is valid, is made of real styles, and is the same every time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from govdocs.compose.blocks import Document
from govdocs.write.docx.writer import docx
from govdocs.write.options import WriteOptions
from support.docx_samples import SAMPLES


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.__name__)
def test_every_kind_of_document_is_valid(sample: Callable[[], Document], tmp_path: Path) -> None:
    data, found = docx(sample(), WriteOptions())
    path = tmp_path / "sample.docx"
    path.write_bytes(data)

    assert found == ()
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
