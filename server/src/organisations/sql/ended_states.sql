SELECT id FROM organisation_state WHERE ended_by = $1
