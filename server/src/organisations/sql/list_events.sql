-- $1 body, $2 and $3 days, $4 1: also those that were undone.
SELECT e.id, e.code, e.event_date, e.date_precision, e.basis_document_id, e.basis_text, e.reason, e.ground, e.summary,
    e.concerns_territory, e.recorded_at, COALESCE(u.full_name, ''), e.recorded_for_id, e.corrects_id, e.undone_at,
    COALESCE(e.undo_reason, '')
FROM organisation_event e
LEFT JOIN user_account u ON u.id = e.recorded_by
WHERE (CAST($1 AS TEXT) IS NULL OR e.id IN (SELECT p.event_id FROM organisation_event_part p WHERE p.organisation_id = $1))
    AND (CAST($2 AS TEXT) IS NULL OR e.event_date >= $2) AND (CAST($3 AS TEXT) IS NULL OR e.event_date <= $3)
    AND (CAST($4 AS BIGINT) = 1 OR e.undone_at IS NULL)
ORDER BY e.event_date DESC, e.recorded_at DESC, e.id DESC
LIMIT $5 OFFSET $6
