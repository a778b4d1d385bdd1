"""Documents on paper: what is printed of each noun, and the PDF or the page that shows it.

What is printed is read from a document's wire form, so a paper never says what the wire does not. Which operations
print is in `prints`; nothing is decided or summed here.
"""

import html
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

import msgspec

from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.files import disposition
from tallystick.vendors.zoho_books.emulator.wire import Response

if TYPE_CHECKING:
    from fpdf import FPDF

TEXT_LENGTH_MAX: Final = 500
"""Characters printed of one text; the wire has the rest."""
LINES_MAX: Final = 500
ENCODING: Final = "windows-1252"
"""What the fonts every PDF reader has can show; a letter they lack is printed without its accent, else as `?`."""
MARGIN: Final = 15
DATES: Final = (("Date", "date"), ("Reference", "reference_number"))
PARTS: Final = (
    ("Sub Total", "sub_total"),
    ("Discount", "discount_total"),
    ("Shipping", "shipping_charge"),
    ("Adjustment", "adjustment"),
    ("Round Off", "roundoff_value"),
)

Detail = dict[str, Any]


class Medium(StrEnum):
    """What a document is asked for as."""

    JSON = "json"
    PDF = "pdf"
    HTML = "html"


class Form(msgspec.Struct, frozen=True):
    """What is printed of one noun, by the keys of its wire form.

    `facts` are labels and keys beside the number. `sums` are further figures below the total. `priced` says that lines
    show their prices: a packing slip's do not.
    """

    title: str
    number: str
    party: str = "customer_name"
    facts: tuple[tuple[str, str], ...] = DATES
    total: str = "total"
    sums: tuple[tuple[str, str], ...] = ()
    address: str = "billing_address"
    priced: bool = True


DUE: Final = (("Due Date", "due_date"),)
BALANCE: Final = (("Balance Due", "balance"),)
FORMS: Final[dict[str, Form]] = {
    "/invoices": Form("Invoice", "invoice_number", facts=(*DATES, *DUE), sums=BALANCE),
    "/estimates": Form("Quote", "estimate_number", facts=(*DATES, ("Expiry Date", "expiry_date"))),
    "/salesorders": Form("Sales Order", "salesorder_number", facts=(*DATES, ("Shipment Date", "shipment_date"))),
    "/salesreceipts": Form("Sales Receipt", "receipt_number"),
    "/retainerinvoices": Form("Retainer Invoice", "retainerinvoice_number"),
    "/deliverychallans": Form("Delivery Challan", "deliverychallan_number", address="shipping_address"),
    "/creditnotes": Form("Credit Note", "creditnote_number", sums=(("Credits Remaining", "balance"),)),
    "/customerpayments": Form("Payment Receipt", "payment_number", total="amount"),
    "/bills": Form("Bill", "bill_number", "vendor_name", facts=(*DATES, *DUE), sums=BALANCE),
    "/purchaseorders": Form(
        "Purchase Order", "purchaseorder_number", "vendor_name", facts=(*DATES, ("Delivery Date", "delivery_date"))
    ),
    "/vendorcredits": Form("Vendor Credit", "vendor_credit_number", "vendor_name"),
    "/vendorpayments": Form("Payment Made", "payment_number", "vendor_name", total="amount"),
}
"""The nouns that can be printed, by their paths."""
PACKING_SLIP: Final = Form("Packing Slip", "invoice_number", address="shipping_address", priced=False)
DELIVERY_NOTE: Final = Form("Delivery Note", "invoice_number", address="shipping_address", priced=False)


def medium_of(call: Call) -> Medium:
    """Return what a call asks for: `accept` in the query, then `print=true`, then the header, and only if it is exact.

    Raises Refused (code 2) for a medium that is not printed.
    """
    asked = call.query.get("accept", "").strip().lower()
    if asked:
        if asked not in set(Medium):
            raise Refused("invalid_value", field="accept")
        return Medium(asked)
    if call.query.get("print", "").lower() == "true":
        return Medium.PDF
    header = call.headers.get("accept", "").strip().lower()
    return {"application/pdf": Medium.PDF, "text/html": Medium.HTML}.get(header, Medium.JSON)


