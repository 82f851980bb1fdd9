-- What an event ended, with the body that held it.
SELECT id, organisation_id FROM holding WHERE ended_by = $1 ORDER BY id
