"""What the verbs of recommendations and resolutions ask of a body: a decision, or only its attention."""

from govdocs.model.bodies import Body

#: Verbs that settle something, and verbs that take it in; a body's record may say otherwise of its own (`decides`).
_DECIDING = """
    accept adopt agree amend appoint approve authorise authorize award commission confirm decide delegate determine
    elect endorse establish grant ratify reject resolve sanction sign sign-off support
"""
_TAKING_IN = """
    receive note consider discuss comment review recognise recognize acknowledge hear observe inform be-informed update
    take-note
"""


def decides(body: Body | None, verb: str) -> bool | None:
    """Whether the verb asks for a decision; None where neither the body nor the word says it."""
    named = next((one for one in body.verbs if one.id == verb), None) if body else None
    if named is not None and named.decides is not None:
        return named.decides
    return True if verb in _DECIDING.split() else False if verb in _TAKING_IN.split() else None
