-- Documents within reach that name document $4.
WITH RECURSIVE
@include organisations/scope
SELECT r.kind, r.citation_text, d.id, d.number, d.symbol, '', d.document_type, d.issue_date, d.issue_date_precision,
    d.issuing_body_as_printed
FROM document_relation r
JOIN document d ON d.id = r.document_id
WHERE r.target_document_id = $4 AND
@include documents/is_visible
ORDER BY d.issue_date DESC, r.id
LIMIT 1000
