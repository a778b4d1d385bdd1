"""`tallystick verify` as somebody runs it, with a sandbox that plays the real service over real HTTP."""

import json
from pathlib import Path

from tests.cli.conftest import Served, Tallystick


def test_it_reads_and_keeps_the_evidence(tallystick: Tallystick, served: Served, tmp_path: Path) -> None:
    file = tmp_path / "evidence.json"
    ran = tallystick("verify", "zoho-books", "--sandbox", served.file, "--output", file)
    assert ran.returncode == 0, ran.stderr
    evidence = json.loads(file.read_text())
    assert f"{len(evidence['observations'])} answers agree" in ran.stdout
    assert evidence["vendor"] == "zoho_books"
    assert not [value for value in served.connection.values() if value in file.read_text()]


def test_it_writes_only_when_the_name_is_typed(tallystick: Tallystick, served: Served, tmp_path: Path) -> None:
    asked = ("verify", "zoho-books", "--sandbox", served.file, "--write", "--json", "--output", tmp_path / "e.json")
    for typed in ("", "Another\n"):
        refused = tallystick(*asked, typed=typed)
        assert refused.returncode == 1
        assert "nothing was written" in refused.stderr
    agreed = tallystick(*asked, typed="Tallystick Demo Gifts\n")
    assert agreed.returncode == 0, agreed.stderr
    evidence = json.loads(agreed.stdout)
    assert "a payment is made" in [seen["probe"] for seen in evidence["observations"]]
    assert evidence["left"] == []


def test_without_an_authorisation_it_says_how_to_begin(tallystick: Tallystick) -> None:
    ran = tallystick("verify", "zoho-books")
    assert ran.returncode == 1
    assert "tallystick authorize zoho-books" in ran.stderr
    assert "Traceback" not in ran.stderr
