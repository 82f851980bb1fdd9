-- A code that two bodies bear on one day, one of them a part of the event.
SELECT s.code
FROM organisation_event_part p
CROSS JOIN organisation_state s
CROSS JOIN organisation_state o
WHERE p.event_id = $1
    AND s.organisation_id = p.organisation_id AND s.recorded_to = '9999-12-31T23:59:59.999999Z'
    AND o.code = s.code AND o.organisation_id <> s.organisation_id AND o.recorded_to = '9999-12-31T23:59:59.999999Z'
    AND o.valid_from < s.valid_to AND s.valid_from < o.valid_to
ORDER BY s.code
LIMIT 1
