"""The records that a document was made from, attached to its PDF as associated files."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from govdocs.write.options import Source
from govdocs.write.pdf_engine import pydyf
from govdocs.write.pdf_metadata import pdf_date


def attach_sources(file: Any, sources: Sequence[Source], date: datetime) -> None:
    """Attach ``sources`` to the PDF that the engine has made, each as what the whole document was made from."""
    if not sources:
        return
    names, associated = pydyf.Array(), pydyf.Array()
    for source in sorted(sources, key=lambda each: each.name):
        specification = _write_source(file, source, pdf_date(date)).reference
        names += [pydyf.String(source.name), specification]
        associated.append(specification)
    tree = pydyf.Dictionary({"Names": names})
    file.add_object(tree)
    file.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = tree.reference
    file.catalog["AF"] = associated


def _write_source(file: Any, source: Source, stamp: str) -> Any:
    facts = {"Size": len(source.content), "CreationDate": pydyf.String(stamp), "ModDate": pydyf.String(stamp)}
    kind = source.media_type.replace("/", "#2f")
    extra = {"Type": "/EmbeddedFile", "Subtype": f"/{kind}", "Params": pydyf.Dictionary(facts)}
    content = pydyf.Stream([source.content], extra, compress=True)
    file.add_object(content)
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": pydyf.String(source.name),
            "UF": pydyf.String(source.name),
            "Desc": pydyf.String(source.description),
            "AFRelationship": "/Source",
            "EF": pydyf.Dictionary({"F": content.reference, "UF": content.reference}),
        }
    )
    file.add_object(specification)
    return specification
