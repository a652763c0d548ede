"""Rules about people and minutes: sound papers on which they keep silent, and slips in other words than their own."""

from datetime import date
from pathlib import Path

import pytest

from govdocs.check.catalogue import RECORD_RULES
from govdocs.check.rule import Records
from govdocs.model.library import build_library
from govdocs.read.repository import read_repository
from support.organisation import overlay, put_files, sound_files

PEOPLE = """\
# records/people.yaml
people:
  alex-example: {name: Alex Example, honorific: Ms, posts: [{post: Clerk, organisation: anytown}]}
  robin-sample: {name: Robin Sample, honorific: Cllr Dr, posts: [{post: Councillor, organisation: anytown}]}
  sam-member: {name: Sam Member, honorific: Mr, posts: [{post: Councillor, organisation: anytown}]}
  jo-member: {name: Jo Member, honorific: Mrs, posts: [{post: Councillor, organisation: anytown}]}
"""


def _minutes(words: str, present: str = "robin-sample, sam-member, jo-member") -> str:
    header = f"status: draft\nchair: robin-sample\nstarted: 10:00\nended: 12:05\npresent: [{present}]\n"
    return f"{PEOPLE}# meetings/board/2026-05-14/minutes.md\n---\n{header}in_attendance: [alex-example]\n---\n{words}"


def _paper(words: str, header: str = "authors: [alex-example]\n") -> str:
    return f"{PEOPLE}# meetings/board/2026-05-14/papers/budget.md\n---\ntitle: Budget\n{header}---\n# Report\n\n{words}"


def _found(root: Path, code: str, snippet: str) -> list[str]:
    sources, _ = read_repository(put_files(root, overlay(sound_files(), snippet)))
    library, _ = build_library(sources)
    (rule,) = (rule for rule in RECORD_RULES if rule.problem.code == code)
    return [found.message for found in rule.look(Records(library, date(2026, 5, 20)))]


SILENT = [
    # Somebody from outside may speak; a member who moves has to be there.
    ("G715", _minutes("## welcome\n\nMr Stranger asked about the bins. County Cllr Stranger moved on to the roads.\n")),
    ("G715", _minutes("## welcome\n\nCllr Dr Sample proposed it, seconded by Cllr Mrs Member.\n")),
    ("G842", _minutes("## welcome\n\nCllr Sample and Dr Sample agreed. Mr Member and Mrs Member did not.\n")),
    ("G716", _minutes("## welcome\n\nThe Clerk will be on leave. She would like to thank all. It will rain.\n")),
    ("G718", _minutes("## apologies\n\nMs Example gave Cllr Sample's apologies for being late.\n")),
    ("G718", _minutes("## apologies\n\nThere were no apologies. Mrs Member welcomed this.\n")),
    ("G719", _minutes("## welcome\n\nMr Member left it to Mrs Member. Mr Member said so.\n")),
    (
        "G719",
        _minutes("## welcome\n\nMr Member and Mrs Member left the room. Mrs Member returned.\n\nMrs Member asked.\n"),
    ),
    ("G720", _minutes("## welcome\n\nThe dispute has been resolved. It was resolved to:\n")),
    ("G721", _minutes("## welcome\n\nRESOLVED that A. RESOLVED under the Act of 1960 that the public leave.\n")),
    ("G702", _minutes("## apologies\n\nApologies were received from Mr Stone, as listed above.\n")),
    ("G722", _minutes("## welcome\n\nThe dispute with the supplier has been resolved.\n")),
    ("G730", _minutes("## welcome\n\nThe meeting closed at 12.05 pm. The next meeting opens at 9.30 am.\n")),
    ("G730", _minutes("## welcome\n\nThe meeting was opened by the Chair at 10am, and ended at 12:05.\n")),
    ("G731", _minutes("## welcome\n\nMr Member asked; Mrs Member and Cllr Jo Member answered.\n")),
    ("G737", _minutes("## welcome\n\nAlex said that May suggested itself. Grace asked.\n")),
    ("G750", _minutes("## welcome\n\nIt was resolved to exclude the public, as the contract is confidential.\n")),
    ("G805", _minutes("## welcome\n\nThe Chair would adjourn if the meeting was not quorate. It was quorate.\n")),
    ("G807", _minutes("## welcome\n\nThe vote was carried by 2 votes to 1. The score was three to two in June.\n")),
    ("G850", _minutes("## welcome\n\nThe Chair spoke. Mrs Member is Chairman of the Bowls Club.\n")),
    ("G847", _paper("Words.", "authors: [alex-example, Kim Guest]\n")),
    ("G848", _paper("Words.", "authors: [{person: Kim Guest, printed: Director of Parks}]\n")),
    ("G853", _paper("The follow-up was on time; they follow up well. A long-term plan works in the long term.")),
    (
        "G853",
        _paper("They resign and re-sign.").replace("resign and", "sign and"),
    ),
    (
        "G854",
        _paper("The University Hospitals of Anytown wrote. The University Hospitals of Anytown NHS Trust replied."),
    ),
    ("G854", _paper("Anytown Town Council met. Othertown Town Council met. Several Town Councils met.")),
    ("G855", _paper("Sam Moss met Samantha Reed. Chris Moss met Christine Reed.")),
    ("G955", _paper("Schemes rated Red or Amber are late. The red line on the road and the Green Paper are not.")),
]


