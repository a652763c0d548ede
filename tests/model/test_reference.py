"""The reference says what the models say, and every example in it is sound."""

import re
from pathlib import Path

import pytest

from govdocs.diagnostics import Diagnostic
from govdocs.model.bodies_of_text import ALL_BLOCKS
from govdocs.model.building import build_block, build_record
from govdocs.model.examples import EXAMPLES
from govdocs.model.meanings import meaning, title
from govdocs.model.record import Record
from govdocs.model.reference import CHAPTERS, inner_records, render_reference
from govdocs.read.kinds import RECORD_KINDS
from govdocs.read.markdown_text import read_markdown
from govdocs.read.nodes import RecordBlock
from govdocs.read.yaml_text import read_yaml

PAGE = Path(__file__).parents[2] / "docs" / "records.md"
BLOCKS = {kind.fence_word: kind for kind in ALL_BLOCKS}


def _all_kinds() -> list[type[Record]]:
    found: list[type[Record]] = []
    waiting: list[type[Record]] = [*(chapter.kind for chapter in CHAPTERS), *ALL_BLOCKS]
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.append(kind)
            waiting.extend(inner_records(kind))
    return found


def test_the_page_is_the_one_that_the_models_give() -> None:
    assert PAGE.read_text(encoding="utf-8") == render_reference(), (
        "docs/records.md is stale: python -m govdocs.model.reference > docs/records.md"
    )


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.heading)
def test_every_file_has_an_example_that_is_sound(chapter: object) -> None:
    one = next(known for known in CHAPTERS if known == chapter)
    text = EXAMPLES[one.heading].strip() + "\n"
    found: tuple[Diagnostic, ...]
    if one.path.endswith(".md"):
        file, found = read_markdown(text, "example.md")
        assert file is not None, found
        _, wrong = build_record(one.kind, file.header)
        for part in file.body:
            if isinstance(part, RecordBlock):
                wrong += build_block(BLOCKS[part.kind], part)[1]
    else:
        yaml, found = read_yaml(text, "example.yaml")
        assert yaml is not None, found
        _, wrong = build_record(one.kind, yaml.content)
    assert (found, wrong) == ((), ())


@pytest.mark.parametrize("word", sorted(BLOCKS))
def test_every_block_has_an_example_that_is_sound(word: str) -> None:
    file, found = read_markdown(f"---\ntitle: x\n---\n{EXAMPLES[word].strip()}\n", "example.md")
    assert file is not None, found
    (part,) = file.body
    assert isinstance(part, RecordBlock)
    block, wrong = build_block(BLOCKS[word], part)
    assert (found, wrong) == ((), ())
    assert block is not None
    assert block.lacks == ""


def test_the_reader_and_the_models_know_the_same_blocks() -> None:
    assert sorted(RECORD_KINDS) == sorted(BLOCKS)


def test_every_key_is_explained() -> None:
    silent = [
        f"{kind.__name__}.{name}" for kind in _all_kinds() for name in kind.model_fields if not meaning(kind, name)
    ]
    assert silent == []


def test_links_within_the_page_lead_to_headings() -> None:
    page = render_reference()
    headings = [
        re.sub(r"[^a-z0-9 -]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in page.splitlines()
        if line.startswith("#")
    ]
    missing = sorted({target for target in re.findall(r"\]\(#([^)]*)\)", page) if target not in headings})
    assert missing == []


def test_no_two_records_have_the_same_name() -> None:
    titles = [title(kind) for kind in _all_kinds()]
    assert sorted(titles) == sorted(set(titles))
