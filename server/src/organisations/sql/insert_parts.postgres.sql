-- Many rows at once: $1 is a JSON array of arrays.
WITH j AS (SELECT value FROM json_array_elements(CAST($1 AS JSON)))
INSERT INTO organisation_event_part
    (organisation_id, part, position, event_id)
SELECT j.value ->> 0, j.value ->> 1, CAST(j.value ->> 2 AS BIGINT), CAST($2 AS TEXT)
FROM j
