"""Given these bills, payments, credits, expenses and orders of vendors, these balances."""

import datetime as dt
from typing import Any

import msgspec
import pytest

from tallystick.books import lifecycle
from tallystick.books.book import Book
from tallystick.books.change import DOCUMENTS, Change, Kind
from tallystick.books.documents.application import ApplicationFields
from tallystick.books.documents.bill import Bill, CreateBill, DeleteBill, MarkBillOpen, UpdateBill, VoidBill
from tallystick.books.documents.contact import ContactRole, DeleteContact
from tallystick.books.documents.expense import CreateExpense, DeleteExpense, ExpenseLineFields, UpdateExpense
from tallystick.books.documents.invoice import DeleteInvoice, VoidInvoice
from tallystick.books.documents.item import CreateItem, ItemKind
from tallystick.books.documents.line import LineFields
from tallystick.books.documents.purchase_order import (
    CancelPurchaseOrder,
    CreatePurchaseOrder,
    DeletePurchaseOrder,
    PurchaseOrder,
    PurchaseOrderState,
    UpdatePurchaseOrder,
)
from tallystick.books.documents.settings import DiscountLevel
from tallystick.books.documents.vendor_credit import (
    ApplyVendorCredit,
    CreateVendorCredit,
    RefundVendorCredit,
    UnapplyVendorCredit,
    VoidVendorCredit,
)
from tallystick.books.documents.vendor_payment import (
    ApplyVendorPayment,
    CreateVendorPayment,
    DeleteVendorPayment,
    DeleteVendorPaymentRefund,
    RefundVendorPayment,
    UnapplyVendorPayment,
    UpdateVendorPayment,
)
from tallystick.books.refusal import Reason
from tests.books.company import Company, D, amounts, line, off, parts

LATER = dt.date(2026, 4, 1)


class Buyer(Company):
    """A company with a vendor it buys from."""

    def __init__(self) -> None:
        super().__init__()
        self.paper = self.customer("Paper Mill", role=ContactRole.VENDOR)
        self.rent = self.account("Rent Expense")
        self.count = 0

    def cost(self, quantity: str = "1", rate: str = "100", **fields: Any) -> LineFields:
        return line(quantity, rate, account_id=self.rent, **fields)

    def bill(self, *lines: LineFields, **fields: Any) -> Bill:
        self.count += 1
        fields = {"contact_id": self.paper.id, "number": f"B-{self.count}", **fields}
        bill: Bill = self.do(CreateBill(lines=lines or (self.cost(),), **fields))
        return bill

    def pay(self, amount: str, *applied: tuple[Any, str], **fields: Any) -> Any:
        fields = {"contact_id": self.paper.id, "applications": parts(applied), **fields}
        return self.do(CreateVendorPayment(amount=D(amount), **fields))

    def credit(self, *lines: LineFields, **fields: Any) -> Any:
        return self.do(CreateVendorCredit(contact_id=self.paper.id, lines=lines or (self.cost(),), **fields))

    def owed(self) -> tuple[Any, Any]:
        found = self.book.payable(self.paper.id)
        return found.outstanding_base, found.unused_credits_base

    def status(self, bill: Bill) -> str:
        return lifecycle.bill_status(self.book.table(Kind.BILL)[bill.id], self.book.today()).value


@pytest.fixture
def buyer() -> Buyer:
    return Buyer()


def test_a_bill_is_cost_and_owed_and_its_tax_is_reclaimed(buyer: Buyer) -> None:
    bill = buyer.bill(buyer.cost("2", "50", tax_id=buyer.tax("20")))
    assert buyer.balances() == amounts(Accounts_Payable="-120", Rent_Expense="100", Tax_Payable="20")
    assert buyer.owed() == (D(120), D(0))
    assert buyer.status(bill) == "open"


def test_a_discount_on_a_bill_shows_beside_its_cost(buyer: Buyer) -> None:
    buyer.bill(discount=off("10%"), discount_level=DiscountLevel.DOCUMENT, adjustment=D(5))
    assert buyer.balances() == amounts(
        Accounts_Payable="-95", Rent_Expense="100", Purchase_Discounts="-10", Other_Charges="5"
    )


