SELECT p.event_id, p.organisation_id, p.part
FROM organisation_event e
JOIN organisation_event_part p ON p.event_id = e.id
WHERE e.event_date <= $1 AND e.recorded_at <= $2 AND (e.undone_at IS NULL OR e.undone_at > $2)
ORDER BY p.event_id, p.position
