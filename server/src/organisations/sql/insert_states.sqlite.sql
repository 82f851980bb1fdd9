-- Many rows at once: $1 is a JSON array of arrays.
WITH j AS (SELECT value FROM json_each($1))
INSERT INTO organisation_state
    (id, organisation_id, kind, level, code, status, valid_from, valid_from_precision, valid_to, recorded_from, made_by)
SELECT json_extract(j.value, '$[0]'), json_extract(j.value, '$[1]'), json_extract(j.value, '$[2]'), json_extract(j.value, '$[3]'), json_extract(j.value, '$[4]'), json_extract(j.value, '$[5]'), json_extract(j.value, '$[6]'), json_extract(j.value, '$[7]'), json_extract(j.value, '$[8]'), $2, $3
FROM j
