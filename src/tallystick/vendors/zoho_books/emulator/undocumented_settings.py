"""Endpoints of an organisation's settings and master data that real clients use and the vendor's documents leave out.

Each is an Operation with its evidence; no behaviour is here.
"""

from typing import Final

from tallystick.rest.operation import Operation, Parameter, Place, Shape

NOTES: Final = "recorded(answers of the service kept in a client's notes; the path by several clients)"
WRAPPERS: Final = "documented(the vendor's first client libraries call it and read these keys)"
CALLED: Final = "assumed(clients in production call it; inner keys assumed)"
WEBHOOKS: Final = (
    "documented(zoho.com/books/api/v3/webhooks; clients in production send and read these keys; messages assumed)"
)
WORKFLOWS: Final = (
    "documented(zoho.com/books/api/v3/workflows; clients in production send and read these keys; messages assumed)"
)
AUTOMATION: Final = "assumed(the vendor documents that it exists; its path and keys are assumed)"
ANY_BODY: Final = Shape(type_="object")
STATES: Final = ("active", "inactive")
_VERBS: Final = {"GET": "READ", "POST": "CREATE", "PUT": "UPDATE", "DELETE": "DELETE"}
_STATUS: Final = {"POST": 201}


def _operation(
    method: str, path: str, evidence: str, *, envelope: str = "", query: tuple[str, ...] = (), status: int = 0
) -> Operation:
    placed = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    words = "_".join(part.strip("{}") for part in path.split("/") if part)
    return Operation(
        id=f"{method.lower()}_{words}",
        module="settings",
        method=method,
        path=path,
        parameters=(
            *(Parameter(name, Place.PATH) for name in placed),
            *(Parameter(name) for name in ("organization_id", *query)),
        ),
        body=ANY_BODY if method in {"POST", "PUT"} else None,
        body_kind="json" if method in {"POST", "PUT"} else "",
        envelope=envelope,
        status=status or _STATUS.get(method, 200),
        message="success",
        scopes=(f"ZohoBooks.settings.{_VERBS[method]}",),
        evidence=(evidence,),
    )


def _crud(path: str, key: str, list_key: str, methods: str, evidence: str) -> tuple[Operation, ...]:
    one = f"{path}/{{{key}_id}}"
    rows = {
        "list": ("GET", path, list_key),
        "create": ("POST", path, key),
        "read": ("GET", one, key),
        "update": ("PUT", one, key),
        "delete": ("DELETE", one, ""),
    }
    found = (rows[name] for name in methods.split())
    return tuple(_operation(method, where, evidence, envelope=envelope) for method, where, envelope in found)


SETTINGS: Final = (
    _operation("GET", "/settings/preferences", NOTES, envelope="preferences"),
    _operation("PUT", "/settings/preferences", WRAPPERS),
    *(
        _operation(method, f"/settings/{noun}{more}", WRAPPERS if noun != "invoices" else NOTES, envelope=envelope)
        for noun, key in (("invoices", "invoice"), ("estimates", "estimate"), ("creditnotes", "creditnote"))
        for more, envelope in (("", f"{key}_settings"), ("/notesandterms", "notes_and_terms"))
        for method in ("GET", "PUT")
    ),
    *_crud("/settings/units", "unit", "units", "list create delete", WRAPPERS),
    _operation("GET", "/settings/fields/meta", CALLED, envelope="fields", query=("entity",)),
    _operation("GET", "/settings/fields/bulkfetch", CALLED, envelope="fields", query=("entity_list",)),
    *_crud("/settings/fields", "field", "fields", "create update delete", CALLED),
    _operation("GET", "/settings/templates", CALLED, envelope="templates", query=("entity",)),
    _operation("GET", "/settings/warehouses", CALLED, envelope="warehouses"),
    _operation("GET", "/settings/emailtemplates", CALLED, envelope="emailtemplates"),
    _operation("GET", "/settings/custombuttons", CALLED, envelope="custombuttons", query=("entity",)),
    _operation("GET", "/customviews", CALLED, envelope="entity_views", query=("entity",)),
    *_crud("/salespersons", "salesperson", "salespersons", "list create update delete", CALLED),
    *_crud("/categories", "category", "categories", "list create update delete", CALLED),
    *_crud("/brands", "brand", "brands", "list create update delete", CALLED),
    _operation("GET", "/itemgroups", CALLED, envelope="itemgroups"),
    _operation("GET", "/compositeitems", CALLED, envelope="composite_items"),
    _operation("GET", "/bankbalances", CALLED, envelope="bankbalances"),
    *_crud("/settings/webhooks", "webhook", "webhooks", "list create read update delete", WEBHOOKS),
    *_crud("/settings/workflows", "workflow", "workflows", "list create read update delete", WORKFLOWS),
    *(_operation("POST", f"/settings/workflows/{{workflow_id}}/{state}", WORKFLOWS, status=200) for state in STATES),
    *_crud("/settings/retrypolicies", "retry_policy", "retry_policies", "list create read update delete", AUTOMATION),
    _operation("GET", "/settings/workflowlogs", AUTOMATION, envelope="workflow_logs", query=("status",)),
    _operation("GET", "/settings/workflowlogs/failed", AUTOMATION, envelope="workflow_logs"),
)
