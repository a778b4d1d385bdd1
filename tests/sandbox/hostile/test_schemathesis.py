"""Calls that Schemathesis makes up from the sandbox's own OpenAPI document, on documents there are and on none.

Seeded: the same calls in every run. The short run takes a share of the operations, the proof all of them, at greater length
over the company that has a document of every noun.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.config import SchemathesisConfig
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode

from tallystick.sandbox.description import describe, emulated
from tallystick.sandbox.identity import seeded_secrets
from tallystick.sandbox.world import Sandbox
from tests.sandbox.conftest import Answer
from tests.sandbox.hostile.company import Clerk
from tests.sandbox.hostile.judge import Judge
from tests.sandbox.hostile.rogue import Rogue

OPERATIONS = {operation.id: operation for operation in emulated()}
SHORT_STEP = 6
"""The short run takes every operation that stands at a multiple of this."""
EXAMPLES_SHORT, EXAMPLES_LONG = 1, 3
LIFE_IN_CALLS = 60
"""Calls one company lives through before another begins: deletions leave less and less to be reached."""


@pytest.fixture(scope="session")
def demo() -> Iterator[Sandbox]:
    with Sandbox("demo", limits=False, secrets=seeded_secrets("hostile")) as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def bare() -> Iterator[Sandbox]:
    with Sandbox("empty", limits=False, secrets=seeded_secrets("hostile")) as sandbox:
        yield sandbox


class Siege:
    """Calls one company's operations in turn, each with some made-up calls, and collects what went wrong."""

    def __init__(self, company: Sandbox, *, step: int, examples: int) -> None:
        self.company = company
        self.examples = examples
        self.faults: list[str] = []
        document = describe(company.url, company.url)
        schema = schemathesis.openapi.from_dict(document, config=SchemathesisConfig.from_dict({}))
        self.operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)][::step]
        self.begin()

    def begin(self) -> None:
        """Take a company that is whole again."""
        self.sandbox = self.company.fork()
        self.judge = Judge(self.sandbox)
        self.calls = 0

    def run(self) -> None:
        for operation in self.operations:
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                self.besiege(operation, mode)

    def besiege(self, operation: Any, mode: GenerationMode) -> None:
        rogue = Rogue(self.sandbox, 1, {})
        identity = operation.definition.raw["operationId"]

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(
            max_examples=self.examples,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def call(case: Any) -> None:
            path = rogue.path(OPERATIONS[identity], rogue.known())
            # The document names the placeholders of one template alike, so they are filled in by place.
            segments = zip(case.path.split("/"), path.split("/"), strict=True)
            case.path_parameters = {name[1:-1]: value for name, value in segments if name.startswith("{")}
            self.call(identity, case)

        # Of an operation that takes nothing there is nothing to get wrong.
        with suppress(Unsatisfiable):
            call()

    def call(self, identity: str, case: Any) -> None:
        if self.calls >= LIFE_IN_CALLS:
            self.begin()
        self.calls += 1
        headers = {"Authorization": f"Zoho-oauthtoken {self.sandbox.connection['access_token']}"}
        response = case.call(app=self.sandbox.asgi, headers=headers)
        told = {name: ", ".join(values) for name, values in response.headers.items()}
        for fault in self.judge.faults(Answer(response.status_code, told, response.content)):
            self.faults.append(f"{identity}: {fault}: {case.as_curl_command()[:2_000]}")


@pytest.mark.parametrize("company", ["furnished", "demo", "bare"])
def test_a_share_of_the_operations_answers_made_up_calls_in_the_vendors_shape(
    company: str, furnished: tuple[Sandbox, Clerk], demo: Sandbox, bare: Sandbox
) -> None:
    companies = {"furnished": furnished[0], "demo": demo, "bare": bare}
    step = SHORT_STEP if company == "furnished" else SHORT_STEP * 3
    siege = Siege(companies[company], step=step, examples=EXAMPLES_SHORT)
    siege.run()
    assert siege.faults == []


@pytest.mark.proof
@pytest.mark.timeout(360)
@pytest.mark.parametrize("company", ["furnished", "demo", "bare"])
def test_operations_answer_many_made_up_calls_in_the_vendors_shape(
    company: str, furnished: tuple[Sandbox, Clerk], demo: Sandbox, bare: Sandbox
) -> None:
    companies = {"furnished": furnished[0], "demo": demo, "bare": bare}
    examples = EXAMPLES_LONG if company == "furnished" else 1
    siege = Siege(companies[company], step=1 if company == "furnished" else 2, examples=examples)
    siege.run()
    assert siege.faults == []