def printed(call: Call, form: Form, details: Sequence[Detail], medium: Medium, *, name: str = "") -> Answer:
    """Return documents on paper, each on a page of its own; the file is named for the only one, or by `name`."""
    papers = [_paper(call, form, detail) for detail in details]
    if medium is Medium.HTML:
        body = _page(papers).encode()
        return Answer(raw=Response(200, (("Content-Type", "text/html;charset=UTF-8"),), body))
    headers = (
        ("Content-Type", "application/pdf;charset=UTF-8"),
        ("Content-Disposition", disposition(name or file_name(form, details[0]))),
    )
    return Answer(raw=Response(200, headers, _pdf(call, papers)))


def file_name(form: Form, detail: Detail) -> str:
    """Return what the PDF of a document is called (documented: `INV-384.pdf`)."""
    number = str(detail.get(form.number) or form.title)
    return f"{''.join('-' if each in _SEPARATORS else each for each in number)}.pdf"


_SEPARATORS: Final = frozenset('/\\:*?"<>|')


class _Paper(msgspec.Struct, frozen=True):
    """One document as texts: who sends it to whom, its facts, its lines with a heading, and its sums."""

    title: str
    sender: str
    party: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    heading: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    sums: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


def _paper(call: Call, form: Form, detail: Detail) -> _Paper:
    facts = (("Number", form.number), *form.facts)
    place = detail.get(form.address)
    return _Paper(
        title=form.title,
        sender=call.organization.settings.name,
        party=(str(detail.get(form.party, "")), *(_address(place) if isinstance(place, dict) else ())),
        facts=tuple((label, text) for label, key in facts if (text := _text(detail.get(key, "")))),
        heading=("Item", "Quantity", "Rate", "Amount") if form.priced else ("Item", "Quantity"),
        lines=tuple(_line(form, detail, line) for line in (detail.get("line_items") or ())[:LINES_MAX]),
        sums=tuple(_sums(form, detail)) if form.priced else (),
        notes=tuple(text for key in ("notes", "terms") if (text := _text(detail.get(key, "")))),
    )


def _address(place: dict[str, Any]) -> tuple[str, ...]:
    street = (place.get("attention", ""), place.get("address", ""), place.get("street2", ""))
    town = " ".join(text for key in ("zip", "city", "state") if (text := _text(place.get(key, ""))))
    return tuple(text for each in (*street, town, place.get("country", "")) if (text := _text(each)))


def _text(value: Any) -> str:
    shown = "" if value is None else str(value)
    return " ".join(shown.split())[:TEXT_LENGTH_MAX]


