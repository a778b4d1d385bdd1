-- The mirror's tables. Money is in integer minor units: `places` decimal places of the document's own currency, the
-- base currency's for `base_…` columns. Rates are decimal text. Days are YYYY-MM-DD, instants ISO 8601 in UTC.
-- Fat payloads stand last in rowid tables, so that reading the typed columns stays cheap.

CREATE TABLE mirror_companies (
    tenant TEXT NOT NULL,
    connection TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    currency TEXT NOT NULL,
    places INTEGER NOT NULL,
    time_zone TEXT NOT NULL,
    raw TEXT NOT NULL,
    UNIQUE (tenant, connection)
) STRICT;

CREATE TABLE mirror_streams (
    tenant TEXT NOT NULL,
    connection TEXT NOT NULL,
    stream TEXT NOT NULL,
    state TEXT NOT NULL,
    synced_at TEXT,
    UNIQUE (tenant, connection, stream)
) STRICT;

CREATE TABLE mirror_events (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant TEXT NOT NULL,
    connection TEXT NOT NULL,
    stream TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('created', 'updated', 'deleted')),
    modified_at TEXT,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX mirror_events_by_connection ON mirror_events (tenant, connection, sequence);

CREATE TABLE mirror_quarantine (
    tenant TEXT NOT NULL,
    connection TEXT NOT NULL,
    stream TEXT NOT NULL,
    id TEXT NOT NULL,
    mistakes TEXT NOT NULL,
    first_at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    raw TEXT NOT NULL,
    UNIQUE (tenant, connection, stream, id)
) STRICT;

CREATE TABLE mirror_contacts (
    tenant TEXT NOT NULL,
    connection TEXT NOT NULL,
    id TEXT NOT NULL,
    resource TEXT NOT NULL,
    name TEXT NOT NULL,
    company_name TEXT NOT NULL,
    email TEXT NOT NULL,
    status TEXT NOT NULL,
    currency TEXT NOT NULL,
    created_at TEXT,
    modified_at TEXT,
    sweep INTEGER NOT NULL,
    deleted_at TEXT,
    extras TEXT,
    record TEXT NOT NULL,
    raw TEXT NOT NULL,
    UNIQUE (tenant, connection, id)
) STRICT;
CREATE INDEX mirror_contacts_by_name ON mirror_contacts (tenant, connection, name) WHERE deleted_at IS NULL;

CREATE TABLE mirror_invoices (
    tenant TEXT NOT NULL,
    connection TEXT NOT NULL,
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    customer_name TEXT NOT NULL,
    date TEXT,
    due_date TEXT,
    status TEXT NOT NULL,
    currency TEXT NOT NULL,
    places INTEGER NOT NULL,
    total INTEGER NOT NULL,
    balance INTEGER NOT NULL,
    rate TEXT,
    base_total INTEGER,
    base_balance INTEGER,
    created_at TEXT,
    modified_at TEXT,
    sweep INTEGER NOT NULL,
    deleted_at TEXT,
    unpaid INTEGER NOT NULL GENERATED ALWAYS AS (
        deleted_at IS NULL AND balance > 0 AND status IN ('authorised', 'unpaid', 'partially_paid', 'posted')
    ) VIRTUAL,
    month TEXT GENERATED ALWAYS AS (substr(date, 1, 7)) VIRTUAL,
    invoiced INTEGER NOT NULL GENERATED ALWAYS AS (
        CASE
            WHEN deleted_at IS NOT NULL OR status IN ('draft', 'void', 'deleted') THEN 0
            ELSE coalesce(base_total, 0)
        END
    ) VIRTUAL,
    extras TEXT,
    record TEXT NOT NULL,
    raw TEXT NOT NULL,
    UNIQUE (tenant, connection, id)
) STRICT;
CREATE INDEX mirror_invoices_by_due_date ON mirror_invoices (
    tenant, connection, due_date, number, id, customer_id, customer_name, date, status, currency, places, total, balance,
    deleted_at
) WHERE deleted_at IS NULL;
-- Written out and not as `unpaid`: a query that names a generated column is never answered from an index alone.
CREATE INDEX mirror_invoices_unpaid ON mirror_invoices (
    tenant, connection, due_date, base_balance, status, balance, deleted_at
) WHERE deleted_at IS NULL AND balance > 0 AND status IN ('authorised', 'unpaid', 'partially_paid', 'posted');

