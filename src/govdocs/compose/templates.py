"""Templates: found, run in a sandbox, and read as elements. What goes wrong is a finding at the template's line."""

import re
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from govdocs.compose.blocks import Block, Inline
from govdocs.compose.elements import Element, Inserted, Wide
from govdocs.compose.html_subset import BUILT_IN_MARK, read_html
from govdocs.compose.problems import TEMPLATE_BROKEN, TEMPLATE_FAILED, TEMPLATE_TOO_LARGE
from govdocs.diagnostics import Diagnostic
from govdocs.places import Place
from govdocs.writing import take_bytes

BUILT_IN = Path(__file__).parent / "templates"
LARGEST = 8_000_000
MOST_ROUNDS = 100_000
_LARGEST_NUMBER = 10**12
_LENGTHENING = frozenset({"center", "ljust", "rjust", "zfill", "format", "format_map", "expandtabs"})
_JINJA = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)
_PYTHON_NAME = re.compile(r"`[\w.]*?(\w+?)(?:View)? object` has no attribute")
_OPENING = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])")


@dataclass(frozen=True, slots=True)
class Templates:
    """Where templates come from: ``own`` maps paths within the repository's ``templates/`` to their text."""

    own: Mapping[str, str] = field(default_factory=dict)
    folder: str = "templates"


class Slots:
    """Composed content that a template places: writing one out leaves a mark that the reader replaces."""

    def __init__(self) -> None:
        self._inserted: dict[str, Inserted] = {}

    def blocks(self, blocks: Sequence[Block | Wide]) -> Markup:
        """Blocks, for a template."""
        return self._mark(Inserted(blocks=tuple(blocks))) if blocks else Markup()

    def inlines(self, inlines: Sequence[Inline]) -> Markup:
        """Inline content, for a template."""
        return self._mark(Inserted(inlines=tuple(inlines))) if inlines else Markup()

    def content(self) -> Mapping[str, Inserted]:
        """What stands for each mark."""
        return self._inserted

    def _mark(self, inserted: Inserted) -> Markup:
        name = str(len(self._inserted))
        self._inserted[name] = inserted
        return Markup(f'<slot name="{name}">')  # noqa: S704 - a number of ours


class _Places(Extension):
    """Writes the line of each opening tag into it, before the template is compiled."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The source with ``data-place`` in every opening tag; its lines stay where they are."""
        del name
        parts: list[str] = []
        line = 1
        for part in _JINJA.split(source):
            parts.append(part if _JINJA.fullmatch(part) else _marked(part, filename or "", line))
            line += part.count("\n")
        return "".join(parts)


def _marked(text: str, path: str, line: int) -> str:
    """``text`` with its opening tags marked; ``line`` is that of its beginning."""

    def mark(match: re.Match[str]) -> str:
        at = line + text.count("\n", 0, match.start())
        return f'<{match[1]} data-place="{path}:{at}"'

    return _OPENING.sub(mark, text)


