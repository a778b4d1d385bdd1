"""Settings: the only reader of the environment. Nothing here opens, connects or decides; rooms are handed what they need.

Every variable of our own starts with `TALLYSTICK_`; its name is the field's name in capitals. All mistakes are reported at
once. A vendor's variables have the names its users know; the vendor declares them.
"""

import difflib
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self

import msgspec

PREFIX: Final = "TALLYSTICK_"
PROCESS: Final[Mapping[str, str]] = os.environ
"""The environment of this process; whoever is not handed another reads this one."""


class SettingError(ValueError):
    """One or more variables of the environment cannot be used; each line names one and says what to write instead."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the environment may choose; the defaults are what a stranger gets.

    Raises SettingError from `read` when a variable has a wrong value or a name that no field has.
    """

    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        msgspec.Meta(description="How much the programs say on standard error."),
    ] = "warning"

    @classmethod
    def read(cls, environment: Mapping[str, str] = PROCESS) -> Self:
        """Return the settings an environment spells; a variable that is empty counts as not set."""
        fields = {name.removeprefix(PREFIX).lower(): text for name, text in environment.items() if _is_ours(name, text)}
        problems = [_unknown(name) for name in sorted(fields.keys() - set(cls.__struct_fields__))]
        known: dict[str, Any] = {}
        for field in msgspec.structs.fields(cls):
            if field.name in fields:
                try:
                    known[field.name] = msgspec.convert(fields[field.name], field.type, strict=False)
                except msgspec.ValidationError as error:
                    problems.append(f"{variable(field.name)}={fields[field.name]!r}: {error}; {_advice(field.type)}")
        if problems:
            raise SettingError("\n".join(problems))
        return cls(**known)


def read_variables(names: Mapping[str, str], environment: Mapping[str, str] = PROCESS) -> dict[str, str]:
    """Return what an environment says for a vendor's variables (field → variable), by field; empty counts as not set."""
    return {field: text for field, name in names.items() if (text := environment.get(name, "").strip())}


def credentials_path(vendor: str, environment: Mapping[str, str] = PROCESS, *, platform: str = sys.platform) -> Path:
    """Return where this machine's user keeps what opens a vendor, by the platform's convention; it may not be there."""
    if platform == "win32":
        folder = Path(environment.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif platform == "darwin":
        folder = Path.home() / "Library" / "Application Support"
    else:
        folder = Path(environment.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return folder / "tallystick" / f"{vendor.replace('_', '-')}.json"


def variable(field: str) -> str:
    """Return the environment variable that sets a field."""
    return PREFIX + field.upper()


def _is_ours(name: str, text: str) -> bool:
    return name.startswith(PREFIX) and text != ""


def _unknown(field: str) -> str:
    near = difflib.get_close_matches(field, Settings.__struct_fields__, n=1)
    advice = f"did you mean {variable(near[0])}?" if near else "remove it, or see docs/guide/settings.md"
    return f"{variable(field)} is no setting; {advice}"


def _advice(kind: Any) -> str:
    described = msgspec.inspect.type_info(kind)
    if isinstance(described, msgspec.inspect.Metadata):
        described = described.type
    if isinstance(described, msgspec.inspect.LiteralType):
        return "write one of " + ", ".join(str(value) for value in described.values)
    return "see docs/guide/settings.md"
