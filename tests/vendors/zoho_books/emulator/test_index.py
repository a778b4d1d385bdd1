"""An index finds and orders what looking at every document would, whatever changed and however it goes about it."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallystick.vendors.zoho_books.emulator import index as index_module
from tallystick.vendors.zoho_books.emulator.index import Column, Condition, Index, Kind, Op


class Document(msgspec.Struct, frozen=True):
    id: str
    name: str
    total: int
    words: tuple[str, ...]


COLUMNS = (
    Column("name", lambda _, document: document.name),
    Column("total", lambda _, document: document.total, Kind.NUMBER),
    Column("words", lambda _, document: document.words, Kind.TEXTS),
)
NAMES = ("", "a", "ab", "abc", "b", "ba")
HOLDS: dict[Op, Callable[[Any, Any], bool]] = {
    Op.IN: lambda key, value: key in value,
    Op.LESS: lambda key, value: key < value,
    Op.LESS_EQUAL: lambda key, value: key <= value,
    Op.GREATER: lambda key, value: key > value,
    Op.GREATER_EQUAL: lambda key, value: key >= value,
    Op.PREFIX: lambda key, value: key.startswith(value),
    Op.SUFFIX: lambda key, value: key.endswith(value),
    Op.CONTAINS: lambda key, value: value in key,
}

names = st.sampled_from(NAMES)
totals = st.integers(0, 9)
words = st.lists(names, max_size=3).map(lambda found: tuple(dict.fromkeys(found)))
documents = st.builds(Document, id=st.integers(0, 15).map(lambda n: f"{n:02d}"), name=names, total=totals, words=words)
conditions = st.one_of(
    st.builds(
        Condition, st.just("name"), st.sampled_from([Op.PREFIX, Op.SUFFIX, Op.CONTAINS, Op.LESS, Op.GREATER]), names
    ),
    st.builds(Condition, st.sampled_from(["name", "words"]), st.just(Op.IN), st.frozensets(names, max_size=3)),
    st.builds(Condition, st.just("words"), st.sampled_from([Op.PREFIX, Op.CONTAINS]), names),
    st.builds(
        Condition,
        st.just("total"),
        st.sampled_from([Op.LESS, Op.LESS_EQUAL, Op.GREATER, Op.GREATER_EQUAL]),
        totals,
    ),
)


def passes(document: Document, test: Condition) -> bool:
    key = getattr(document, test.column)
    keys = key if test.column == "words" else (key,)
    return any(HOLDS[test.op](one, test.value) for one in keys)


@pytest.mark.parametrize("few", [0, 3, 8_000], ids=["always walking", "mixed", "always sorting"])
def test_an_index_agrees_with_looking_at_everything(monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr(index_module, "DIRECT_MAX", few)
    monkeypatch.setattr(index_module, "MOVED_MAX", min(few, 3))

    @settings(derandomize=True, max_examples=150, deadline=None)
    @given(
        rounds=st.lists(
            st.tuples(
                st.lists(documents, max_size=6),
                st.lists(st.integers(0, 15).map(lambda n: f"{n:02d}"), max_size=3),
                st.lists(conditions, max_size=3),
                st.sampled_from(["name", "total"]),
                st.booleans(),
            ),
            max_size=4,
        )
    )
    def check(rounds: list[tuple[list[Document], list[str], list[Condition], str, bool]]) -> None:
        live: dict[str, Document] = {}
        index = Index(live, COLUMNS)
        for put, gone, tests, sort, descending in rounds:
            for document in put:
                live[document.id] = document
                index.touch(document.id)
            for identity in gone:
                live.pop(identity, None)
                index.touch(identity)
            found = [document for document in live.values() if all(passes(document, test) for test in tests)]
            expected = sorted(found, key=lambda one: (getattr(one, sort), one.id), reverse=descending)
            pages = [
                index.page(tests, sort, descending=descending, start=start, count=4)
                for start in range(0, len(live) + 1, 4)
            ]
            assert [identity for page in pages for identity in page] == [document.id for document in expected]
            assert sorted(index.every(tests)) == sorted(document.id for document in found)

    check()
