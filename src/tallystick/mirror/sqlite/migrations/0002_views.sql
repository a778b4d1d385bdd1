-- Views for people who read the mirror with SQL: deleted records left out, every amount twice, as exact decimal text
-- (`total`) and in integer minor units (`total_minor`, safe to add up within one currency). `base_…` amounts are in
-- the company's own currency and safe to add up over all records; they are null where a foreign document came without
-- an exchange rate. `record` is the unified record and `raw` the vendor's, both JSON.

CREATE VIEW contacts AS
SELECT tenant, connection, id, resource, name, company_name, email, status, currency, created_at, modified_at, record, raw
FROM mirror_contacts
WHERE deleted_at IS NULL;

CREATE VIEW invoices AS
SELECT
    r.tenant,
    r.connection,
    r.id,
    r.number,
    r.customer_id,
    r.customer_name,
    r.date,
    r.due_date,
    r.status,
    r.currency,
    CASE WHEN r.total < 0 THEN '-' ELSE '' END
        || substr(printf('%0*d', r.places + 1, abs(r.total)), 1, max(length(abs(r.total)), r.places + 1) - r.places)
        || CASE WHEN r.places > 0 THEN '.' || substr(printf('%0*d', r.places + 1, abs(r.total)), -r.places) ELSE '' END AS total,
    r.total AS total_minor,
    CASE WHEN r.balance < 0 THEN '-' ELSE '' END
        || substr(printf('%0*d', r.places + 1, abs(r.balance)), 1, max(length(abs(r.balance)), r.places + 1) - r.places)
        || CASE WHEN r.places > 0 THEN '.' || substr(printf('%0*d', r.places + 1, abs(r.balance)), -r.places) ELSE '' END AS balance,
    r.balance AS balance_minor,
    CASE WHEN r.base_total < 0 THEN '-' ELSE '' END
        || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(r.base_total)), 1, max(length(abs(r.base_total)), coalesce(c.places, 2) + 1) - coalesce(c.places, 2))
        || CASE WHEN coalesce(c.places, 2) > 0 THEN '.' || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(r.base_total)), -coalesce(c.places, 2)) ELSE '' END AS base_total,
    r.base_total AS base_total_minor,
    CASE WHEN r.base_balance < 0 THEN '-' ELSE '' END
        || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(r.base_balance)), 1, max(length(abs(r.base_balance)), coalesce(c.places, 2) + 1) - coalesce(c.places, 2))
        || CASE WHEN coalesce(c.places, 2) > 0 THEN '.' || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(r.base_balance)), -coalesce(c.places, 2)) ELSE '' END AS base_balance,
    r.base_balance AS base_balance_minor,
    r.rate,
    r.unpaid,
    r.created_at,
    r.modified_at,
    r.record,
    r.raw
FROM mirror_invoices AS r
LEFT JOIN mirror_companies AS c ON c.tenant = r.tenant AND c.connection = r.connection
WHERE r.deleted_at IS NULL;

CREATE VIEW credit_notes AS
SELECT
    r.tenant,
    r.connection,
    r.id,
    r.number,
    r.customer_id,
    r.customer_name,
    r.date,
    r.status,
    r.currency,
    CASE WHEN r.total < 0 THEN '-' ELSE '' END
        || substr(printf('%0*d', r.places + 1, abs(r.total)), 1, max(length(abs(r.total)), r.places + 1) - r.places)
        || CASE WHEN r.places > 0 THEN '.' || substr(printf('%0*d', r.places + 1, abs(r.total)), -r.places) ELSE '' END AS total,
    r.total AS total_minor,
    CASE WHEN r.balance < 0 THEN '-' ELSE '' END
        || substr(printf('%0*d', r.places + 1, abs(r.balance)), 1, max(length(abs(r.balance)), r.places + 1) - r.places)
        || CASE WHEN r.places > 0 THEN '.' || substr(printf('%0*d', r.places + 1, abs(r.balance)), -r.places) ELSE '' END AS balance,
    r.balance AS balance_minor,
    CASE WHEN r.base_total < 0 THEN '-' ELSE '' END
        || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(r.base_total)), 1, max(length(abs(r.base_total)), coalesce(c.places, 2) + 1) - coalesce(c.places, 2))
        || CASE WHEN coalesce(c.places, 2) > 0 THEN '.' || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(r.base_total)), -coalesce(c.places, 2)) ELSE '' END AS base_total,
    r.base_total AS base_total_minor,
    CASE WHEN r.base_balance < 0 THEN '-' ELSE '' END
        || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(r.base_balance)), 1, max(length(abs(r.base_balance)), coalesce(c.places, 2) + 1) - coalesce(c.places, 2))
        || CASE WHEN coalesce(c.places, 2) > 0 THEN '.' || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(r.base_balance)), -coalesce(c.places, 2)) ELSE '' END AS base_balance,
    r.base_balance AS base_balance_minor,
    r.rate,
    r.created_at,
    r.modified_at,
    r.record,
    r.raw
FROM mirror_credit_notes AS r
LEFT JOIN mirror_companies AS c ON c.tenant = r.tenant AND c.connection = r.connection
WHERE r.deleted_at IS NULL;

