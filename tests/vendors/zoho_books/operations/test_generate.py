"""Generation: the same input gives the same files, and whatever does not belong together is told by name."""

import shutil
from pathlib import Path

import pytest

from tallystick.rest.operation import Operation
from tools import generate, openapi, overlay, prose, words

FOLDER = generate.FOLDER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the committed files, to be spoiled."""
    return Path(shutil.copytree(FOLDER, tmp_path / "operations"))


def test_the_committed_files_are_fresh() -> None:
    assert generate.stale(FOLDER, None) == []


def test_an_overlay_edited_without_generating_is_stale(folder: Path) -> None:
    (folder / "overlay.toml").write_text((folder / "overlay.toml").read_text() + "\n# another word\n")
    assert generate.stale(folder, None) == ["overlay.toml changed after the files were generated"]


def test_a_file_edited_by_hand_is_stale(folder: Path) -> None:
    spoiled = (folder / "items.json").read_text().replace('"status": 201', '"status": 202', 1)
    (folder / "items.json").write_text(spoiled)
    assert generate.stale(folder, None) == ["items.json was changed by hand, added or removed"]


def test_a_lost_file_is_stale(folder: Path) -> None:
    (folder / "users.json").unlink()
    assert "users.json was changed by hand, added or removed" in generate.stale(folder, None)


SPECIFICATION = """
openapi: 3.0.0
paths:
  /owls:
    get:
      operationId: list_owls
      summary: List owls [US and CA Edition only]
      parameters:
        - {name: name, in: query, required: false, schema: {type: string},
           description: 'Search owls. Variants: <code>name_startswith</code>. Max-length [40]'}
        - {name: sort_column, in: query, schema: {type: string},
           description: 'Allowed Values: <code>name</code>, <code>cf_(\\w+)</code> and <code>age</code>. Long story.'}
      responses:
        '200': {content: {application/json: {schema: {$ref: '#/components/schemas/owls'}}}}
      security: [{auth: [Forest.owls.READ]}]
  /owls/{owl_id}:
    put:
      operationId: update_owl
      summary: Update
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/owl'}}}}
      responses:
        '200': {content: {application/json: {schema: {type: object, properties: {
          code: {type: integer}, message: {type: string, example: The owl is new.}}}}}}
      security: [{auth: [Forest.owls.UPDATE]}]
components:
  schemas:
    owls: {type: object, properties: {code: {type: integer}, message: {type: string, example: success},
           owls: {type: array, items: {$ref: '#/components/schemas/owl'}}}}
    owl: {type: object, required: [name], properties: {
          name: {type: string, description: 'How it is called. Maximum length is 40 characters.'},
          age: {type: string, x-node_available_in: [us]}}}
