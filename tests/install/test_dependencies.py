"""Installing only the client brings msgspec and httpx2 and nothing else of ours; the rest are extras that hold together."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import metadata, requires
from pathlib import Path

import pytest

from tests.tidy.tree import modules, read

PROJECT = tomllib.loads(read("pyproject.toml"))["project"]
# The distribution that brings a module whose name is not its own.
DISTRIBUTIONS = {
    "multipart": "python-multipart",
    "python_multipart": "python-multipart",
    "yaml": "pyyaml",
    "fpdf": "fpdf2",
    "PIL": "pillow",
}
# The rooms that an extra serves; every other room is part of the client.
EXTRAS = {
    "cli": "cli",
    "sandbox": "sandbox",
    "store": "sandbox",
    "mirror": "sandbox",
    "sync": "sandbox",
    "web": "server",
    "app": "server",
}


# What a file is only ever loaded by, so that it is there.
LOADED_BY = {"src/tallystick/sandbox/pytest_plugin.py": "pytest"}


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return found[0].lower().replace("_", "-")


def test_the_client_alone_brings_msgspec_and_httpx2() -> None:
    plain = [line for line in requires("tallystick") or [] if "extra ==" not in line]
    assert sorted(map(_name, plain)) == ["httpx2", "msgspec"]


def test_the_installed_extras_are_the_declared_ones() -> None:
    assert sorted(metadata("tallystick").get_all("Provides-Extra") or []) == sorted(PROJECT["optional-dependencies"])


def _declared(extra: str) -> set[str]:
    """Return what the package and one of its extras bring, with the extras that one includes."""
    names = {_name(line) for line in PROJECT["dependencies"]}
    for line in PROJECT["optional-dependencies"].get(extra, []):
        inner = re.fullmatch(r"tallystick\[(\w+)\]", line)
        names |= _declared(inner[1]) if inner else {_name(line)}
    return names


def _third_party(path_prefix: str) -> Iterator[tuple[str, str]]:
    for module in modules(path_prefix):
        for node in ast.walk(module.tree):
            named = [found.name for found in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                named = [node.module]
            for name in {name.split(".")[0] for name in named} - sys.stdlib_module_names - {"tallystick"}:
                yield module.path, DISTRIBUTIONS.get(name, name)


def test_every_room_imports_only_what_its_extra_brings() -> None:
    undeclared = []
    for path, name in _third_party("src/tallystick"):
        room = path.split("/")[2].removesuffix(".py")
        extra = "sandbox" if "/emulator/" in path else EXTRAS.get(room, "")
        if name not in _declared(extra) | {LOADED_BY.get(path)}:
            undeclared.append(f"{path} imports {name}, which the {extra or 'plain'} install does not bring")
    assert not undeclared


def test_pins_hold_names_versions_and_hashes_only() -> None:
    for path in ("requirements/run.txt", "requirements/dev.txt"):
        for line in read(path).splitlines():
            assert re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?", line), line


def test_pins_agree_with_each_other_and_with_the_declaration() -> None:
    pins = {
        path: dict(re.findall(r"^([a-z0-9-]+)==(\S+)", read(path), re.MULTILINE))
        for path in ("requirements/run.txt", "requirements/dev.txt")
    }
    run, dev = pins.values()
    assert run.items() <= dev.items()
    assert _declared("server") - {"tallystick"} <= run.keys()


@pytest.mark.proof
@pytest.mark.timeout(300)
def test_a_plain_install_of_the_wheel_can_call_and_brings_nothing_else(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "plain"], check=True)
    python = str(tmp_path / "plain" / "bin" / "python")
    pip = [python, "-m", "pip", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--quiet", str(wheel)], check=True, cwd=tmp_path)
    listed = subprocess.run([*pip, "list", "--format=freeze"], check=True, capture_output=True, text=True).stdout
    installed = {line.split("==")[0].lower().replace("_", "-") for line in listed.splitlines()}
    # What httpx2 itself needs comes with it.
    of_httpx2 = {"anyio", "certifi", "h11", "httpcore2", "idna", "sniffio", "truststore", "typing-extensions"}
    assert installed - of_httpx2 - {"pip", "setuptools"} == {"tallystick", "msgspec", "httpx2"}
    program = """
from tallystick.zoho_books import AsyncClient, Client
Client(access_token="a token", organization_id="10234695")
AsyncClient(access_token="a token", organization_id="10234695")
print("ok")
"""
    said = subprocess.run([python, "-c", program], check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    assert said == "ok\n"
