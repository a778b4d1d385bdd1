"""Long lives of companies under made-up calls of every operation, part sound and part hostile, by seed."""

import pytest

from tallystick.sandbox.world import Sandbox
from tests.sandbox.conftest import Caller
from tests.sandbox.hostile.company import ROOT, Clerk
from tests.sandbox.hostile.judge import Judge
from tests.sandbox.hostile.rogue import OPERATIONS, Made, Rogue

DELETED_SHARE = 0.4
"""Deletions that are carried out, so that something is left for the others."""
PROOF_LIVES = 40


def live(company: Sandbox, clerk: Clerk, seed: int) -> list[tuple[str, Made, str]]:
    """Call every operation once, in an order of the seed's, and return what was wrong with which call."""
    with company.fork() as sandbox:
        rogue, judge = Rogue(sandbox, seed, clerk.examples), Judge(sandbox)
        call = Caller(sandbox.asgi, token=sandbox.connection["access_token"])
        wrong = []
        for operation in rogue.random.sample(OPERATIONS, len(OPERATIONS)):
            if operation.method == "DELETE" and rogue.random.random() > DELETED_SHARE:
                continue
            made = rogue.call(operation)
            answer = call(operation.method, ROOT + made.path, query=made.query, json=made.body)
            wrong += [(fault, made, answer.text[:500]) for fault in judge.faults(answer)]
        return wrong


@pytest.mark.parametrize("seed", range(2))
def test_a_company_outlives_one_call_of_everything(furnished: tuple[Sandbox, Clerk], seed: int) -> None:
    assert live(*furnished, seed) == []


@pytest.mark.proof
@pytest.mark.timeout(360)
@pytest.mark.parametrize("life", range(4))
def test_companies_outlive_many_calls_of_everything(furnished: tuple[Sandbox, Clerk], life: int) -> None:
    for seed in range(100 + life * PROOF_LIVES // 4, 100 + (life + 1) * PROOF_LIVES // 4):
        assert live(*furnished, seed) == [], seed
