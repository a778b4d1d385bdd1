-- What pages and charts ask. `due_status` is worked out for the day `:today`; see DueStatus in read.py.

-- name: company
SELECT id, name, currency, places, time_zone FROM mirror_companies
WHERE tenant = :tenant AND connection = :connection

-- name: invoices_by_due_date
SELECT
    id, number, customer_id, customer_name, date, due_date,
    CASE WHEN standing IN ('open', 'partially_paid') AND due_date < :today THEN 'overdue' ELSE standing END AS due_status,
    currency, places, total, balance
FROM mirror_standing
WHERE tenant = :tenant AND connection = :connection
    AND (:statuses IS NULL OR due_status IN (SELECT value FROM json_each(:statuses)))
    AND (:search IS NULL OR number LIKE :search ESCAPE '\' OR customer_name LIKE :search ESCAPE '\')
ORDER BY due_date, number, id
LIMIT :limit OFFSET :offset

-- name: invoices_newest_first
SELECT
    id, number, customer_id, customer_name, date, due_date,
    CASE WHEN standing IN ('open', 'partially_paid') AND due_date < :today THEN 'overdue' ELSE standing END AS due_status,
    currency, places, total, balance
FROM mirror_standing
WHERE tenant = :tenant AND connection = :connection
    AND (:statuses IS NULL OR due_status IN (SELECT value FROM json_each(:statuses)))
    AND (:search IS NULL OR number LIKE :search ESCAPE '\' OR customer_name LIKE :search ESCAPE '\')
ORDER BY due_date DESC, number DESC, id DESC
LIMIT :limit OFFSET :offset

-- name: invoices_counted
SELECT
    CASE WHEN standing IN ('open', 'partially_paid') AND due_date < :today THEN 'overdue' ELSE standing END AS due_status,
    count(*)
FROM mirror_standing
WHERE tenant = :tenant AND connection = :connection
    AND (:search IS NULL OR number LIKE :search ESCAPE '\' OR customer_name LIKE :search ESCAPE '\')
GROUP BY due_status

-- name: owed
SELECT
    coalesce(sum(base_balance), 0),
    coalesce(sum(base_balance) FILTER (WHERE due_date < :today), 0),
    count(*),
    count(*) FILTER (WHERE due_date < :today),
    count(*) FILTER (WHERE base_balance IS NULL)
FROM mirror_invoices INDEXED BY mirror_invoices_unpaid
WHERE tenant = :tenant AND connection = :connection AND deleted_at IS NULL AND balance > 0
    AND status IN ('authorised', 'unpaid', 'partially_paid', 'posted')

-- name: owed_by_age
SELECT days, coalesce(sum(base_balance), 0), count(*)
FROM (
    SELECT max(0, CAST(julianday(:today) - julianday(due_date) AS INTEGER)) AS days, base_balance
    FROM mirror_invoices INDEXED BY mirror_invoices_unpaid
    WHERE tenant = :tenant AND connection = :connection AND deleted_at IS NULL AND balance > 0
        AND status IN ('authorised', 'unpaid', 'partially_paid', 'posted')
)
GROUP BY days

-- name: months_between
SELECT month, invoiced, collected FROM mirror_months
WHERE tenant = :tenant AND connection = :connection AND month BETWEEN :first AND :last

-- name: streams
SELECT
    s.stream, s.synced_at, coalesce(json_extract(s.state, '$.calls'), 0),
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
