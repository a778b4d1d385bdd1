"""What all priced documents from a vendor share; the priced document itself is in `sales`. No single document."""

from tallystick.books.documents.sales import SalesDocument, SalesFields


class PurchaseDocument(SalesDocument, frozen=True, kw_only=True, gc=False):
    """A priced document with a vendor as its contact; what is charged lands in accounts of cost instead of income."""


class PurchaseFields(SalesFields, frozen=True, kw_only=True):
    """What may be said of a priced document from a vendor; lines take an item's purchase price and account."""
