"""How money or credit meets a document: applications and refunds, alike for every source. No source lives here."""

import datetime as dt
from decimal import Decimal

import msgspec


class Application(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A part of a payment or credit note set against an open document, in the document's currency.

    `withheld` is tax the payer kept back, which settles the document beside `amount`. `base_amount` is what the
    document's balance falls by in the base currency (at the document's rate, `withheld` included), `source_base` what
    the source gives up (at the source's rate): the two differ by the realised gain or loss.
    """

    id: str
    document_id: str
    date: dt.date
    amount: Decimal
    withheld: Decimal = Decimal(0)
    withheld_base: Decimal = Decimal(0)
    base_amount: Decimal
    source_base: Decimal


class Refund(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Money given back from a payment's unused amount or a credit note's balance.

    `base_amount` leaves the account at the refund's rate, `source_base` leaves the source at the source's rate.
    """

    id: str
    date: dt.date
    amount: Decimal
    account_id: str
    exchange_rate: Decimal
    base_amount: Decimal
    source_base: Decimal
    mode: str = ""
    reference: str = ""
    description: str = ""


class ApplicationFields(
    msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True, forbid_unknown_fields=True
):
    """An application as a command asks for it; the date is the source's own on create, else today."""

    document_id: str
    amount: Decimal
    withheld: Decimal = Decimal(0)
    date: dt.date | None = None
