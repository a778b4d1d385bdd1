-- What pages and charts ask. `due_status` is worked out for the day `:today`; see DueStatus in read.py.

-- name: company
SELECT id, name, currency, places, time_zone FROM mirror_companies
WHERE tenant = :tenant AND connection = :connection

-- name: invoices_by_due_date
WITH standing AS (
    SELECT
        id, number, customer_id, customer_name, date, due_date, currency, places, total, balance,
        CASE
            WHEN status = 'draft' THEN 'draft'
            WHEN status IN ('void', 'deleted') THEN 'void'
            WHEN status = 'submitted' THEN 'submitted'
            WHEN status IN ('paid', 'credit') OR balance <= 0 THEN 'paid'
            WHEN due_date < :today THEN 'overdue'
            WHEN status = 'partially_paid' THEN 'partially_paid'
            ELSE 'open'
        END AS due_status
    FROM mirror_invoices INDEXED BY mirror_invoices_by_due_date
    WHERE tenant = :tenant AND connection = :connection AND deleted_at IS NULL
)
SELECT id, number, customer_id, customer_name, date, due_date, due_status, currency, places, total, balance
FROM standing
WHERE (:statuses IS NULL OR due_status IN (SELECT value FROM json_each(:statuses)))
    AND (:search IS NULL OR number LIKE :search ESCAPE '\' OR customer_name LIKE :search ESCAPE '\')
ORDER BY due_date, number, id
LIMIT :limit OFFSET :offset

-- name: invoices_counted
WITH standing AS (
    SELECT
        number, customer_name,
        CASE
            WHEN status = 'draft' THEN 'draft'
            WHEN status IN ('void', 'deleted') THEN 'void'
            WHEN status = 'submitted' THEN 'submitted'
            WHEN status IN ('paid', 'credit') OR balance <= 0 THEN 'paid'
            WHEN due_date < :today THEN 'overdue'
            WHEN status = 'partially_paid' THEN 'partially_paid'
            ELSE 'open'
        END AS due_status
    FROM mirror_invoices INDEXED BY mirror_invoices_by_due_date
    WHERE tenant = :tenant AND connection = :connection AND deleted_at IS NULL
)
SELECT due_status, count(*)
FROM standing
WHERE :search IS NULL OR number LIKE :search ESCAPE '\' OR customer_name LIKE :search ESCAPE '\'
GROUP BY due_status

-- name: owed
SELECT
    coalesce(sum(base_balance), 0),
    coalesce(sum(base_balance) FILTER (WHERE due_date < :today), 0),
    count(*),
    count(*) FILTER (WHERE due_date < :today),
    count(*) FILTER (WHERE base_balance IS NULL)
FROM mirror_invoices INDEXED BY mirror_invoices_unpaid
WHERE tenant = :tenant AND connection = :connection AND unpaid = 1

-- name: months_between
SELECT month, invoiced, collected FROM mirror_months
WHERE tenant = :tenant AND connection = :connection AND month BETWEEN :first AND :last

-- name: streams
SELECT
    s.stream, s.synced_at,
    CASE s.stream
        WHEN 'contacts' THEN (SELECT count(*) FROM mirror_contacts AS r WHERE r.tenant = s.tenant AND r.connection = s.connection AND r.deleted_at IS NULL)
        WHEN 'invoices' THEN (SELECT count(*) FROM mirror_invoices AS r WHERE r.tenant = s.tenant AND r.connection = s.connection AND r.deleted_at IS NULL)
        WHEN 'credit_notes' THEN (SELECT count(*) FROM mirror_credit_notes AS r WHERE r.tenant = s.tenant AND r.connection = s.connection AND r.deleted_at IS NULL)
        WHEN 'payments' THEN (SELECT count(*) FROM mirror_payments AS r WHERE r.tenant = s.tenant AND r.connection = s.connection AND r.deleted_at IS NULL)
        WHEN 'refunds' THEN (SELECT count(*) FROM mirror_refunds AS r WHERE r.tenant = s.tenant AND r.connection = s.connection AND r.deleted_at IS NULL)
        ELSE 0
    END,
    (SELECT count(*) FROM mirror_quarantine AS q WHERE q.tenant = s.tenant AND q.connection = s.connection AND q.stream = s.stream)
FROM mirror_streams AS s
WHERE s.tenant = :tenant AND s.connection = :connection
ORDER BY s.stream
