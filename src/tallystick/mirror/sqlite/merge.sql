-- What a page of records does to the tables. The `upsert_…` statements keep the row and count it in the month roll-up
-- through the triggers; nothing here commits.

-- name: known_contacts
SELECT id, modified_at, deleted_at IS NOT NULL, record, raw FROM mirror_contacts
WHERE tenant = :tenant AND connection = :connection AND id IN (SELECT value FROM json_each(:ids))

-- name: known_invoices
SELECT id, modified_at, deleted_at IS NOT NULL, record, raw FROM mirror_invoices
WHERE tenant = :tenant AND connection = :connection AND id IN (SELECT value FROM json_each(:ids))

-- name: known_credit_notes
SELECT id, modified_at, deleted_at IS NOT NULL, record, raw FROM mirror_credit_notes
WHERE tenant = :tenant AND connection = :connection AND id IN (SELECT value FROM json_each(:ids))

-- name: known_payments
SELECT id, modified_at, deleted_at IS NOT NULL, record, raw FROM mirror_payments
WHERE tenant = :tenant AND connection = :connection AND id IN (SELECT value FROM json_each(:ids))

-- name: known_refunds
SELECT id, modified_at, deleted_at IS NOT NULL, record, raw FROM mirror_refunds
WHERE tenant = :tenant AND connection = :connection AND id IN (SELECT value FROM json_each(:ids))

-- name: upsert_contacts
INSERT INTO mirror_contacts (
    tenant, connection, id, resource, name, company_name, email, status, currency,
    created_at, modified_at, sweep, extras, record, raw
) VALUES (
    :tenant, :connection, :id, :resource, :name, :company_name, :email, :status, :currency,
    :created_at, :modified_at, :sweep, :extras, :record, :raw
)
ON CONFLICT (tenant, connection, id) DO UPDATE SET
    resource = excluded.resource, name = excluded.name, company_name = excluded.company_name, email = excluded.email,
    status = excluded.status, currency = excluded.currency, created_at = excluded.created_at,
    modified_at = excluded.modified_at, sweep = excluded.sweep, deleted_at = NULL, extras = excluded.extras,
    record = excluded.record, raw = excluded.raw

-- name: upsert_invoices
INSERT INTO mirror_invoices (
    tenant, connection, id, number, customer_id, customer_name, date, due_date, status, currency, places, total, balance,
    rate, base_total, base_balance, created_at, modified_at, sweep, extras, record, raw
) VALUES (
    :tenant, :connection, :id, :number, :customer_id, :customer_name, :date, :due_date, :status, :currency, :places, :total,
    :balance, :rate, :base_total, :base_balance, :created_at, :modified_at, :sweep, :extras, :record, :raw
)
ON CONFLICT (tenant, connection, id) DO UPDATE SET
    number = excluded.number, customer_id = excluded.customer_id, customer_name = excluded.customer_name,
    date = excluded.date, due_date = excluded.due_date, status = excluded.status, currency = excluded.currency,
    places = excluded.places, total = excluded.total, balance = excluded.balance, rate = excluded.rate,
    base_total = excluded.base_total, base_balance = excluded.base_balance, created_at = excluded.created_at,
    modified_at = excluded.modified_at, sweep = excluded.sweep, deleted_at = NULL, extras = excluded.extras,
    record = excluded.record, raw = excluded.raw

-- name: upsert_credit_notes
INSERT INTO mirror_credit_notes (
    tenant, connection, id, number, customer_id, customer_name, date, status, currency, places, total, balance,
    rate, base_total, base_balance, created_at, modified_at, sweep, extras, record, raw
) VALUES (
    :tenant, :connection, :id, :number, :customer_id, :customer_name, :date, :status, :currency, :places, :total, :balance,
    :rate, :base_total, :base_balance, :created_at, :modified_at, :sweep, :extras, :record, :raw
)
ON CONFLICT (tenant, connection, id) DO UPDATE SET
    number = excluded.number, customer_id = excluded.customer_id, customer_name = excluded.customer_name,
    date = excluded.date, status = excluded.status, currency = excluded.currency, places = excluded.places,
    total = excluded.total, balance = excluded.balance, rate = excluded.rate, base_total = excluded.base_total,
    base_balance = excluded.base_balance, created_at = excluded.created_at, modified_at = excluded.modified_at,
    sweep = excluded.sweep, deleted_at = NULL, extras = excluded.extras, record = excluded.record, raw = excluded.raw

-- name: upsert_payments
INSERT INTO mirror_payments (
    tenant, connection, id, number, customer_id, customer_name, date, status, method, currency, places, total,
    unallocated, rate, base_total, base_refunded, created_at, modified_at, sweep, extras, record, raw
) VALUES (
    :tenant, :connection, :id, :number, :customer_id, :customer_name, :date, :status, :method, :currency, :places, :total,
    :unallocated, :rate, :base_total, :base_refunded, :created_at, :modified_at, :sweep, :extras, :record, :raw
)
ON CONFLICT (tenant, connection, id) DO UPDATE SET
    number = excluded.number, customer_id = excluded.customer_id, customer_name = excluded.customer_name,
    date = excluded.date, status = excluded.status, method = excluded.method, currency = excluded.currency,
    places = excluded.places, total = excluded.total, unallocated = excluded.unallocated, rate = excluded.rate,
    base_total = excluded.base_total, base_refunded = excluded.base_refunded, created_at = excluded.created_at,
    modified_at = excluded.modified_at, sweep = excluded.sweep, deleted_at = NULL, extras = excluded.extras,
    record = excluded.record, raw = excluded.raw

