"""What stands under the title of terms of reference: status and version, who approves them, when they are reviewed."""

from govdocs.compose.desk import Desk
from govdocs.model.terms_of_reference import TermsHeader
from govdocs.model.values import PartialDate


def describe_state(desk: Desk, header: TermsHeader) -> tuple[str, ...]:
    """The status with the version, the approval, and the review, each as far as it is known."""
    status = desk.word(f"terms_{header.status}")
    version = desk.word("terms_version", version=header.version) if header.version else ""
    parts = [", ".join(part for part in (status, version) if part)]
    if header.approved is not None:
        body = desk.library.bodies.get(header.approved.by)
        name = body.name if body is not None else header.approved.by
        day = header.approved.date
        waiting = desk.word("terms_to_be_approved_by", body=name)
        parts.append(
            desk.word("terms_approved_by", body=name, date=desk.wording.plain_date(day)) if day is not None else waiting
        )
    if isinstance(header.review_by, PartialDate):
        parts.append(desk.word("terms_review_by", date=desk.wording.partial_date(header.review_by)))
    return tuple(parts)
