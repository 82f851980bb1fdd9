SELECT id FROM organisation_name WHERE ended_by = $1
