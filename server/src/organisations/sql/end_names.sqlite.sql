-- What was believed stays; only the belief ends. $1 JSON array of ids, $3 the event, NULL for an undo.
WITH j AS (SELECT value FROM json_each($1))
UPDATE organisation_name SET recorded_to = $2, ended_by = $3
WHERE id IN (SELECT value FROM j) AND recorded_to = '9999-12-31T23:59:59.999999Z'
