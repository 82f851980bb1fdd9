-- What document $4 says of others. The other one shows as a register document only within reach.
WITH RECURSIVE
@include organisations/scope
SELECT r.kind, r.citation_text,
    CASE WHEN d.id IS NOT NULL AND
@include documents/is_visible
    THEN d.id END,
    d.number, d.symbol, COALESCE(n.number_symbol, ''),
    COALESCE(d.document_type, n.document_type, 'other'),
    COALESCE(d.issue_date, n.issue_date), COALESCE(d.issue_date_precision, n.issue_date_precision),
    COALESCE(d.issuing_body_as_printed, n.issuer_as_written)
FROM document_relation r
LEFT JOIN document d ON d.id = r.target_document_id
LEFT JOIN named_document n ON n.id = r.named_document_id
WHERE r.document_id = $4
ORDER BY r.created_at, r.id
LIMIT 1000
