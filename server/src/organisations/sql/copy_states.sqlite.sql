-- Rows again, as they were but for their end and the event that makes them; where these are null, as they were.
-- $1 is a JSON array of [new id, old id, valid_to, made_by].
WITH j AS (SELECT value FROM json_each($1))
INSERT INTO organisation_state
    (id, organisation_id, kind, level, code, valid_from, valid_from_precision, status, valid_to, made_by, recorded_from)
SELECT json_extract(j.value, '$[0]'), o.organisation_id, o.kind, o.level, o.code, o.valid_from, o.valid_from_precision, o.status,
    COALESCE(json_extract(j.value, '$[2]'), o.valid_to), COALESCE(json_extract(j.value, '$[3]'), o.made_by), $2
FROM j
JOIN organisation_state o ON o.id = json_extract(j.value, '$[1]')
