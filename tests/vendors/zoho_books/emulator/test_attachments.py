"""Files attached to documents: every noun's life with them, the inbox, and uploads that are not what they say."""

from pathlib import Path
from typing import Any

import pytest

from tallystick.sandbox.world import Sandbox
from tallystick.vendors.zoho_books.emulator import attachments, files
from tallystick.vendors.zoho_books.emulator.attachments import Attaching
from tests.vendors.zoho_books.emulator.bank import opened
from tests.vendors.zoho_books.emulator.conftest import TODAY, Api
from tests.vendors.zoho_books.emulator.nouns import make

PDF = ("contract.pdf", "application/pdf", b"%PDF-1.7 a contract")
PNG = ("photo.png", "image/png", b"\x89PNG\r\n\x1a\n not quite a photo")
PIXEL = bytes.fromhex("47494638396101000100800000ff000000000021f90400000000002c00000000010001000002024401003b")


NOUNS = [noun for noun in attachments.NOUNS if "{" not in noun.module.path]
"""The nouns that stand below no other."""


def of(noun: Attaching) -> str:
    return noun.module.path.strip("/")


def having(kind: str, method: str) -> list[Attaching]:
    """Return the nouns that have one operation."""
    return [noun for noun in NOUNS if method in getattr(noun, kind).split()]


def shown(api: Api, noun: Attaching, identity: str) -> dict[str, Any]:
    found: dict[str, Any] = api.get(f"{noun.module.path}/{identity}")[noun.module.key]
    return found


def stored(api: Api) -> list[str]:
    """Return the names of all files in the inbox, the newest first."""
    return [row["file_name"] for row in api.get("/documents")["documents"]]


@pytest.mark.parametrize("noun", NOUNS, ids=of)
def test_a_file_is_attached_shown_and_goes_with_its_document(api: Api, noun: Attaching) -> None:
    identity = make(api, noun.module.path)["id"]
    path = f"{noun.module.path}/{identity}"
    reply = api.upload(f"{path}/attachment", PDF)
    assert reply.status in {200, 201}, reply.json
    detail = shown(api, noun, identity)
    if "documents" in detail:
        assert [(row["file_name"], row["file_size"]) for row in detail["documents"]] == [(PDF[0], len(PDF[2]))]
    if "attachment_name" in detail:
        assert detail["attachment_name"] == PDF[0]
    [row] = [one for one in api.get(noun.module.path)[noun.module.list_key] if one[noun.module.identity] == identity]
    assert row.get("has_attachment", True) is True
    [inbox] = api.get("/documents")["documents"]
    file = api("GET", f"/documents/{inbox['document_id']}")
    assert (file.raw, file.headers["content-type"]) == (PDF[2], "application/pdf")
    assert file.headers["content-disposition"] == 'attachment; filename="contract.pdf"'
    assert api("DELETE", path).status == 200
    assert stored(api) == []


@pytest.mark.parametrize("noun", having("attachment", "GET"), ids=of)
def test_an_attachment_is_given_back(api: Api, noun: Attaching) -> None:
    path = f"{noun.module.path}/{make(api, noun.module.path)['id']}/attachment"
    assert api("GET", path).code == 1002
    api.upload(path, PNG)
    file = api("GET", path)
    assert (file.status, file.raw, file.headers["content-type"]) == (200, PNG[2], "image/png")


@pytest.mark.parametrize("noun", having("attachment", "DELETE"), ids=of)
def test_an_attachment_is_deleted_once(api: Api, noun: Attaching) -> None:
    identity = make(api, noun.module.path)["id"]
    path = f"{noun.module.path}/{identity}/attachment"
    api.upload(path, PNG)
    assert api("DELETE", path).status == 200
    assert api("DELETE", path).code == 1002
    assert shown(api, noun, identity)["documents"] == []
    assert stored(api) == []


