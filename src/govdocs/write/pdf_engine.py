"""The engine that lays out the PDF, with the fonts of the package and nothing else of the computer.

This module and ``pdf_tags`` alone import the engine, which takes most of a second: import ``govdocs.write.pdf`` only
where a PDF is to be written.
"""

import ctypes.util
import logging
import os
import re
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from datetime import datetime
from functools import cache
from importlib import resources
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

from govdocs.compose.blocks import Picture
from govdocs.errors import CannotGoOnError
from govdocs.write.bare_pictures import bare_picture
from govdocs.write.print_style import FONT_SCHEME

_FONTS = Path(str(resources.files("govdocs.write") / "fonts"))
_INSTALL = "on Debian or Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


@contextmanager
def engine_environment(date: datetime | None = None) -> Iterator[None]:
    """Hide the computer's fonts from the engine, and pin the time that it may write, while the block runs.

    Other programs started from this process need those fonts, so the environment is put back.
    """
    wanted = {"FONTCONFIG_FILE": str(_FONTS / "fonts.conf")}
    if date is not None:
        wanted["SOURCE_DATE_EPOCH"] = str(int(date.timestamp()))
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "No fonts configured": that is what we want
            yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _libraries_by_name() -> Iterator[None]:
    """Let the linker find the system libraries by itself, while the block runs.

    The engine tries the names of other systems first, and for each of these Python would ask the C compiler and the
    linker's list: a quarter of all the time that loading the engine takes.
    """
    search = ctypes.util.find_library

    def find_none(name: str) -> str | None:  # noqa: ARG001 - the name that the standard library gives it
        return None

    if sys.platform == "linux":
        ctypes.util.find_library = find_none
    try:
        yield
    finally:
        ctypes.util.find_library = search


try:
    with (
        engine_environment(),
        _libraries_by_name(),
        redirect_stdout(StringIO()),
    ):  # it prints a page of advice of its own when it fails
        import weasyprint
        import weasyprint.pdf as engine_pdf
        from weasyprint.formatting_structure import boxes
        from weasyprint.layout.absolute import AbsolutePlaceholder
        from weasyprint.pdf import pydyf
        from weasyprint.text import ffi as _ffi
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher, URLFetcherResponse
except OSError as error:  # a system library cannot be loaded
    library = str(error).partition("'")[2].partition("'")[0] or "Pango"
    raise CannotGoOnError(f"PDF cannot be written: the system library `{library}` is missing", _INSTALL) from error

__all__ = [
    "ENGINE",
    "AbsolutePlaceholder",
    "EngineLog",
    "PackageFetcher",
    "ReadyPage",
    "boxes",
    "can_cut_fonts",
    "engine_environment",
    "engine_log",
    "engine_pdf",
    "pydyf",
    "shared_fonts",
    "weasyprint",
]

ENGINE = f"WeasyPrint {weasyprint.VERSION}"


def can_cut_fonts() -> bool:
    """Whether the library is there that cuts fonts down to the letters in use; without it the bytes differ."""
    return bool(_ffi.harfbuzz_subset)


class PackageFetcher(URLFetcher):  # type: ignore[misc]
    """Gives the engine the fonts of the package and the pictures of the document; everything else is refused."""

    def __init__(self, pictures: Mapping[str, Picture]) -> None:
        super().__init__(allowed_protocols=("data",))
        self.pictures = pictures

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """What stands at ``url``.

        Raises:
            ValueError: it is neither a font of the package, a picture of the document nor data in the address itself.
        """
        if url.startswith(FONT_SCHEME):
            path = _FONTS / Path(url.removeprefix(FONT_SCHEME)).name
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/ttf"})
        if picture := self.pictures.get(url):
            shown = bare_picture(picture.data, picture.media_type)
            return URLFetcherResponse(url, shown, {"Content-Type": picture.media_type})
        return super().fetch(url, headers)


class ReadyPage(weasyprint.HTML):  # type: ignore[misc]
    """A page of our own markup, which is as regular as XML.

    The engine reads HTML as browsers do, in Python, which takes a sixteenth of all its time; XML is read in C. Markup
    that is no XML (a character that XML cannot hold) is read by the engine.
    """

    def __init__(self, markup: str, fetcher: "PackageFetcher") -> None:
        try:
            root = ET.fromstring(_VOID.sub(r"\1/>", markup))  # noqa: S314 - our own markup
        except ET.ParseError:
            super().__init__(string=markup, url_fetcher=fetcher)
            return
        self.base_url, self.url_fetcher, self.media_type = None, fetcher, "print"
        self.wrapper_element = weasyprint.cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element


_VOID = re.compile(r"(<(?:br|col|hr|img|link|meta|wbr)\b(?:[^<>\"]|\"[^\"]*\")*?)/?>")


@cache
def shared_fonts() -> FontConfiguration:
    """The fonts, loaded once a process."""
    with engine_environment():
        return FontConfiguration()


class EngineLog(logging.Handler):
    """Keeps what the engine says while it works."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message, each once."""
        message = record.getMessage()
        if message not in self.messages:
            self.messages.append(message)


@contextmanager
def engine_log() -> Iterator[EngineLog]:
    """Listen to the engine while the block runs; nothing is printed."""
    logger, handler = logging.getLogger("weasyprint"), EngineLog()
    before, passes_on = logger.level, logger.propagate
    logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield handler
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before)
        logger.propagate = passes_on
