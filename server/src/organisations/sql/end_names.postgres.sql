-- What was believed stays; only the belief ends. $1 JSON array of ids, $3 the event, NULL for an undo.
WITH j AS (SELECT json_array_elements_text(CAST($1 AS JSON)) AS value)
UPDATE organisation_name SET recorded_to = CAST($2 AS TEXT), ended_by = CAST($3 AS TEXT)
WHERE id IN (SELECT value FROM j) AND recorded_to = '9999-12-31T23:59:59.999999Z'
