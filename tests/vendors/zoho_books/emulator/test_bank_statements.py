"""Statements of a bank account: as JSON and as files, whatever their form; what a hostile file meets."""

import datetime as dt
from decimal import Decimal

import pytest
from msgspec.structs import replace

from tallystick.books.documents.journal import Side
from tallystick.books.documents.statement_line import StatementLineFields
from tallystick.vendors.zoho_books.emulator.call import Upload
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.statement_files import FILE_BYTES_MAX, ROWS_MAX, read_statement
from tallystick.vendors.zoho_books.emulator.wire import Request
from tests.vendors.zoho_books.emulator.bank import OPEN, imported, opened, rows
from tests.vendors.zoho_books.emulator.conftest import Api

OUT = StatementLineFields(
    date=dt.date(2026, 5, 31),
    side=Side.CREDIT,
    amount=Decimal("12.50"),
    payee="Smith & Sons",
    description="May",
    reference="R1",
    bank_id="F1",
)
IN = StatementLineFields(date=dt.date(2026, 6, 1), side=Side.DEBIT, amount=Decimal(1000), payee="Bowman")
CSV = (
    "Date,Withdrawals,Deposits,Payee,Description,Reference Number,Transaction ID,Balance\r\n"
    '2026-05-31,12.50,,Smith & Sons,May,R1,F1,0\r\n2026-06-01,,"1,000",Bowman,,,,0\r\n'
)
QIF = "!Type:Bank\nD05/31'2026\nT-12.50\nPSmith & Sons\nMMay\nNR1\n^\nD6/1/2026\nT1,000\nPBowman\n"
OFX_OLD = (
    "OFXHEADER:100\r\nDATA:OFXSGML\r\n\r\n<OFX><BANKTRANLIST>"
    "<STMTTRN><TRNTYPE>DEBIT\r\n<DTPOSTED>20260531120000[0:GMT]\r\n<TRNAMT>-12.50\r\n<FITID>F1\r\n<CHECKNUM>R1\r\n"
    "<NAME>Smith &amp; Sons\r\n<MEMO>May\r\n<STMTTRN><DTPOSTED>20260601\r\n<TRNAMT>1000\r\n<NAME>Bowman\r\n</BANKTRANLIST></OFX>"
)
OFX_NEW = (
    '<?xml version="1.0"?><OFX><STMTTRN><DTPOSTED>20260531</DTPOSTED><TRNAMT>-12.50</TRNAMT><FITID>F1</FITID>'
    "<CHECKNUM>R1</CHECKNUM><NAME>Smith &amp; Sons</NAME><MEMO>May</MEMO></STMTTRN>"
    "<STMTTRN><DTPOSTED>20260601</DTPOSTED><TRNAMT>1000</TRNAMT><NAME>Bowman</NAME></STMTTRN></OFX>"
)
CAMT = (
    '<?xml version="1.0"?><d:Document xmlns:d="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><d:BkToCstmrStmt><d:Stmt>'
    '<d:Ntry><d:NtryRef>R1</d:NtryRef><d:Amt Ccy="EUR">12.50</d:Amt><d:CdtDbtInd>DBIT</d:CdtDbtInd>'
    "<d:BookgDt><d:Dt>2026-05-31</d:Dt></d:BookgDt><d:AcctSvcrRef>F1</d:AcctSvcrRef><d:NtryDtls><d:TxDtls>"
    "<d:RltdPties><d:Dbtr><d:Nm>We</d:Nm></d:Dbtr><d:Cdtr><d:Nm>Smith &amp; Sons</d:Nm></d:Cdtr></d:RltdPties>"
    "<d:RmtInf><d:Ustrd>May</d:Ustrd></d:RmtInf></d:TxDtls></d:NtryDtls></d:Ntry>"
    '<d:Ntry><d:Amt Ccy="EUR">1000</d:Amt><d:CdtDbtInd>CRDT</d:CdtDbtInd><d:ValDt><d:Dt>2026-06-01</d:Dt></d:ValDt>'
    "<d:NtryDtls><d:TxDtls><d:RltdPties><d:Dbtr><d:Nm>Bowman</d:Nm></d:Dbtr></d:RltdPties></d:TxDtls></d:NtryDtls>"
    "</d:Ntry></d:Stmt></d:BkToCstmrStmt></d:Document>"
)


