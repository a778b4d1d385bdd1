"""Recurring profiles of bills, expenses and journals on the wire, built from what each noun declares.

What only one noun has is in its own file; profiles of invoices are `Paper`, and the schedule itself is in `schedules`.
"""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from tallystick.books.change import Kind as Noun
from tallystick.vendors.zoho_books.emulator.call import Call
from tallystick.vendors.zoho_books.emulator.index import Column, Kind
from tallystick.vendors.zoho_books.emulator.kept import keep, kept
from tallystick.vendors.zoho_books.emulator.listing import Filter, Listing
from tallystick.vendors.zoho_books.emulator.module import Messages, Module
from tallystick.vendors.zoho_books.emulator.schedules import (
    VIEWS,
    required,
    schedule_columns,
    schedule_row,
    status_column,
    status_of,
)
from tallystick.vendors.zoho_books.emulator.shape import Template, shapes

LAST: Final = "last_created_date"


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """A noun of profiles: its names, its coming date's name, its commands, how a body is read, and what it shows.

    `fields` takes the old profile, None for a new one; `figures` are the noun's own keys, of which a template shows
    those it has; `columns` and `filters` are beside those of the schedule.
    """

    label: str
    path: str
    kind: str
    key: str
    list_key: str
    report_name: str
    noun: Noun
    shape: str
    coming: str
    needs: tuple[str, ...]
    create: type[Any]
    update: type[Any]
    delete: type[Any]
    messages: Messages
    fields: Callable[[Call, Any], dict[str, Any]]
    figures: Callable[[Call, Any, Template], dict[str, Any]]
    lines: Callable[[Call, Any], list[dict[str, Any]]]
    kept: tuple[str, ...]
    columns: tuple[Column, ...]
    sorts: tuple[str, ...]
    filters: tuple[Filter, ...]


def profile_module(profile: Profile) -> Module:
    """Return a noun of profiles as all nouns are: its records, wire forms, list and commands."""
    template = shapes(profile.shape)

    def shown(call: Call, one: Any, wanted: Template) -> dict[str, Any]:
        pool = {
            f"{profile.kind}_id": one.id,
            "recurrence_name": one.number,
            "status": status_of(call, one),
            "created_time": one.created_at,
            "last_modified_time": one.modified_at,
            **profile.figures(call, one, wanted),
            **schedule_row(one, last=LAST, coming=profile.coming),
            **kept(call.organization, one.id),
        }
        return {name: pool.get(name, default) for name, default in wanted.items()}

    def create(call: Call) -> Any:
        required(call, *profile.needs)
        made = call.organization.execute(profile.create(user_id=call.user_id, **profile.fields(call, None)))
        keep(call.organization, made.id, call.body, profile.kept)
        return made

    def update(call: Call, one: Any) -> Any:
        command = profile.update(id=one.id, user_id=call.user_id, **profile.fields(call, one))
        changed = call.organization.execute(command)
        keep(call.organization, one.id, call.body, profile.kept)
        return changed

    return Module(
        label=profile.label,
        path=profile.path,
        identity=f"{profile.kind}_id",
        kind=profile.kind,
        key=profile.key,
        list_key=profile.list_key,
        documents=lambda organization: organization.book.table(profile.noun),
        row=lambda call, one: shown(call, one, template["row"]),
        detail=lambda call, one: {**shown(call, one, template["detail"]), "line_items": profile.lines(call, one)},
        listing=_listing(profile),
        messages=profile.messages,
        create=create,
        update=update,
        delete=lambda call, identity: call.organization.execute(profile.delete(id=identity, user_id=call.user_id)),
    )


def _listing(profile: Profile) -> Listing:
    """Return the list of a noun, the newest first."""
    return Listing(
        report_name=profile.report_name,
        columns=(
            Column("recurrence_name", lambda _, one: one.number.casefold()),
            Column("created_time", lambda _, one: one.created_at, Kind.TIME),
            Column("last_modified_time", lambda _, one: one.modified_at, Kind.TIME),
            *schedule_columns(last=LAST, coming=profile.coming),
            status_column(),
            *profile.columns,
        ),
        sort="created_time",
        descending=True,
        sorts=profile.sorts,
        filters=(*profile.filters, Filter("status", many=True)),
        views=VIEWS,
        view="Status.All",
    )
