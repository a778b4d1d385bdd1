"""Number sequences of documents and the command about them. No number is drawn here."""

import msgspec

from tallystick.books.documents.document import Document, Given, Target


class Sequence(Document, frozen=True, kw_only=True, gc=False):
    """How a kind of document is numbered; `id` is that kind. `INV-` with 6 digits and next 7 gives INV-000007."""

    prefix: str = ""
    suffix: str = ""
    digits: int = 0
    next_value: int = 1


class UpdateSequence(Target, frozen=True, kw_only=True):
    """Change how a kind of document (`id`: invoice, payment, credit_note, journal) is numbered from now on."""

    prefix: Given[str] = msgspec.UNSET
    suffix: Given[str] = msgspec.UNSET
    digits: Given[int] = msgspec.UNSET
    next_value: Given[int] = msgspec.UNSET
