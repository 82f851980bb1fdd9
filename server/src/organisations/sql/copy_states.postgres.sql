-- Rows again, as they were but for their end and the event that makes them; where these are null, as they were.
-- $1 is a JSON array of [new id, old id, valid_to, made_by].
WITH j AS (SELECT value FROM json_array_elements(CAST($1 AS JSON)))
INSERT INTO organisation_state
    (id, organisation_id, kind, level, code, valid_from, valid_from_precision, status, valid_to, made_by, recorded_from)
SELECT j.value ->> 0, o.organisation_id, o.kind, o.level, o.code, o.valid_from, o.valid_from_precision, o.status,
    COALESCE(j.value ->> 2, o.valid_to), COALESCE(j.value ->> 3, o.made_by), CAST($2 AS TEXT)
FROM j
JOIN organisation_state o ON o.id = j.value ->> 1
