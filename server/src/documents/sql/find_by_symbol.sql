-- Other documents of one register with a number and symbol.
SELECT d.id, d.issue_date, d.issue_date_precision
FROM document d
WHERE d.organisation_id = $1 AND d.symbol_key = $2 AND d.id <> $3
ORDER BY d.created_at, d.id
LIMIT 100
