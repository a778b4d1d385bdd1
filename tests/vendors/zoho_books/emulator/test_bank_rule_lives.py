"""The lives of bank rules and match filters: recognising, categorising at once, order, suggestions skipped."""

import pytest

from tests.vendors.zoho_books.emulator.bank import held, imported, opened, rows
from tests.vendors.zoho_books.emulator.conftest import Api, Json

RULES = "/bankaccounts/rules"


@pytest.fixture
def bank(api: Api) -> str:
    return opened(api)


def rule_of(api: Api, **fields: object) -> Json:
    criterion = [{"field": "payee", "comparator": "contains", "value": "bow"}]
    return {
        "rule_name": "Fuel",
        "rule_category": "all_accounts",
        "apply_to": "withdrawals",
        "criteria_type": "and",
        "criterion": criterion,
        "record_as": "expense",
        "account_id": api.account("Rent Expense"),
        **fields,
    }


def made(api: Api, **fields: object) -> str:
    return str(api.made(RULES, rule_of(api, **fields), "rule")["rule_id"])


def test_a_rule_only_recognises_until_it_is_told_to_categorise(api: Api, bank: str) -> None:
    rule = made(api, account_ids=bank, rule_category="selected_accounts", auto_categorize="recognize")
    line = imported(api, bank, "debit", 40)
    [row] = rows(api, bank)
    assert (row["status"], row["is_rule_exist"]) == ("uncategorized", True)
    assert row["rule_details"] == [{"rule_id": rule, "rule_name": "Fuel"}]
    reply = api("PUT", f"{RULES}/{rule}", {"auto_categorize": "autocategorize"})
    assert (reply.message, reply["rule"]["auto_categorize"]) == ("The bank rule has been updated.", "autocategorize")
    other = imported(api, bank, "debit", 60, transaction_id="X-2")
    assert {row["transaction_id"]: row["status"] for row in rows(api, bank)} == {
        line: "uncategorized",
        other: "categorized",
    }
    [expense] = api.get("/expenses")["expenses"]
    assert (expense["total"], held(api, bank)) == (60, -60)
    assert api("POST", f"/banktransactions/{other}/uncategorize").status == 200
    assert (api.get("/expenses")["expenses"], held(api, bank)) == ([], 0)
    assert api("DELETE", f"{RULES}/{rule}").message == "The rule has been deleted."
    assert [row["is_rule_exist"] for row in rows(api, bank)] == [False, False]


def test_a_line_whose_rule_the_accounts_refuse_is_imported_all_the_same(api: Api, bank: str) -> None:
    made(api, auto_categorize="autocategorize")
    lock = {"transaction_lock_module": "purchase", "transaction_lock_date": "2026-06-02", "reason": "Filed"}
    assert api("PUT", "/transactionlock", lock).status == 200
    imported(api, bank, "debit", 5)
    assert [(row["status"], row["is_rule_exist"]) for row in rows(api, bank)] == [("uncategorized", True)]


def test_rules_are_asked_in_their_order_and_changed_many_at_once(api: Api, bank: str) -> None:
    first, second = made(api), made(api, rule_name="Second")
    line = imported(api, bank, "debit", 5)
    assert rows(api, bank)[0]["rule_details"][0]["rule_id"] == first
    order = {"rules": [{"rule_id": second, "rule_order": 1}, {"rule_id": first, "rule_order": 2}]}
    assert api("POST", f"{RULES}/order", order).message == "The rules have been reordered."
    assert [(each["rule_id"], each["rule_order"]) for each in api.get(RULES)["rules"]] == [(second, 1), (first, 2)]
    assert rows(api, bank)[0]["rule_details"][0]["rule_id"] == second
    skipped = api("POST", f"{RULES}/skipsuggest", {"transaction_id": line})
    assert skipped.message == "The suggested rule has been skipped."
    assert rows(api, bank)[0]["rule_details"][0]["rule_id"] == first
    renamed = {"rules": [{"rule_id": first, "rule_name": "One"}, {"rule_id": second, "rule_name": "Two"}]}
    assert api("PUT", RULES, renamed).message == "The rules have been updated."
    assert [each["rule_name"] for each in api.get(RULES)["rules"]] == ["Two", "One"]
    wrong = {"rules": [{"rule_id": first, "rule_name": "Three"}, {"rule_id": "9"}]}
    assert api("PUT", RULES, wrong).code == 1002
    assert api.get(f"{RULES}/{first}")["rule"]["rule_name"] == "One"
    assert api("DELETE", RULES, rule_ids=f"{first},{second}").message == "The rules have been deleted."
    assert api.get(RULES)["rules"] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"record_as": "deposit", "rule_category": "all_banks"},
        {"record_as": "owner_drawings", "rule_category": "all_credit_cards"},
        {"rule_name": ""},
        {"criterion": []},
        {"criterion": [{"field": "colour", "comparator": "is", "value": "red"}]},
        {"criterion": [{"field": "amount", "comparator": "contains", "value": "5"}]},
        {"criterion": [{"field": "amount", "comparator": "less_than", "value": "much"}]},
        {"rule_category": "selected_accounts"},
        {"apply_to": "sideways"},
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(api: Api, wrong: Json) -> None:
    reply = api("POST", RULES, rule_of(api, **wrong))
    assert reply.status == 400, reply.json
    assert api.get(RULES)["rules"] == []


def test_match_filters_are_kept_under_their_names(api: Api) -> None:
    path = "/bankaccounts/matchfilters"
    first = api.made(path, {"rule_name": "Office supplies", "rule_order": 1, "apply_to": "withdrawal"}, "match_filter")
    assert api("POST", path, {"rule_order": 2}).code == 4
    one = f"{path}/{first['match_filter_id']}"
    assert api("PUT", one, {"rule_name": "Paper"}).message == "The match filter has been updated."
    assert [each["rule_name"] for each in api.get(path)["match_filters"]] == ["Paper"]
    assert api("DELETE", one).message == "The match filter has been deleted."
    assert api("DELETE", one).code == 1002
