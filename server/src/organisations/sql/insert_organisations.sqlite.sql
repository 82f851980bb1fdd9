-- Many rows at once: $1 is a JSON array of arrays.
WITH j AS (SELECT value FROM json_each($1))
INSERT INTO organisation
    (id, created_at)
SELECT json_extract(j.value, '$[0]'), $2
FROM j
