"""Papers in a second language: what is printed, and in which language the files say that they are."""

import io
import shutil
import zipfile
from pathlib import Path

import pikepdf
import pytest

from govdocs.compose.blocks import Document
from govdocs.compose.meeting import compose_meeting
from govdocs.compose.templates import BUILT_IN, Templates, template_runner
from govdocs.write.docx.writer import docx
from govdocs.write.html import html
from govdocs.write.options import WriteOptions
from govdocs.write.pdf import pdf
from govdocs.write.theme import built_in_theme
from support.outline import outline
from support.records import CASES, load_library

MEETING = "council/2024-03-12"


def composed(root: Path) -> dict[str, Document]:
    library, found = load_library(root)
    assert [one.message for one in found] == []
    pack, found = compose_meeting(library, library.meetings[MEETING], root)
    assert [one.message for one in found] == []
    return {document.name: document for document in pack.documents()}


@pytest.mark.parametrize("name", ["agenda-cy", "minutes-cy", "paper-9-3-boathouse-grant-cy"])
def test_each_file_says_that_it_is_in_welsh(name: str) -> None:
    document = composed(CASES / "town-council")[name]
    options = WriteOptions(built_in_theme())
    with pikepdf.open(io.BytesIO(pdf(document, options)[0])) as file:
        assert str(file.Root.Lang) == "cy"
    with zipfile.ZipFile(io.BytesIO(docx(document, options)[0])) as package:
        assert 'w:lang w:val="cy"' in package.read("word/styles.xml").decode()
    assert '<html lang="cy"' in html(document, options)[0].decode()


def test_no_english_is_left_in_the_welsh_minutes() -> None:
    text = outline(composed(CASES / "town-council")["minutes-cy"])
    english = [" the ", " of ", "Present", "RESOLVED", "Proposed", "Councillor", "March", " pm", "Withdrew", "Next"]
    assert [word for word in english if word in text] == []


def test_the_english_papers_do_not_change_with_a_rendition(tmp_path: Path) -> None:
    shutil.copytree(CASES / "town-council", tmp_path / "papers", ignore=shutil.ignore_patterns("expected", ".govdocs"))
    with_welsh = composed(CASES / "town-council")
    for path in (tmp_path / "papers").rglob("*.cy.md"):
        path.unlink()
    without = composed(tmp_path / "papers")
    assert set(with_welsh) - set(without) == {"minutes-cy", "paper-9-3-boathouse-grant-cy"}
    assert {name: outline(document) for name, document in without.items() if name != "agenda-cy"} == {
        name: outline(with_welsh[name]) for name in without if name != "agenda-cy"
    }


def test_any_language_can_be_given_its_words(tmp_path: Path) -> None:
    root = tmp_path / "papers"
    shutil.copytree(CASES / "town-council", root, ignore=shutil.ignore_patterns("expected", ".govdocs"))
    for path in root.rglob("*.cy.md"):
        path.rename(path.with_name(path.name.replace(".cy.", ".ga.")))
    (root / "templates" / "council" / "words.ga.html").write_text(
        '{% set minutes = "Miontuairiscí" %}\n{% set voted_for = "Ar son: {people}" %}\n'
        '{% set months = "Eanáir, Feabhra, Márta, Aibreán, Bealtaine, Meitheamh, Iúil, Lúnasa, Meán Fómhair, '
        'Deireadh Fómhair, Samhain, Nollaig" %}\n'
        '{% set weekdays = "Dé Luain, Dé Máirt, Dé Céadaoin, Déardaoin, Dé hAoine, Dé Sathairn, Dé Domhnaigh" %}\n'
        '{% set ordinals = "ú" %}\n',
        encoding="utf-8",
    )
    text = outline(composed(root)["minutes-ga"])
    assert text.startswith("document minutes-ga “Miontuairiscí: Aberwen Town Council, 12 Márta 2024” ga\n")
    assert "Dé Máirt 12ú Márta 2024" in text
    assert "note Ar son: Cllr Lloyd and Cllr Vaughan" in text


def test_welsh_has_a_word_for_every_sentence() -> None:
    runner = template_runner(Templates(), "council")
    english, _ = runner.exported("built-in/words.html")
    welsh, _ = runner.exported("built-in/words.cy.html")
    assert set(welsh) <= set(english)
    spoken = {name for name, words in english.items() if any(map(str.isalpha, words.replace("{", " {").split("{")[0]))}
    assert spoken - set(welsh) == set()
    assert (BUILT_IN / "words.cy.html").is_file()