-- name: upsert_refunds
INSERT INTO mirror_refunds (
    tenant, connection, id, number, customer_name, date, status, method, currency, places, total, base_total,
    created_at, modified_at, sweep, extras, record, raw
) VALUES (
    :tenant, :connection, :id, :number, :customer_name, :date, :status, :method, :currency, :places, :total, :base_total,
    :created_at, :modified_at, :sweep, :extras, :record, :raw
)
ON CONFLICT (tenant, connection, id) DO UPDATE SET
    number = excluded.number, customer_name = excluded.customer_name, date = excluded.date, status = excluded.status,
    method = excluded.method, currency = excluded.currency, places = excluded.places, total = excluded.total,
    base_total = excluded.base_total, created_at = excluded.created_at, modified_at = excluded.modified_at,
    sweep = excluded.sweep, deleted_at = NULL, extras = excluded.extras, record = excluded.record, raw = excluded.raw

-- name: seen_contacts
UPDATE mirror_contacts SET sweep = :sweep
WHERE tenant = :tenant AND connection = :connection AND id IN (SELECT value FROM json_each(:ids))

-- name: seen_invoices
UPDATE mirror_invoices SET sweep = :sweep
WHERE tenant = :tenant AND connection = :connection AND id IN (SELECT value FROM json_each(:ids))

-- name: seen_credit_notes
UPDATE mirror_credit_notes SET sweep = :sweep
WHERE tenant = :tenant AND connection = :connection AND id IN (SELECT value FROM json_each(:ids))

-- name: seen_payments
UPDATE mirror_payments SET sweep = :sweep
WHERE tenant = :tenant AND connection = :connection AND id IN (SELECT value FROM json_each(:ids))

-- name: seen_refunds
UPDATE mirror_refunds SET sweep = :sweep
WHERE tenant = :tenant AND connection = :connection AND id IN (SELECT value FROM json_each(:ids))

-- name: bury_contacts
UPDATE mirror_contacts SET deleted_at = :at
WHERE tenant = :tenant AND connection = :connection AND deleted_at IS NULL AND sweep <= :unseen_since
RETURNING id, modified_at

-- name: bury_invoices
UPDATE mirror_invoices SET deleted_at = :at
WHERE tenant = :tenant AND connection = :connection AND deleted_at IS NULL AND sweep <= :unseen_since
RETURNING id, modified_at

-- name: bury_credit_notes
UPDATE mirror_credit_notes SET deleted_at = :at
WHERE tenant = :tenant AND connection = :connection AND deleted_at IS NULL AND sweep <= :unseen_since
RETURNING id, modified_at

-- name: bury_payments
UPDATE mirror_payments SET deleted_at = :at
WHERE tenant = :tenant AND connection = :connection AND deleted_at IS NULL AND sweep <= :unseen_since
RETURNING id, modified_at

-- name: bury_refunds
UPDATE mirror_refunds SET deleted_at = :at
WHERE tenant = :tenant AND connection = :connection AND deleted_at IS NULL AND sweep <= :unseen_since
RETURNING id, modified_at

-- name: add_event
INSERT INTO mirror_events (tenant, connection, stream, id, kind, modified_at, at)
VALUES (:tenant, :connection, :stream, :id, :kind, :modified_at, :at)

-- name: quarantine
INSERT INTO mirror_quarantine (tenant, connection, stream, id, mistakes, first_at, last_at, raw)
VALUES (:tenant, :connection, :stream, :id, :mistakes, :at, :at, :raw)
ON CONFLICT (tenant, connection, stream, id) DO UPDATE SET
    mistakes = excluded.mistakes, last_at = excluded.last_at, raw = excluded.raw

-- name: release
DELETE FROM mirror_quarantine
WHERE tenant = :tenant AND connection = :connection AND stream = :stream AND id IN (SELECT value FROM json_each(:ids))

-- name: load_state
SELECT state, synced_at FROM mirror_streams
WHERE tenant = :tenant AND connection = :connection AND stream = :stream

-- name: save_state
INSERT INTO mirror_streams (tenant, connection, stream, state, synced_at)
VALUES (:tenant, :connection, :stream, :state, :synced_at)
ON CONFLICT (tenant, connection, stream) DO UPDATE SET
    state = excluded.state, synced_at = coalesce(excluded.synced_at, synced_at)

-- name: save_company
INSERT INTO mirror_companies (tenant, connection, id, name, currency, places, time_zone, raw)
VALUES (:tenant, :connection, :id, :name, :currency, :places, :time_zone, :raw)
ON CONFLICT (tenant, connection) DO UPDATE SET
    id = excluded.id, name = excluded.name, currency = excluded.currency, places = excluded.places,
    time_zone = excluded.time_zone, raw = excluded.raw
