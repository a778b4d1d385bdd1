"""Zoho Books' 849 operations, as generated data: `OPERATIONS["list_invoices"]`, `OPERATIONS.find("GET", "/invoices")`.

The files beside this one are written by `tools/generate.py` from the vendor's OpenAPI documents and `overlay.toml`;
nothing here is edited by hand but the overlay.
"""

from pathlib import Path
from typing import Final

from tallystick.rest.operations import Operations

OPERATIONS: Final = Operations(Path(__file__).parent)
