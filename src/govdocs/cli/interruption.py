"""Ctrl-C, so that it is never lost."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interruption:
    """Whether Ctrl-C was pressed.

    Python drops the exception where the signal happens to come while an object is being cleared away; whoever asks
    ``heed`` between two steps gets it all the same.
    """

    def __init__(self) -> None:
        self._came = False

    def heed(self) -> None:
        """Stop here if Ctrl-C was pressed.

        Raises:
            KeyboardInterrupt: it was.
        """
        if self._came:
            raise KeyboardInterrupt

    def come(self, number: int, frame: FrameType | None) -> None:
        """Take note of the signal, and stop at once where Python can.

        Raises:
            KeyboardInterrupt: always.
        """
        del number, frame
        self._came = True
        raise KeyboardInterrupt


@contextmanager
def heeding_interruption() -> Iterator[Interruption]:
    """While this lasts, Ctrl-C is kept in mind; outside the main thread signals are left alone."""
    interruption = Interruption()
    if threading.current_thread() is not threading.main_thread():
        yield interruption
        return
    before = signal.signal(signal.SIGINT, interruption.come)
    try:
        yield interruption
    finally:
        signal.signal(signal.SIGINT, before)
