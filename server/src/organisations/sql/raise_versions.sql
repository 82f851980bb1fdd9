UPDATE organisation SET version = version + 1
WHERE id IN (SELECT organisation_id FROM organisation_event_part WHERE event_id = $1)
