"""Snapshots, restores and forks among made-up calls: each brings back exactly what was, and every branch keeps its books."""

from typing import Any

import pytest

from tallystick.sandbox.world import Sandbox
from tests.sandbox.conftest import Caller
from tests.sandbox.hostile.company import ROOT, Clerk
from tests.sandbox.hostile.judge import Judge
from tests.sandbox.hostile.rogue import OPERATIONS, Rogue
from tests.sandbox.hostile.test_kills import check_books

CALLS = 40
TURNS = 4


def strain(sandbox: Sandbox, clerk: Clerk, seed: int) -> list[str]:
    """Make some calls up and return what was wrong."""
    rogue, judge = Rogue(sandbox, seed, clerk.examples), Judge(sandbox)
    call = Caller(sandbox.asgi, token=sandbox.connection["access_token"])
    wrong = []
    for operation in rogue.random.sample([each for each in OPERATIONS if each.method != "GET"], CALLS):
        made = rogue.call(operation)
        wrong += judge.faults(call(operation.method, ROOT + made.path, query=made.query, json=made.body))
    return wrong


def shown(sandbox: Sandbox) -> list[Any]:
    """What lists and reports answer, which come from indexes and balances that a restore must bring back too."""
    call = Caller(sandbox.asgi, token=sandbox.connection["access_token"])
    paths = (
        "/invoices",
        "/bills",
        "/contacts",
        "/journals",
        "/banktransactions",
        "/reports/trialbalance",
        "/reportingtags",
    )
    return [call("GET", ROOT + path).json for path in paths]


@pytest.mark.parametrize("seed", range(4))
def test_a_restore_brings_back_what_was_whatever_happened_since(furnished: tuple[Sandbox, Clerk], seed: int) -> None:
    company, clerk = furnished
    with company.fork() as sandbox:
        stood: dict[str, Any] = {}
        for turn in range(TURNS):
            assert strain(sandbox, clerk, seed * 100 + turn) == []
            sandbox.snapshot(f"{turn}")
            stood[f"{turn}"] = (Judge(sandbox).standing(), shown(sandbox))
        order = [f"{(turn * 3 + seed) % TURNS}" for turn in range(TURNS)]
        for name in order:
            sandbox.restore(name)
            check_books(sandbox)
            assert (Judge(sandbox).standing(), shown(sandbox)) == stood[name]
            assert strain(sandbox, clerk, seed) == []


def test_a_fork_has_the_records_of_nouns_that_books_do_no_accounting_for(furnished: tuple[Sandbox, Clerk]) -> None:
    company, clerk = furnished
    nouns = ("tag", "pricebook", "salesperson", "employee", "location", "module", "cm_debtor", "unit", "task")
    with company.fork() as sandbox:
        for noun in nouns:
            assert dict(sandbox.organization.own(noun)) == dict(company.organization.own(noun)) != {}, noun
        call = Caller(sandbox.asgi, token=sandbox.connection["access_token"])
        assert call("DELETE", f"{ROOT}/reportingtags/{clerk.ids['tag']}").status == 200
        assert clerk.ids["tag"] in company.organization.own("tag")


@pytest.mark.parametrize("seed", range(2))
def test_a_fork_and_what_it_was_forked_from_go_their_own_ways(furnished: tuple[Sandbox, Clerk], seed: int) -> None:
    company, clerk = furnished
    before = Judge(company).standing()
    with company.fork() as left, company.fork() as right:
        assert strain(left, clerk, seed) == []
        left_stood = Judge(left).standing()
        assert strain(right, clerk, seed) == []
        # The same calls in the same order lead to the same books, ids and all.
        assert Judge(right).standing() == left_stood
        assert strain(right, clerk, seed + 50) == []
        assert Judge(left).standing() == left_stood
        check_books(left)
        check_books(right)
    assert Judge(company).standing() == before


def test_a_restored_state_file_is_what_was_restored(furnished: tuple[Sandbox, Clerk], tmp_path: Any) -> None:
    clerk = furnished[1]
    with Sandbox("empty", state=tmp_path / "a", limits=False) as sandbox:
        strain(sandbox, clerk, 1)
        sandbox.snapshot("kept")
        stood = Judge(sandbox).standing()
        strain(sandbox, clerk, 2)
        sandbox.restore("kept")
    with Sandbox(state=tmp_path / "a", limits=False) as again:
        assert Judge(again).standing() == stood
        check_books(again)
