"""Documents seen as journals: what each of them posts, on either basis."""

from tests.vendors.zoho_books.emulator.conftest import Api, Json


def view(api: Api, identity: str, entity: str, **query: str) -> Json:
    found: Json = api.get(f"/transactions/{identity}/journals", entity_type=entity, **query)["journal"]
    return found


def sides(journal: Json) -> set[tuple[str, str, float]]:
    return {(line["account_name"], line["debit_or_credit"], float(line["amount"])) for line in journal["line_items"]}


def test_an_invoice_shows_what_it_posts_and_a_draft_nothing(api: Api) -> None:
    customer = api.customer()
    draft = api.invoice(customer, 100, sent=False)["invoice_id"]
    assert (view(api, draft, "invoice")["line_items"], view(api, draft, "invoice")["status"]) == ([], "draft")
    assert api("POST", f"/invoices/{draft}/status/sent").code == 0
    shown = view(api, draft, "invoice")
    assert sides(shown) == {("Accounts Receivable", "debit", 100), ("Sales", "credit", 100)}
    assert (shown["total"], shown["bcy_total"], shown["status"]) == (100, 100, "published")


def test_on_a_cash_basis_an_invoice_counts_as_far_as_it_is_paid(api: Api) -> None:
    customer = api.customer()
    invoice = api.invoice(customer, 100)["invoice_id"]
    assert view(api, invoice, "invoice", report_basis="cash")["line_items"] == []
    applied = [{"invoice_id": invoice, "amount_applied": 40}]
    paid = api.made("/customerpayments", {"customer_id": customer, "amount": 40, "invoices": applied}, "payment")
    shown = view(api, invoice, "invoice", report_basis="cash")
    assert sides(shown) == {("Accounts Receivable", "debit", 40), ("Sales", "credit", 40)}
    assert (shown["total"], shown["bcy_total"], shown["journal_type"]) == (40, 40, "Cash")
    assert ("Undeposited Funds", "debit", 40) in sides(view(api, paid["payment_id"], "customer_payment"))


def test_what_is_no_document_of_the_type_is_refused(api: Api) -> None:
    invoice = api.invoice(api.customer())["invoice_id"]
    path = f"/transactions/{invoice}/journals"
    assert api("GET", path, entity_type="bill").code == 1002
    assert api("GET", path, entity_type="mystery").code == 2
    assert api("GET", path, entity_type="invoice", report_basis="hope").code == 2
