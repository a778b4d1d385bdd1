"""The book's commands for what either side of trade does alike."""

from typing import Any, Final

from tallystick.books.documents import bill, credit_note, invoice, payment, vendor_credit, vendor_payment
from tallystick.books.documents.bill import BillState
from tallystick.books.documents.credit_note import CreditNoteState
from tallystick.books.documents.invoice import InvoiceState
from tallystick.books.documents.vendor_credit import VendorCreditState
from tests.books.auditor.trade import DRAFT, OPEN, PURCHASES, SALES, VOID, Side

CLAIM: Final[dict[Side, dict[str | None, Any]]] = {
    SALES: {
        "make": invoice.CreateInvoice,
        "edit": invoice.UpdateInvoice,
        OPEN: invoice.MarkInvoiceSent,
        VOID: invoice.VoidInvoice,
        DRAFT: invoice.MarkInvoiceDraft,
        None: invoice.DeleteInvoice,
    },
    PURCHASES: {
        "make": bill.CreateBill,
        "edit": bill.UpdateBill,
        OPEN: bill.MarkBillOpen,
        VOID: bill.VoidBill,
        None: bill.DeleteBill,
    },
}
CREDIT: Final[dict[Side, dict[str | None, Any]]] = {
    SALES: {
        "make": credit_note.CreateCreditNote,
        "edit": credit_note.UpdateCreditNote,
        OPEN: credit_note.MarkCreditNoteOpen,
        VOID: credit_note.VoidCreditNote,
        DRAFT: credit_note.MarkCreditNoteDraft,
        None: credit_note.DeleteCreditNote,
        "apply": credit_note.ApplyCreditNote,
        "unapply": credit_note.UnapplyCreditNote,
        "refund": credit_note.RefundCreditNote,
        "edit refund": credit_note.UpdateCreditNoteRefund,
        "delete refund": credit_note.DeleteCreditNoteRefund,
    },
    PURCHASES: {
        "make": vendor_credit.CreateVendorCredit,
        "edit": vendor_credit.UpdateVendorCredit,
        OPEN: vendor_credit.MarkVendorCreditOpen,
        VOID: vendor_credit.VoidVendorCredit,
        None: vendor_credit.DeleteVendorCredit,
        "apply": vendor_credit.ApplyVendorCredit,
        "unapply": vendor_credit.UnapplyVendorCredit,
        "refund": vendor_credit.RefundVendorCredit,
        "edit refund": vendor_credit.UpdateVendorCreditRefund,
        "delete refund": vendor_credit.DeleteVendorCreditRefund,
    },
}
MONEY: Final[dict[Side, dict[str | None, Any]]] = {
    SALES: {
        "make": payment.CreatePayment,
        "edit": payment.UpdatePayment,
        None: payment.DeletePayment,
        "apply": payment.ApplyPayment,
        "unapply": payment.UnapplyPayment,
        "refund": payment.RefundPayment,
        "edit refund": payment.UpdatePaymentRefund,
        "delete refund": payment.DeletePaymentRefund,
    },
    PURCHASES: {
        "make": vendor_payment.CreateVendorPayment,
        "edit": vendor_payment.UpdateVendorPayment,
        None: vendor_payment.DeleteVendorPayment,
        "apply": vendor_payment.ApplyVendorPayment,
        "unapply": vendor_payment.UnapplyVendorPayment,
        "refund": vendor_payment.RefundVendorPayment,
        "edit refund": vendor_payment.UpdateVendorPaymentRefund,
        "delete refund": vendor_payment.DeleteVendorPaymentRefund,
    },
}
CLAIM_STATE: Final[dict[Side, dict[str, Any]]] = {
    SALES: {DRAFT: InvoiceState.DRAFT, OPEN: InvoiceState.SENT},
    PURCHASES: {DRAFT: BillState.DRAFT, OPEN: BillState.OPEN},
}
CREDIT_STATE: Final[dict[Side, dict[str, Any]]] = {
    SALES: {DRAFT: CreditNoteState.DRAFT, OPEN: CreditNoteState.OPEN},
    PURCHASES: {DRAFT: VendorCreditState.DRAFT, OPEN: VendorCreditState.OPEN},
}
