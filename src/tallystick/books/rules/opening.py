"""Opening a book, its settings and its number sequences. No document of trade lives here."""

from typing import Final

from msgspec.structs import replace

from tallystick.books.calendar import time_zone
from tallystick.books.change import Kind
from tallystick.books.chart import CURRENCIES, DEFAULT_CHART, OPENING_CURRENCIES, OPENING_SEQUENCES
from tallystick.books.documents.account import Account
from tallystick.books.documents.currency import Currency
from tallystick.books.documents.sequence import Sequence, UpdateSequence
from tallystick.books.documents.settings import BookSettings, OpenBook, UpdateSettings
from tallystick.books.numbering import NUMBER_LENGTH_MAX
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import Rule, given, new_stamp, stamp
from tallystick.books.work import Work

DIGITS_MAX: Final = 20
LINES_MAX: Final = 10_000
APPROVALS_MAX: Final = 10
_BOUNDS: Final = (
    ("fiscal_year_start_month", 1, 12),
    ("lines_max", 1, LINES_MAX),
    ("approvals_needed", 0, APPROVALS_MAX),
)


def open_book(work: Work, _: OpenBook) -> BookSettings:
    """Make the currencies, the chart of accounts and the sequences of a new book."""
    if next(work.all(Kind.ACCOUNT), None) is not None:
        raise Refused(Reason.ALREADY_OPEN)
    made = new_stamp(work)
    settings = _checked(replace(work.settings, **made))
    work.put(Kind.SETTINGS, settings)
    for code in dict.fromkeys((settings.base_currency, *OPENING_CURRENCIES)):
        if code not in CURRENCIES:
            raise Refused(Reason.UNKNOWN_ID, field="base_currency", code=code)
        name, symbol, places = CURRENCIES[code]
        currency = Currency(id=work.new_id(), code=code, name=name, symbol=symbol, places=places, **made)
        work.put(Kind.CURRENCY, currency)
    for name, account_type, part in DEFAULT_CHART:
        work.put(Kind.ACCOUNT, Account(id=work.new_id(), name=name, type=account_type, system=part, **made))
    for kind, (prefix, digits) in OPENING_SEQUENCES.items():
        work.put(Kind.SEQUENCE, Sequence(id=kind, prefix=prefix, digits=digits, **made))
    return settings


def _checked(settings: BookSettings) -> BookSettings:
    """Return settings that make sense; raise Refused for the first that does not."""
    time_zone(settings.time_zone)
    for field, low, high in _BOUNDS:
        if not low <= getattr(settings, field) <= high:
            raise Refused(Reason.BAD_AMOUNT, field=field, amount=getattr(settings, field), low=low, high=high)
    if settings.round_off_increment <= 0:
        raise Refused(Reason.BAD_AMOUNT, field="round_off_increment", amount=str(settings.round_off_increment))
    return settings


def update_settings(work: Work, command: UpdateSettings) -> BookSettings:
    """Change the organisation's choices for documents to come."""
    settings = _checked(replace(work.settings, **given(command), **stamp(work)))
    work.put(Kind.SETTINGS, settings)
    return settings


def update_sequence(work: Work, command: UpdateSequence) -> Sequence:
    """Change how a kind of document is numbered from now on."""
    old: Sequence = work.find(Kind.SEQUENCE, command.id)
    new = replace(old, **given(command), **stamp(work))
    if not 0 <= new.digits <= DIGITS_MAX:
        raise Refused(Reason.BAD_AMOUNT, field="digits", amount=new.digits, low=0, high=DIGITS_MAX)
    if new.next_value < 0:
        raise Refused(Reason.NEGATIVE_AMOUNT, field="next_value", amount=new.next_value)
    if len(new.prefix) + len(new.suffix) + max(new.digits, DIGITS_MAX) > NUMBER_LENGTH_MAX:
        raise Refused(Reason.TOO_LONG, field="prefix", length_max=NUMBER_LENGTH_MAX)
    work.put(Kind.SEQUENCE, new)
    return new


RULES: Final[dict[type, Rule]] = {
    OpenBook: open_book,
    UpdateSettings: update_settings,
    UpdateSequence: update_sequence,
}
