"""Custom fields called by their labels: looked up once per organisation and kind of record, and kept.

Nothing here sends; the look-up is an exchange that the session is asked for.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Generator, Mapping
from difflib import get_close_matches
from typing import Any

import msgspec

from tallystick.model.errors import InvalidArgument
from tallystick.rest.answer import Answer
from tallystick.rest.step import Step
from tallystick.rest.vendor import CustomFields

KINDS_MAX = 1_000
"""Pairs of organisation and entity that are kept; the one not used for longest goes first."""
Lookup = Callable[[dict[str, Any]], Generator[Step, Any, Answer]]


class Known(msgspec.Struct, frozen=True):
    """The custom fields of one organisation and entity: `ids` by label and by name in lower case, `labels` as shown."""

    ids: dict[str, str]
    labels: tuple[str, ...]


class FieldNames:
    """What the custom fields of a connection's organisations are called. Safe across threads and tasks."""

    def __init__(self, rules: CustomFields) -> None:
        self.rules = rules
        self._known: OrderedDict[tuple[str, str], Known] = OrderedDict()
        self._lock = threading.Lock()

    def resolve(
        self, given: Mapping[str, Any], module: str, operation_id: str, organization_id: str, look_up: Lookup
    ) -> Generator[Step, Any, list[dict[str, Any]]]:
        """Return the rows of a body for `given` values by label. InvalidArgument for labels nobody knows, with all known.

        A label that is not known is looked for once more before it is refused: the field may be new.
        """
        entity = self.rules.entities.get(module)
        if entity is None:
            hint = f"Give {self.rules.body} as the vendor's list of objects, each with an id or a label."
            raise InvalidArgument(
                f"{operation_id} has no custom fields that can be named", argument=self.rules.body, hint=hint
            )
        known = self._kept(organization_id, entity)
        if known is None or not all(label.strip().casefold() in known.ids for label in given):
            answer = yield from look_up({self.rules.entity: entity})
            known = self._keep(organization_id, entity, answer.get(self.rules.rows) or [])
        unknown = [label for label in given if label.strip().casefold() not in known.ids]
        if unknown:
            there = f"There are {', '.join(known.labels)}." if known.labels else "There are none."
            nearest = get_close_matches(unknown[0], known.labels, n=3, cutoff=0.6)
            raise InvalidArgument(
                f"no custom field of {entity} is called {', '.join(repr(label) for label in unknown)}",
                argument=self.rules.body,
                nearest=nearest,
                hint=f"{there} New ones are made in the organisation's settings, in the browser.",
            )
        key, name = self.rules.key, self.rules.value
        return [{key: known.ids[label.strip().casefold()], name: value} for label, value in given.items()]

    def _kept(self, organization_id: str, entity: str) -> Known | None:
        with self._lock:
            known = self._known.get((organization_id, entity))
            if known is not None:
                self._known.move_to_end((organization_id, entity))
            return known

    def _keep(self, organization_id: str, entity: str, rows: list[dict[str, Any]]) -> Known:
        rules, ids, labels = self.rules, {}, []
        for row in rows:
            name = str(row.get(rules.name) or "")
            identity = next((str(row[key]) for key in rules.ids if row.get(key)), "")
            label = next((str(row[key]) for key in rules.labels if row.get(key)), name)
            if name.startswith(rules.beginning) and identity and row.get(rules.active) is not False:
                ids[label.strip().casefold()] = ids[name.casefold()] = identity
                labels.append(label)
        known = Known(ids, tuple(sorted(labels)))
        with self._lock:
            self._known[organization_id, entity] = known
            while len(self._known) > KINDS_MAX:
                self._known.popitem(last=False)
        return known
