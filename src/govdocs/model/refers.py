"""Fields that name another record: what kind it is decides where its id is looked up.

A name with a capital or a space is printed as it is and looked up nowhere.
"""

from typing import Annotated

from pydantic import PlainValidator

from govdocs.model.scalars import Refers, parse_name_or_slug, parse_path, parse_slug

WhoName = Annotated[str, PlainValidator(parse_name_or_slug), Refers("who")]
"""A person, group or office, or a printed name."""


def _names(value: object) -> tuple[str, ...]:
    """One person, or a list of people."""
    return tuple(map(parse_name_or_slug, value)) if isinstance(value, list) else (parse_name_or_slug(value),)


WhoNames = Annotated[tuple[str, ...], PlainValidator(_names), Refers("who")]
"""One person or several."""
PersonName = Annotated[str, PlainValidator(parse_name_or_slug), Refers("person")]
OrganisationName = Annotated[str, PlainValidator(parse_name_or_slug), Refers("organisation")]
NominatorName = Annotated[str, PlainValidator(parse_name_or_slug), Refers("nominator")]
"""A person or an organisation."""
VenueName = Annotated[str, PlainValidator(parse_name_or_slug), Refers("venue")]
BodyName = Annotated[str, PlainValidator(parse_name_or_slug), Refers("body")]

PersonId = Annotated[str, PlainValidator(parse_slug), Refers("person")]
OrganisationId = Annotated[str, PlainValidator(parse_slug), Refers("organisation")]
BodyId = Annotated[str, PlainValidator(parse_slug), Refers("body")]
InterestKindId = Annotated[str, PlainValidator(parse_slug), Refers("interest-kind")]
InterestId = Annotated[str, PlainValidator(parse_slug), Refers("interest")]
RiskId = Annotated[str, PlainValidator(parse_slug), Refers("risk")]
TermsId = Annotated[str, PlainValidator(parse_slug), Refers("terms-of-reference")]
MeetingId = Annotated[str, PlainValidator(parse_path), Refers("meeting")]
MeetingOrDate = Annotated[str, PlainValidator(parse_path), Refers("meeting-or-date")]
"""A meeting, or the date of one that is not in the repository."""
ActionId = Annotated[str, PlainValidator(parse_path), Refers("action")]
DecisionId = Annotated[str, PlainValidator(parse_path), Refers("decision")]

# Ids that one body's record defines.
SeatId = Annotated[str, PlainValidator(parse_slug), Refers("seat")]
SeatOrClass = Annotated[str, PlainValidator(parse_slug), Refers("seat-or-constituency")]
ConstituencyId = Annotated[str, PlainValidator(parse_slug), Refers("constituency")]
OfficeId = Annotated[str, PlainValidator(parse_slug), Refers("office")]
VerbId = Annotated[str, PlainValidator(parse_slug), Refers("verb")]
SessionId = Annotated[str, PlainValidator(parse_slug), Refers("session")]
GroundId = Annotated[str, PlainValidator(parse_slug), Refers("ground")]
AudienceId = Annotated[str, PlainValidator(parse_slug), Refers("audience")]
ThresholdId = Annotated[str, PlainValidator(parse_slug), Refers("threshold")]
StatusId = Annotated[str, PlainValidator(parse_slug), Refers("status")]
SchemeId = Annotated[str, PlainValidator(parse_slug), Refers("scheme")]
FormId = Annotated[str, PlainValidator(parse_slug), Refers("form")]
OutlineId = Annotated[str, PlainValidator(parse_slug), Refers("outline")]
StandingId = Annotated[str, PlainValidator(parse_slug), Refers("standing")]

# Ids within one meeting.
ItemId = Annotated[str, PlainValidator(parse_slug), Refers("item")]
