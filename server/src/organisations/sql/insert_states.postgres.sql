-- Many rows at once: $1 is a JSON array of arrays.
WITH j AS (SELECT value FROM json_array_elements(CAST($1 AS JSON)))
INSERT INTO organisation_state
    (id, organisation_id, kind, level, code, status, valid_from, valid_from_precision, valid_to, recorded_from, made_by)
SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6, j.value ->> 7, j.value ->> 8, CAST($2 AS TEXT), CAST($3 AS TEXT)
FROM j
