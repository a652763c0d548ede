"""Text that a test expects, kept in a file beside the test.

Run with ``UPDATE_GOLDEN=1`` in the environment to write what came out, then read the difference before committing it.
"""

import os
from pathlib import Path


def check_golden(path: Path, text: str) -> None:
    """``text`` equals what ``path`` holds."""
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