CREATE TABLE mirror_credit_notes (
    tenant TEXT NOT NULL,
    connection TEXT NOT NULL,
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    customer_name TEXT NOT NULL,
    date TEXT,
    status TEXT NOT NULL,
    currency TEXT NOT NULL,
    places INTEGER NOT NULL,
    total INTEGER NOT NULL,
    balance INTEGER NOT NULL,
    rate TEXT,
    base_total INTEGER,
    base_balance INTEGER,
    created_at TEXT,
    modified_at TEXT,
    sweep INTEGER NOT NULL,
    deleted_at TEXT,
    month TEXT GENERATED ALWAYS AS (substr(date, 1, 7)) VIRTUAL,
    credited INTEGER NOT NULL GENERATED ALWAYS AS (
        CASE
            WHEN deleted_at IS NOT NULL OR status IN ('draft', 'voided', 'deleted') THEN 0
            ELSE coalesce(base_total, 0)
        END
    ) VIRTUAL,
    extras TEXT,
    record TEXT NOT NULL,
    raw TEXT NOT NULL,
    UNIQUE (tenant, connection, id)
) STRICT;
CREATE INDEX mirror_credit_notes_by_date ON mirror_credit_notes (tenant, connection, date) WHERE deleted_at IS NULL;

CREATE TABLE mirror_payments (
    tenant TEXT NOT NULL,
    connection TEXT NOT NULL,
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    customer_name TEXT NOT NULL,
    date TEXT,
    status TEXT NOT NULL,
    method TEXT NOT NULL,
    currency TEXT NOT NULL,
    places INTEGER NOT NULL,
    total INTEGER NOT NULL,
    unallocated INTEGER,
    rate TEXT,
    base_total INTEGER,
    base_refunded INTEGER NOT NULL,
    created_at TEXT,
    modified_at TEXT,
    sweep INTEGER NOT NULL,
    deleted_at TEXT,
    month TEXT GENERATED ALWAYS AS (substr(date, 1, 7)) VIRTUAL,
    collected INTEGER NOT NULL GENERATED ALWAYS AS (
        CASE
            WHEN deleted_at IS NOT NULL OR status IN ('draft', 'rejected', 'voided', 'deleted') THEN 0
            ELSE coalesce(base_total - base_refunded, 0)
        END
    ) VIRTUAL,
    extras TEXT,
    record TEXT NOT NULL,
    raw TEXT NOT NULL,
    UNIQUE (tenant, connection, id)
) STRICT;
CREATE INDEX mirror_payments_by_date ON mirror_payments (tenant, connection, date) WHERE deleted_at IS NULL;

CREATE TABLE mirror_refunds (
    tenant TEXT NOT NULL,
    connection TEXT NOT NULL,
    id TEXT NOT NULL,
    number TEXT NOT NULL,
    customer_name TEXT NOT NULL,
    date TEXT,
    status TEXT NOT NULL,
    method TEXT NOT NULL,
    currency TEXT NOT NULL,
    places INTEGER NOT NULL,
    total INTEGER,
    base_total INTEGER NOT NULL,
    created_at TEXT,
    modified_at TEXT,
    sweep INTEGER NOT NULL,
    deleted_at TEXT,
    month TEXT GENERATED ALWAYS AS (substr(date, 1, 7)) VIRTUAL,
    refunded INTEGER NOT NULL GENERATED ALWAYS AS (CASE WHEN deleted_at IS NOT NULL THEN 0 ELSE base_total END) VIRTUAL,
    extras TEXT,
    record TEXT NOT NULL,
    raw TEXT NOT NULL,
    UNIQUE (tenant, connection, id)
) STRICT;

-- The month roll-up, in the base currency. Triggers keep it: what a row counted for is taken back and what it counts
-- for now is added, inside whatever transaction changes the row, so no caller can forget.

CREATE TABLE mirror_months (
    tenant TEXT NOT NULL,
    connection TEXT NOT NULL,
    month TEXT NOT NULL,
    invoiced INTEGER NOT NULL DEFAULT 0,
    collected INTEGER NOT NULL DEFAULT 0,
    UNIQUE (tenant, connection, month)
) STRICT;

CREATE TRIGGER mirror_invoices_counted AFTER INSERT ON mirror_invoices WHEN new.invoiced <> 0 AND new.month IS NOT NULL
BEGIN
    INSERT INTO mirror_months (tenant, connection, month, invoiced)
    VALUES (new.tenant, new.connection, new.month, new.invoiced)
    ON CONFLICT DO UPDATE SET invoiced = invoiced + excluded.invoiced;
