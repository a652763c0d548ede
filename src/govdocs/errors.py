"""The one exception for "cannot go on"; everything that can go on is a diagnostic."""


class CannotGoOnError(Exception):
    """The command cannot go on: ``message`` says why, ``hint`` what the user can do.

    The command line prints both and exits with status 2. A fault of the program itself is any other exception.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
