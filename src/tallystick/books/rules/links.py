"""How an invoice is tied to what it was made of: estimates, orders, billed time. No document is priced here."""

from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from tallystick.books import lifecycle
from tallystick.books.change import Kind
from tallystick.books.documents.estimate import Estimate
from tallystick.books.documents.expense import Expense
from tallystick.books.documents.invoice import Invoice, InvoiceState
from tallystick.books.documents.sales_order import Invoiced, SalesOrder
from tallystick.books.lifecycle import Action
from tallystick.books.refusal import Reason, Refused
from tallystick.books.rules.record import stamp
from tallystick.books.work import Work


def relink(work: Work, before: Invoice | None, after: Invoice | None) -> None:
    """Bring estimates, orders, time entries and expenses up to date with an invoice as it was and as it now is.

    A void invoice counts as none. Raises Refused when the invoice may not be made of what it names.
    """
    _relink_estimate(work, before, after)
    _relink_orders(work, before, after)
    _relink_time(work, before, after)
    _relink_expenses(work, before, after)


def _stands(invoice: Invoice | None) -> bool:
    return invoice is not None and invoice.state is not InvoiceState.VOID


def _relink_estimate(work: Work, before: Invoice | None, after: Invoice | None) -> None:
    old = before.estimate_id if before and _stands(before) else ""
    new = after.estimate_id if after and _stands(after) else ""
    if old == new:
        return
    if before and old:
        unlink_estimate(work, old, before.id, "invoice_ids")
    if after and new:
        link_estimate(work, new, after.id, "invoice_ids", after.contact_id)


def link_estimate(work: Work, estimate_id: str, document_id: str, field: str, contact_id: str) -> None:
    """Note what was made of an estimate. Raises Refused for a draft, a declined or another customer's estimate."""
    estimate: Estimate = work.find(Kind.ESTIMATE, estimate_id, "estimate_id")
    if estimate.contact_id != contact_id:
        raise Refused(Reason.CONTACT_MISMATCH, field="estimate_id", number=estimate.number)
    state = lifecycle.step(lifecycle.ESTIMATE, Action.CONVERT, estimate.state)
    linked: dict[str, Any] = {field: (*getattr(estimate, field), document_id)}
    work.put(Kind.ESTIMATE, replace(estimate, state=state, **linked, **stamp(work)))


def unlink_estimate(work: Work, estimate_id: str, document_id: str, field: str) -> None:
    """Forget what was made of an estimate."""
    estimate: Estimate | None = work.get(Kind.ESTIMATE, estimate_id)
    if estimate is not None:
        left = tuple(each for each in getattr(estimate, field) if each != document_id)
        linked: dict[str, Any] = {field: left}
        work.put(Kind.ESTIMATE, replace(estimate, **linked, **stamp(work)))


def _relink_orders(work: Work, before: Invoice | None, after: Invoice | None) -> None:
    old = before.order_ids if before and _stands(before) else ()
    new = after.order_ids if after and _stands(after) else ()
    for order_id in dict.fromkeys((*old, *new)):
        order: SalesOrder = work.find(Kind.SALES_ORDER, order_id, "order_ids")
        identity = (before or after).id  # type: ignore[union-attr]  # one of the two is there, or no order was named
        others = tuple(each for each in order.invoices if each.invoice_id != identity)
        if after is not None and order_id in new:
            order = replace(order, state=_billable(order, after, known=order_id in old))
            others = (*others, Invoiced(after.id, _quantities(order, after)))
            _refuse_too_much(replace(order, invoices=others))
        if others != order.invoices:
            work.put(Kind.SALES_ORDER, replace(order, invoices=others, **stamp(work)))


def _billable(order: SalesOrder, invoice: Invoice, *, known: bool) -> Any:
    if order.contact_id != invoice.contact_id:
        raise Refused(Reason.CONTACT_MISMATCH, field="order_ids", number=order.number)
    return order.state if known else lifecycle.step(lifecycle.SALES_ORDER, Action.CONVERT, order.state)


def _quantities(order: SalesOrder, invoice: Invoice) -> tuple[tuple[str, Decimal], ...]:
    lines = {line.id for line in order.lines}
    return tuple((line.order_line_id, line.quantity) for line in invoice.lines if line.order_line_id in lines)


def _refuse_too_much(order: SalesOrder) -> None:
    """Raise Refused when more of a line is invoiced than was ordered."""
    found = lifecycle.invoiced_quantities(order)
    for line in order.lines:
        if found[line.id] > max(line.quantity, Decimal(0)):
            raise Refused(
                Reason.OVER_INVOICED,
                field="lines",
                number=order.number,
                quantity=str(found[line.id]),
                ordered=str(line.quantity),
            )


def _relink_time(work: Work, before: Invoice | None, after: Invoice | None) -> None:
    old = _time_of(before)
    new = _time_of(after)
    for entry_id in [each for each in old if each not in new]:
        entry = work.get(Kind.TIME_ENTRY, entry_id)
        if entry is not None:
            work.put(Kind.TIME_ENTRY, replace(entry, invoice_id="", **stamp(work)))
    for entry_id in [each for each in new if each not in old]:
        entry = work.find(Kind.TIME_ENTRY, entry_id, "time_entry_ids")
        if entry.invoice_id:
            raise Refused(Reason.CONVERTED, field="time_entry_ids", id=entry_id)
        if not entry.billable:
            raise Refused(Reason.NOT_BILLABLE, field="time_entry_ids", id=entry_id)
        assert after is not None
        work.put(Kind.TIME_ENTRY, replace(entry, invoice_id=after.id, **stamp(work)))


def _time_of(invoice: Invoice | None) -> tuple[str, ...]:
    if invoice is None or not _stands(invoice):
        return ()
    return tuple(dict.fromkeys(entry_id for line in invoice.lines for entry_id in line.time_entry_ids))


def _relink_expenses(work: Work, before: Invoice | None, after: Invoice | None) -> None:
    """Have billable expenses charged on by the invoice whose lines name them, and by no other."""
    held = _expense_ids(before)
    wanted = _expense_ids(after)
    for identity in held:
        expense: Expense | None = work.get(Kind.EXPENSE, identity)
        if identity not in wanted and expense is not None:
            work.put(Kind.EXPENSE, replace(expense, invoice_id="", **stamp(work)))
    for identity, index in wanted.items():
        if identity in held or after is None:
            continue
        field = f"lines[{index}].expense_id"
        charged: Expense = work.find(Kind.EXPENSE, identity, field)
        status = lifecycle.expense_status(charged)
        if status is not lifecycle.ExpenseStatus.UNBILLED:
            raise Refused(Reason.WRONG_STATUS, field=field, status=status.value, action="invoice")
        if charged.customer_id != after.contact_id:
            raise Refused(Reason.CONTACT_MISMATCH, field=field, number=charged.reference or "The expense")
        work.put(Kind.EXPENSE, replace(charged, invoice_id=after.id, **stamp(work)))


def _expense_ids(invoice: Invoice | None) -> dict[str, int]:
    """Return the expenses an invoice that stands charges on, with the line of each."""
    if invoice is None or not _stands(invoice):
        return {}
    return {line.expense_id: index for index, line in enumerate(invoice.lines) if line.expense_id}
