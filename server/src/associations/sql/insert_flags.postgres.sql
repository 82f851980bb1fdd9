-- $1 is a JSON array of [flag, valid_from, valid_to].
WITH j AS (SELECT value FROM json_array_elements(CAST($1 AS JSON)))
INSERT INTO association_flag (organisation_id, flag, valid_from, valid_to)
SELECT CAST($2 AS TEXT), j.value ->> 0, j.value ->> 1, j.value ->> 2 FROM j
