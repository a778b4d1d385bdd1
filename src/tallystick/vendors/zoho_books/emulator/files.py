"""The files an organisation keeps: taken from uploads, checked, bounded, and attached to its documents.

What can be done with them over the wire is in `attachments`; no noun is named here. A file's facts are one record and
its bytes another, so that attaching it elsewhere does not write its bytes again.
"""

import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import quote

import msgspec

from tallystick.vendors.zoho_books.emulator.call import Answer, Call, Upload
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.kept import PRIVATE, private, put
from tallystick.vendors.zoho_books.emulator.organization import OWN, Organization
from tallystick.vendors.zoho_books.emulator.wire import Response

FILE_BYTES_MAX: Final = 10 * 1024 * 1024
"""Bytes of one file (a client's own limit, and the vendor's for delivery challans)."""
FILES_MAX: Final = 10
"""Files of one document, where the vendor names no number: assumed."""
INBOX_FILES_MAX: Final = 5_000
INBOX_BYTES_MAX: Final = 256 * 1024 * 1024
"""Bytes of all files of an organisation: a sandbox holds them in memory."""
NAME_LENGTH_MAX: Final = 200
INBOX: Final = "documents"
"""Where the ids and the sizes of an organisation's files stand among its records; no document has such an id."""
ATTACHED: Final = "attached"
"""The emulator's own field of a document that holds the ids of its files."""
GENERIC_TYPES: Final = frozenset({"", "application/octet-stream", "binary/octet-stream"})
"""What senders declare who do not know the type."""
_OLE: Final = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
_ZIP: Final = (b"PK\x03\x04",)
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"

Row = dict[str, Any]


class FileType(msgspec.Struct, frozen=True):
    """One type of file: the media type it is given back with, how its bytes begin, and other names senders use."""

    media: str
    begins: tuple[bytes, ...] = ()
    aliases: tuple[str, ...] = ()


TYPES: Final[dict[str, FileType]] = {
    "gif": FileType("image/gif", (b"GIF87a", b"GIF89a")),
    "png": FileType("image/png", (b"\x89PNG\r\n\x1a\n",)),
    "jpeg": FileType("image/jpeg", (b"\xff\xd8\xff",), ("image/jpg", "image/pjpeg")),
    "jpg": FileType("image/jpeg", (b"\xff\xd8\xff",), ("image/jpg", "image/pjpeg")),
    "bmp": FileType("image/bmp", (b"BM",), ("image/x-ms-bmp", "image/x-bmp")),
    "pdf": FileType("application/pdf", (b"%PDF-",), ("application/x-pdf",)),
    "xls": FileType("application/vnd.ms-excel", _OLE),
    "doc": FileType("application/msword", _OLE),
    "xlsx": FileType(f"{_OFFICE}.spreadsheetml.sheet", _ZIP),
    "docx": FileType(f"{_OFFICE}.wordprocessingml.document", _ZIP),
    "txt": FileType("text/plain"),
    "csv": FileType("text/csv", (), ("application/vnd.ms-excel", "text/plain")),
}
"""Types of files by the ends of their names; one without a beginning is text."""
IMAGES: Final = frozenset({"gif", "png", "jpeg", "jpg", "bmp"})
SCANS: Final = (*sorted(IMAGES), "pdf")
PAPERS: Final = (*SCANS, "xls", "xlsx", "doc", "docx")
ANY_FILE: Final = tuple(TYPES)


def ending(name: str) -> str:
    """Return what follows the last point of a file's name, in lower case."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def clean_name(name: str) -> str:
    """Return a sender's name of a file without folders and control characters, its end kept when it is too long."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(each for each in last if unicodedata.category(each)[0] != "C" and each not in '"<>|:*?').strip(" .")
    return shown[-NAME_LENGTH_MAX:]


