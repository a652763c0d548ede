"""Papers and their data sets."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from govdocs.diagnostics import Diagnostic
from govdocs.model import problems
from govdocs.model.answers import Answer, find_unasked, read_answers
from govdocs.model.bodies import Body
from govdocs.model.bodies_of_text import IN_PAPERS, Section, cut_at_headings, type_blocks
from govdocs.model.building import listed, nearest, shown
from govdocs.model.data_sets import DataSet, DataSetFile, read_data_rows
from govdocs.model.forms import Form
from govdocs.model.loading import Loading
from govdocs.model.papers import Paper, PaperHeader, PaperPart
from govdocs.model.renditions import complete_rendition
from govdocs.model.scalars import is_slug
from govdocs.places import Place
from govdocs.read.nodes import DataFile, MarkdownFile, Prose

REPORT = "report"
_SUPPLIED = (".pdf", ".docx")


@dataclass(frozen=True, slots=True)
class PaperFile:
    """Where a paper lies: ``language`` is empty for the paper itself, else that of a rendition."""

    meeting: str
    name: str
    path: str
    folder: str
    language: str = ""

    @property
    def id(self) -> str:
        """The paper's id in the whole repository."""
        return f"{self.meeting}/{self.name}"


def load_paper(loading: Loading, place: PaperFile, body: Body | None, original: Paper | None = None) -> Paper | None:
    """The paper at ``place``; None where its header is broken. Without its body the form's answers stay unread.

    A rendition takes over the facts that it leaves out, and the data sets, from the ``original`` paper.
    """
    file = loading.markdown(place.path)
    known = loading.markdown(original.path) if original is not None else None
    if file is not None and known is not None:
        file = complete_rendition(file, known, (1,))
    header = loading.build(PaperHeader, file.header) if file is not None else None
    if file is None or header is None:
        loading.broken.add(("paper", place.id))
        return None
    form = _form(header, body)
    answers: dict[str, Answer] = {}
    if form is not None:
        answers, found = read_answers(form, header.form)
        loading.findings += found
    elif body is not None and not (body.forms and header.cover):
        loading.findings += find_unasked(header.form, place.meeting.partition("/")[0], has_forms=bool(body.forms))
    _check_files(loading, place, header)
    parts = _parts(loading, file, header, form, place.language)
    data_sets = original.data_sets if original is not None else _data_sets(loading, place)
    return Paper(place.id, place.name, place.meeting, place.path, place.folder, header, parts, data_sets, answers, {})


def _check_files(loading: Loading, place: PaperFile, header: PaperHeader) -> None:
    """Whether the PDF files that a paper names lie beside it."""
    named = [(header.file, header.place("file"))]
    named += [(appendix.file, appendix.place("file")) for appendix in header.appendices]
    beside = {PurePosixPath(path).name: path for path in loading.sources.assets if _folder(path) == place.folder}
    for name, where in named:
        if not name or (name in beside and name.lower().endswith(_SUPPLIED)):
            continue
        close = nearest(name, [other for other in beside if other.lower().endswith(_SUPPLIED)])
        message = f"there is no file `{shown(name)}` beside the paper; expected a PDF or Word file in `{place.folder}`"
        hint = f"write `{close}`" if close else "put the file into that folder, or take the key away"
        loading.findings.append(Diagnostic(problems.MISSING_FILE, message, where, hint, length=len(name)))


def _folder(path: str) -> str:
    return PurePosixPath(path).parent.as_posix()


def _form(header: PaperHeader, body: Body | None) -> Form | None:
    if body is None or not body.forms or not header.cover:
        return None
    wanted = header.form_id or body.forms[0].id
    return next((form for form in body.forms if form.id == wanted), None)


def _parts(
    loading: Loading, file: MarkdownFile, header: PaperHeader, form: Form | None, language: str
) -> tuple[PaperPart, ...]:
    content, found = type_blocks(file.body, IN_PAPERS, "a paper", language)
    loading.findings += found
    first, *sections = cut_at_headings(content, (1,))
    fields = {field.id for field in form.fields if field.kind == "prose"} if form is not None else set()
    known = {*fields, REPORT, *(appendix.id for appendix in header.appendices)}
    parts: list[PaperPart] = []
    if first.content:
        if any(section.name == REPORT for section in sections):
            _loose_words(loading, first)
        parts.append(PaperPart(REPORT, "", first.content, _start(first)))
    seen: dict[str, Place] = {}
    for section in sections:
        name = section.name.replace("-", "_") if section.name.replace("-", "_") in fields else section.name
        if name not in known and form is not None:
            _unknown_part(loading, section, known)
        if name in seen:
            message = f"a second part `{name}`; expected each part once"
            loading.note(problems.DUPLICATE_ID, message, section.place, "join the two parts")
        seen[name] = section.place
        parts.append(PaperPart(name, section.words, section.content, section.place))
    return tuple(parts)


def _start(section: Section) -> Place:
    first = section.content[0]
    return first.place if isinstance(first, Prose) else first.place()


def _loose_words(loading: Loading, first: Section) -> None:
    message = "words before the first heading of the first level belong to no part of the paper"
    loading.note(problems.UNKNOWN_PART, message, _start(first), "move them below a heading such as `# Report`")


def _unknown_part(loading: Loading, section: Section, known: set[str]) -> None:
    message = f"the heading `# {shown(section.words)}` begins no part of a paper; expected {listed(sorted(known))}"
    close = nearest(section.name, known)
    hint = f"write `# {close.capitalize()}`" if close else "begin it with `##` if it belongs to the report"
    loading.note(problems.UNKNOWN_PART, message, section.place, hint)