def test_an_item_bought_brings_its_purchase_price_and_account(buyer: Buyer) -> None:
    item = buyer.do(
        CreateItem(
            name="Paper", rate=D(9), purchase_rate=D(4), kind=ItemKind.SALES_AND_PURCHASES,
            purchase_account_id=buyer.account("Office Supplies"), purchase_description="bought",
        )
    )  # fmt: skip
    bill = buyer.bill(LineFields(item_id=item.id, quantity=D(3)))
    assert (bill.lines[0].description, bill.totals.total) == ("bought", D(12))
    assert buyer.balances() == amounts(Accounts_Payable="-12", Office_Supplies="12")
    sold = buyer.do(CreateItem(name="Advice", rate=D(9)))
    buyer.refused(
        CreateBill(contact_id=buyer.paper.id, number="X", lines=(LineFields(item_id=sold.id),)), Reason.WRONG_ROLE
    )


def test_void_edit_and_deletion_of_a_bill_reverse_exactly(buyer: Buyer) -> None:
    bill = buyer.bill()
    buyer.do(UpdateBill(id=bill.id, lines=(buyer.cost("1", "70"),)))
    assert buyer.balances() == amounts(Accounts_Payable="-70", Rent_Expense="70")
    buyer.do(VoidBill(id=bill.id))
    assert buyer.balances() == {}
    assert buyer.status(bill) == "void"
    buyer.do(MarkBillOpen(id=bill.id))
    assert buyer.owed() == (D(70), D(0))
    buyer.do(DeleteBill(id=bill.id))
    assert buyer.balances() == {}


def test_a_bill_number_is_required_and_used_once_per_vendor_case_and_outer_spaces_aside(buyer: Buyer) -> None:
    bill = buyer.bill(number="INV-7a")
    lines = (buyer.cost(),)
    buyer.refused(CreateBill(contact_id=buyer.paper.id, number=" inv-7A ", lines=lines), Reason.DUPLICATE_NUMBER)
    buyer.refused(CreateBill(contact_id=buyer.paper.id, lines=lines), Reason.REQUIRED)
    other = buyer.customer("Other Mill", role=ContactRole.VENDOR)
    buyer.bill(contact_id=other.id, number="INV-7a")
    buyer.bill(number="INV7a")
    buyer.do(UpdateBill(id=bill.id, number="INV-7A"))


def test_a_line_of_a_bill_needs_an_account_of_cost(buyer: Buyer) -> None:
    refused = buyer.refused(CreateBill(contact_id=buyer.paper.id, number="1", lines=(line(),)), Reason.REQUIRED)
    assert refused.field == "lines[0].account_id"
    receivable = line(account_id=buyer.account("Accounts Receivable"))
    buyer.refused(CreateBill(contact_id=buyer.paper.id, number="1", lines=(receivable,)), Reason.ACCOUNT_TYPE)


def test_a_customer_is_not_billed_by_and_a_vendor_not_deleted_with_bills(buyer: Buyer) -> None:
    buyer.refused(CreateBill(contact_id=buyer.acme.id, number="1", lines=(buyer.cost(),)), Reason.WRONG_ROLE)
    buyer.bill()
    buyer.refused(DeleteContact(id=buyer.paper.id), Reason.IN_USE)


def test_tax_withheld_from_a_vendor_is_owed_to_the_authority_and_holds_the_bill_fast(buyer: Buyer) -> None:
    bill = buyer.bill()
    applied = ApplicationFields(document_id=bill.id, amount=D(0), withheld=D(10))
    payment = buyer.do(CreateVendorPayment(contact_id=buyer.paper.id, amount=D(0), applications=(applied,)))
    assert buyer.status(bill) == "partially_paid"
    assert buyer.balances() == amounts(Rent_Expense="100", Tax_Payable="-10", Accounts_Payable="-90")
    buyer.refused(VoidBill(id=bill.id), Reason.HAS_PAYMENTS)
    buyer.do(DeleteVendorPayment(id=payment.id))
    assert buyer.balances() == amounts(Rent_Expense="100", Accounts_Payable="-100")


def test_a_bill_paid_in_parts_goes_through_its_statuses(buyer: Buyer) -> None:
    bill = buyer.bill(due_date=dt.date(2026, 3, 20))
    first = buyer.pay("40", (bill, "40"))
    assert buyer.status(bill) == "partially_paid"
    assert buyer.balances() == amounts(Accounts_Payable="-60", Rent_Expense="100", Undeposited_Funds="-40")
    buyer.at(LATER)
    assert buyer.status(bill) == "overdue"
    buyer.pay("60", (bill, "60"))
    assert buyer.status(bill) == "paid"
    assert buyer.owed() == (D(0), D(0))
    for command in (DeleteBill(id=bill.id), VoidBill(id=bill.id), UpdateBill(id=bill.id, notes="x")):
        buyer.refused(command, Reason.HAS_PAYMENTS)
    buyer.do(DeleteVendorPayment(id=first.id))
    assert buyer.owed() == (D(40), D(0))