@pytest.mark.parametrize("noun", having("attachment", "PUT"), ids=of)
def test_whether_an_attachment_goes_in_the_mail_is_a_choice(api: Api, noun: Attaching) -> None:
    identity = make(api, noun.module.path)["id"]
    path = f"{noun.module.path}/{identity}/attachment"
    assert api("PUT", path, can_send_in_mail="true").code == 1002
    api.upload(path, PDF, can_send_in_mail="true")
    assert shown(api, noun, identity)["can_send_in_mail"] is True
    assert api("PUT", path, can_send_in_mail="perhaps").code == 2
    assert api("PUT", path, can_send_in_mail="false").status == 200
    assert shown(api, noun, identity)["can_send_in_mail"] is False


@pytest.mark.parametrize("noun", having("documents", "DELETE"), ids=of)
def test_a_document_of_a_noun_is_named_by_its_id(api: Api, noun: Attaching) -> None:
    identity, other = (make(api, noun.module.path)["id"] for _ in range(2))
    path = f"{noun.module.path}/{identity}"
    api.upload(f"{path}/attachment", PDF)
    [row] = api.get("/documents")["documents"]
    document = f"documents/{row['document_id']}"
    if noun in having("documents", "GET"):
        shows = {"inline": "true"} if noun.facts else {}
        assert api("GET", f"{path}/{document}", **shows).raw == PDF[2]
        facts = api.get(f"{path}/{document}", responseformat="json")[noun.facts or "document"]
        assert (facts["file_name"], facts["file_size"]) == (PDF[0], len(PDF[2]))
    assert api("DELETE", f"{noun.module.path}/{other}/{document}").code == 1002
    assert api("DELETE", f"{path}/{document}").status == 200
    assert stored(api) == []


@pytest.mark.parametrize("noun", having("documents", "PUT"), ids=of)
def test_a_document_is_replaced_by_another_file(api: Api, noun: Attaching) -> None:
    path = f"{noun.module.path}/{make(api, noun.module.path)['id']}"
    api.upload(f"{path}/attachment", PDF)
    [row] = api.get("/documents")["documents"]
    document = f"{path}/documents/{row['document_id']}"
    assert api("PUT", document).code == 2
    assert api.upload(document, PNG, method="PUT").status == 200
    assert stored(api) == [PNG[0]]
    assert api("GET", document).code == 1002


def test_a_tasks_document_says_what_it_is_and_stays_in_the_inbox_when_it_is_only_taken_off(api: Api) -> None:
    path = f"/tasks/{make(api, '/tasks')['id']}"
    [file] = api.upload(f"{path}/attachment", PNG)["documents"]
    document = f"{path}/documents/{file['document_id']}"
    assert api.get(document)["documents"]["file_name"] == PNG[0]
    assert api("DELETE", document, un_associate="true").message == "Attachment deleted"
    assert (api("GET", document).code, stored(api)) == (1002, [PNG[0]])


def test_a_reconciliation_holds_the_statement_it_was_made_by(api: Api) -> None:
    below = [f"/bankaccounts/{opened(api, name)}/reconciliations" for name in ("Checking", "Savings")]
    period = {"start_date": "2026-06-01", "end_date": "2026-06-30", "closing_balance": 0}
    identity = api.made(below[0], period, "reconciliation")["reconciliation_id"]
    path = f"{below[0]}/{identity}"
    assert api.upload(f"{path}/attachment", PDF).message == "The attachment has been added."
    [row] = api.get(path)["reconciliation"]["documents"]
    document = f"documents/{row['document_id']}"
    assert api("GET", f"{path}/{document}").raw == PDF[2]
    assert api("GET", f"{below[1]}/{identity}/{document}").code == 1002
    assert api("DELETE", f"{path}/{document}").message == "The document has been deleted."
    assert api.get(path)["reconciliation"]["documents"] == stored(api) == []
    api.upload(f"{path}/attachment", PDF)
    assert api("DELETE", path).status == 200
    assert stored(api) == []


