"""The tree drawn at the top of the errors is the tree there is, and every error writes its own sentence."""

import pickle
import re

import pytest

from tallystick.model import errors


def drawn() -> dict[str, str]:
    """Each error of the drawing with the one above it, read from its indentation."""
    above: list[tuple[int, str]] = []
    tree = {}
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"^([│├└─ ]*)([A-Z]\w+)(?:\s{2,}|$)", line)
        if found is None:
            continue
        depth = len(found[1])
        while above and above[-1][0] >= depth:
            above.pop()
        tree[found[2]] = above[-1][1] if above else "Exception"
        above.append((depth, found[2]))
    return tree


def test_the_drawing_is_the_tree() -> None:
    classes = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)]
    assert drawn() == {kind.__name__: kind.__bases__[0].__name__ for kind in classes}


def vendor_errors() -> list[type[errors.VendorError]]:
    return [
        value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, errors.VendorError)
    ]


@pytest.mark.parametrize("kind", vendor_errors())
def test_a_vendor_error_tells_vendor_operation_message_facts_and_hint(kind: type[errors.VendorError]) -> None:
    error = kind(
        "The record is gone.",
        vendor="Acme Books",
        operation="get_bill",
        http_status=404,
        code=1002,
        request_id="req-7",
        body=b"{}",
        hint="Check the id",
    )
    said = str(error)
    assert said.startswith("Acme Books ")
    assert "get_bill: The record is gone (HTTP 404, code 1002, request req-7). Check the id." in said


@pytest.mark.parametrize("kind", vendor_errors())
def test_a_vendor_error_crosses_processes_with_its_facts(kind: type[errors.VendorError]) -> None:
    error = kind("gone", vendor="Acme Books", operation="get_bill", http_status=404, body=b"{}", hint="Check.")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes, just written
    assert type(again) is kind
    assert (str(again), vars(again)) == (str(error), vars(error))


def test_an_error_without_an_answer_names_no_status() -> None:
    assert str(errors.VendorUnavailable("refused", vendor="Acme Books", operation="list_bills")) == (
        "Acme Books did not serve list_bills: refused."
    )


def test_a_mistyped_name_is_told_with_the_right_ones() -> None:
    error = errors.UnknownOperation("Acme Books has no operation 'bill'", nearest=["get_bill", "list_bills"])
    assert str(error) == "Acme Books has no operation 'bill'. Did you mean get_bill or list_bills?"


def test_a_spent_limit_writes_its_own_words() -> None:
    error = errors.RateLimited(scope="day", retry_after_seconds=59.6, vendor="Acme Books", operation="list_bills")
    assert str(error) == "Acme Books is pacing list_bills: the day limit is spent; try again in 60 s."
