SELECT d.id, d.organisation_id, d.document_type, d.number, d.symbol, d.subject, d.issue_date, d.issue_date_precision
FROM document d
WHERE d.id IN (SELECT value FROM json_each($1))
