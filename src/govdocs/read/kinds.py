"""The words that may follow the opening fence of a record block; a test in the model holds them against its classes."""

RECORD_KINDS = (
    "action",
    "adjournment",
    "amendment",
    "answer",
    "chart",
    "closed",
    "decision",
    "declaration",
    "election",
    "include",
    "item",
    "members",
    "movement",
    "picture",
    "question",
    "recommendations",
    "restricted",
    "risks",
    "rule",
    "table",
)
