"""The preview of a file: a picture made small. Where files are kept is in `files`."""

import warnings
from io import BytesIO
from typing import Final

from tallystick.vendors.zoho_books.emulator import files
from tallystick.vendors.zoho_books.emulator.call import Answer, Call
from tallystick.vendors.zoho_books.emulator.errors import Refused
from tallystick.vendors.zoho_books.emulator.wire import Response

SIDE_PIXELS_MAX: Final = 200
PIXELS_MAX: Final = 40_000_000
"""Pixels of a picture that is unpacked; a small file may claim to be a very large one."""
FORMATS: Final = ("GIF", "PNG", "JPEG", "BMP")


def thumbnail(call: Call, identity: str) -> Answer:
    """Return a picture's preview as PNG; another file is given as it is.

    Raises Refused when the file cannot be read as the picture it begins as, or is too large to be unpacked.
    """
    facts = files.file(call.organization, identity)
    if facts["file_type"] not in files.IMAGES:
        return files.download(call, identity)
    small = _small(files.content(call.organization, identity))
    if small is None:
        raise Refused("picture", name=facts["file_name"])
    stem = facts["file_name"].rpartition(".")[0]
    headers = (("Content-Type", "image/png"), ("Content-Disposition", files.disposition(f"{stem}.png", inline=True)))
    return Answer(raw=Response(200, headers, small))


def _small(content: bytes) -> bytes | None:
    """Return a picture made small, None when it cannot be."""
    from PIL import Image  # noqa: PLC0415 - a sandbox that shows no picture does not pay for it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(content), formats=FORMATS)
            if image.width * image.height > PIXELS_MAX:
                return None
            small = image.convert("RGB")
            small.thumbnail((SIDE_PIXELS_MAX, SIDE_PIXELS_MAX))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    written = BytesIO()
    small.save(written, "PNG")
    return written.getvalue()
