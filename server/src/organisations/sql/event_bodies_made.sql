SELECT organisation_id FROM organisation_event_part WHERE event_id = $1 AND part = 'made' ORDER BY position
