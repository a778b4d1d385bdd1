"""The lives of reporting tags and their options, and the documents that have them."""

from typing import Any

from tests.vendors.zoho_books.emulator.conftest import Api

ENTITIES = {
    "entities": [{"entity_name": "customers", "is_enabled": True}],
    "multi_preference_entities": {
        "preference": "line_item",
        "entities": [{"entity_name": "Sales", "is_enabled": True}],
    },
}


def tag(api: Api, name: str = "Region", *options: Any) -> str:
    identity = str(api.made("/reportingtags", {"tag_name": name, **ENTITIES}, "tag")["tag_id"])
    given = [{"option_name": one} if isinstance(one, str) else one for one in options]
    assert (
        api("PUT", f"/reportingtags/{identity}/options", {"options": given}).message == "Options updated successfully"
    )
    return identity


def options(api: Api, identity: str) -> dict[str, str]:
    rows = api.get(f"/reportingtags/{identity}/options/all")["results"]
    return {row["option_name"]: row["option_id"] for row in rows}


def test_a_tag_is_a_draft_until_it_is_activated(api: Api) -> None:
    made = tag(api)
    [row] = api.get("/reportingtags")["tags"]
    assert (row["tag_name"], row["is_draft"], row["is_active"], row["tag_order"]) == ("Region", True, False, 1)
    path = f"/reportingtags/{made}"
    assert api("POST", f"{path}/inactive").status == 400
    assert api("POST", f"{path}/active").message == "The reporting tag has been activated."
    assert api("PUT", path, {"description": "Where"})["tag"]["description"] == "Where"
    [row] = api.get("/reportingtags")["tags"]
    assert (row["is_draft"], row["is_active"]) == (False, True)
    assert api("POST", "/reportingtags", {"tag_name": "REGION", **ENTITIES}).code == 4
    assert api("DELETE", path).message == "The reporting tag has been deleted successfully."
    assert api("DELETE", path).code == 1002


def test_documents_and_lines_show_their_tags_by_name_and_keep_them_from_going(api: Api) -> None:
    made = tag(api, "Region", "North", "South")
    known = options(api, made)
    row = {"tag_id": made, "tag_option_id": known["North"]}
    lines = [{"description": "Work", "rate": 1, "tags": [row]}, {"description": "More", "rate": 1}]
    body = {"customer_id": api.customer(), "line_items": lines, "tags": [row]}
    invoice = api.made("/invoices", body, "invoice")
    shown = {**row, "tag_name": "Region", "tag_option_name": "North", "is_tag_mandatory": False}
    assert invoice["tags"] == [shown]
    assert [line["tags"] for line in invoice["line_items"]] == [[shown], []]
    path = f"/reportingtags/{made}"
    assert api("DELETE", path).code == 36
    assert api("PUT", f"{path}/options", {"options": [{"option_id": known["South"]}]}).code == 36
    renamed = [{"option_id": known["North"], "option_name": "Up north"}]
    assert api("PUT", f"{path}/options", {"options": renamed}).status == 200
    shown = api.get(f"/invoices/{invoice['invoice_id']}")["invoice"]["line_items"][0]["tags"][0]
    assert shown["tag_option_name"] == "Up north"
    api("DELETE", f"/invoices/{invoice['invoice_id']}")
    assert api("DELETE", path).status == 200


def test_options_stand_below_each_other_with_one_default(api: Api) -> None:
    made = tag(
        api, "Region", {"option_name": "World", "children": [{"option_name": "Asia"}, {"option_name": "Europe"}]}
    )
    known = options(api, made)
    path = f"/reportingtags/{made}"
    assert list(known) == ["World", "Asia", "Europe"]
    rows = api.get(f"{path}/options/all", show_untagged="true")["results"]
    assert [(row["option_name"], row["depth"]) for row in rows] == [
        ("World", 0),
        ("Asia", 1),
        ("Europe", 1),
        ("untagged", 0),
    ]
    assert api("POST", path, default_option_id=known["Asia"]).message == "The option has been marked as default."
    assert api("POST", path, default_option_id="1").code == 1002
    assert api("POST", f"{path}/option/{known['Europe']}/inactive").status == 200
    [world] = api.get("/reportingtags/options", tag_id=made)["options"]
    assert [(row["option_name"], row["is_default"], row["is_active"]) for row in world["children"]] == [
        ("Asia", True, True),
        ("Europe", False, False),
    ]
    assert api("POST", f"{path}/option/{known['Europe']}/active").status == 200
    assert api("POST", path).status == 200
    [world] = api.get("/reportingtags/options", tag_id=made)["options"]
    assert not any(row["is_default"] for row in world["children"])
    twice = [{"option_name": "A", "is_default": True}, {"option_name": "B", "is_default": True}]
    assert api("PUT", f"{path}/options", {"options": twice}).code == 2
    assert api("PUT", f"{path}/options", {"options": [{"option_name": "A"}, {"option_name": "a"}]}).code == 4
    assert options(api, made) == known
    assert api("GET", "/reportingtags/options").code == 4


def test_tags_are_put_in_order_and_options_seen_under_conditions(api: Api) -> None:
    region, branch = tag(api, "Region", "North"), tag(api, "Branch", "Oslo")
    reply = api("PUT", "/reportingtags/reorder", {"tag_ids": [branch]})
    assert [(row["tag_name"], row["tag_order"]) for row in reply["tags"]] == [("Branch", 1), ("Region", 2)]
    assert [row["tag_name"] for row in api.get("/reportingtags")["tags"]] == ["Branch", "Region"]
    assert api("PUT", "/reportingtags/reorder", {"tag_ids": [branch, branch]}).code == 2
    north, oslo = options(api, region)["North"], options(api, branch)["Oslo"]
    condition = {"tag_id": region, "type": "tag", "options": [north]}
    body = {
        "criteria_tags": [{"tag_id": region, "type": "tag"}],
        "options": [{"option_id": oslo, "criteria_options": [condition]}],
    }
    assert api("PUT", f"/reportingtags/{branch}/criteria", body).message == "The criteria has been updated."
    found = api.get("/reportingtags/options", tag_id=branch)
    assert found["options"][0]["criteria"]["options"] == [north]
    assert found["dependent_tags"][0]["dependent_name"] == "Region"
    assert api("PUT", f"/reportingtags/{region}/criteria", {"criteria_tags": [{"tag_id": region}]}).code == 2
    assert api("PUT", f"/reportingtags/{region}/criteria", {"options": [{"option_id": "1"}]}).code == 1002
