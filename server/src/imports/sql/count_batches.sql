SELECT COUNT(*) FROM import_batch WHERE organisation_id = $1 AND kind = $2