CREATE VIEW payments AS
SELECT
    r.tenant,
    r.connection,
    r.id,
    r.number,
    r.customer_id,
    r.customer_name,
    r.date,
    r.status,
    r.method,
    r.currency,
    CASE WHEN r.total < 0 THEN '-' ELSE '' END
        || substr(printf('%0*d', r.places + 1, abs(r.total)), 1, max(length(abs(r.total)), r.places + 1) - r.places)
        || CASE WHEN r.places > 0 THEN '.' || substr(printf('%0*d', r.places + 1, abs(r.total)), -r.places) ELSE '' END AS total,
    r.total AS total_minor,
    CASE WHEN r.unallocated < 0 THEN '-' ELSE '' END
        || substr(printf('%0*d', r.places + 1, abs(r.unallocated)), 1, max(length(abs(r.unallocated)), r.places + 1) - r.places)
        || CASE WHEN r.places > 0 THEN '.' || substr(printf('%0*d', r.places + 1, abs(r.unallocated)), -r.places) ELSE '' END AS unallocated,
    r.unallocated AS unallocated_minor,
    CASE WHEN r.base_total < 0 THEN '-' ELSE '' END
        || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(r.base_total)), 1, max(length(abs(r.base_total)), coalesce(c.places, 2) + 1) - coalesce(c.places, 2))
        || CASE WHEN coalesce(c.places, 2) > 0 THEN '.' || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(r.base_total)), -coalesce(c.places, 2)) ELSE '' END AS base_total,
    r.base_total AS base_total_minor,
    CASE WHEN r.base_refunded < 0 THEN '-' ELSE '' END
        || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(r.base_refunded)), 1, max(length(abs(r.base_refunded)), coalesce(c.places, 2) + 1) - coalesce(c.places, 2))
        || CASE WHEN coalesce(c.places, 2) > 0 THEN '.' || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(r.base_refunded)), -coalesce(c.places, 2)) ELSE '' END AS base_refunded,
    r.base_refunded AS base_refunded_minor,
    r.rate,
    r.created_at,
    r.modified_at,
    r.record,
    r.raw
FROM mirror_payments AS r
LEFT JOIN mirror_companies AS c ON c.tenant = r.tenant AND c.connection = r.connection
WHERE r.deleted_at IS NULL;

CREATE VIEW refunds AS
SELECT
    r.tenant,
    r.connection,
    r.id,
    r.number,
    r.customer_name,
    r.date,
    r.method,
    r.currency,
    CASE WHEN r.total < 0 THEN '-' ELSE '' END
        || substr(printf('%0*d', r.places + 1, abs(r.total)), 1, max(length(abs(r.total)), r.places + 1) - r.places)
        || CASE WHEN r.places > 0 THEN '.' || substr(printf('%0*d', r.places + 1, abs(r.total)), -r.places) ELSE '' END AS total,
    r.total AS total_minor,
    CASE WHEN r.base_total < 0 THEN '-' ELSE '' END
        || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(r.base_total)), 1, max(length(abs(r.base_total)), coalesce(c.places, 2) + 1) - coalesce(c.places, 2))
        || CASE WHEN coalesce(c.places, 2) > 0 THEN '.' || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(r.base_total)), -coalesce(c.places, 2)) ELSE '' END AS base_total,
    r.base_total AS base_total_minor,
    r.record,
    r.raw
FROM mirror_refunds AS r
LEFT JOIN mirror_companies AS c ON c.tenant = r.tenant AND c.connection = r.connection
WHERE r.deleted_at IS NULL;

CREATE VIEW months AS
SELECT
    m.tenant,
    m.connection,
    m.month,
    CASE WHEN m.invoiced < 0 THEN '-' ELSE '' END
        || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(m.invoiced)), 1, max(length(abs(m.invoiced)), coalesce(c.places, 2) + 1) - coalesce(c.places, 2))
        || CASE WHEN coalesce(c.places, 2) > 0 THEN '.' || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(m.invoiced)), -coalesce(c.places, 2)) ELSE '' END AS invoiced,
    m.invoiced AS invoiced_minor,
    CASE WHEN m.collected < 0 THEN '-' ELSE '' END
        || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(m.collected)), 1, max(length(abs(m.collected)), coalesce(c.places, 2) + 1) - coalesce(c.places, 2))
        || CASE WHEN coalesce(c.places, 2) > 0 THEN '.' || substr(printf('%0*d', coalesce(c.places, 2) + 1, abs(m.collected)), -coalesce(c.places, 2)) ELSE '' END AS collected,
    m.collected AS collected_minor
FROM mirror_months AS m
LEFT JOIN mirror_companies AS c ON c.tenant = m.tenant AND c.connection = m.connection;

CREATE VIEW events AS
SELECT tenant, connection, sequence, stream, id, kind, modified_at, at
FROM mirror_events;

CREATE VIEW quarantine AS
SELECT tenant, connection, stream, id, mistakes, first_at, last_at, raw
FROM mirror_quarantine;

-- For the program itself: where each invoice stands by what the vendor says. Whether what is owed is overdue depends on
-- the day, so the queries decide that.
CREATE VIEW mirror_standing AS
SELECT
    tenant, connection, id, number, customer_id, customer_name, date, due_date, currency, places, total, balance,
    CASE
        WHEN status = 'draft' THEN 'draft'
        WHEN status IN ('void', 'deleted') THEN 'void'
        WHEN status = 'submitted' THEN 'submitted'
        WHEN status IN ('paid', 'credit') OR balance <= 0 THEN 'paid'
        WHEN status = 'partially_paid' THEN 'partially_paid'
        ELSE 'open'
    END AS standing
FROM mirror_invoices INDEXED BY mirror_invoices_by_due_date
WHERE deleted_at IS NULL;
