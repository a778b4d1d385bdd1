"""Who the demo company trades with: which of the retailer's customers, and what they are called and where they are.

Customer numbers, countries and documents are real; names, people and addresses are invented, under `.example`.
Nothing here is random: every choice is drawn from a digest of the customer's number.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from tools.retail import Customer, Document, Kind

COUNTRIES = {
    "United Kingdom": (
        "GB",
        37,
        (
            ("Bristol", "BS1 4DJ"),
            ("Leeds", "LS1 5AB"),
            ("Norwich", "NR2 1TF"),
            ("York", "YO1 7HH"),
            ("Bath", "BA1 1LZ"),
            ("Edinburgh", "EH1 1YZ"),
            ("Cardiff", "CF10 1EP"),
            ("Exeter", "EX4 3SB"),
            ("Lincoln", "LN2 1HN"),
        ),
    ),
    "Germany": ("DE", 6, (("Hamburg", "20095"), ("Leipzig", "04109"), ("Freiburg", "79098"))),
    "France": ("FR", 6, (("Lyon", "69002"), ("Nantes", "44000"), ("Lille", "59800"))),
    "Belgium": ("BE", 2, (("Gent", "9000"), ("Namur", "5000"))),
    "Switzerland": ("CH", 2, (("Bern", "3011"), ("Basel", "4051"))),
    "Spain": ("ES", 2, (("Bilbao", "48001"), ("Sevilla", "41001"))),
    "Portugal": ("PT", 1, (("Porto", "4000-069"),)),
    "Italy": ("IT", 1, (("Bologna", "40121"),)),
    "Sweden": ("SE", 1, (("Uppsala", "753 20"),)),
    "Finland": ("FI", 1, (("Turku", "20100"),)),
    "Norway": ("NO", 1, (("Bergen", "5003"),)),
    "Australia": ("AU", 1, (("Hobart", "7000"),)),
    "Channel Islands": ("JE", 1, (("Saint Helier", "JE2 3QA"),)),
    "Poland": ("PL", 1, (("Gdańsk", "80-831"),)),
}
FIRST_WORDS = [
    "Amber",
    "Alder",
    "Bramble",
    "Copper",
    "Cobalt",
    "Daisy",
    "Ember",
    "Fern",
    "Foxglove",
    "Garnet",
    "Hazel",
    "Heather",
    "Ivory",
    "Jasper",
    "Juniper",
    "Kestrel",
    "Lantern",
    "Larch",
    "Linden",
    "Magpie",
    "Maple",
    "Meadow",
    "Nutmeg",
    "Oak",
    "Olive",
    "Orchard",
    "Pebble",
    "Pepper",
    "Plum",
    "Quill",
    "Rowan",
    "Rosemary",
    "Saffron",
    "Sage",
    "Sparrow",
    "Teasel",
    "Thistle",
    "Thyme",
    "Umber",
    "Verbena",
    "Walnut",
    "Willow",
    "Wren",
    "Yarrow",
    "Barley",
    "Birch",
    "Clover",
    "Cedar",
    "Damson",
    "Elder",
    "Flint",
    "Gorse",
    "Harbour",
    "Indigo",
    "Kiln",
    "Lavender",
    "Marigold",
    "Nettle",
    "Opal",
    "Primrose",
    "Quarry",
    "Reed",
    "Sorrel",
    "Tansy",
]
TRADES = ("Gifts", "Interiors", "Stationers", "Home", "Trading", "Bazaar", "Emporium", "Tearooms", "Crafts", "Books")
GIVEN_NAMES = (
    "Ada",
    "Ben",
    "Clara",
    "David",
    "Elif",
    "Femi",
    "Grace",
    "Henrik",
    "Ines",
    "Jonas",
    "Kira",
    "Luca",
    "Mona",
    "Noor",
    "Otto",
    "Priya",
    "Rosa",
    "Sami",
    "Tara",
    "Viktor",
)
FAMILY_NAMES = (
    "Abbott",
    "Brandt",
    "Costa",
    "Dubois",
    "Eklund",
    "Fischer",
    "Gray",
    "Hughes",
    "Iversen",
    "Jansen",
    "Kaur",
    "Lindqvist",
    "Moreau",
    "Nowak",
    "Okafor",
    "Price",
    "Rossi",
    "Silva",
    "Turner",
    "Weber",
)
STREETS = ("Market Street", "Mill Lane", "Station Road", "Church Square", "Harbour Row", "Garden Walk", "Bridge Street")
LINES_MAX = 80
"""A customer with a longer document is left to the full data set: the demo shows trade, not a stress test."""


def draw(what: str, count: int) -> int:
    """Return a number from 0 to count − 1 that depends on nothing but the text."""
    return int.from_bytes(hashlib.sha256(what.encode()).digest()[:6], "big") % count


def choose(documents: Iterable[Document]) -> dict[Customer, list[Document]]:
    """Return the demo's customers with all their documents: a quota per country, by the digest of the number.

    Only customers with steady trade are asked: documents in at least three of the last six months, eight to thirty-two
    in all, none longer than LINES_MAX, and of one country.
    """
    trade: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        trade[document.customer.number].append(document)
    steady = sorted(
        (own[0].customer for number, own in trade.items() if number and _is_steady(own)),
        key=lambda customer: hashlib.sha256(customer.number.encode()).digest(),
    )
    chosen = [
        customer
        for country, (_, quota, _) in COUNTRIES.items()
        for customer in [each for each in steady if each.country == country][:quota]
    ]
    return {customer: trade[customer.number] for customer in sorted(chosen, key=lambda each: each.number)}


def _is_steady(own: list[Document]) -> bool:
    recent = {document.month for document in own if document.month >= "2011-07"}
    return (
        len({document.customer.country for document in own}) == 1
        and len(recent) >= 3
        and 8 <= len(own) <= 32
        and max(len(document.lines) for document in own) <= LINES_MAX
        and all(document.kind is not Kind.JOURNAL for document in own)
        and sum(document.total for document in own) > 500
    )


def contact(customer: Customer, place: int) -> dict[str, Any]:
    """Return the fields of the contact of the customer at a place in the list (which makes its name unique)."""
    number = customer.number
    code, _, cities = COUNTRIES[customer.country]
    name = f"{FIRST_WORDS[place % len(FIRST_WORDS)]} {TRADES[draw(f'trade {number}', len(TRADES))]}"
    domain = f"{name.lower().replace(' ', '-')}.example"
    given = GIVEN_NAMES[draw(f"given {number}", len(GIVEN_NAMES))]
    family = FAMILY_NAMES[draw(f"family {number}", len(FAMILY_NAMES))]
    city, postcode = cities[draw(f"city {number}", len(cities))]
    address = {
        "attention": f"{given} {family}",
        "street": f"{1 + draw(f'house {number}', 120)} {STREETS[draw(f'street {number}', len(STREETS))]}",
        "city": city,
        "postcode": postcode,
        "country": customer.country,
        "country_code": code,
    }
    person = {"first_name": given, "last_name": family, "email": f"{given.lower()}@{domain}", "is_primary": True}
    return {
        "name": name,
        "company_name": name,
        "notes": f"Customer {number} of the retailer's own list.",
        "website": f"https://{domain}",
        "persons": [person],
        "billing_address": address,
        "shipping_address": address,
    }