def test_a_merged_contact_leaves_its_files_to_the_other(api: Api) -> None:
    one, other = (f"/contacts/{make(api, '/contacts')['id']}" for _ in range(2))
    for path, file in ((one, PDF), (other, PNG)):
        assert api.upload(f"{path}/attachment", file).status == 200
    assert api("POST", f"{one}/merge", merge_contact_id=other.rpartition("/")[2]).status == 200
    names = [[row["file_name"] for row in api.get(path)["contact"]["documents"]] for path in (one, other)]
    assert names == [[], [PNG[0], PDF[0]]]


def test_a_file_of_the_inbox_is_attached_to_a_second_document_and_stays_while_one_has_it(api: Api) -> None:
    first, second = (f"/invoices/{make(api, '/invoices')['id']}" for _ in range(2))
    api.upload(f"{first}/attachment", PDF)
    [row] = api.get("/documents")["documents"]
    document = f"documents/{row['document_id']}"
    assert api("POST", f"{second}/{document}").message == "The document has been added."
    assert api("DELETE", f"{first}/attachment").status == 200
    assert api("GET", f"{second}/attachment").raw == PDF[2]
    assert api.upload(f"{second}/{document}/upload", PNG).message == "The document has been uploaded."
    assert api("GET", f"{second}/attachment").raw == PNG[2]
    assert stored(api) == [PNG[0]]


def test_deleting_a_file_in_the_inbox_takes_it_off_its_documents(api: Api) -> None:
    identity = make(api, "/bills")["id"]
    api.upload(f"/bills/{identity}/attachment", PDF)
    [row] = api.get("/documents")["documents"]
    assert api("DELETE", f"/documents/{row['document_id']}").status == 200
    assert api("GET", f"/documents/{row['document_id']}").code == 1002
    assert api.get(f"/bills/{identity}")["bill"]["documents"] == []


def test_a_bill_is_made_with_a_file_of_the_inbox(api: Api) -> None:
    api.upload(f"/contacts/{api.customer()}/attachment", PDF)
    [row] = api.get("/documents")["documents"]
    bill = make(api, "/bills", documents=[{"document_id": row["document_id"]}])
    assert bill["attachment_name"] == PDF[0]


def test_an_expense_takes_several_files_and_tells_of_each(api: Api) -> None:
    path = f"/expenses/{make(api, '/expenses')['id']}/attachment"
    rows = api.upload(path, PDF, PNG)["documents"]
    assert [(row["file_name"], row["file_size"]) for row in rows] == [(PDF[0], len(PDF[2])), (PNG[0], len(PNG[2]))]


def test_a_receipt_has_a_preview_when_it_is_a_picture(api: Api) -> None:
    path = f"/expenses/{make(api, '/expenses')['id']}/receipt"
    api.upload(path, ("dot.gif", "image/gif", PIXEL), field="receipt")
    preview = api("GET", path, preview="true")
    assert (preview.status, preview.headers["content-type"]) == (200, "image/png")
    assert preview.raw.startswith(b"\x89PNG")
    api.upload(path, PNG, field="receipt")
    refused = api("GET", path, preview="true")
    assert (refused.status, PNG[0] in refused.message) == (400, True)


HOSTILE = {
    "a program": ("setup.exe", "application/octet-stream", b"MZ"),
    "a program named as a paper": ("bill.pdf", "application/pdf", b"MZ\x90"),
    "a picture declared as a paper": ("photo.png", "application/pdf", PNG[2]),
    "a page declared as a picture": ("photo.png", "text/html", PNG[2]),
    "nothing": ("empty.pdf", "application/pdf", b""),
    "a name that is none": ("../..", "application/pdf", PDF[2]),
    "a name without an end": ("contract", "application/pdf", PDF[2]),
    "too much": ("large.pdf", "application/pdf", b"%PDF-" + b"x" * files.FILE_BYTES_MAX),
}


