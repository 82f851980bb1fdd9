-- $1 is a JSON array of [flag, valid_from, valid_to].
WITH j AS (SELECT value FROM json_each($1))
INSERT INTO association_flag (organisation_id, flag, valid_from, valid_to)
SELECT $2, json_extract(j.value, '$[0]'), json_extract(j.value, '$[1]'), json_extract(j.value, '$[2]') FROM j