class _Loader(jinja2.BaseLoader):
    """Finds templates by name among texts already read: a template reaches no file by itself."""

    def __init__(self, sources: Mapping[str, tuple[str, str]]) -> None:
        self._sources = sources

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The source, the path that findings name, and that it does not change."""
        del environment
        if template not in self._sources:
            raise jinja2.TemplateNotFound(template)
        source, path = self._sources[template]
        return source, path, lambda: True


class _Sandbox(ImmutableSandboxedEnvironment):
    """What a template may do: nothing that reaches files, and nothing that makes very much out of very little."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._counted = 0
        self._safe: dict[tuple[type, str], bool] = {}
        self.globals = {"range": self._range, "namespace": self.globals["namespace"]}
        for name in ("center", "format", "indent", "pprint", "urlize", "wordwrap", "xmlattr"):
            del self.filters[name]

    def begin(self) -> None:
        """A new run may count from the start."""
        self._counted = 0

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic, but neither repetition of text nor towers of powers."""
        for value in (left, right):
            if not isinstance(value, int | float) or abs(value) > _LARGEST_NUMBER:
                raise SecurityError(f"`{operator}` works with numbers up to {_LARGEST_NUMBER:,} only")
        if operator == "**":
            raise SecurityError("`**` is not available")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Methods of text that pad or format can make very long texts.

        What is safe of a value is safe of all of its type, and is asked very often: each answer is kept.
        """
        key = (type(obj), attr)
        if key not in self._safe:
            lengthens = isinstance(obj, str) and attr in _LENGTHENING
            self._safe[key] = not lengthens and super().is_safe_attribute(obj, attr, value)
        return self._safe[key]

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Formatting of text is not offered, so that it is judged as any other method."""
        del value
        return None

    def _range(self, *bounds: int) -> range:
        """A range; all of them together stay within a limit, since loops within loops multiply."""
        numbers = range(*bounds)
        self._counted += len(numbers)
        if self._counted > MOST_ROUNDS:
            raise SecurityError(f"loops over `range` count to more than {MOST_ROUNDS:,} in all")
        return numbers


class TemplateRunner:
    """The templates that one body uses: its own folder's, the repository's, the built-in ones."""

    def __init__(self, sources: Mapping[str, tuple[str, str]]) -> None:
        self._sources = sources
        self._environment = _Sandbox(
            loader=_Loader(self._sources),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            extensions=[_Places],
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=-1,
        )

    def has(self, name: str) -> bool:
        """Whether there is a template ``name``."""
        return name in self._sources

    def shown(self, name: str) -> str:
        """The path that findings name for the template ``name``."""
        return self._sources.get(name, ("", name))[1]

    def run(self, name: str, facts: Mapping[str, Any]) -> tuple[str, Diagnostic | None]:
        """What the template renders, or what went wrong."""
        self._environment.begin()
        try:
            return self._pieces(self._environment.get_template(name).generate(**facts), name)
        except jinja2.TemplateSyntaxError as error:
            place = Place(error.filename or self.shown(error.name or name), error.lineno)
            hint = "look for a tag that is not closed: every `{% if %}` and `{% for %}` needs its end"
            return "", Diagnostic(
                TEMPLATE_BROKEN, f"the template cannot be read: {_lowered(error.message)}", place, hint
            )
        except jinja2.TemplatesNotFound as error:
            missing = ", ".join(f"`{_printable(entry)}`" for entry in error.templates) or f"`{_printable(error.name)}`"
            hint = f"choose one of {', '.join(f'`{entry}`' for entry in sorted(self._sources))}"
            return "", Diagnostic(TEMPLATE_BROKEN, f"there is no template {missing}", self._line(error, name), hint)
        except jinja2.TemplateNotFound as error:
            hint = f"choose one of {', '.join(f'`{entry}`' for entry in sorted(self._sources))}"
            message = f"there is no template `{_printable(error.name)}`"
            return "", Diagnostic(TEMPLATE_BROKEN, message, self._line(error, name), hint)
        except jinja2.UndefinedError as error:
            message = f"the template asks for something that is not there: {_lowered(error.message)}"
            hint = "see docs/templates.md for the names that this template can use"
            return "", Diagnostic(TEMPLATE_FAILED, message, self._line(error, name), hint)
        except RecursionError:
            place = Place(self.shown(name))
            message = "the template calls itself without end"
            return "", Diagnostic(TEMPLATE_FAILED, message, place, "let no template include or call itself")
        except Exception as error:  # noqa: BLE001 -- the template is not ours: any of its faults is a finding
            message = f"the template fails: {_lowered(str(error) or type(error).__name__)}"
            hint = "check the filter or the test that stands in this line"
            return "", Diagnostic(TEMPLATE_FAILED, message, self._line(error, name), hint)

    def exported(self, name: str) -> tuple[Mapping[str, str], Diagnostic | None]:
        """What the template sets at its top."""
        _, fault = self.run(name, {})
        if fault is not None:
            return {}, fault
        module = self._environment.get_template(name).module
        return {key: str(value) for key, value in vars(module).items() if not key.startswith("_")}, None

    def _pieces(self, pieces: Iterator[str], name: str) -> tuple[str, Diagnostic | None]:
        """What is rendered, as long as it stays within the limit."""
        size = 0
        parts: list[str] = []
        for piece in pieces:
            size += len(piece)
            if size > LARGEST:
                message = f"the template renders more than {LARGEST:,} characters; expected a document"
                return "", Diagnostic(
                    TEMPLATE_TOO_LARGE, message, Place(self.shown(name)), "look for a loop within a loop"
                )
            parts.append(piece)
        return "".join(parts), None

    def _line(self, error: BaseException, name: str) -> Place:
        """The template's line that the error comes from: Jinja2 maps the trace back to the template."""
        paths = {path for _, path in self._sources.values()}
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            if frame.filename in paths:
                return Place(frame.filename, frame.lineno or 1)
        return Place(self.shown(name))