def test_money_paid_ahead_is_an_advance_until_it_meets_a_bill(buyer: Buyer) -> None:
    payment = buyer.pay("150", account_id=buyer.account("Petty Cash"))
    assert buyer.balances() == amounts(Prepaid_Expenses="150", Petty_Cash="-150")
    assert buyer.owed() == (D(0), D(150))
    bill = buyer.bill()
    buyer.do(ApplyVendorPayment(id=payment.id, applications=parts([(bill, "100")])))
    assert buyer.balances() == amounts(Prepaid_Expenses="50", Petty_Cash="-150", Rent_Expense="100")
    held = buyer.book.table(Kind.VENDOR_PAYMENT)[payment.id]
    buyer.do(UnapplyVendorPayment(id=payment.id, application_id=held.applications[0].id))
    assert buyer.owed() == (D(100), D(150))


def test_an_advance_can_be_taken_back(buyer: Buyer) -> None:
    payment = buyer.pay("80")
    cash = buyer.account("Petty Cash")
    refunded = buyer.do(RefundVendorPayment(id=payment.id, amount=D(30), account_id=cash))
    assert buyer.balances() == amounts(Prepaid_Expenses="50", Undeposited_Funds="-80", Petty_Cash="30")
    buyer.refused(RefundVendorPayment(id=payment.id, amount=D(51), account_id=cash), Reason.OVER_REFUNDED)
    buyer.refused(DeleteVendorPayment(id=payment.id), Reason.HAS_REFUNDS)
    buyer.do(DeleteVendorPaymentRefund(id=payment.id, refund_id=refunded.refunds[0].id))
    assert buyer.owed() == (D(0), D(80))


def test_bank_charges_leave_the_account_beside_the_payment(buyer: Buyer) -> None:
    buyer.pay("100", (buyer.bill(), "100"), bank_charges=D(3))
    assert buyer.balances() == amounts(Rent_Expense="100", Bank_Fees_and_Charges="3", Undeposited_Funds="-103")


def test_over_applied_foreign_and_void_bills_are_refused(buyer: Buyer) -> None:
    bill = buyer.bill()
    other = buyer.customer("Other Mill", role=ContactRole.VENDOR)

    def paying(amount: str, applied: str, contact: str = buyer.paper.id) -> CreateVendorPayment:
        return CreateVendorPayment(contact_id=contact, amount=D(amount), applications=parts([(bill, applied)]))

    buyer.refused(paying("200", "101"), Reason.OVER_APPLIED)
    buyer.refused(paying("50", "60"), Reason.OVER_CREDITED)
    buyer.refused(paying("50", "50", other.id), Reason.CONTACT_MISMATCH)
    buyer.do(VoidBill(id=bill.id))
    buyer.refused(paying("50", "50"), Reason.WRONG_STATUS)


def test_a_dearer_currency_at_payment_is_a_realised_loss(buyer: Buyer) -> None:
    euro = buyer.currency("EUR", "1.10")
    bill = buyer.bill(currency_id=euro)
    payment = buyer.pay("100", (bill, "100"), currency_id=euro, exchange_rate=D("1.25"))
    assert buyer.balances() == amounts(Rent_Expense="110", Undeposited_Funds="-125", Exchange_Gain_or_Loss="15")
    buyer.do(UpdateVendorPayment(id=payment.id, exchange_rate=D("1.00")))
    assert buyer.balances() == amounts(Rent_Expense="110", Undeposited_Funds="-100", Exchange_Gain_or_Loss="-10")


