"""What the bytes of an output depend on besides the document and the options: the writers themselves."""

import ctypes
import hashlib
import sys
import zlib
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path

#: Packages that lay out, draw, compress or put together what is written.
_PACKAGES = (
    "fonttools",
    "lxml",
    "matplotlib",
    "numpy",
    "pikepdf",
    "pillow",
    "pydyf",
    "pypdfium2",
    "python-docx",
    "tinycss2",
    "tinyhtml5",
    "weasyprint",
)
#: The system's libraries, by the names that the systems have for them, and what tells their version.
_LIBRARIES = {
    "pango": (("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"), "pango_version_string"),
    "harfbuzz": (("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"), "hb_version_string"),
    "harfbuzz-subset": (("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"), ""),
}


@cache
def writers_fingerprint(*folders: str) -> str:
    """A digest of the program's own ``folders`` of writers and of the versions of all that they use.

    The engine need not be imported for it, which would take most of a second.
    """
    facts = [f"python {sys.version_info[0]}.{sys.version_info[1]}", f"zlib {zlib.ZLIB_RUNTIME_VERSION}"]
    facts += [f"{name} {_package_version(name)}" for name in _PACKAGES]
    facts += [f"{name} {_library_version(*where)}" for name, where in _LIBRARIES.items()]
    top = Path(__file__).parents[1]
    facts += [f"{path.relative_to(top).as_posix()} {_digest(path)}" for path in _files(top, folders)]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


def _files(top: Path, folders: Iterable[str]) -> list[Path]:
    found = (path for folder in folders for path in (top / folder).rglob("*") if path.is_file())
    return sorted(path for path in found if path.suffix != ".pyc")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _package_version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"


def _library_version(names: Iterable[str], function: str) -> str:
    for name in names:
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        if not function:
            return "present"
        tell = getattr(library, function)
        tell.restype = ctypes.c_char_p
        return str(tell())
    return "missing"