END;
CREATE TRIGGER mirror_invoices_recounted AFTER UPDATE ON mirror_invoices WHEN old.invoiced <> new.invoiced OR old.month IS NOT new.month
BEGIN
    UPDATE mirror_months SET invoiced = invoiced - old.invoiced
    WHERE tenant = old.tenant AND connection = old.connection AND month = old.month;
    INSERT INTO mirror_months (tenant, connection, month, invoiced)
    SELECT new.tenant, new.connection, new.month, new.invoiced WHERE new.month IS NOT NULL
    ON CONFLICT DO UPDATE SET invoiced = invoiced + excluded.invoiced;
END;
CREATE TRIGGER mirror_invoices_uncounted AFTER DELETE ON mirror_invoices WHEN old.invoiced <> 0
BEGIN
    UPDATE mirror_months SET invoiced = invoiced - old.invoiced
    WHERE tenant = old.tenant AND connection = old.connection AND month = old.month;
END;

CREATE TRIGGER mirror_credit_notes_counted AFTER INSERT ON mirror_credit_notes WHEN new.credited <> 0 AND new.month IS NOT NULL
BEGIN
    INSERT INTO mirror_months (tenant, connection, month, invoiced)
    VALUES (new.tenant, new.connection, new.month, -new.credited)
    ON CONFLICT DO UPDATE SET invoiced = invoiced + excluded.invoiced;
END;
CREATE TRIGGER mirror_credit_notes_recounted AFTER UPDATE ON mirror_credit_notes WHEN old.credited <> new.credited OR old.month IS NOT new.month
BEGIN
    UPDATE mirror_months SET invoiced = invoiced + old.credited
    WHERE tenant = old.tenant AND connection = old.connection AND month = old.month;
    INSERT INTO mirror_months (tenant, connection, month, invoiced)
    SELECT new.tenant, new.connection, new.month, -new.credited WHERE new.month IS NOT NULL
    ON CONFLICT DO UPDATE SET invoiced = invoiced + excluded.invoiced;
END;
CREATE TRIGGER mirror_credit_notes_uncounted AFTER DELETE ON mirror_credit_notes WHEN old.credited <> 0
BEGIN
    UPDATE mirror_months SET invoiced = invoiced + old.credited
    WHERE tenant = old.tenant AND connection = old.connection AND month = old.month;
END;

CREATE TRIGGER mirror_payments_counted AFTER INSERT ON mirror_payments WHEN new.collected <> 0 AND new.month IS NOT NULL
BEGIN
    INSERT INTO mirror_months (tenant, connection, month, collected)
    VALUES (new.tenant, new.connection, new.month, new.collected)
    ON CONFLICT DO UPDATE SET collected = collected + excluded.collected;
END;
CREATE TRIGGER mirror_payments_recounted AFTER UPDATE ON mirror_payments WHEN old.collected <> new.collected OR old.month IS NOT new.month
BEGIN
    UPDATE mirror_months SET collected = collected - old.collected
    WHERE tenant = old.tenant AND connection = old.connection AND month = old.month;
    INSERT INTO mirror_months (tenant, connection, month, collected)
    SELECT new.tenant, new.connection, new.month, new.collected WHERE new.month IS NOT NULL
    ON CONFLICT DO UPDATE SET collected = collected + excluded.collected;
END;
CREATE TRIGGER mirror_payments_uncounted AFTER DELETE ON mirror_payments WHEN old.collected <> 0
BEGIN
    UPDATE mirror_months SET collected = collected - old.collected
    WHERE tenant = old.tenant AND connection = old.connection AND month = old.month;
END;

CREATE TRIGGER mirror_refunds_counted AFTER INSERT ON mirror_refunds WHEN new.refunded <> 0 AND new.month IS NOT NULL
BEGIN
    INSERT INTO mirror_months (tenant, connection, month, collected)
    VALUES (new.tenant, new.connection, new.month, -new.refunded)
    ON CONFLICT DO UPDATE SET collected = collected + excluded.collected;
END;
CREATE TRIGGER mirror_refunds_recounted AFTER UPDATE ON mirror_refunds WHEN old.refunded <> new.refunded OR old.month IS NOT new.month
BEGIN
    UPDATE mirror_months SET collected = collected + old.refunded
    WHERE tenant = old.tenant AND connection = old.connection AND month = old.month;
    INSERT INTO mirror_months (tenant, connection, month, collected)
    SELECT new.tenant, new.connection, new.month, -new.refunded WHERE new.month IS NOT NULL
    ON CONFLICT DO UPDATE SET collected = collected + excluded.collected;
END;
CREATE TRIGGER mirror_refunds_uncounted AFTER DELETE ON mirror_refunds WHEN old.refunded <> 0
BEGIN
    UPDATE mirror_months SET collected = collected + old.refunded
    WHERE tenant = old.tenant AND connection = old.connection AND month = old.month;
END;
