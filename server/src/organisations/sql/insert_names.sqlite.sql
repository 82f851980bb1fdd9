-- Many rows at once: $1 is a JSON array of arrays.
WITH j AS (SELECT value FROM json_each($1))
INSERT INTO organisation_name
    (id, organisation_id, name, short_name, search_key, exact_key, match_key, short_match_key, sort_key, valid_from, valid_from_precision, valid_to, recorded_from, made_by)
SELECT json_extract(j.value, '$[0]'), json_extract(j.value, '$[1]'), json_extract(j.value, '$[2]'), json_extract(j.value, '$[3]'), json_extract(j.value, '$[4]'), json_extract(j.value, '$[5]'), json_extract(j.value, '$[6]'), json_extract(j.value, '$[7]'), json_extract(j.value, '$[8]'), json_extract(j.value, '$[9]'), json_extract(j.value, '$[10]'), json_extract(j.value, '$[11]'), $2, $3
FROM j