def file(name: str, content: str | bytes) -> Upload:
    return Upload("statement", name, "text/plain", content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("may.csv", CSV),
        ("may.tsv", CSV.replace('"1,000"', "1000").replace(",", "\t")),
        ("may.QIF", QIF),
        ("may.ofx", OFX_OLD),
        ("may.qfx", OFX_NEW),
        ("may.xml", CAMT),
    ],
)
def test_one_statement_reads_the_same_in_every_form(name: str, content: str) -> None:
    first, second = read_statement(file(name, content))
    has_ids = not name.lower().endswith("qif")
    assert first == (OUT if has_ids else replace(OUT, bank_id=""))
    assert second == IN


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("may.xml", BOMB, "document type"),
        ("may.xml", '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', "document type"),
        ("may.xml", "<a>" * 100, "nested"),
        ("may.xml", "<a><b></a>", "well-formed"),
        ("may.xml", b"\xff\xfe\x00", "well-formed"),
        ("may.xml", "<Document/>", "no transactions"),
        ("may.csv", "", "first row"),
        ("may.csv", "When,How much\n1,2\n", "first row"),
        ("may.csv", "Date,Amount\n2026-05-31,much\n", "transaction 1 is no number"),
        ("may.csv", "Date,Amount\n2026-05-31,NaN\n", "no number"),
        ("may.csv", "Date,Amount\n2026-05-31,0\n", "no amount"),
        ("may.csv", "Date,Amount\n2026-05-31,1\nsoon,1\n", "date of transaction 2"),
        ("may.csv", 'Date,Amount\n"2026-05-31,1\n', "broken"),
        ("may.csv", "Date,Amount\n" + "2026-05-31,1\n" * (ROWS_MAX + 1), "more than"),
        ("may.qif", "D5/31/2026\nT1\n^\n" * (ROWS_MAX + 1), "more than"),
        ("may.ofx", "<STMTTRN><DTPOSTED>20260531<TRNAMT>1</STMTTRN>" * (ROWS_MAX + 1), "more than"),
        ("may.exe", "MZ", "name must end"),
        ("may.csv", b"x" * (FILE_BYTES_MAX + 1), "larger"),
    ],
)
def test_a_bad_file_is_refused_with_the_reason(name: str, content: str | bytes, why: str) -> None:
    with pytest.raises(Refused) as caught:
        read_statement(file(name, content))
    assert why in caught.value.message


def uploaded(api: Api, bank: str, name: str, content: str) -> int:
    edge = "edge"
    parts = (
        f'--{edge}\r\nContent-Disposition: form-data; name="account_id"\r\n\r\n{bank}\r\n'
        f'--{edge}\r\nContent-Disposition: form-data; name="statement"; filename="{name}"\r\n\r\n{content}\r\n--{edge}--\r\n'
    )
    token = f"Zoho-oauthtoken {api.sandbox.connection['access_token']}"
    headers = {"authorization": token, "content-type": f"multipart/form-data; boundary={edge}"}
    path = "/bankstatements"
    query = (("organization_id", api.organization_id),)
    request = Request("POST", f"/books/v3{path}", query, headers, parts.encode())
    return api.sandbox.emulator.answer(request, path, "us").status


def test_a_file_is_imported_and_a_line_of_the_same_id_is_not_imported_again(api: Api) -> None:
    bank = opened(api)
    assert uploaded(api, bank, "may.csv", CSV) == 201
    assert [row["amount"] for row in rows(api, bank)] == [1000, Decimal("12.5")]
    assert uploaded(api, bank, "may.ofx", OFX_OLD) == 201
    assert len(rows(api, bank)) == 3, "only the line without an id comes again"
    assert uploaded(api, bank, "may.xml", BOMB) == 400
    assert len(rows(api, bank)) == 3


def test_statements_are_listed_summed_and_the_last_one_deleted(api: Api) -> None:
    bank = opened(api)
    first = imported(api, bank, "credit", 70)
    imported(api, bank, "debit", 20, date="2026-06-03")
    path = f"/bankaccounts/{bank}"
    last, before = api.get(f"{path}/statements")["statements"]
    assert (last["from_date"], last["transactions_count"]) == ("2026-06-03", 1)
    assert api("POST", f"{OPEN}/{first}/exclude").status == 200
    assert [row["amount"] for row in api.get(f"{path}/statements/unreviewed")["statements"]] == [20]
    summary = api.get(f"{path}/statementsummary")["statement_summary"]
    assert (summary["total_deposits"], summary["total_withdrawals"], summary["excluded_count"]) == (70, 20, 1)
    assert api("DELETE", f"{path}/statement/{before['statement_id']}").code == 1002
    assert api("DELETE", f"{path}/statement/{last['statement_id']}").status == 200
    assert len(api.get(f"{path}/statements")["statements"]) == 1


def test_lines_outside_the_span_a_statement_names_are_refused(api: Api) -> None:
    bank = opened(api)
    line = {"date": "2026-06-01", "debit_or_credit": "credit", "amount": 1}
    body = {"account_id": bank, "start_date": "2026-05-01", "end_date": "2026-05-31", "transactions": [line]}
    assert api("POST", "/bankstatements", body).message == "Invalid value passed for end_date"
    assert rows(api, bank) == []
