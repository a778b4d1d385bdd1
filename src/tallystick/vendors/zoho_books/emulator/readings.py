"""Where evidence about the vendor conflicts or is missing: each question, the ways to read it, and the one meant by default.

A program has to survive every one of them. What a reading does stands where it applies; nothing is decided here.
"""

from collections.abc import Mapping
from typing import Final

import msgspec


class Reading(msgspec.Struct, frozen=True):
    """One question: `choices` each with what the vendor then does, the `default`, and why it is the default."""

    question: str
    choices: Mapping[str, str]
    default: str
    why: str


LAST_MODIFIED_TIME: Final = "last_modified_time"
LAST_MODIFIED_TIME_Z: Final = "last_modified_time_z"
UNDOCUMENTED_SORTS: Final = "undocumented_sorts"
BILL_FILTERS: Final = "bill_filters"
PAGE_SIZE: Final = "page_size"
WEBHOOK_IDS: Final = "webhook_ids"
WEBHOOK_TEST: Final = "webhook_test"
WEBHOOK_ALONE: Final = "webhook_alone"

READINGS: Final[dict[str, Reading]] = {
    LAST_MODIFIED_TIME: Reading(
        "Which records does the filter last_modified_time give?",
        {
            "at_or_after": "those modified at that instant or later",
            "exact": "those modified at that very second",
            "ignored": "all, as if it had not been sent",
        },
        "at_or_after",
        "two taps in production add a second to their bookmark to avoid reading a record again; one dated probe of"
        " invoices (2026-08-15) found an exact match",
    ),
    LAST_MODIFIED_TIME_Z: Reading(
        "What becomes of a last_modified_time that ends in Z?",
        {"refused": "code 2", "ignored": "all records, as if it had not been sent"},
        "refused",
        "a live reply with code 2 is kept by one client; another saw it dropped; a refusal is noticed",
    ),
    UNDOCUMENTED_SORTS: Reading(
        "Does a list sort by a column of its rows that its sort_column does not document?",
        {"sorted": "yes, where the sandbox has the column", "ignored": "no: the list comes in its own order"},
        "sorted",
        "a dated probe (2026-08-15) sorted invoices by last_modified_time, which was undocumented; nothing else was probed",
    ),
    BILL_FILTERS: Reading(
        "Do the filters of the list of bills work?",
        {"applied": "yes", "ignored": "no: every filter gives all bills"},
        "applied",
        "they are documented; a sibling product that shares the records was seen to ignore all of them",
    ),
    PAGE_SIZE: Reading(
        "What does a per_page of 0 or beyond the most give?",
        {"most": "pages of the most rows there may be", "refused": "code 2"},
        "most",
        "nobody has recorded it; clients that ask for too many are in production",
    ),
    WEBHOOK_IDS: Reading(
        "What are ids in the payload of a webhook?",
        {"numbers": "JSON numbers", "text": "text, as everywhere else"},
        "numbers",
        "samples kept by two receivers in production show numbers; a program that reads numbers reads text as well, and one"
        " that takes them for floating point is found out",
    ),
    WEBHOOK_TEST: Reading(
        'Does a new webhook send a first delivery, with the body {"payload":""}?',
        {"silent": "no", "sent": "yes"},
        "silent",
        "one client in production leaves such a delivery alone, nobody has recorded one",
    ),
    WEBHOOK_ALONE: Reading(
        "Does a webhook fire that has no events of its own and that no workflow rule uses?",
        {"created": "yes, when a record of its entity is made", "silent": "no"},
        "created",
        "one client in production makes no rule and waits for new records; others always make a rule, and do not notice",
    ),
}


def check_readings(chosen: Mapping[str, str]) -> None:
    """Raise ValueError, saying what there is, for a reading or a choice that there is not."""
    for name, choice in chosen.items():
        reading = READINGS.get(name)
        if reading is None:
            raise ValueError(f"there is no reading {name!r}; there are {', '.join(READINGS)}")
        if choice not in reading.choices:
            raise ValueError(f"{name} is read as {', '.join(reading.choices)}, not as {choice!r}")


def read_as(chosen: Mapping[str, str], name: str) -> str:
    """Return how a question is read: as chosen, else as its default."""
    return chosen.get(name) or READINGS[name].default
