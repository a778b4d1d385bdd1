"""A sandbox with a state file, killed again and again while programs write: all that was acknowledged is there, all whole."""

import shutil
import signal
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest

from tallystick.books.change import Kind
from tallystick.books.documents.account import SystemAccount
from tallystick.model.money import to_minor
from tallystick.sandbox.world import Sandbox
from tests.sandbox.conftest import Caller, Run
from tests.sandbox.hostile.company import ROOT
from tests.sandbox.hostile.writers import LINES_IN_STATEMENT, PDF, Crowd, Writer

KILLS = 24
WRITERS = 4


def taken(state: Path, to: Path) -> Path:
    """Copy a state file with its log, as they lie there."""
    for suffix in ("", "-wal"):
        source = state.with_name(state.name + suffix)
        if source.exists():
            shutil.copyfile(source, to.with_name(to.name + suffix))
    return to


def check_books(sandbox: Sandbox) -> None:
    """Every figure follows from the documents, debits are credits, and control accounts hold what open documents say."""
    for organization in sandbox.emulator.organizations.values():
        book = organization.book
        assert book.audit() == []
        balance = book.trial_balance()
        assert balance.debit == balance.credit
        for part in (SystemAccount.RECEIVABLE, SystemAccount.PAYABLE):
            held = sum(book.open_items(part, book.today().max).values())
            assert held == to_minor(book.balance(book.system(part)), book.base_currency.places)


def check_writer(writer: Writer, call: Caller, sandbox: Sandbox) -> None:
    """What a writer was told stands; what it was not told stands whole or not at all."""
    for path, promised in writer.known.documents.items():
        answer = call("GET", ROOT + path)
        assert answer.status == 200, path
        document = next(value for key, value in answer.json.items() if key not in {"code", "message"})
        assert {name: document[name] for name in promised} == promised, path
    for path in writer.known.gone:
        assert call("GET", ROOT + path).status == 404
    for path in writer.known.receipts:
        assert call("GET", ROOT + path).content == PDF
    lines = list(sandbox.organization.book.table(Kind.STATEMENT_LINE).values())
    for payee, acknowledged in writer.known.imports.items():
        own = [line for line in lines if line.payee == payee]
        assert len(own) == LINES_IN_STATEMENT or (not own and not acknowledged)
        # The rule made an expense of each in the same call: whole, or not at all.
        assert all(line.sources for line in own)


@pytest.mark.proof
@pytest.mark.timeout(360)
def test_a_sandbox_killed_many_times_keeps_all_it_acknowledged_and_nothing_by_halves(run: Run, tmp_path: Path) -> None:
    state, random = tmp_path / "state", Random(7)
    crowd = Crowd([Writer(f"W{number}", number) for number in range(WRITERS)])
    for life in range(KILLS):
        running = run(*(() if life else ("--company", "empty")), "--limits", "off", "--state", str(state))
        crowd.write(running, random.randint(1, 80), lambda: running.stop(signal.SIGKILL))  # noqa: B023  called here
        with Sandbox(state=taken(state, tmp_path / f"copy {life}"), limits=False) as sandbox:
            check_books(sandbox)
            call = Caller(sandbox.asgi, token=sandbox.connection["access_token"])
            for writer in crowd.writers:
                check_writer(writer, call, sandbox)
    assert sum(writer.count for writer in crowd.writers) > KILLS
    assert Decimal(sum(len(writer.known.documents) for writer in crowd.writers)) > 0
