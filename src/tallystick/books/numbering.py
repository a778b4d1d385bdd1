"""How documents get their numbers: from a sequence, or as the user says. No document is made here."""

from typing import Final

from msgspec import UnsetType
from msgspec.structs import replace

from tallystick.books.change import Kind
from tallystick.books.documents.document import Given
from tallystick.books.documents.sequence import Sequence
from tallystick.books.refusal import Reason, Refused
from tallystick.books.work import Work

NUMBER_LENGTH_MAX: Final = 100
SKIPS_MAX: Final = 1_000_000
"""Numbers in a row that users may have taken by hand before a sequence gives up."""


def format_number(sequence: Sequence, value: int) -> str:
    """Return a sequence's number for a value: `INV-` with 6 digits and 7 is INV-000007."""
    return f"{sequence.prefix}{value:0{sequence.digits}d}{sequence.suffix}"


def next_number(work: Work, kind: Kind) -> tuple[str, int]:
    """Return the next free number of a kind and the sequence's value behind it; numbers taken by hand are skipped."""
    sequence: Sequence = work.find(Kind.SEQUENCE, kind.value, "sequence")
    for value in range(sequence.next_value, sequence.next_value + SKIPS_MAX):
        number = format_number(sequence, value)
        if not work.holder(kind, "number", number):
            return number, value
    raise Refused(Reason.DUPLICATE_NUMBER, field="number", value=sequence.prefix)


def take_number(work: Work, kind: Kind, wanted: Given[str], *, own_id: str = "", current: str = "") -> str:
    """Return the number a document is to carry, drawing from the sequence when none is wanted.

    Raises Refused when the wanted number is taken or too long.
    """
    if isinstance(wanted, UnsetType) or not wanted.strip():
        if current:
            return current
        number, value = next_number(work, kind)
        sequence: Sequence = work.find(Kind.SEQUENCE, kind.value)
        work.put(Kind.SEQUENCE, replace(sequence, next_value=value + 1, modified_at=work.now))
        return number
    wanted = wanted.strip()
    if len(wanted) > NUMBER_LENGTH_MAX:
        raise Refused(Reason.TOO_LONG, field="number", length=len(wanted), length_max=NUMBER_LENGTH_MAX)
    work.refuse_taken(kind, "number", wanted, own_id=own_id, reason=Reason.DUPLICATE_NUMBER)
    return wanted
