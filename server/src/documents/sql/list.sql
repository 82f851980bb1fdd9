WITH RECURSIVE
@include organisations/scope
,
@include documents/found
SELECT d.id, d.organisation_id, d.direction, d.document_type, d.number, d.symbol, d.issuing_body_as_printed,
    d.issue_date, d.issue_date_precision, d.received_date, d.subject, d.urgency, d.status, d.created_at, d.version,
    (SELECT COUNT(*) FROM task w WHERE w.document_id = d.id AND w.is_parent = 0)
FROM found d
WHERE (CAST($12 AS TEXT) IS NULL OR d.status = $12)
ORDER BY
    CASE WHEN CAST($13 AS TEXT) = 'created_at' THEN d.created_at END,
    CASE WHEN $13 = 'issue_date' THEN COALESCE(d.issue_date, '') END,
    CASE WHEN $13 = '-issue_date' THEN COALESCE(d.issue_date, '') END DESC,
    CASE WHEN $13 = 'subject' THEN d.sort_key END,
    CASE WHEN $13 = '-subject' THEN d.sort_key END DESC,
    CASE WHEN $13 = 'number' THEN LENGTH(COALESCE(d.number, '')) END,
    CASE WHEN $13 = 'number' THEN COALESCE(d.number, '') END,
    CASE WHEN $13 = '-number' THEN LENGTH(COALESCE(d.number, '')) END DESC,
    CASE WHEN $13 = '-number' THEN COALESCE(d.number, '') END DESC,
    CASE WHEN $13 = 'created_at' THEN d.id END,
    d.created_at DESC, d.id DESC
LIMIT $14 OFFSET $15
