"""The chart of accounts a new book opens with, and the currencies it knows by name. No account in use lives here.

Names and types of the accounts are those of a fresh trial organisation of Zoho Books, as recorded from the service;
the part each plays in the posting rules is ours.
"""

from typing import Final

from tallystick.books.documents.account import SystemAccount
from tallystick.ledger.account import AccountType as Type

_NONE = SystemAccount.NONE

DEFAULT_CHART: Final[tuple[tuple[str, Type, SystemAccount], ...]] = (
    ("Advance Tax", Type.OTHER_CURRENT_ASSET, SystemAccount.ADVANCE_TAX),
    ("Employee Advance", Type.OTHER_CURRENT_ASSET, _NONE),
    ("Prepaid Expenses", Type.OTHER_CURRENT_ASSET, SystemAccount.PREPAID_EXPENSES),
    ("Petty Cash", Type.CASH, SystemAccount.PETTY_CASH),
    ("Undeposited Funds", Type.CASH, SystemAccount.UNDEPOSITED_FUNDS),
    ("Accounts Receivable", Type.ACCOUNTS_RECEIVABLE, SystemAccount.RECEIVABLE),
    ("Furniture and Equipment", Type.FIXED_ASSET, _NONE),
    ("Inventory Asset", Type.STOCK, SystemAccount.INVENTORY),
    ("Tax Payable", Type.OTHER_CURRENT_LIABILITY, SystemAccount.TAX_PAYABLE),
    ("Employee Reimbursements", Type.OTHER_CURRENT_LIABILITY, _NONE),
    ("Unearned Revenue", Type.OTHER_CURRENT_LIABILITY, SystemAccount.UNEARNED_REVENUE),
    ("Opening Balance Adjustments", Type.OTHER_CURRENT_LIABILITY, _NONE),
    ("Accounts Payable", Type.ACCOUNTS_PAYABLE, SystemAccount.PAYABLE),
    ("Dimension Adjustments", Type.OTHER_LIABILITY, _NONE),
    ("Opening Balance Offset", Type.EQUITY, SystemAccount.OPENING_BALANCE),
    ("Retained Earnings", Type.EQUITY, SystemAccount.RETAINED_EARNINGS),
    ("Drawings", Type.EQUITY, _NONE),
    ("Owner's Equity", Type.EQUITY, _NONE),
    ("Sales", Type.INCOME, SystemAccount.SALES),
    ("General Income", Type.INCOME, _NONE),
    ("Interest Income", Type.INCOME, _NONE),
    ("Late Fee Income", Type.INCOME, _NONE),
    ("Shipping Charge", Type.INCOME, SystemAccount.SHIPPING_CHARGE),
    ("Discount", Type.INCOME, SystemAccount.DISCOUNT),
    ("Other Charges", Type.INCOME, SystemAccount.OTHER_CHARGES),
    ("Credit Card Charges", Type.EXPENSE, _NONE),
    ("Purchase Discounts", Type.EXPENSE, SystemAccount.PURCHASE_DISCOUNT),
    ("Uncategorized", Type.EXPENSE, _NONE),
    ("Office Supplies", Type.EXPENSE, _NONE),
    ("Advertising And Marketing", Type.EXPENSE, _NONE),
    ("Lodging", Type.EXPENSE, _NONE),
    ("Bank Fees and Charges", Type.EXPENSE, SystemAccount.BANK_FEES),
    ("Printing and Stationery", Type.EXPENSE, _NONE),
    ("Travel Expense", Type.EXPENSE, _NONE),
    ("Telephone Expense", Type.EXPENSE, _NONE),
    ("Automobile Expense", Type.EXPENSE, _NONE),
    ("IT and Internet Expenses", Type.EXPENSE, _NONE),
    ("Rent Expense", Type.EXPENSE, _NONE),
    ("Janitorial Expense", Type.EXPENSE, _NONE),
    ("Postage", Type.EXPENSE, _NONE),
    ("Bad Debt", Type.EXPENSE, SystemAccount.BAD_DEBT),
    ("Other Expenses", Type.EXPENSE, _NONE),
    ("Salaries and Employee Wages", Type.EXPENSE, _NONE),
    ("Meals and Entertainment", Type.EXPENSE, _NONE),
    ("Depreciation Expense", Type.EXPENSE, _NONE),
    ("Consultant Expense", Type.EXPENSE, _NONE),
    ("Repairs and Maintenance", Type.EXPENSE, _NONE),
    ("Cost of Goods Sold", Type.COST_OF_GOODS_SOLD, SystemAccount.COST_OF_GOODS_SOLD),
    ("Exchange Gain or Loss", Type.OTHER_EXPENSE, SystemAccount.EXCHANGE_GAIN_OR_LOSS),
)