def test_a_vendor_credit_mirrors_a_bill_and_settles_one(buyer: Buyer) -> None:
    tax = buyer.tax("20")
    bill = buyer.bill(buyer.cost(tax_id=tax))
    credit = buyer.credit(buyer.cost("1", "50", tax_id=tax))
    assert buyer.balances() == amounts(Accounts_Payable="-60", Rent_Expense="50", Tax_Payable="10")
    assert buyer.owed() == (D(120), D(60))
    used = buyer.do(ApplyVendorCredit(id=credit.id, applications=parts([(bill, "60")])))
    assert lifecycle.vendor_credit_status(used).value == "closed"
    assert buyer.owed() == (D(60), D(0))
    buyer.refused(VoidVendorCredit(id=credit.id), Reason.HAS_CREDITS)
    buyer.refused(DeleteBill(id=bill.id), Reason.HAS_CREDITS)
    buyer.do(UnapplyVendorCredit(id=credit.id, application_id=used.applications[0].id))
    buyer.do(VoidVendorCredit(id=credit.id))
    assert buyer.owed() == (D(120), D(0))


def test_a_vendor_credit_is_paid_back_and_its_rate_difference_realised(buyer: Buyer) -> None:
    euro = buyer.currency("EUR", "1.10")
    credit = buyer.credit(currency_id=euro)
    cash = buyer.account("Petty Cash")
    buyer.do(RefundVendorCredit(id=credit.id, account_id=cash, exchange_rate=D("1.30")))
    assert buyer.balances() == amounts(Rent_Expense="-110", Petty_Cash="130", Exchange_Gain_or_Loss="-20")
    assert buyer.owed() == (D(0), D(0))


def test_a_credit_at_another_rate_than_its_bill_leaves_the_difference_as_exchange(buyer: Buyer) -> None:
    euro = buyer.currency("EUR", "1.10")
    bill = buyer.bill(currency_id=euro)
    buyer.credit(currency_id=euro, exchange_rate=D("1.20"), applications=parts([(bill, "100")]))
    assert buyer.balances() == amounts(Rent_Expense="-10", Exchange_Gain_or_Loss="10")


def test_an_expense_is_cost_paid_at_once(buyer: Buyer) -> None:
    tax = buyer.tax("10")
    travel = buyer.account("Travel Expense")
    lines = (
        ExpenseLineFields(account_id=travel, amount=D(110), tax_id=tax),
        ExpenseLineFields(account_id=buyer.rent, amount=D(50)),
    )
    expense = buyer.do(CreateExpense(lines=lines, tax_inclusive=True, vendor_id=buyer.paper.id))
    assert buyer.balances() == amounts(Travel_Expense="100", Rent_Expense="50", Tax_Payable="10", Petty_Cash="-160")
    assert buyer.owed() == (D(0), D(0))
    buyer.do(UpdateExpense(id=expense.id, tax_inclusive=False, paid_through_id=buyer.account("Undeposited Funds")))
    assert buyer.balances()["Undeposited Funds"] == D(-171)
    buyer.refused(DeleteContact(id=buyer.paper.id), Reason.IN_USE)
    buyer.do(DeleteExpense(id=expense.id))
    assert buyer.balances() == {}


def test_an_expense_of_nothing_or_paid_through_its_own_account_is_refused(buyer: Buyer) -> None:
    nothing = (ExpenseLineFields(account_id=buyer.rent, amount=D(0)),)
    buyer.refused(CreateExpense(lines=nothing), Reason.BAD_AMOUNT)
    less = (ExpenseLineFields(account_id=buyer.rent, amount=D(-1)),)
    buyer.refused(CreateExpense(lines=less), Reason.NEGATIVE_AMOUNT)
    some = (ExpenseLineFields(account_id=buyer.rent, amount=D(1)),)
    buyer.refused(CreateExpense(lines=some, paid_through_id=buyer.rent), Reason.ACCOUNT_TYPE)
    buyer.refused(CreateExpense(lines=some, billable=True), Reason.REQUIRED)


def test_a_billable_expense_is_charged_on_by_one_invoice_at_a_time(buyer: Buyer) -> None:
    lines = (ExpenseLineFields(account_id=buyer.rent, amount=D(80)),)
    expense = buyer.do(CreateExpense(lines=lines, customer_id=buyer.acme.id, billable=True))

    def status() -> str:
        return lifecycle.expense_status(buyer.book.table(Kind.EXPENSE)[expense.id]).value

    assert status() == "unbilled"
    invoice = buyer.invoice(line("1", "80", expense_id=expense.id))
    assert status() == "invoiced"
    buyer.refused(DeleteExpense(id=expense.id), Reason.IN_USE)
    buyer.do(VoidInvoice(id=invoice.id))
    assert status() == "unbilled"
    again = buyer.draft(line("1", "80", expense_id=expense.id))
    buyer.do(DeleteInvoice(id=again.id))
    assert status() == "unbilled"


