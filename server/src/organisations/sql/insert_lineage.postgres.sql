-- Many rows at once: $1 is a JSON array of arrays.
WITH j AS (SELECT value FROM json_array_elements(CAST($1 AS JSON)))
INSERT INTO organisation_lineage
    (predecessor_id, successor_id, share, position, event_id)
SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, CAST(j.value ->> 3 AS BIGINT), CAST($2 AS TEXT)
FROM j
