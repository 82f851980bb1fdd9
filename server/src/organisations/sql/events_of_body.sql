-- With the part that the body had. $1 the body, $2 known at.
SELECT e.id, e.code, e.event_date, e.date_precision, e.basis_document_id, e.basis_text, e.reason, e.ground, e.summary,
    e.concerns_territory, e.recorded_at, COALESCE(u.full_name, ''), e.recorded_for_id, e.corrects_id, e.undone_at,
    COALESCE(e.undo_reason, ''), p.part
FROM organisation_event_part p
JOIN organisation_event e ON e.id = p.event_id
LEFT JOIN user_account u ON u.id = e.recorded_by
WHERE p.organisation_id = $1 AND e.recorded_at <= $2 AND (e.undone_at IS NULL OR e.undone_at > $2)
ORDER BY e.event_date DESC, e.recorded_at DESC, e.id DESC
LIMIT 500
