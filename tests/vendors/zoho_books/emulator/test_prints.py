"""Documents on paper: every noun as PDF and as a page, many together, and what no font has."""

import re
import zlib

import pytest

from tallystick.vendors.zoho_books.emulator.printing import FORMS, latin
from tallystick.vendors.zoho_books.emulator.prints import MANY
from tests.vendors.zoho_books.emulator.conftest import Api, Reply
from tests.vendors.zoho_books.emulator.nouns import make

PDF = "application/pdf;charset=UTF-8"


def words(pdf: bytes) -> str:
    """Return the texts that a PDF draws, in order."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    drawn = b"".join(zlib.decompress(stream) for stream in streams if stream.startswith(b"x\x9c"))
    parts = re.findall(rb"\(((?:\\.|[^()\\])*)\) ?Tj", drawn)
    return " ".join(re.sub(rb"\\(.)", rb"\1", part).decode("cp1252") for part in parts)


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b(?!s)", pdf))


@pytest.mark.parametrize("path", FORMS)
def test_a_document_is_read_as_a_pdf_with_its_number_and_total(api: Api, path: str) -> None:
    made = make(api, path)
    number, total = made[FORMS[path].number], made[FORMS[path].total]
    party = made[FORMS[path].party]
    asked = (
        api("GET", f"{path}/{made['id']}", accept="pdf"),
        api("GET", f"{path}/{made['id']}", print="true"),
        api.send("GET", f"{path}/{made['id']}", b"", {"accept": "application/pdf"}),
    )
    for reply in asked:
        assert (reply.status, reply.headers["content-type"]) == (200, PDF)
        assert reply.headers["content-disposition"] == f'attachment; filename="{number}.pdf"'
        shown = words(reply.raw)
        assert reply.raw.startswith(b"%PDF-")
        for text in (FORMS[path].title, number, party, f"{total:,.2f}", "USD"):
            assert text in shown


@pytest.mark.parametrize("path", FORMS)
def test_a_document_is_read_as_a_page_in_which_nothing_runs(api: Api, path: str) -> None:
    made = make(api, path)
    changed = api("PUT", f"{path}/{made['id']}", {"notes": "<script>alert(1)</script>", "reference_number": "<b>&"})
    assert changed.status == 200
    reply = api("GET", f"{path}/{made['id']}", accept="html")
    page = reply.raw.decode()
    assert reply.headers["content-type"] == "text/html;charset=UTF-8"
    assert str(made[FORMS[path].number]) in page
    assert "<script" not in page
    assert "<b>" not in page


@pytest.mark.parametrize("path", FORMS)
def test_a_document_is_json_unless_another_medium_is_meant(api: Api, path: str) -> None:
    made = make(api, path)
    for header in ("", "*/*", "application/json", "text/html,application/xhtml+xml,*/*;q=0.8"):
        reply = api.send("GET", f"{path}/{made['id']}", b"", {"accept": header})
        assert reply.headers["content-type"].startswith("application/json")
    assert api("GET", f"{path}/{made['id']}", accept="docx").code == 2


@pytest.mark.parametrize(("path", "medium"), [(module.path, medium) for module, media, _ in MANY for medium in media])
def test_several_documents_are_printed_together(api: Api, path: str, medium: str) -> None:
    [(module, most)] = [(module, most) for module, _, most in MANY if module.path == path]
    made = [make(api, path) for _ in range(3)]
    ids = f"{module.identity}s"

    def asked(*identities: str, **query: str) -> Reply:
        return api("GET", f"{path}/{medium}", **{ids: ",".join(identities)}, **query)

    reply = asked(*[one["id"] for one in made])
    assert (reply.status, reply.headers["content-type"], pages(reply.raw)) == (200, PDF, 3)
    assert all(one[FORMS[path].number] in words(reply.raw) for one in made)
    assert b"<article>" in asked(made[0]["id"], accept="html").raw
    assert asked().code == 2
    assert asked(made[0]["id"], "999").code == 1002
    known = [make(api, path)["id"] for _ in range(most - 2 if most < 100 else 0)]
    if known:
        assert asked(*[one["id"] for one in made], *known).code == 2


def test_packing_slips_and_delivery_notes_show_what_and_not_for_how_much(api: Api) -> None:
    made = make(api, "/invoices")
    path = f"/invoices/{made['id']}"
    together = api("GET", "/invoices/deliverynotes", invoice_ids=f"{made['id']},{make(api, '/invoices')['id']}")
    assert pages(together.raw) == 2
    for sheet, title in (("packingslip", "Packing Slip"), ("deliverynote", "Delivery Note")):
        shown = words(api("GET", f"{path}/{sheet}/print").raw)
        assert title in shown
        assert "Desk 2" in shown
        assert "25.00" not in shown
    copies = api("GET", "/invoices/packingslips", invoice_ids=made["id"], no_of_copies="2")
    assert pages(copies.raw) == 2
    for wrong in ("0", "11", "x", "9" * 30):
        assert api("GET", "/invoices/packingslips", invoice_ids=made["id"], no_of_copies=wrong).code == 2


def test_a_document_in_another_script_is_printed_with_what_the_fonts_have(api: Api) -> None:
    lines = [{"name": "日本語 стол", "description": "한국어 🙂 x\u0301", "rate": 3, "quantity": 1}]
    made = make(api, "/invoices", line_items=lines, notes="نص عربي", reference_number="Ł-1 €5")
    reply = api("GET", f"/invoices/{made['id']}", accept="pdf")
    assert (reply.status, "?-1 €5" in words(reply.raw)) == (200, True)
    assert "日本語" in api("GET", f"/invoices/{made['id']}", accept="html").raw.decode()


def test_a_long_document_goes_on_over_its_pages(api: Api) -> None:
    lines = [{"name": f"Part {number}", "description": "long " * 200, "rate": 1, "quantity": 1} for number in range(60)]
    made = make(api, "/invoices", line_items=lines)
    reply = api("GET", f"/invoices/{made['id']}", accept="pdf")
    assert pages(reply.raw) > 1
    assert "Part 59" in words(reply.raw)


@pytest.mark.parametrize(
    ("text", "printed"),
    [("Müller & Söhne", "Müller & Söhne"), ("Čapek", "Capek"), ("€", "€"), ("漢字", "??"), ("a\x00b", "ab")],
)
def test_a_text_is_printed_in_the_letters_the_fonts_have(text: str, printed: str) -> None:
    assert latin(text) == printed
