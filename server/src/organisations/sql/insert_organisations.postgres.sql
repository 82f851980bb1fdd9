-- Many rows at once: $1 is a JSON array of arrays.
WITH j AS (SELECT value FROM json_array_elements(CAST($1 AS JSON)))
INSERT INTO organisation
    (id, created_at)
SELECT j.value ->> 0, CAST($2 AS TEXT)
FROM j
