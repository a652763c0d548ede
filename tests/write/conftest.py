"""Every sample document, written once for all tests of the writers."""

from datetime import UTC, datetime
from functools import cache

import pytest

from govdocs.compose.blocks import Document
from govdocs.diagnostics import Diagnostic
from govdocs.write.options import WriteOptions
from govdocs.write.pdf import pdf
from support.sample_documents import SAMPLES

OPTIONS = WriteOptions(date=datetime(2018, 6, 14, 9, 0, tzinfo=UTC))


@cache
def written(name: str) -> tuple[Document, bytes, tuple[Diagnostic, ...]]:
    """A sample, its PDF and what was found in writing it."""
    document = SAMPLES[name]()
    return (document, *pdf(document, OPTIONS))


@pytest.fixture(params=sorted(SAMPLES))
def sample(request: pytest.FixtureRequest) -> tuple[Document, bytes, tuple[Diagnostic, ...]]:
    return written(request.param)