@pytest.mark.parametrize("upload", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("noun", NOUNS[:2], ids=of)
def test_an_upload_that_is_not_what_it_should_be_is_refused_and_nothing_is_kept(
    api: Api, noun: Attaching, upload: tuple[str, str, bytes]
) -> None:
    path = f"{noun.module.path}/{make(api, noun.module.path)['id']}/attachment"
    api.upload(path, PDF)
    before = dict(api.sandbox.emulator.organizations[api.organization_id].records)
    reply = api.upload(path, PNG, upload)
    assert (reply.status, bool(reply.message)) == (400, True)
    assert dict(api.sandbox.emulator.organizations[api.organization_id].records) == before
    assert api("POST", path).code == 2


def test_a_hostile_name_keeps_its_last_part_only(api: Api) -> None:
    path = f"/invoices/{make(api, '/invoices')['id']}/attachment"
    api.upload(path, ("..\\..\\etc/pass<wd>\u202e.pdf", PDF[1], PDF[2]))
    assert stored(api) == ["passwd.pdf"]


def test_a_name_in_another_script_is_given_back_in_full_beside_its_plain_form(api: Api) -> None:
    path = f"/invoices/{make(api, '/invoices')['id']}/attachment"
    api.upload(path, ("請求書.pdf", PDF[1], PDF[2]))
    header = api("GET", path).headers["content-disposition"]
    assert header == "attachment; filename=\"___.pdf\"; filename*=UTF-8''%E8%AB%8B%E6%B1%82%E6%9B%B8.pdf"


def test_a_document_has_no_more_files_than_it_may(api: Api) -> None:
    challan, invoice = make(api, "/deliverychallans")["id"], make(api, "/invoices")["id"]
    assert api.upload(f"/deliverychallans/{challan}/attachment", *[PDF] * 20).status == 200
    assert api.upload(f"/deliverychallans/{challan}/attachment", PDF).status == 400
    assert api.upload(f"/invoices/{invoice}/attachment", *[PDF] * 11).status == 400
    assert len(stored(api)) == 20


def test_an_organisation_keeps_no_more_files_than_it_may(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    path = f"/invoices/{make(api, '/invoices')['id']}/attachment"
    monkeypatch.setattr(files, "INBOX_BYTES_MAX", len(PDF[2]) + 5)
    assert api.upload(path, PDF).status == 200
    refused = api.upload(path, PDF)
    assert (refused.status, "delete some first" in refused.message) == (400, True)
    assert stored(api) == [PDF[0]]


def test_files_are_in_the_state_file(tmp_path: Path) -> None:
    state = tmp_path / "books.sqlite"
    with Sandbox("empty", limits=False, today=TODAY, state=state) as first:
        api = Api(first)
        path = f"/invoices/{make(api, '/invoices')['id']}/attachment"
        api.upload(path, PDF)
        api.upload(path, PNG)
        api("DELETE", path)
    with Sandbox(limits=False, state=state) as second:
        api = Api(second)
        assert api("GET", path).raw == PNG[2]
        assert stored(api) == [PNG[0]]


def test_the_count_a_form_gives_must_be_right(api: Api) -> None:
    path = f"/expenses/{make(api, '/expenses')['id']}/attachment"
    form = (
        b'--x\r\nContent-Disposition: form-data; name="totalFiles"\r\n\r\n2\r\n'
        b'--x\r\nContent-Disposition: form-data; name="attachment"; filename="a.pdf"\r\n\r\n%PDF-\r\n--x--\r\n'
    )
    headers = {"content-type": "multipart/form-data; boundary=x"}
    assert api.send("POST", path, form, headers).code == 2
    assert api.send("POST", path, form.replace(b"\r\n2\r\n", b"\r\n1\r\n"), headers).status == 200
    [row] = api.get("/documents")["documents"]
    other = f"/expenses/{make(api, '/expenses')['id']}"
    named = form.replace(b"totalFiles", b"document_ids").replace(b"\r\n2\r\n", f"\r\n{row['document_id']}\r\n".encode())
    assert len(api.send("POST", f"{other}/attachment", named, headers)["documents"]) == 2
