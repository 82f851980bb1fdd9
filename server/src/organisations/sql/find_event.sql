SELECT e.id, e.code, e.event_date, e.date_precision, e.basis_document_id, e.basis_text, e.reason, e.ground, e.summary,
    e.concerns_territory, e.recorded_at, COALESCE(u.full_name, ''), e.recorded_for_id, e.corrects_id, e.undone_at,
    COALESCE(e.undo_reason, '')
FROM organisation_event e
LEFT JOIN user_account u ON u.id = e.recorded_by
WHERE e.id = $1