def _data_sets(loading: Loading, place: PaperFile) -> dict[str, DataSet]:
    """The data sets beside a paper that is a folder."""
    if not place.path.endswith("/paper.md"):
        return {}
    found: dict[str, DataSet] = {}
    unread = (path for path in loading.sources.broken if _folder(path) == place.folder and path.endswith(".yaml"))
    loading.broken.update(("data-set", path.removesuffix(".yaml")) for path in unread)
    for path in loading.paths_in(place.folder):
        if path.endswith(".yaml"):
            data_set = load_data_set(loading, path)
            if data_set is not None:
                found[data_set.id] = data_set
    return found


def load_data_set(loading: Loading, path: str) -> DataSet | None:
    """The data set whose YAML file is at ``path``; None where it or its CSV file is broken or not there."""
    file = loading.yaml(path)
    facts = loading.build(DataSetFile, file.content) if file is not None else None
    name = PurePosixPath(path).stem
    if not is_slug(name):
        message = f"the name `{shown(name)}` is not an id; expected lower-case letters, digits and hyphens"
        loading.note(problems.BAD_SLUG, message, Place(path), "rename the file")
    if facts is None:
        loading.broken.add(("data-set", path.removesuffix(".yaml")))
        return None
    csv_path = (PurePosixPath(path).parent / facts.csv).as_posix()
    csv = loading.sources.files.get(csv_path)
    if not isinstance(csv, DataFile):
        if not loading.is_broken_file(csv_path):
            _missing_csv(loading, facts, path)
        loading.broken.add(("data-set", path.removesuffix(".yaml")))
        return None
    _check_columns(loading, facts, csv)
    rows = read_data_rows(facts, csv)
    total = rows[-1] if rows and facts.total.row == "last" else None
    data_set = DataSet(name, facts, csv_path, rows[:-1] if total else rows, total)
    loading.findings += [*_check_numbers(data_set), *_check_keys(data_set), *_check_closed_rows(data_set)]
    return data_set


def _missing_csv(loading: Loading, facts: DataSetFile, path: str) -> None:
    siblings = loading.paths_in(PurePosixPath(path).parent.as_posix())
    there = [PurePosixPath(other).name for other in siblings if other.endswith(".csv")]
    close = nearest(facts.csv, there)
    message = f"there is no file `{shown(facts.csv)}` beside `{PurePosixPath(path).name}`"
    hint = f"write `{close}`" if close else "put the CSV file into the same folder"
    loading.note(problems.MISSING_FILE, message, facts.place("csv"), hint)


def _check_columns(loading: Loading, facts: DataSetFile, csv: DataFile) -> None:
    typed = {cell.text.strip(): cell for cell in csv.header}
    known = [column.id for column in facts.columns]
    for name, cell in typed.items():
        if name not in known:
            close = nearest(name, known)
            hint = f"write `{close}`" if close else "add it to the data set's columns, or delete it"
            message = f"the column `{shown(name)}` is not described; expected {listed(known)}"
            loading.note(problems.DATA_COLUMN, message, cell.place, hint)
    for position, name in enumerate(known):
        if name not in typed and not (facts.columns[position].formula or facts.columns[position].words):
            place = facts.place("columns", position, "id")
            message = f"the CSV file has no column `{name}`; its first row holds {listed(typed)}"
            loading.note(problems.DATA_COLUMN, message, place, f"add `{name}` to the first row of `{facts.csv}`")
    if facts.key not in known:
        hint = f"choose one of {listed(known)}"
        loading.note(problems.UNKNOWN_ID, f"there is no column `{facts.key}`", facts.place("key"), hint)


def _check_numbers(data_set: DataSet) -> list[Diagnostic]:
    findings: list[Diagnostic] = []
    rows = (*data_set.rows, *((data_set.total,) if data_set.total else ()))
    for row in rows:
        for column, cell in zip(data_set.facts.columns, row.cells, strict=True):
            if column.is_number and cell.text and cell.number is None:
                message = f"`{shown(cell.text)}` in the column `{column.id}`; expected a number or an empty cell"
                hint = "type a number such as `-3329`, or leave the cell empty"
                length = len(cell.text)
                findings.append(Diagnostic(problems.DATA_NUMBER, message, cell.place, hint, length=length))
    return findings


def _check_closed_rows(data_set: DataSet) -> list[Diagnostic]:
    """Rows that are said to be closed and are not there."""
    facts = data_set.facts
    if facts.restricted is None or facts.key not in [column.id for column in facts.columns]:
        return []
    known = [cell.text for cell in data_set.column(facts.key)]
    findings: list[Diagnostic] = []
    for at, row in enumerate(facts.restricted.rows):
        if row not in known:
            close = nearest(row, known)
            message = f"there is no row `{shown(row)}` to be closed; expected {listed(known[:6])}"
            hint = f"write `{close}`" if close else f"write a key of the column `{facts.key}`"
            place = facts.place("restricted", "rows", at)
            findings.append(Diagnostic(problems.UNKNOWN_ID, message, place, hint, length=len(row)))
    return findings


def _check_keys(data_set: DataSet) -> list[Diagnostic]:
    if data_set.facts.key not in [column.id for column in data_set.facts.columns]:
        return []
    seen: dict[str, Place] = {}
    findings: list[Diagnostic] = []
    for cell in data_set.column(data_set.facts.key):
        if cell.text in seen:
            message = f"`{shown(cell.text)}` is a second time in the key column `{data_set.facts.key}`"
            hint = f"give each row its own key; the first one is in line {seen[cell.text].line}"
            findings.append(Diagnostic(problems.DUPLICATE_ID, message, cell.place, hint, length=max(1, len(cell.text))))
        seen.setdefault(cell.text, cell.place)
    return findings
