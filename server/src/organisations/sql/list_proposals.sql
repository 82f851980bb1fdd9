WITH RECURSIVE
@include organisations/scope
SELECT p.id, p.document_id, p.basis_text, p.code, p.clause, p.from_json, p.into_json, p.effective_date, p.status, p.event_id,
    p.reason, COALESCE(u.full_name, ''), p.decided_at
FROM event_proposal p
LEFT JOIN user_account u ON u.id = p.decided_by
WHERE p.organisation_id IN (SELECT id FROM scope) AND (CAST($4 AS TEXT) IS NULL OR p.status = $4)
ORDER BY p.created_at DESC, p.position
LIMIT $5 OFFSET $6
