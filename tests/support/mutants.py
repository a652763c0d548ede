"""Repositories in which one file was spoilt, by a slip of the hand or by worse, and what govdocs makes of them."""

import atexit
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from types import FrameType

from govdocs.compose.blocks import Pack
from govdocs.diagnostics import Diagnostic
from govdocs.workflow.check import examine
from govdocs.workflow.load import load
from govdocs.workflow.settings import Settings
from govdocs.write.docx.writer import docx
from govdocs.write.html import html
from govdocs.write.options import WriteOptions
from support.built_example import HERE, RECORDS
from support.floods import HOSTILE
from support.organisation import put_files, sound_files
from support.repositories import CASES

EXAMPLE = "example"
#: A body with one meeting: checked in no time, so that very many spoilt files of it can be.
SOUND = "sound"
SETTINGS_NOW = datetime(2024, 5, 1, tzinfo=UTC)
#: Processor seconds that one spoilt file may cost over a sound repository of its kind.
MOST_SECONDS = 5.0
#: And these for each 100,000 bytes: a file that holds itself a hundred times over may take its time, in proportion.
SECONDS_BY_LENGTH = 2.0
#: Of so many mutants one is written as well: writing takes as long as checking, and fails far less often.
WRITTEN_EACH = 4
#: After so many seconds of the clock a run counts as hanging.
HANGS = 120
#: A secretary reads no more than this; a file that is all wrong must not bury the others' findings.
MOST_FINDINGS = 1500

