"""A page of the manual, followed to the letter: its commands are run, its files written, its outputs compared.

What a reader does with a snippet stands before it in a comment that readers do not see:

- ``<!-- write PATH -->`` the snippet is that file;
- ``<!-- set PATH -->`` its keys replace those of that YAML file, or are added to it;
- ``<!-- header PATH -->`` its keys are added to the header of that Markdown file;
- ``<!-- slip PATH: OLD -> NEW -->`` with that change a check says what follows; the change is then undone;
- ``<!-- unset PATH: KEYS -->`` the keys are taken out again (no snippet follows);
- ``<!-- picture PATH -->`` a picture of the reader's own is put there (no snippet follows);
- ``<!-- fails -->`` the command finds something.

``sh`` is run, ``text`` is what the command before it says, with ``…`` for anything; ``console`` is not run.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from support.organisation import overlay

_PIECE = re.compile(
    r"<!-- (?P<note>(?:write|set|header|slip|unset|picture|fails)[^\n]*?) -->\n"
    r"|^(?P<fence>`{3,})(?P<kind>\w+)\n(?P<text>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
_LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 60"><rect width="240" height="60" fill="#0B5345"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A snippet with what is done with it; ``kind`` is empty where nothing but a note stands."""

    note: str
    kind: str
    text: str


@dataclass(slots=True)
class Reader:
    """Somebody who follows a page, beginning in ``folder``."""

    folder: Path
    home: Path
    said: str = ""
    run: list[str] = field(default_factory=list)

    def follow(self, page: str) -> None:
        """Do all that the page says."""
        for piece in read_pieces(page):
            verb, _, rest = piece.note.partition(" ")
            if verb == "slip":
                self._slip(rest, piece.text)
            elif piece.kind == "sh":
                self._run(piece.text, fails=verb == "fails")
            elif piece.kind == "text":
                compare(piece.text, self.said)
            elif piece.kind == "console":
                continue
            else:
                self._edit(verb, rest, piece.text)

    def _run(self, commands: str, *, fails: bool | None) -> None:
        where = self.home / "where.txt"
        done = subprocess.run(
            ["/bin/sh", "-e", "-c", f"{commands}\npwd > {where}"],
            cwd=self.folder,
            env={
                "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
                "HOME": str(self.home),
                "LANG": "C.UTF-8",
                "SOURCE_DATE_EPOCH": "1795168800",  # 20 November 2026: the page speaks of meetings to come
            },
            capture_output=True,
            text=True,
            check=False,
        )
        self.said = done.stdout
        self.run.append(commands)
        wanted = (0, 1) if fails is None else (1,) if fails else (0,)
        assert done.returncode in wanted, f"{commands}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr
        if fails is False:
            self.folder = Path(where.read_text(encoding="utf-8").strip())

    def _edit(self, verb: str, rest: str, text: str) -> None:
        path, _, keys = rest.partition(": ")
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        if verb == "write":
            after = text
        elif verb == "picture":
            after = _LOGO
        elif verb == "set":
            assert before, f"{path} is not there yet"
            after = overlay({path: before}, f"# {path}\n{text}")[path]
        elif verb == "header":
            head, body = before.removeprefix("---\n").split("---\n", 1)
            after = f"---\n{head}{text}---\n{body}"
        else:
            assert verb == "unset", f"the page does not say what to do with:\n{text}"
            after = before
            for key in keys.split(", "):
                after = re.sub(rf"(?m)^{key}:.*\n(?:[ #].*\n)*", "", after)
            assert after != before
        file.write_text(after, encoding="utf-8")

    def _slip(self, rest: str, said: str) -> None:
        path, change = rest.split(": ", 1)
        old, new = change.split(" -> ")
        file = self.folder / path
        before = file.read_text(encoding="utf-8")
        assert old in before
        file.write_text(before.replace(old, new), encoding="utf-8")
        self._run("govdocs check", fails=None)
        compare(said, self.said)
        file.write_text(before, encoding="utf-8")


def read_pieces(page: str) -> Iterator[Piece]:
    """What there is to do, in order."""
    note = ""
    for match in _PIECE.finditer(page):
        if match["note"]:
            if match["note"].startswith(("unset", "picture")):
                yield Piece(match["note"], "", "")
            else:
                note = match["note"]
            continue
        yield Piece(note, match["kind"], match["text"])
        note = ""


def compare(quoted: str, said: str) -> None:
    """Hold a quoted output against what was said: each of its lines comes, in that order; ``…`` stands for anything."""
    lines = iter([" ".join(line.split()) for line in said.splitlines()])
    for line in quoted.splitlines():
        wanted = " ".join(line.split())
        if wanted != "…":
            pattern = re.compile(re.escape(wanted).replace("…", ".*"))
            assert any(pattern.fullmatch(found) for found in lines), f"`{line}` is quoted, and this was said:\n{said}"