def template_runner(templates: Templates, body: str) -> TemplateRunner:
    """The templates that ``body`` uses; bodies that use the same ones share them, so that each is compiled once."""
    return _runner(tuple(dict(_sources(templates, body)).items()))


@lru_cache(maxsize=32)
def _runner(sources: tuple[tuple[str, tuple[str, str]], ...]) -> TemplateRunner:
    return TemplateRunner(dict(sources))


@cache
def _built_in() -> tuple[tuple[str, str], ...]:
    """The templates that come with the program, by name."""
    files = sorted(BUILT_IN.rglob("*.html"))
    return tuple((file.relative_to(BUILT_IN).as_posix(), file.read_text(encoding="utf-8")) for file in files)


def _sources(templates: Templates, body: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Names of templates with their text and path; a later one replaces an earlier one."""
    for name, text in _built_in():
        found = (text, f"{BUILT_IN_MARK}{name}")
        yield name, found
        yield f"built-in/{name}", found
    for path, text in sorted(templates.own.items()):
        if "/" not in path:
            yield path, (text, f"{templates.folder}/{path}")
    for path, text in sorted(templates.own.items()):
        if path.startswith(f"{body}/"):
            yield path.removeprefix(f"{body}/"), (text, f"{templates.folder}/{path}")


def _printable(name: object) -> str:
    """A template's name as a terminal can show it."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in str(name))


def _lowered(message: str | None) -> str:
    """A message of Jinja2 as ours look: values in backticks, no full stop."""
    text = re.sub(r"'([^']*)'", r"`\1`", (message or "").strip().rstrip("."))
    text = _PYTHON_NAME.sub(lambda match: f"`{match[1].lower()}` has no", text)
    return text[:1].lower() + text[1:]


def render_template(
    name: str, facts: Mapping[str, Any], slots: Slots, runner: TemplateRunner, place: Place
) -> tuple[Element | None, tuple[Diagnostic, ...]]:
    """The elements that the template ``name`` makes of ``facts``, which were typed at ``place``."""
    html, fault = runner.run(name, facts)
    if fault is not None:
        return None, (fault,)
    return read_html(html, place, slots.content())


@lru_cache(maxsize=64)
def read_words(
    runner: TemplateRunner, language: str = "", *, rendition: bool = False
) -> tuple[Mapping[str, str], tuple[Diagnostic, ...]]:
    """The short fixed words that ``words.html`` sets; a body's own file changes some of the built-in ones.

    What ``words.cy.html`` sets, built in or the body's own, stands in papers in Welsh. A body's ``words.html`` is in
    its usual language: for a ``rendition`` in another one, the words built in for that language go before it.
    """
    spoken = f"words.{language.partition('-')[0].lower()}.html"
    own, built_in = ("words.html", spoken), ("built-in/words.html", f"built-in/{spoken}")
    order = (built_in[0], own[0], built_in[1], own[1]) if rendition else (*built_in, *own)
    words: dict[str, str] = {}
    for name in filter(runner.has, order):
        found, fault = runner.exported(name)
        if fault is not None:
            return words, (fault,)
        words.update(found)
    return words, ()


def find_templates(root: Path) -> tuple[Templates, tuple[Diagnostic, ...]]:
    """The repository's own templates: the HTML files in ``templates/``, read once and kept as text."""
    folder = root / "templates"
    own: dict[str, str] = {}
    findings: list[Diagnostic] = []
    for file in sorted(folder.rglob("*.html")) if folder.is_dir() else ():
        name = file.relative_to(folder).as_posix()
        place = Place(f"templates/{name}")
        if not file.resolve().is_relative_to(root.resolve()):
            message = f"the template `{name}` leads out of the repository"
            findings.append(Diagnostic(TEMPLATE_BROKEN, message, place, "put the file itself into `templates/`"))
            continue
        try:
            own[name] = take_bytes(file).decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        except (OSError, UnicodeDecodeError):
            message = f"the template `{name}` cannot be read; expected a file in UTF-8"
            findings.append(Diagnostic(TEMPLATE_BROKEN, message, place, "save the template as UTF-8"))
    return Templates(own), tuple(findings)
