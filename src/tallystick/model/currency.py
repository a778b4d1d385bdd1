"""How many decimal places a currency's smallest unit has. No exchange rates.

Source: ISO 4217, which gives two places to every currency that is not named here.
"""

from typing import Final

PLACES_USUAL: Final = 2
PLACES: Final = {
    **dict.fromkeys(
        (
            "BIF",
            "CLP",
            "DJF",
            "GNF",
            "ISK",
            "JPY",
            "KMF",
            "KRW",
            "PYG",
            "RWF",
            "UGX",
            "UYI",
            "VND",
            "VUV",
            "XAF",
            "XOF",
            "XPF",
        ),
        0,
    ),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
    **dict.fromkeys(("CLF", "UYW"), 4),
}


def places_of(currency: str | None) -> int:
    """Return the decimal places of a currency's smallest unit; an unknown currency has two."""
    return PLACES.get(currency or "", PLACES_USUAL)
