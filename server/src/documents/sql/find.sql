WITH RECURSIVE
@include organisations/scope
SELECT d.id, d.organisation_id, d.direction, d.document_type, d.number, d.symbol, d.issuing_body_as_printed,
    d.issue_date, d.issue_date_precision, d.received_date, d.subject, d.urgency, d.status, d.created_at, d.version,
    (SELECT COUNT(*) FROM task w WHERE w.document_id = d.id AND w.is_parent = 0),
    d.parent_body_as_printed, d.issuer_id, d.place, d.signing_authority, d.signer_post, d.signer_name, d.file_id,
    CASE WHEN EXISTS (SELECT 1 FROM document_review v WHERE v.document_id = d.id) THEN 1 ELSE 0 END
FROM document d
WHERE d.id = $4 AND
@include documents/is_visible
