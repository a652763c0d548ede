"""CSV files: a header row and rows of the same length, every cell as typed, with its place."""

from dataclasses import dataclass, field

from govdocs.diagnostics import Diagnostic, Related
from govdocs.places import Place
from govdocs.read import problems
from govdocs.read.characters import shown
from govdocs.read.findings import Findings
from govdocs.read.limits import Limits
from govdocs.read.nodes import DataFile, Scalar

_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}
_BROKEN = (
    problems.CSV_RAGGED_ROW,
    problems.CSV_QUOTES,
    problems.CSV_SEPARATOR,
    problems.CSV_HEADER,
    problems.TOO_MANY_VALUES,
)


def read_csv(text: str, path: str, limits: Limits | None = None) -> tuple[DataFile | None, tuple[Diagnostic, ...]]:
    """The data file ``path``; None where its rows cannot be told apart with certainty."""
    limits = limits or Limits()
    findings = Findings(path, limits.findings_of_a_kind)
    rows = _Scanner(text, findings, limits).rows()
    if not rows:
        findings.add(
            problems.FILE_EMPTY,
            "the file has no rows; expected a header row and rows of data",
            Place(path),
            "type a header row, or delete the file",
        )
        return None, findings.diagnostics()
    header, body = rows[0], rows[1:]
    _check_header(header, findings)
    kept = [row for row in body if _check_row(row, header, findings)]
    if any(findings.has(problem) for problem in _BROKEN):
        return None, findings.diagnostics()
    return DataFile(path, header, tuple(kept)), findings.diagnostics()


def _check_header(header: tuple[Scalar, ...], findings: Findings) -> None:
    seen: dict[str, Place] = {}
    for sign, name in _OTHER_SEPARATORS.items():
        if len(header) == 1 and sign in header[0].text and not header[0].quoted:
            findings.add(
                problems.CSV_SEPARATOR,
                f"the cells are separated by {name}; expected commas",
                header[0].place,
                "save the file as “CSV UTF-8 (comma delimited)”",
            )
            return
    for number, cell in enumerate(header, start=1):
        if not cell.text.strip():
            findings.add(
                problems.CSV_HEADER,
                f"column {number} has no name; expected a name in each cell of the first row",
                cell.place,
                "type a name for the column, or delete the column",
            )
        elif cell.text in seen:
            findings.add(
                problems.CSV_HEADER,
                f"the column `{shown(cell.text)}` is here a second time; expected each name once",
                cell.place,
                "rename or delete one of the two columns",
                related=(Related(seen[cell.text], f"`{shown(cell.text)}` is here first"),),
                length=len(cell.text),
            )
        seen.setdefault(cell.text, cell.place)


def _check_row(row: tuple[Scalar, ...], header: tuple[Scalar, ...], findings: Findings) -> bool:
    """Whether ``row`` is data; a row with nothing in it is reported and left out."""
    if not any(cell.text.strip() for cell in row) and (len(row) > 1 or len(header) == 1):
        findings.add(
            problems.CSV_BLANK_ROW,
            "the row has no value in any cell; expected data",
            row[0].place,
            "delete the row",
        )
        return False
    if len(row) == 1 and not row[0].text.strip() and not row[0].quoted:
        findings.add(problems.CSV_BLANK_ROW, "the line is blank; expected data", row[0].place, "delete the line")
        return False
    if len(row) != len(header) and not (findings.has(problems.CSV_SEPARATOR) or findings.has(problems.CSV_QUOTES)):
        more = len(row) > len(header)
        findings.add(
            problems.CSV_RAGGED_ROW,
            f"the row has {len(row)} cells; expected {len(header)}, as in the first row",
            row[len(header)].place if more else row[-1].place,
            'put a number or text with a comma in quotation marks: `"49,608"`' if more else "add the missing commas",
            related=(Related(header[0].place, "the first row"),),
        )
    return True


@dataclass(slots=True)
class _Scanner:
    """Splits a text into rows of cells; a quoted cell may run over several lines."""

    text: str
    findings: Findings
    limits: Limits
    _cells: int = field(default=0)

    def rows(self) -> list[tuple[Scalar, ...]]:
        """All rows, without the blank lines at the end."""
        text = self.text.rstrip("\n")
        path, rows = self.findings.path, []
        at, line = 0, 1
        while at <= len(text) and text:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            typed = text[at:end]
            if '"' in typed:
                row, at, line = self._quoted_row(text, at, line)
            else:
                row, column = [], 1
                for cell in typed.split(","):
                    row.append(Scalar(cell, Place(path, line, column)))
                    column += len(cell) + 1
                at, line = end + 1, line + 1
            rows.append(tuple(row))
            self._cells += len(row)
            if self._cells > self.limits.values:
                self._too_many(row[0].place)
                break
        return rows

    def _too_many(self, place: Place) -> None:
        self.findings.add(
            problems.TOO_MANY_VALUES,
            f"more than {self.limits.values} cells in one file",
            place,
            "split the file",
        )

    def _quoted_row(self, text: str, at: int, line: int) -> tuple[list[Scalar], int, int]:
        """The row that begins at ``at``, where the next begins, and on which line."""
        row: list[Scalar] = []
        start_of_line = at
        while True:
            place = Place(self.findings.path, line, at - start_of_line + 1)
            if text[at : at + 1] == '"':
                content, at = self._quoted_cell(text, at, place)
                line += content.count("\n")
                if "\n" in content:
                    start_of_line = text.rfind("\n", 0, at) + 1
                row.append(Scalar(content.replace('""', '"'), place, quoted=True))
                at = self._after_quote(text, at, Place(self.findings.path, line, at - start_of_line + 1))
            else:
                end = _first(text, at)
                row.append(Scalar(text[at:end], place))
                self._lone_quote(text[at:end], place)
                at = end
            if text[at : at + 1] != ",":
                return row, at + 1, line + 1
            at += 1

    def _quoted_cell(self, text: str, at: int, place: Place) -> tuple[str, int]:
        """The words between the quotation marks, doubled marks still doubled, and where the cell ends."""
        end = at + 1
        while True:
            end = text.find('"', end)
            if end < 0:
                self.findings.add(
                    problems.CSV_QUOTES,
                    "the quotation mark that opens here is not closed; expected a second one",
                    place,
                    'type `"` at the end of the cell; a quotation mark inside a cell is typed twice',
                )
                return text[at + 1 :], len(text)
            if text[end + 1 : end + 2] != '"':
                return text[at + 1 : end], end + 1
            end += 2

    def _after_quote(self, text: str, at: int, place: Place) -> int:
        end = _first(text, at)
        if text[at:end].strip():
            self.findings.add(
                problems.CSV_QUOTES,
                f"`{shown(text[at:end])}` follows the closing quotation mark; expected a comma or the end of the line",
                place,
                "put the whole cell in quotation marks; a quotation mark inside a cell is typed twice",
            )
        return end

    def _lone_quote(self, cell: str, place: Place) -> None:
        if cell.lstrip().startswith('"'):
            self.findings.add(
                problems.CSV_QUOTES,
                f"there is a space in front of the quotation mark in `{shown(cell)}`; expected none",
                place,
                "delete the space",
            )


def _first(text: str, at: int) -> int:
    """Where the cell that begins at ``at`` ends: at a comma, a line end or the end."""
    line_end = text.find("\n", at)
    line_end = len(text) if line_end < 0 else line_end
    comma = text.find(",", at, line_end)
    return line_end if comma < 0 else comma
