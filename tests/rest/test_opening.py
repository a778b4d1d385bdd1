"""What opens a connection: arguments, environment, file, in this order; and a file that is its owner's alone."""

import os
import stat
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tallystick.config import credentials_path, read_variables
from tallystick.model.errors import ConfigurationError
from tallystick.rest.credentials_file import Kept, read_credentials, write_credentials
from tallystick.rest.opening import opening
from tests.rest.acme import VENDOR

NAMED = msgspec.structs.replace(
    VENDOR,
    variables={
        "client_id": "ACME_ID",
        "refresh_token": "ACME_TOKEN",
        "region": "ACME_REGION",
        "redirect_uri": "ACME_URI",
    },
)
KEPT = Kept(
    client_id="filed", client_secret="s", refresh_token="r", region="eu", organization_id="7", redirect_uri="http://x"
)


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment whose credentials file is in a folder of the test's."""
    return {"XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path)}


def keep(environment: dict[str, str], kept: Kept = KEPT) -> Path:
    path = credentials_path(NAMED.id, environment, platform="linux")
    write_credentials(path, kept)
    return path


def opened(environment: dict[str, str], **given: Any) -> dict[str, Any]:
    return opening(NAMED, given=given, environment=environment)


def test_arguments_come_before_the_environment_and_it_before_the_file(home: dict[str, str]) -> None:
    keep(home)
    assert opened(home)["client_id"] == "filed"
    assert opened({**home, "ACME_ID": "environment"})["client_id"] == "environment"
    assert opened({**home, "ACME_ID": "environment"}, client_id="given")["client_id"] == "given"
    assert opened(home) == {
        "client_id": "filed",
        "client_secret": "s",
        "refresh_token": "r",
        "region": "eu",
        "organization_id": "7",
    }


def test_what_is_empty_says_nothing(home: dict[str, str]) -> None:
    keep(home)
    assert opened({**home, "ACME_ID": "  "}, client_id="", plan=None)["client_id"] == "filed"


def test_an_address_is_never_mixed_from_two_sources(home: dict[str, str]) -> None:
    keep(home, Kept(client_id="i", refresh_token="r", accounts_url="http://127.0.0.1:1", api_url="http://127.0.0.1:1"))
    merged = opened({**home, "ACME_REGION": "eu"})
    assert merged["region"] == "eu"
    assert "accounts_url" not in merged
    assert "api_url" not in merged


def test_an_access_token_is_never_mixed_with_anothers_authorisation(home: dict[str, str]) -> None:
    keep(home, msgspec.structs.replace(KEPT, access_token="a"))
    assert opened(home)["access_token"] == "a"
    assert opened({**home, "ACME_REGION": "eu"})["access_token"] == "a"
    assert "access_token" not in opened({**home, "ACME_TOKEN": "another"})
    assert "access_token" not in opened(home, client_id="another")


def test_nothing_at_all_says_how_to_begin(home: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError, match="tallystick authorize acme-books") as caught:
        opened(home)
    assert "ACME_TOKEN" in caught.value.hint


def test_a_region_that_does_not_exist_is_told(home: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError, match="no region 'mars'"):
        opened({**home, "ACME_REGION": "mars"}, client_id="i")


def test_the_file_is_its_owners_alone_and_comes_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "acme.json"
    write_credentials(path, KEPT)
    assert read_credentials(path) == KEPT
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    write_credentials(path, Kept(client_id="second"))
    assert read_credentials(path) == Kept(client_id="second")
    assert [found.name for found in path.parent.iterdir()] == ["acme.json"], "nothing half-written is left"


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_file_that_others_can_read_is_refused_with_what_to_do(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "acme.json"
    write_credentials(path, KEPT)
    path.chmod(mode)
    with pytest.raises(ConfigurationError, match=f"chmod 600 {path}"):
        read_credentials(path)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"client_id": 5}', b'{"token": "x"}', b" " * 70_000])
def test_a_file_that_is_none_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "acme.json"
    path.touch(mode=0o600)
    path.write_bytes(content)
    with pytest.raises(ConfigurationError, match=r"acme\.json"):
        read_credentials(path)


def test_a_file_that_was_named_has_to_be_there(home: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        opening(NAMED, given={"client_id": "i"}, environment=home, file=tmp_path / "missing.json")


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    with pytest.raises(ConfigurationError, match="cannot be written"):
        write_credentials(blocked / "acme.json", KEPT)


def test_secrets_do_not_show(tmp_path: Path) -> None:
    assert "filed" not in repr(KEPT)
    write_credentials(tmp_path / "a.json", KEPT)
    assert os.environ.get("ACME_ID") is None


@pytest.mark.parametrize(
    ("platform", "environment", "ending"),
    [
        ("linux", {"XDG_CONFIG_HOME": "/x"}, "/x/tallystick/acme-books.json"),
        ("linux", {}, ".config/tallystick/acme-books.json"),
        ("darwin", {}, "Library/Application Support/tallystick/acme-books.json"),
        ("win32", {"APPDATA": "/roaming"}, "/roaming/tallystick/acme-books.json"),
    ],
)
def test_each_platform_has_its_place(platform: str, environment: dict[str, str], ending: str) -> None:
    assert str(credentials_path("acme_books", environment, platform=platform)).endswith(ending)


def test_a_vendors_variables_are_read_by_the_names_its_users_know() -> None:
    assert read_variables({"client_id": "ACME_ID", "region": "ACME_REGION"}, {"ACME_ID": " i ", "ACME_REGION": ""}) == {
        "client_id": "i"
    }