def check(upload: Upload, types: Iterable[str]) -> str:
    """Return the name to keep a file under.

    Raises Refused: code 2 for an empty file or one without a name, else for one that is too large, of a type that is
    not taken, or whose bytes are not what its name and its declared type say.
    """
    name = clean_name(upload.filename)
    if not upload.content or not name:
        raise Refused("invalid_value", field=upload.field or "attachment")
    if len(upload.content) > FILE_BYTES_MAX:
        raise Refused("file_too_large", limit=FILE_BYTES_MAX // (1024 * 1024))
    end, known = ending(name), tuple(types)
    if end not in known:
        raise Refused("file_type", types=", ".join(known))
    kind = TYPES[end]
    declared = upload.content_type.partition(";")[0].strip().lower()
    if declared not in {kind.media, *kind.aliases, *GENERIC_TYPES}:
        raise Refused("file_content", name=name)
    if not (upload.content.startswith(kind.begins) if kind.begins else _is_text(upload.content)):
        raise Refused("file_content", name=name)
    return name


def _is_text(content: bytes) -> bool:
    try:
        return "\x00" not in content.decode()
    except UnicodeDecodeError:
        return False


def take(call: Call, uploads: Iterable[Upload], types: Iterable[str] = SCANS) -> list[str]:
    """Keep files, and return their ids; nothing is kept of a call that is refused. Raises Refused as `check` does."""
    organization, known = call.organization, tuple(types)
    identities = []
    for upload in uploads:
        name = check(upload, known)
        sizes = organization.records.get(INBOX, {})
        if len(sizes) >= INBOX_FILES_MAX or sum(sizes.values()) + len(upload.content) > INBOX_BYTES_MAX:
            raise Refused("files_full", limit=INBOX_BYTES_MAX // (1024 * 1024))
        identity = organization.ids()
        facts = {
            "document_id": identity,
            "file_name": name,
            "file_type": ending(name),
            "file_size": len(upload.content),
            "uploaded_by_id": call.user_id,
            "uploaded_time": call.now.isoformat(),
            "owners": [],
        }
        organization.set_record(INBOX, {**sizes, identity: len(upload.content)})
        organization.set_record(identity, facts)
        organization.set_record(_content_key(identity), {"content": b64encode(upload.content).decode()})
        identities.append(identity)
    return identities


def _content_key(identity: str) -> str:
    return f"content{OWN}{identity}"


def file(organization: Organization, identity: str) -> Row:
    """Return what is known of a file. Raises Refused (code 1002) when there is none."""
    if identity not in organization.records.get(INBOX, {}):
        raise Refused("does_not_exist", thing="Document")
    return organization.records[identity]


def content(organization: Organization, identity: str) -> bytes:
    """Return a file's bytes."""
    return b64decode(organization.records[_content_key(identity)]["content"])


def attached(organization: Organization, owner_id: str) -> list[str]:
    """Return the ids of a document's files, in the order they were attached."""
    found: list[str] = private(organization, owner_id, ATTACHED, [])
    return found


def attach(organization: Organization, owner_id: str, identities: Iterable[str], *, files_max: int = FILES_MAX) -> None:
    """Attach files to a document. Raises Refused: code 1002 for a file that is not there, else for too many."""
    old = attached(organization, owner_id)
    new = [each for each in dict.fromkeys(identities) if each not in old]
    if not new:
        return
    if len(old) + len(new) > files_max:
        raise Refused("files_max", limit=files_max)
    for identity in new:
        facts = file(organization, identity)
        organization.set_record(identity, {**facts, "owners": [*facts["owners"], owner_id]})
    put(organization, owner_id, **{PRIVATE + ATTACHED: [*old, *new]})


def detach(organization: Organization, owner_id: str, identity: str, *, keep: bool = False) -> None:
    """Take a file off a document, and forget it unless another one has it or it is to be kept.

    Raises Refused (code 1002) when the document has no such file.
    """
    old = attached(organization, owner_id)
    if identity not in old:
        raise Refused("does_not_exist", thing="Document")
    put(organization, owner_id, **{PRIVATE + ATTACHED: [each for each in old if each != identity]})
    facts = file(organization, identity)
    owners = [each for each in facts["owners"] if each != owner_id]
    if owners or keep:
        organization.set_record(identity, {**facts, "owners": owners})
    else:
        _forget(organization, identity)


def replace(organization: Organization, owner_id: str, old: str, new: str) -> None:
    """Put a file just kept in the place another one has on a document. Raises Refused (code 1002)."""
    places = attached(organization, owner_id)
    detach(organization, owner_id, old)
    organization.set_record(new, {**file(organization, new), "owners": [owner_id]})
    put(organization, owner_id, **{PRIVATE + ATTACHED: [new if each == old else each for each in places]})


def delete(organization: Organization, identity: str) -> None:
    """Forget a file, and take it off every document that has it. Raises Refused (code 1002)."""
    for owner_id in file(organization, identity)["owners"]:
        left = [each for each in attached(organization, owner_id) if each != identity]
        put(organization, owner_id, **{PRIVATE + ATTACHED: left})
    _forget(organization, identity)


def _forget(organization: Organization, identity: str) -> None:
    sizes = organization.records[INBOX]
    organization.set_record(INBOX, {each: size for each, size in sizes.items() if each != identity})
    organization.drop_record(identity)
    organization.drop_record(_content_key(identity))


def hand_over(organization: Organization, owner_id: str, other_id: str) -> None:
    """Move a document's files to another one, which may have more than it could be given one by one."""
    identities = attached(organization, owner_id)
    attach(organization, other_id, identities, files_max=INBOX_FILES_MAX)
    for identity in identities:
        detach(organization, owner_id, identity)


def detach_all(organization: Organization, owner_id: str) -> None:
    """Take every file off a document that is going."""
    for identity in attached(organization, owner_id):
        detach(organization, owner_id, identity)


def file_row(organization: Organization, identity: str, order: int = 1) -> Row:
    """Return a file as documents show the ones attached to them."""
    facts = file(organization, identity)
    return {
        "document_id": identity,
        "file_name": facts["file_name"],
        "file_type": facts["file_type"],
        "file_size": facts["file_size"],
        "file_size_formatted": _size(facts["file_size"]),
        "attachment_order": order,
        "can_show_in_portal": False,
        "source": "api",
        "uploaded_by_id": facts["uploaded_by_id"],
        "uploaded_time": facts["uploaded_time"],
    }


def _size(count: int) -> str:
    kilobytes = count / 1024
    return f"{kilobytes:.1f} KB" if kilobytes < 1024 else f"{kilobytes / 1024:.1f} MB"


def file_rows(organization: Organization, owner_id: str) -> list[Row]:
    """Return a document's files as it shows them."""
    identities = attached(organization, owner_id)
    return [file_row(organization, identity, order) for order, identity in enumerate(identities, start=1)]


def shown(organization: Organization, owner_id: str, wire: Mapping[str, Any]) -> Row:
    """Return the keys about files that a wire form has, filled in; nothing when the document has none.

    A row's `documents` is an empty text in every recording and stays one.
    """
    identities = attached(organization, owner_id)
    if not identities:
        return {}
    known = {
        "has_attachment": True,
        "attachment_name": file(organization, identities[0])["file_name"],
        "can_send_in_mail": organization.records[owner_id].get("can_send_in_mail", False),
    }
    found = {key: value for key, value in known.items() if key in wire}
    if isinstance(wire.get("documents"), list):
        found["documents"] = file_rows(organization, owner_id)
    return found


def disposition(name: str, *, inline: bool = False) -> str:
    """Return the Content-Disposition of a file: its name in ASCII, and in full beside it when that differs."""
    how = "inline" if inline else "attachment"
    plain = "".join(each if " " <= each <= "~" and each not in '"\\' else "_" for each in name)
    beside = "" if plain == name else f"; filename*=UTF-8''{quote(name, safe='')}"
    return f'{how}; filename="{plain}"{beside}'


def download(call: Call, identity: str) -> Answer:
    """Return a file's bytes as an answer; `inline=true` says that they are to be shown, not saved."""
    facts = file(call.organization, identity)
    headers = (
        ("Content-Type", TYPES[facts["file_type"]].media),
        ("Content-Disposition", disposition(facts["file_name"], inline=call.query.get("inline") == "true")),
    )
    return Answer(raw=Response(200, headers, content(call.organization, identity)))
