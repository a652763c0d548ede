"""Whatever stands in a supplied PDF, binding ends: with the whole pack, or with none and a reason."""

import random
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from govdocs.diagnostics import Severity, Stage
from govdocs.pack.bind import bind
from govdocs.write.options import WriteOptions
from support.supplied import make_document, make_pack, make_pdf

GOOD = make_pdf("<h1 id=top>Good</h1><p><a href='paper.pdf#money'>Money</a></p>")
PAPER = make_pdf(
    "<h1 id=top>Paper</h1><p><a href='#money'>down</a> <a href='good.pdf'>out</a> <a href='https://example.org'>web</a>"
    "<h2 id=money style='break-before:page'>Money</h2><h3>Costs</h3><ul><li>one<li>two</ul>"
    "<table><caption>Sums</caption><thead><tr><th scope=col>A<th scope=col>B</thead><tbody><tr><td>1<td>2</table>"
)
PACK = make_pack(make_document("good", "Good"), make_document("paper", "Paper"))


def damage(data: bytes, seed: int) -> bytes:
    """``data`` with one to three things in its dictionaries and arrays exchanged for things that do not belong."""
    chance = random.Random(seed)  # noqa: S311 - a test's choice
    file = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        objects = list(pdf.objects)
        for _ in range(chance.randint(1, 3)):
            holder = chance.choice([item for item in objects if isinstance(item, Dictionary | Array)])
            while True:
                keys: list[Any] = list(range(len(holder))) if isinstance(holder, Array) else list(holder.keys())
                if not keys:
                    break
                key = chance.choice(keys)
                inner = holder[key]
                if isinstance(inner, Dictionary | Array) and not inner.is_indirect and chance.random() < 0.5:
                    holder = inner
                    continue
                holder[key] = chance.choice(junk(objects, chance))
                break
        pdf.save(file, fix_metadata_version=False)
    return file.getvalue()


def junk(objects: list[Any], chance: random.Random) -> list[Any]:
    somewhere = chance.choice(objects)
    return [
        -1, 0, 2**40, True, String(""), String("junk"), Name("/Junk"), Array([]), Array([None, None]), Dictionary(),
        somewhere, somewhere, Array([somewhere, somewhere]), Dictionary(K=somewhere, Kids=Array([somewhere])),
    ]  # fmt: skip


def bind_damaged(seed: int) -> None:
    data = damage(PAPER, seed)
    try:
        with pikepdf.open(BytesIO(data), attempt_recovery=False) as pdf:
            pages = len(pdf.pages)
    except pikepdf.PdfError:
        pages = 0
    bound, found = bind(PACK, {"good": GOOD, "paper": data}, WriteOptions())
    if not bound:
        assert any(finding.severity(Stage.DRAFT) == Severity.ERROR for finding in found)
        return
    with pikepdf.open(BytesIO(bound), attempt_recovery=False) as pdf:
        assert len(pdf.pages) == 1 + pages
        assert pages


@pytest.mark.parametrize("seed", range(30))
def test_binding_a_damaged_paper_ends(seed: int) -> None:
    bind_damaged(seed)


@pytest.mark.gate
def test_binding_many_damaged_papers_ends() -> None:
    for seed in range(30, 4000):
        bind_damaged(seed)