def test_a_purchase_order_posts_nothing_and_its_bill_makes_it_billed(buyer: Buyer) -> None:
    order = buyer.do(CreatePurchaseOrder(contact_id=buyer.paper.id, lines=(buyer.cost(),)))
    assert (order.number, order.state, buyer.balances()) == ("PO-00001", PurchaseOrderState.DRAFT, {})
    bill = buyer.bill(order_ids=(order.id,))

    def state() -> PurchaseOrderState:
        found: PurchaseOrderState = buyer.book.table(Kind.PURCHASE_ORDER)[order.id].state
        return found

    assert state() is PurchaseOrderState.BILLED
    buyer.refused(UpdatePurchaseOrder(id=order.id, notes="x"), Reason.WRONG_STATUS)
    buyer.refused(DeletePurchaseOrder(id=order.id), Reason.IN_USE)
    buyer.do(VoidBill(id=bill.id))
    assert state() is PurchaseOrderState.OPEN
    buyer.do(DeleteBill(id=bill.id))
    buyer.do(CancelPurchaseOrder(id=order.id))
    buyer.refused(
        CreateBill(contact_id=buyer.paper.id, number="9", lines=(buyer.cost(),), order_ids=(order.id,)),
        Reason.WRONG_STATUS,
    )
    buyer.do(DeletePurchaseOrder(id=order.id))


def test_a_journal_on_payable_counts_with_its_vendor(buyer: Buyer) -> None:
    buyer.journal(("Rent Expense", "30"), ("Accounts Payable", "-30"))
    assert buyer.balances() == amounts(Rent_Expense="30", Accounts_Payable="-30")


def test_a_buyers_records_come_back_from_paper_as_they_were(buyer: Buyer) -> None:
    order = buyer.do(CreatePurchaseOrder(contact_id=buyer.paper.id, lines=(buyer.cost(),)))
    bill = buyer.bill(order_ids=(order.id,))
    buyer.pay("50", (bill, "30"))
    buyer.credit(buyer.cost("1", "20"), applications=parts([(bill, "20")]))
    buyer.do(CreateExpense(lines=(ExpenseLineFields(account_id=buyer.rent, amount=D(5)),)))
    kept = [
        Change(each.kind, each.id, msgspec.json.decode(msgspec.json.encode(each.document), type=DOCUMENTS[each.kind]))
        for each in buyer.book.changes()
    ]
    blank = Book(buyer.book.settings, clock=lambda: buyer.now, ids=lambda: "none")
    blank.restore(kept)
    assert blank.changes() == buyer.book.changes()
    assert blank.audit() == []
    assert blank.payable(buyer.paper.id) == buyer.book.payable(buyer.paper.id)


def test_an_order_is_billed_line_by_line_and_whole_when_all_is_charged(buyer: Buyer) -> None:
    asked = (buyer.cost("4", "10"), buyer.cost("2", "10"))
    order = buyer.do(CreatePurchaseOrder(contact_id=buyer.paper.id, lines=asked))
    first, second = (each.id for each in order.lines)

    def found() -> PurchaseOrder:
        held: PurchaseOrder = buyer.book.table(Kind.PURCHASE_ORDER)[order.id]
        return held

    part = buyer.bill(buyer.cost("3", "10", order_line_id=first), order_ids=(order.id,))
    assert lifecycle.purchase_order_status(found()) is lifecycle.PurchaseOrderStatus.PARTIALLY_BILLED
    assert lifecycle.billed_quantities(found()) == {first: 3, second: 0}
    rest = (buyer.cost("1", "10", order_line_id=first), buyer.cost("2", "10", order_line_id=second))
    whole = buyer.bill(*rest, order_ids=(order.id,))
    assert (found().state, found().bill_ids) == (PurchaseOrderState.BILLED, (part.id, whole.id))
    buyer.do(UpdateBill(id=whole.id, lines=rest[1:]))
    assert lifecycle.billed_quantities(found()) == {first: 3, second: 2}
    buyer.do(VoidBill(id=part.id))
    assert lifecycle.billed_quantities(found()) == {first: 0, second: 2}
    buyer.do(DeleteBill(id=whole.id))
    assert (found().state, found().billed) == (PurchaseOrderState.OPEN, ())
    buyer.refused(
        CreateBill(contact_id=buyer.paper.id, number="9", lines=(buyer.cost(),), order_ids=("none",)),
        Reason.UNKNOWN_ID,
    )
