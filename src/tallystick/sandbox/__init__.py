"""Door: the sandbox, which hosts vendors' emulators over real books on this machine. It never sees a mirror or a vault."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tallystick.sandbox.world import Sandbox

__all__ = ["Sandbox"]


def __getattr__(name: str) -> Any:
    # Imported when asked for: pytest loads a file of this room in every project, and must not wait for the rest of it.
    if name == "Sandbox":
        from tallystick.sandbox.world import Sandbox  # noqa: PLC0415  as said above

        return Sandbox
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