WORDS = (
    "", " ", "\t", "\n", "\n\n", "\r", "\r\n", "\x00", "\x0b", "\x1b[31m", "\ufeff", "\u200b", "\u2028", "\u202e",
    "\ufffd", "é", "ŵ", "漢", "🙂", "£", ":", "- ", "#", "[", "]", "{", "}", "&a", "*a", "!!x", "|", ">", "'", '"', "%",
    "@", "`", "```", "---", "...", "{{", "}}", "{%", "%}", "{{ x }}", "{% for i in range(9) %}", "<b>", "</p>", "<!--",
    "&amp;", "&", "null", "true", "no", "0", "-1", "1e999", "99999999999999999999999", "0x10", "1_000", ".5", "NaN",
    "2018-02-30", "2018-13-01", "0000-00-00", "9999-12-31", "25:61", "13:30", "(1,000)", "1,00", "../../etc/passwd",
    "/etc/passwd", "a/b", "http://", "javascript:x", "file:///etc/hostname", "[x](#y)", "[x](paper:none)",
    "![x](y.png)", "![](https://example.org/x.png)", "| a | b |", "|---|", "1. ", "9999999. ", "a. ", "    ", "# ",
    "###### ", "```decision\n", "```action\n", "```table\n", "id:", "body:", "blank", "none", "x" * 300,
    "word " * 200, "(" * 60, "[" * 60, "> " * 40, "- " * 40, "**" * 50,
    "\u0301" * 200, "٣٤", "²", "①", "Ⅷ", "ﬁ", "İ", "½", "\uff19", "\u2066", "\U000e0041", "A\u030a",
    "\u202f", "1" * 5000,
)  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One spoilt file: ``content`` None where it was taken away. ``seed`` makes the same one again."""

    seed: int
    repository: str
    path: str
    content: bytes | None
    how: str

    def __str__(self) -> str:
        return f"seed {self.seed}: {self.how} in {self.repository}, {self.path}"


def repository_folder(name: str) -> Path:
    """The sound repository of that name."""
    if name == SOUND:
        return _sound_folder()
    return HERE if name == EXAMPLE else CASES / name


@cache
def _sound_folder() -> Path:
    folder = Path(mkdtemp(prefix="govdocs-sound-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return put_files(folder, sound_files())


def record_files(root: Path) -> list[str]:
    """What a secretary may have typed in, by path."""
    paths = (path for name in RECORDS for path in (root / name, *(root / name).rglob("*")))
    return sorted(path.relative_to(root).as_posix() for path in paths if path.is_file())


def make_mutant(seed: int, repository: str) -> Mutant:
    """The mutant of that number; the same number always makes the same one from the same files."""
    chance = random.Random(f"{repository} {seed}")  # noqa: S311 - not for secrets
    root = repository_folder(repository)
    path = chance.choice(record_files(root))
    sound = (root / path).read_bytes()
    drawn = chance.random()
    if drawn < 0.02:
        return Mutant(seed, repository, path, None, "a file taken away")
    if drawn < 0.10:
        how, change = chance.choice(_BYTES)
        return Mutant(seed, repository, path, change(sound, chance), how)
    text, hows = sound.decode(), []
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        how, edit = chance.choice(_TEXTS)
        text = edit(text, chance)
        hows.append(how)
    return Mutant(seed, repository, path, text.encode("utf-8", "surrogatepass"), ", ".join(hows))


# --- Ways to spoil a file -------------------------------------------------------------------------------------------


def _span(text: str, chance: random.Random, longest: int) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.randint(0, longest))


def _cut(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance, 60)
    return text[:start] + text[end:]


def _put_word(text: str, chance: random.Random) -> str:
    start, end = _span(text, chance, chance.choice((0, 0, 8)))
    return text[:start] + chance.choice(WORDS) + text[end:]


def _value(text: str, chance: random.Random) -> str:
    """Another value after a key."""
    lines = text.split("\n")
    keys = [at for at, line in enumerate(lines) if ": " in line]
    if keys:
        at = chance.choice(keys)
        key, _, old = lines[at].partition(": ")
        lines[at] = f"{key}: {chance.choice((*WORDS, old * 2, old[1:]))}"
    return "\n".join(lines)


def _lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    other = chance.randrange(len(lines))
    match chance.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = " " * chance.randint(1, 5) + lines[at]
        case 4:
            lines[at] = lines[at].lstrip(" -#|")
        case _:
            lines[at : at + 1] = [lines[at]] * chance.choice((50, 500, 5000))
    return "\n".join(lines)


def _block(text: str, chance: random.Random) -> str:
    """A stretch of lines moved or doubled."""
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    piece = lines[start : start + chance.randint(1, 12)]
    if chance.random() < 0.5:
        del lines[start : start + len(piece)]
    at = chance.randrange(len(lines) + 1)
    return "\n".join([*lines[:at], *piece, *lines[at:]])


def _swap_words(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    at, other = chance.randrange(len(words)), chance.randrange(len(words))
    words[at], words[other] = words[other], words[at]
    return " ".join(words)


def _deepen(text: str, chance: random.Random) -> str:
    start, _ = _span(text, chance, 0)
    deep = chance.choice(
        ("[" * 2000, "{a: " * 2000, "- " * 2000, "> " * 2000, "\n".join(" " * n + "a:" for n in range(400)))
    )
    return text[:start] + deep + text[start:]


def _flood(text: str, chance: random.Random) -> str:
    """One thing over and over, somewhere in the text."""
    start, _ = _span(text, chance, 0)
    unit = chance.choice(HOSTILE)
    return text[:start] + unit * (chance.choice((300, 4000)) // len(unit)) + text[start:]


def _with_bytes(sound: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(sound) + 1)
    return (
        sound[:at] + chance.choice((b"\xff", b"\xc3", b"\xed\xa0\x80", b"\x00" * 9, chance.randbytes(8))) + sound[at:]
    )


_TEXTS: tuple[tuple[str, Callable[[str, random.Random], str]], ...] = (
    ("characters cut out", _cut),
    ("a word put in", _put_word),
    ("another word put in", _put_word),
    ("another value", _value),
    ("another value for a key", _value),
    ("a line out of place", _lines),
    ("a line too many or few", _lines),
    ("lines moved", _block),
    ("two words swapped", _swap_words),
    ("very deep nesting", _deepen),
    ("one thing over and over", _flood),
)
_BYTES: tuple[tuple[str, Callable[[bytes, random.Random], bytes]], ...] = (
    ("nothing but random bytes", lambda _, chance: chance.randbytes(chance.choice((1, 40, 3000)))),
    ("an empty file", lambda _sound, _chance: b""),
    ("the end missing", lambda sound, chance: sound[: chance.randrange(len(sound) + 1)]),
    ("another encoding", lambda sound, chance: sound.decode().encode(chance.choice(("utf-16", "cp1252")), "replace")),
    ("bytes of no text", _with_bytes),
    ("lines ended as elsewhere", lambda sound, chance: sound.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\r")))),
    ("all of it over and over", lambda sound, chance: sound * chance.choice((2, 20, 100))),
)


# --- Running them ---------------------------------------------------------------------------------------------------


def spoil_and_run(mutants: list[Mutant], folder: Path) -> list[str]:
    """Complaints about the mutants of one repository: what broke, hung or said nonsense; ``folder`` is for a copy."""
    root = folder / mutants[0].repository
    source = repository_folder(mutants[0].repository)
    for path in record_files(source):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source / path, root / path)
    usual = _seconds(root)
    return [complaint for mutant in mutants for complaint in _run(mutant, root, usual)]


def _run(mutant: Mutant, root: Path, usual: float) -> Iterator[str]:
    path = root / mutant.path
    sound = path.read_bytes()
    if mutant.content is None:
        path.unlink()
    else:
        path.write_bytes(mutant.content)
    begun = time.process_time()
    try:
        with _deadline():
            findings, packs = examine_all(root)
            taken = time.process_time() - begun
            if mutant.seed % WRITTEN_EACH == 0:
                _write(packs)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        yield f"{mutant}: {type(error).__name__}: {error}"
    else:
        if taken > usual + MOST_SECONDS + SECONDS_BY_LENGTH * len(mutant.content or b"") / 100_000:
            yield f"{mutant}: took {taken:.1f} s of the processor instead of {usual:.1f} s"
        yield from (f"{mutant}: {fault}" for fault in _faults(findings, mutant))
    finally:
        path.write_bytes(sound)


def examine_all(root: Path) -> tuple[tuple[Diagnostic, ...], list[Pack]]:
    """What a check of all meetings of ``root`` finds, and what was composed."""
    settings = Settings(root, SETTINGS_NOW)
    loaded = load(settings)
    examined = examine(settings, loaded, tuple(loaded.library.current_meetings()))
    return examined.checked.findings, [pack for _, pack in examined.packs]


def _write(packs: list[Pack]) -> None:
    """Word files and web pages of what was composed all the same; pages of PDF would take too long."""
    for pack in packs:
        for part in pack.parts[:3]:
            docx(part.document, WriteOptions())
            html(part.document, WriteOptions())


def _seconds(root: Path) -> float:
    begun = time.process_time()
    examine_all(root)
    return time.process_time() - begun


def _faults(findings: tuple[Diagnostic, ...], mutant: Mutant) -> Iterator[str]:
    if len(findings) > MOST_FINDINGS:
        yield f"{len(findings)} findings"
    lines = (mutant.content or b"").count(b"\n") + (mutant.content or b"").count(b"\r") + 2
    for found in findings:
        words = f"{found.place}: {found.problem.name}: {found.message}"
        if not found.message or found.message.endswith("."):
            yield f"no proper message: {words[:300]}"
        if found.place.path == mutant.path and not 1 <= found.place.line <= lines:
            yield f"a line that is not there: {words[:300]}"
        if any(sign in found.message + found.hint for sign in "\x00\x1b\x0b"):
            yield f"control characters printed: {words[:300]!r}"
        if len(found.message) > 2000:
            yield f"a message of {len(found.message)} characters: {words[:300]}"


@contextmanager
def _deadline() -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"still running after {HANGS} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(HANGS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
