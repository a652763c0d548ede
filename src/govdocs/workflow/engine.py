"""What the processes that lay out PDFs load before there is work: see `presses`.

Should the engine not load, because a system library is missing, the process that then needs it says so.
"""

import contextlib
import gc

from govdocs.errors import CannotGoOnError

with contextlib.suppress(CannotGoOnError):
    import govdocs.pack.supplied
    import govdocs.workflow.writing  # noqa: F401 - what the work is made of

gc.freeze()  # what is loaded now is shared by all processes and need not be looked through
