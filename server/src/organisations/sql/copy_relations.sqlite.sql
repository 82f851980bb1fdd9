-- Rows again, as they were but for their end and the event that makes them; where these are null, as they were.
-- $1 is a JSON array of [new id, old id, valid_to, made_by].
WITH j AS (SELECT value FROM json_each($1))
INSERT INTO organisation_relation
    (id, kind, from_id, to_id, valid_from, valid_from_precision, valid_to, made_by, recorded_from)
SELECT json_extract(j.value, '$[0]'), o.kind, o.from_id, o.to_id, o.valid_from, o.valid_from_precision,
    COALESCE(json_extract(j.value, '$[2]'), o.valid_to), COALESCE(json_extract(j.value, '$[3]'), o.made_by), $2
FROM j
JOIN organisation_relation o ON o.id = json_extract(j.value, '$[1]')
