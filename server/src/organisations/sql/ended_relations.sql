SELECT id FROM organisation_relation WHERE ended_by = $1
