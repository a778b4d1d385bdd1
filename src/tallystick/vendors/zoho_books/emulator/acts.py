"""Operations that do one thing to a document that exists, or to several at once, and answer with a message.

Creating, changing and deleting are in `module`; what is done is each noun's own business.
"""

from collections.abc import Callable
from typing import Any

from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.module import Module, identities_of


def acts(module: Module, act: Callable[[Call, Any], Any], message: str) -> Callable[[Call], Answer]:
    """Make an operation that does one thing to the document its path names and answers with a message alone."""

    def run(call: Call) -> Answer:
        act(call, module.named(call))
        return Answer(message=message)

    return run


def becomes(command: type[Any]) -> Callable[[Call, Any], None]:
    """Make an act that only puts a Book's command to the document: `command(id=…, user_id=…)`."""

    def act(call: Call, document: Any) -> None:
        call.organization.execute(command(id=document.id, user_id=call.user_id))

    return act


def acts_on_many(
    module: Module, parameter: str, act: Callable[[Call, Any], Any], message: str
) -> Callable[[Call], Answer]:
    """Make an operation that does one thing to every document a parameter names, to all of them or to none."""

    def run(call: Call) -> Answer:
        for identity in identities_of(module, call, parameter):
            act(call, module.find(call.organization, identity))
        return Answer(message=message)

    return run
