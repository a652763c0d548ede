"""What the engine of the PDF needs of the computer, and what is said where it is missing."""

import os
import subprocess
import sys
from pathlib import Path

_SCRIPT = """
import cffi
load = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if {missing!r} in (name or ""):
        raise OSError("cannot load library '" + name + "': no such file")
    return load(self, name, flags)
cffi.FFI.dlopen = dlopen
from govdocs.errors import CannotGoOnError
try:
    from govdocs.write.pdf import pdf
except CannotGoOnError as error:
    print(error.message, "|", error.hint)
    raise SystemExit
from support.sample_documents import SAMPLES
from govdocs.write.options import WriteOptions
first, found = pdf(SAMPLES["divider"](), WriteOptions())
second, _ = pdf(SAMPLES["divider"](), WriteOptions())
for each in found:
    print(each.problem.code, each.message, "|", each.hint)
print(first == second)
"""


def run_without(library: str) -> list[str]:
    """The lines printed by a process that cannot load ``library``."""
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": f"{root / 'src'}:{root / 'tests'}"}
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT.format(missing=library)],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_without_pango_the_package_to_install_is_named() -> None:
    (line,) = run_without("pango")
    assert line.startswith("PDF cannot be written: the system library `")
    assert "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in line


def test_without_the_font_cutter_the_pdf_is_written_and_the_package_is_named() -> None:
    finding, same = run_without("harfbuzz-subset")
    assert finding.startswith("G949 the system library `libharfbuzz-subset` is missing")
    assert finding.endswith("| on Debian or Ubuntu: sudo apt-get install libharfbuzz-subset0")
    assert same == "True"