def _money(detail: Detail, value: Any) -> str:
    """Return an amount with its currency's places; what is no amount is an empty text."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return ""
    places = detail.get("price_precision")
    return f"{value:,.{places if isinstance(places, int) else 2}f}"


def _quantity(value: Any) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def _line(form: Form, detail: Detail, line: Detail) -> tuple[str, ...]:
    words = (_text(line.get("name", "")), _text(line.get("description", "")))
    item = ", ".join(dict.fromkeys(each for each in words if each))
    counted = (item, _quantity(line.get("quantity", "")))
    if not form.priced:
        return counted
    return (*counted, _money(detail, line.get("rate")), _money(detail, line.get("item_total")))


def _sums(form: Form, detail: Detail) -> Iterable[tuple[str, str]]:
    """Yield the figures below the lines: the parts that are not zero, the taxes, the total and what is left."""
    for label, key in PARTS:
        if detail.get(key):
            yield label, _money(detail, detail[key])
    for tax in detail.get("taxes") or ():
        yield _text(tax.get("tax_name", "")), _money(detail, tax.get("tax_amount"))
    currency = _text(detail.get("currency_code", ""))
    yield f"Total ({currency})", _money(detail, detail.get(form.total))
    for label, key in form.sums:
        yield label, _money(detail, detail.get(key))


def _page(papers: Iterable[_Paper]) -> str:
    """Return papers as one HTML page without anything that runs or loads."""
    return "".join(
        ['<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Documents</title></head><body>']
        + [_article(paper) for paper in papers]
        + ["</body></html>"]
    )


def _article(paper: _Paper) -> str:
    facts = "".join(_row((label, text)) for label, text in paper.facts)
    lines = "".join(_row(line) for line in paper.lines)
    sums = "".join(_row(each) for each in paper.sums)
    party = "<br>".join(html.escape(each) for each in paper.party)
    notes = "".join(f"<p>{html.escape(each)}</p>" for each in paper.notes)
    return (
        f"<article><h1>{html.escape(paper.title)}</h1><p>{html.escape(paper.sender)}</p>"
        f"<address>{party}</address><table>{facts}</table>"
        f"<table>{_row(paper.heading, 'th')}{lines}</table><table>{sums}</table>{notes}</article>"
    )


def _row(cells: Iterable[str], tag: str = "td") -> str:
    return f"<tr>{''.join(f'<{tag}>{html.escape(cell)}</{tag}>' for cell in cells)}</tr>"


def latin(text: str) -> str:
    """Return a text in the letters the fonts have: accents that are not among them go, other scripts become `?`."""
    shown = []
    for each in (one for one in text if unicodedata.category(one)[0] != "C"):
        for part in (each, unicodedata.normalize("NFKD", each)):
            letters = "".join(letter for letter in part if not unicodedata.combining(letter))
            if letters and letters.encode(ENCODING, "ignore").decode(ENCODING) == letters:
                shown.append(letters)
                break
        else:
            shown.append("" if unicodedata.combining(each) else "?")
    return "".join(shown)


def _pdf(call: Call, papers: Iterable[_Paper]) -> bytes:
    from fpdf import FPDF  # noqa: PLC0415 - a sandbox that prints nothing does not pay for it

    pdf = FPDF(format="A4")
    pdf.core_fonts_encoding = ENCODING
    pdf.set_margin(MARGIN)
    pdf.set_creation_date(call.now)
    pdf.set_title(latin(call.organization.settings.name))
    for paper in papers:
        pdf.add_page()
        _draw(pdf, paper)
    return bytes(pdf.output())


def _draw(pdf: "FPDF", paper: _Paper) -> None:
    pdf.set_font("Helvetica", "B", 18)
    _write(pdf, paper.title, 10)
    pdf.set_font("Helvetica", size=10)
    _write(pdf, paper.sender, 6)
    pdf.ln(4)
    for each in paper.party:
        _write(pdf, each, 5)
    pdf.ln(4)
    for label, text in paper.facts:
        _write(pdf, f"{label}: {text}", 5)
    pdf.ln(4)
    if paper.lines:
        # The narrow columns hold a long amount; the lines wrap in the wide one.
        widths = (88, 24, 34, 34) if len(paper.heading) == 4 else (140, 40)
        aligns = ("LEFT", *("RIGHT",) * (len(widths) - 1))
        with pdf.table(col_widths=widths, text_align=aligns) as table:
            for cells in (paper.heading, *paper.lines):
                table.row([latin(cell) for cell in cells])
    pdf.ln(4)
    for label, text in paper.sums:
        _write(pdf, f"{label}    {text}", 6, align="R")
    pdf.ln(4)
    for each in paper.notes:
        _write(pdf, each, 5)


def _write(pdf: "FPDF", text: str, height: float, *, align: str = "L") -> None:
    pdf.multi_cell(0, height, latin(text), align=align, new_x="LMARGIN", new_y="NEXT")
