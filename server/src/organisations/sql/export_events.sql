-- Events up to a day $1 as known at $2, with the bodies they began and ended with.
SELECT e.id, e.code, e.event_date, e.date_precision, e.basis_text, e.reason, l.predecessor_id, l.successor_id
FROM organisation_event e
LEFT JOIN organisation_lineage l ON l.event_id = e.id
WHERE e.event_date <= $1 AND e.recorded_at <= $2 AND (e.undone_at IS NULL OR e.undone_at > $2)
ORDER BY e.event_date, e.id, l.position
