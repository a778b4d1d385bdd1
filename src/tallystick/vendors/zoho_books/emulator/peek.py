"""What the API would answer to a read of one document, found without a call: no token, limit, fault or log has a part in it.

Only operations that read one thing by its id are answered, and nothing is changed by it.
"""

from tallystick.books.refusal import Refused as BookRefused
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.organization import Organization
from tallystick.vendors.zoho_books.emulator.path import Emulator
from tallystick.vendors.zoho_books.emulator.undocumented import PLACEHOLDER
from tallystick.vendors.zoho_books.operations import OPERATIONS


def peek(emulator: Emulator, organization: Organization, operation_id: str, identity: str) -> Answer:
    """Return the answer of an operation such as `get_invoice` about one document.

    Raises Refused (of the emulator), as the API refuses it.
    """
    operation = OPERATIONS[operation_id]
    assert operation.method == "GET", f"{operation_id} does not only read"
    (placeholder,) = PLACEHOLDER.findall(operation.path)
    now = emulator.now().astimezone(organization.zone)
    holder_id, user_id = next(iter(organization.settings.members.items()), ("", ""))
    call = Call(
        operation=operation,
        organization=organization,
        user_id=user_id,
        holder_id=holder_id,
        now=now,
        today=now.date(),
        host=emulator,
        ids={placeholder: identity},
    )
    try:
        return emulator.handlers[operation.method, operation.path](call)
    except BookRefused as refused:
        raise emulator.translate(refused) from refused
    finally:
        organization.roll_back()
