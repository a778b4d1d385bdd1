"""Endpoints that real clients use and the vendor's OpenAPI documents leave out, each as an Operation with its evidence.

No behaviour is here: a noun's file answers each of them, as it does any other operation.
"""

from collections.abc import Iterable
from typing import Final

from tallystick.rest.operation import Operation, Parameter
from tallystick.rest.operations import Operations

_TAP: Final = "documented(an open-source tap reads this path and its top keys; the inner keys are assumed)"
_SEEN: Final = "documented(named by several open-source clients; keys assumed)"
_SCOPES: Final = ("ZohoBooks.reports.READ",)
_PERIOD: Final = tuple(Parameter(name) for name in ("from_date", "to_date", "cash_based"))


def _report(name: str, evidence: str, parameters: tuple[Parameter, ...] = _PERIOD) -> Operation:
    return Operation(
        id=f"report_{name}",
        module="reports",
        method="GET",
        path=f"/reports/{name}",
        parameters=parameters,
        message="success",
        scopes=_SCOPES,
        evidence=(evidence,),
    )


FIELDS: Final = Operation(
    id="list_fields",
    module="settings",
    method="GET",
    path="/settings/fields",
    parameters=(Parameter("organization_id"), Parameter("entity")),
    envelope="fields",
    scopes=("ZohoBooks.settings.READ",),
    # Clients in production read fields[].label, field_name_formatted, api_name, data_type and is_active.
    evidence=("documented(a client's test suite, said to run against the real service, reads it)",),
)
UNDOCUMENTED: Final = (
    FIELDS,
    _report("profitandloss", _TAP),
    _report("accounttransaction", _TAP),
    _report("aragingdetails", _TAP, (Parameter("report_date"),)),
    _report("aragingsummary", _TAP, (Parameter("report_date"),)),
    _report("apagingsummary", _SEEN, (Parameter("report_date"),)),
    _report("balancesheet", _SEEN),
    _report("trialbalance", _SEEN),
    _report("cashflow", _SEEN),
    _report("generalledger", _SEEN),
    _report("salesbycustomer", _SEEN),
)


class Routes:
    """The vendor's operations, and beside them the undocumented ones, which have no placeholders in their paths."""

    def __init__(self, operations: Operations, undocumented: Iterable[Operation] = UNDOCUMENTED) -> None:
        self._operations = operations
        self._beside: dict[str, dict[str, Operation]] = {}
        for each in undocumented:
            self._beside.setdefault(each.path, {})[each.method] = each

    def find(self, method: str, path: str) -> tuple[Operation, dict[str, str]] | None:
        """Return the operation that answers a concrete path, and its path parameters; else None."""
        beside = self._beside.get(path, {}).get(method)
        return self._operations.find(method, path) if beside is None else (beside, {})

    def methods(self, path: str) -> tuple[str, ...]:
        """Return the methods a concrete path answers, sorted; empty when there is no such path."""
        return tuple(sorted({*self._operations.methods(path), *self._beside.get(path, ())}))
