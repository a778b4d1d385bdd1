"""A run: each probe at both sides, compared and scrubbed; and at the end everything that was made is taken back.

It spends no more calls at the real service than it was given, and keeps some of them for taking back.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any, Final

import msgspec

import tallystick
from tallystick.model.errors import OutcomeUnknown, TallystickError, VendorError
from tallystick.rest.client import BlockingClient
from tallystick.vendors.zoho_books.verification.compare import compare
from tallystick.vendors.zoho_books.verification.evidence import Evidence, Observation
from tallystick.vendors.zoho_books.verification.probe import MADE, READS, WRITES, Probe
from tallystick.vendors.zoho_books.verification.recorder import Recorder
from tallystick.vendors.zoho_books.verification.scrub import Scrubber

UNDO_TRIES_MAX: Final = 2
_NAME: Final = re.compile(r"\{(\w+)\}")


class Side:
    """One of the two: a client, the recorder it sends through, what its answers gave, and what there is to take back."""

    def __init__(self, client: BlockingClient, recorder: Recorder, *, stamp: str) -> None:
        self.client, self.recorder = client, recorder
        self.kept: dict[str, str] = {"organization_id": client.organization_id, "stamp": stamp}
        self.made: list[tuple[str, str, str]] = []
        self.doubtful: list[str] = []

    def can(self, probe: Probe) -> bool:
        """Whether everything the probe names was kept."""
        return set(_NAME.findall(repr((probe.params, probe.body)))) <= self.kept.keys()

    def ask(self, probe: Probe) -> str:
        """Make the call; return why no answer came, "" when one did."""
        self.recorder.last = None
        failure = ""
        try:
            self.client.call(
                probe.operation,
                params=self.fill(probe.params),
                extra_params=self.fill(probe.extra),
                body=self.fill(probe.body),
                organization_id=probe.organization_id,
            )
        except OutcomeUnknown as error:
            failure = type(error).__name__
            if probe.undo:
                self.doubtful.append(f"{probe.id}: perhaps made, search for {self.kept['stamp']}")
        except VendorError as error:
            failure = type(error).__name__ if error.http_status is None else ""
        except TallystickError as error:
            failure = type(error).__name__
        self._keep(probe)
        return failure

    def fill(self, value: Any) -> Any:
        """Return a parameter or a body with the names in it filled in."""
        if isinstance(value, dict):
            return {name: self.fill(held) for name, held in value.items()}
        if isinstance(value, list):
            return [self.fill(held) for held in value]
        return _NAME.sub(lambda found: self.kept[found[1]], value) if isinstance(value, str) else value

    def take_back(self) -> list[str]:
        """Delete what was made, the newest first; return what could not be deleted."""
        left = list(self.doubtful)
        for operation, name, number in reversed(self.made):
            for attempt in range(1, UNDO_TRIES_MAX + 1):
                try:
                    self.client.call(operation, params={name: number})
                    break
                except TallystickError as error:
                    if attempt == UNDO_TRIES_MAX:
                        left.append(f"{operation} {number}: {error}")
        self.made.clear()
        return left

    def _keep(self, probe: Probe) -> None:
        seen = self.recorder.seen()
        if seen is None or seen.status >= 300:
            return
        for name, place in probe.keeps.items():
            if (found := _find(seen.body, place)) is not None:
                self.kept[name] = found
        if probe.undo:
            name, place = MADE[probe.undo]
            if (found := _find(seen.body, place)) is not None:
                self.made.append((probe.undo, name, found))


def probes(*, write: bool) -> tuple[Probe, ...]:
    """Return what a run asks."""
    return (*READS, *WRITES) if write else READS


def run(
    real: Side, sandbox: Side, asked: Sequence[Probe], *, calls_max: int, now: dt.datetime, tell: Callable[[str], None]
) -> Evidence:
    """Return the evidence of one run; `tell` is given each probe's name as its turn comes.

    Whatever happens, what was made at either side is taken back before this returns or raises.
    """
    observations: list[Observation] = []
    skipped: list[str] = []
    scrubber = Scrubber()
    left: list[str] = []
    try:
        for probe in asked:
            spent = real.recorder.calls + UNDO_TRIES_MAX * (len(real.made) + bool(probe.undo))
            if spent >= calls_max:
                skipped.append(f"{probe.id}: {calls_max} calls are all there may be")
            elif not real.can(probe) or not sandbox.can(probe):
                skipped.append(f"{probe.id}: there is no such record to look at")
            else:
                tell(probe.id)
                observations.append(_observe(real, sandbox, probe, scrubber))
    finally:
        left = real.take_back()
        sandbox.take_back()
    vendor = real.client.vendor
    return Evidence(
        1,
        tallystick.__version__,
        vendor.id,
        real.client.region,
        now.date().isoformat(),
        real.recorder.calls,
        tuple(observations),
        tuple(skipped),
        tuple(left),
    )


def _observe(real: Side, sandbox: Side, probe: Probe, scrubber: Scrubber) -> Observation:
    params, body = real.fill({**probe.params, **probe.extra}), real.fill(probe.body)
    failure, sandbox_failure = real.ask(probe), sandbox.ask(probe)
    seen, other = real.recorder.seen(), sandbox.recorder.seen()
    observation = Observation(
        probe.id, probe.operation, scrubber.scrub(params), scrubber.scrub(body), failure=failure or sandbox_failure
    )
    if seen is None:
        return observation
    return msgspec.structs.replace(
        observation,
        status=seen.status,
        answer=scrubber.scrub(seen.body),
        headers=scrubber.headers(seen.headers),
        differences=tuple(compare(seen, other)) if other is not None else (),
    )


def _find(body: Any, place: str) -> str | None:
    for step in place.split("."):
        if isinstance(body, dict):
            body = body.get(step)
        elif isinstance(body, list) and step.isdecimal() and int(step) < len(body):
            body = body[int(step)]
        else:
            return None
    return str(body) if isinstance(body, (str, int)) and body != "" else None
