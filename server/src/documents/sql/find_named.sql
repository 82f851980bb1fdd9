SELECT n.id, n.issue_date, n.issue_date_precision, n.issuer_as_written
FROM named_document n
WHERE n.symbol_key = $1
ORDER BY n.created_at, n.id
LIMIT 100
