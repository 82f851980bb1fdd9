-- Many rows at once: $1 is a JSON array of arrays.
WITH j AS (SELECT value FROM json_each($1))
INSERT INTO organisation_event_part
    (organisation_id, part, position, event_id)
SELECT json_extract(j.value, '$[0]'), json_extract(j.value, '$[1]'), json_extract(j.value, '$[2]'), $2
FROM j
