DELETE FROM association_flag WHERE organisation_id = $1
