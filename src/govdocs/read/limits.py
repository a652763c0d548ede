"""How much is read at most, so that no file can hang or exhaust the machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds of one run; sizes in bytes unless said otherwise.

    The defaults lie far above what governing bodies keep (the largest real text file seen had 200 kB), and far below
    what would make a reader wait.
    """

    text_bytes: int = 8_000_000
    asset_bytes: int = 100_000_000
    files: int = 50_000
    folder_depth: int = 20
    line_characters: int = 100_000
    values: int = 500_000
    nesting: int = 30
    findings_of_a_kind: int = 20
    syntax_errors: int = 10
