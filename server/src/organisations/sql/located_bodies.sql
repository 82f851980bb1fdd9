-- Bodies that are still located in a unit which the event $3 ended or renamed. $1 its day, $2 the day before.
SELECT r.from_id, n.name, s.kind, r.to_id, un.name, COALESCE(us.level, '')
FROM organisation_event_part p
JOIN organisation_relation r ON r.to_id = p.organisation_id AND r.kind = 'located_in'
    AND r.recorded_to = '9999-12-31T23:59:59.999999Z' AND r.valid_from <= $1 AND r.valid_to > $1
JOIN organisation_state s ON s.organisation_id = r.from_id
    AND s.recorded_to = '9999-12-31T23:59:59.999999Z' AND s.valid_from < $1 AND s.valid_to > $1
JOIN organisation_name n ON n.organisation_id = r.from_id
    AND n.recorded_to = '9999-12-31T23:59:59.999999Z' AND n.valid_from <= $1 AND n.valid_to > $1
JOIN organisation_name un ON un.organisation_id = p.organisation_id
    AND un.recorded_to = '9999-12-31T23:59:59.999999Z' AND un.valid_from <= $2 AND un.valid_to > $2
JOIN organisation_state us ON us.organisation_id = p.organisation_id
    AND us.recorded_to = '9999-12-31T23:59:59.999999Z' AND us.valid_from <= $2 AND us.valid_to > $2
WHERE p.event_id = $3 AND p.part IN ('ended', 'changed')
ORDER BY n.name, r.from_id
