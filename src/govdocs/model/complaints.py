"""How a value is refused while a record is built: what was expected, and what to do."""

from pydantic_core import PydanticCustomError

#: The type under which refusals travel through the validation; the rest of an error's type is the problem's name.
OURS = "govdocs."


def refusal(
    expected: str, hint: str = "", *, problem: str = "wrong-value", at: str = "", meant: str = ""
) -> PydanticCustomError:
    """The error to raise for a value: ``expected`` completes "found …; expected …".

    ``meant`` is what the value can only have meant, written as it should be.

    ``problem`` is the name of a constant in ``problems``; ``at`` names the key below the value where the place is, or
    the way to it (``translations.cy.title``).
    """
    return PydanticCustomError(
        f"{OURS}{problem}", "{expected}", {"expected": expected, "hint": hint, "at": at, "meant": meant}
    )


def misfit(message: str, hint: str = "", *, problem: str = "wrong-value", at: str = "") -> PydanticCustomError:
    """The error to raise where keys do not fit together: ``message`` is the whole message."""
    context = {"message": message, "expected": "", "hint": hint, "at": at}
    return PydanticCustomError(f"{OURS}{problem}", "{message}", context)
