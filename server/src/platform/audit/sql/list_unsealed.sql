SELECT e.id, e.at FROM audit_event e
LEFT JOIN audit_seal s ON s.event_id = e.id
WHERE s.event_id IS NULL
ORDER BY e.at, e.id
