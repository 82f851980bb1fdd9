SELECT MIN(valid_from) FROM organisation_state WHERE organisation_id = $1 AND recorded_to = '9999-12-31T23:59:59.999999Z'