CURRENCIES: Final[dict[str, tuple[str, str, int]]] = {
    "AED": ("UAE Dirham", "AED", 2),
    "AUD": ("Australian Dollar", "$", 2),
    "BHD": ("Bahraini Dinar", "BD", 3),
    "BRL": ("Brazilian Real", "R$", 2),
    "CAD": ("Canadian Dollar", "$", 2),
    "CHF": ("Swiss Franc", "CHF", 2),
    "CLP": ("Chilean Peso", "$", 0),
    "CNY": ("Yuan Renminbi", "CNY", 2),
    "CZK": ("Czech Koruna", "Kč", 2),
    "DKK": ("Danish Krone", "kr", 2),
    "EUR": ("Euro", "€", 2),
    "GBP": ("Pound Sterling", "£", 2),
    "HKD": ("Hong Kong Dollar", "HK$", 2),
    "HUF": ("Hungarian Forint", "Ft", 2),
    "IDR": ("Indonesian Rupiah", "Rp", 2),
    "ILS": ("Israeli New Shekel", "₪", 2),
    "INR": ("Indian Rupee", "₹", 2),
    "ISK": ("Icelandic Krona", "kr", 0),
    "JOD": ("Jordanian Dinar", "JOD", 3),
    "JPY": ("Japanese Yen", "¥", 0),
    "KES": ("Kenyan Shilling", "KES", 2),
    "KRW": ("South Korean Won", "₩", 0),
    "KWD": ("Kuwaiti Dinar", "KWD", 3),
    "MXN": ("Mexican Peso", "$", 2),
    "MYR": ("Malaysian Ringgit", "RM", 2),
    "NGN": ("Nigerian Naira", "₦", 0),
    "NOK": ("Norwegian Krone", "kr", 2),
    "NZD": ("New Zealand Dollar", "$", 2),
    "OMR": ("Omani Rial", "OMR", 3),
    "PHP": ("Philippine Peso", "₱", 2),
    "PLN": ("Polish Zloty", "zł", 2),
    "QAR": ("Qatari Riyal", "QAR", 2),
    "RON": ("Romanian Leu", "lei", 2),
    "SAR": ("Saudi Riyal", "SAR", 2),
    "SEK": ("Swedish Krona", "kr", 2),
    "SGD": ("Singapore Dollar", "$", 2),
    "THB": ("Thai Baht", "฿", 2),
    "TND": ("Tunisian Dinar", "TND", 3),
    "TRY": ("Turkish Lira", "₺", 2),
    "TWD": ("New Taiwan Dollar", "NT$", 2),
    "UAH": ("Ukrainian Hryvnia", "₴", 2),
    "UGX": ("Ugandan Shilling", "USh", 0),
    "USD": ("US Dollar", "$", 2),
    "VND": ("Vietnamese Dong", "₫", 0),
    "ZAR": ("South African Rand", "R", 2),
}
"""Name, symbol and decimal places by ISO 4217 code; the naira has none because the service refuses its decimals."""

OPENING_CURRENCIES: Final = ("USD", "EUR", "GBP", "AUD", "CAD", "INR", "JPY")
"""Currencies a new book has beside its base currency, without rates until one is given."""

OPENING_SEQUENCES: Final[dict[str, tuple[str, int]]] = {
    "invoice": ("INV-", 6),
    "credit_note": ("CN-", 5),
    "payment": ("", 0),
    "journal": ("", 0),
    "estimate": ("QT-", 6),
    "sales_order": ("SO-", 5),
    "delivery_challan": ("DC-", 5),
    "retainer_invoice": ("RET-", 5),
    "recurring_invoice": ("Recurring-", 5),
    "sales_receipt": ("SR-", 5),
    "vendor_payment": ("", 0),
    "vendor_credit": ("VC-", 5),
    "purchase_order": ("PO-", 5),
    "fixed_asset": ("FA-", 5),
}
"""Prefix and digits by kind of document, as the recorded organisation numbers them."""
