"""The style sheet and the mark, read once, with addresses that change when they do. No template, no route."""

import hashlib
from pathlib import Path
from typing import Final

import msgspec

FOLDER: Final = Path(__file__).parent / "static"
_MEDIA_TYPES: Final = {".css": "text/css", ".svg": "image/svg+xml"}


class Asset(msgspec.Struct, frozen=True):
    """One file the browser fetches besides the page; `href` holds a digest, so it may be kept for ever."""

    name: str
    content: bytes
    media_type: str
    href: str


def load_assets() -> dict[str, Asset]:
    """Return the assets by file name."""
    return {path.name: _load(path) for path in sorted(FOLDER.iterdir()) if path.suffix in _MEDIA_TYPES}


def _load(path: Path) -> Asset:
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()[:12]
    return Asset(path.name, content, _MEDIA_TYPES[path.suffix], f"/static/{path.name}?{digest}")
