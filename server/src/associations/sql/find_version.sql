SELECT version FROM association_record WHERE organisation_id = $1