@pytest.mark.parametrize(("code", "snippet"), SILENT, ids=[f"{code}-{n}" for n, (code, _) in enumerate(SILENT)])
def test_sound_papers_bring_no_finding(code: str, snippet: str, tmp_path: Path) -> None:
    assert _found(tmp_path, code, snippet) == []


ITEM = "# meetings/board/2026-05-14/meeting.yaml\nagenda: [{item: declarations, title: Lease, action: approve}]\n"
CUT = 'authors: [{person: Kim Guest, printed: "Clerk, Anytown Town"}]\n'
FOUND = [
    ("G708", "no decision", _minutes("## declarations\n\nMr Member proposed it.\n") + ITEM),
    ("G708", "no decision", _minutes("## declarations\n\nMr Member asked who had approved the last one.\n") + ITEM),
    ("G715", "`Cllr Mrs Moss`", _minutes("## welcome\n\nCllr Mrs Moss proposed it, seconded by Cllr Mr Member.\n")),
    ("G715", "`Cllr Moss`", _minutes("## welcome\n\nIt was proposed by Mr Member and seconded by Cllr Moss.\n")),
    ("G842", "`Cllr Mr Sample`", _minutes("## welcome\n\nCllr Mr Sample explained it.\n")),
    ("G716", "`The Clerk will write", _minutes("## welcome\n\nThe Clerk will write to the owner of the hedge.\n")),
    ("G716", "`asked the Clerk to investigate", _minutes("## welcome\n\nMr Member asked the Clerk to investigate.\n")),
    ("G716", "and 1 more here", _minutes("## welcome\n\nMs Example would source quotes. Mr Member to meet them.\n")),
    ("G719", "speaks here after", _minutes("## welcome\n\nMr Member left the meeting.\n\nMr Member asked.\n")),
    ("G730", "expected its own day", _minutes("## welcome\n\nThe meeting closed at 12.05pm on 14 July 2026.\n")),
    ("G730", "`ended` is 12:05", _minutes("## welcome\n\nIt began on time. At 11.20am the meeting closed.\n")),
    ("G807", "is 5 votes, and 3 members", _minutes("## welcome\n\nThe motion was carried by three to two.\n")),
    ("G849", "expected `Anytown Town Council`", _paper("Words.", CUT)),
    ("G855", "`Michael Ryan`", _paper("Mike Ryan spoke.", "authors: [alex-example, Michael Ryan]\n")),
]


@pytest.mark.parametrize(
    ("code", "words", "snippet"), FOUND, ids=[f"{code}-{n}" for n, (code, _, _) in enumerate(FOUND)]
)
def test_slips_in_other_words_are_found(code: str, words: str, snippet: str, tmp_path: Path) -> None:
    messages = _found(tmp_path, code, snippet)

    assert len(messages) == 1
    assert words in messages[0]
