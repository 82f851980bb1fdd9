-- What the units of the event $2 went into, with the names of $1, the day of the event.
SELECT l.predecessor_id, l.successor_id, l.share, n.name, COALESCE(s.code, '')
FROM organisation_lineage l
JOIN organisation_name n ON n.organisation_id = l.successor_id
    AND n.recorded_to = '9999-12-31T23:59:59.999999Z' AND n.valid_from <= $1 AND n.valid_to > $1
JOIN organisation_state s ON s.organisation_id = l.successor_id
    AND s.recorded_to = '9999-12-31T23:59:59.999999Z' AND s.valid_from <= $1 AND s.valid_to > $1
WHERE l.event_id = $2
ORDER BY s.code, l.successor_id