"""


@pytest.fixture
def forest(tmp_path: Path) -> Path:
    """A small vendor: its specification and an empty overlay."""
    (tmp_path / "specification").mkdir()
    (tmp_path / "specification" / "old-owls.yml").write_text(SPECIFICATION)
    (tmp_path / "overlay.toml").write_text("correction = []\n[sources]\nours = 'looked'\n")
    return tmp_path


def owls(forest: Path) -> dict[str, Operation]:
    corrected = overlay.apply(overlay.load(forest / "overlay.toml"), openapi.read(forest / "specification"))
    return {row.id: row for row in corrected}


def correct(forest: Path, row: str) -> None:
    (forest / "overlay.toml").write_text(
        f"[sources]\nours = 'looked'\n[[correction]]\nname = 'owls'\nevidence = 'recorded'\nsource = 'ours'\n{row}\n"
    )


def test_a_specification_becomes_operations_without_its_prose(forest: Path) -> None:
    listed, updated = owls(forest)["list_owls"], owls(forest)["update_owl"]
    assert (listed.module, listed.method, listed.envelope) == ("old_owls", "GET", "owls")
    assert listed.editions == ("ca", "us")
    assert [row.name for row in listed.parameters] == ["name", "name_startswith", "sort_column"]
    assert listed.parameters[0].length_max == 40
    assert listed.parameters[2].enum == ("name", "cf_*", "age")
    assert [row.name for row in updated.parameters] == ["owl_id"]
    assert updated.body is not None
    assert updated.body.required == ("name",)
    assert updated.body.fields["name"].length_max == 40
    assert updated.body.fields["age"].editions == ("us",)
    assert updated.message == "The owl is new."
    assert not any("story" in text for text in generate.generate(forest / "specification", forest).values())


def test_the_same_input_gives_the_same_files(forest: Path) -> None:
    first, second = (generate.generate(forest / "specification", forest) for _ in range(2))
    assert first == second
    assert first.keys() == {"index.json", "names.json", "old_owls.json"}
    assert first["names.json"] == '{\n"owls.list": "list_owls",\n"owls.update": "update_owl"\n}\n'


def test_a_correction_changes_the_operation_and_leaves_its_evidence(forest: Path) -> None:
    correct(forest, "operations = ['list_owls']\nat = ['result.owls[]']\nfields = 'age:n wings:{ span:n }'")
    listed = owls(forest)["list_owls"]
    assert listed.result is not None
    assert listed.result.fields["owls"].items is not None
    owl = listed.result.fields["owls"].items.fields
    assert (owl["age"].type_, owl["wings"].fields["span"].type_) == ("number", "number")
    assert listed.evidence == ("recorded: ours",)


@pytest.mark.parametrize(
    "row",
    [
        "operations = ['list_owls']\nset = { status = 200 }",
        "operations = ['list_cats']\nset = { status = 201 }",
        "operations = ['list_owls']\nat = ['result.owls[]']\nfields = 'name beak'",
        "operations = ['list_owls']\nat = ['result.mice']\nset = { type = 'array' }",
    ],
)
def test_a_correction_that_corrects_nothing_is_refused(forest: Path, row: str) -> None:
    correct(forest, row)
    with pytest.raises(overlay.OverlayError, match="corrects nothing"):
        owls(forest)


def test_a_correction_without_a_known_source_is_refused(forest: Path) -> None:
    correct(forest, "operations = ['list_owls']\nset = { status = 201 }")
    text = (forest / "overlay.toml").read_text().replace("source = 'ours'", "source = 'hearsay'")
    (forest / "overlay.toml").write_text(text)
    with pytest.raises(overlay.OverlayError, match="hearsay"):
        owls(forest)


def test_two_operations_on_one_path_are_refused_until_one_is_called_the_duplicate(forest: Path) -> None:
    second = SPECIFICATION.replace("list_owls", "watch_owls").replace("update_owl", "feed_owl").replace("owl_id", "id")
    (forest / "specification" / "owls-again.yml").write_text(second)
    with pytest.raises(ValueError, match="which is the duplicate"):
        generate.generate(forest / "specification", forest)


def test_a_folder_without_documents_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"holds no \*.yml"):
        openapi.read(tmp_path)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Allowed Values: <code>a</code>, <code>b</code> and <code>c</code>. See <code>d</code>.", ("a", "b", "c")),
        ("Allowed values are <code> a </code> (one), <code>b</code>", ("a", "b")),
        (
            "Allowed Values: <code>Status.All, Status.Active and Status.Crm</code>",
            ("Status.All", "Status.Active", "Status.Crm"),
        ),
        ("Allowed values: active, inactive.", ("active", "inactive")),
        ("One of item_level.Allowed Values: <code>entity_level</code>", ("entity_level",)),
        ("Can be cash, check, etc.", ()),
        ("Allowed values: cash, check, etc", ()),
        ("Use the <code>tax_id</code> of the list.", ()),
    ],
)
def test_allowed_values_are_read_from_sentences(text: str, values: tuple[str, ...]) -> None:
    assert prose.allowed_values(text) == values


@pytest.mark.parametrize("text", ["a:q", "a:{ b", "} a", "9lives", "a:[ b:[ c:[ d:[ e:[ f:[ g:[ h:[ i:[ j ] ] ]"])
def test_words_that_cannot_be_read_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"cannot be read|not closed"):
        words.read(text)
