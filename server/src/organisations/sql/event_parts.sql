SELECT organisation_id, part FROM organisation_event_part WHERE event_id = $1 ORDER BY position LIMIT $2
