-- Rows again with another holder, start, end or maker; where these are null, as they were.
-- $1 is a JSON array of [new id, old id, organisation_id, valid_from, valid_to, made_by].
WITH j AS (SELECT value FROM json_array_elements(CAST($1 AS JSON)))
INSERT INTO holding (id, kind, record_id, organisation_id, valid_from, valid_to, made_by, recorded_from)
SELECT j.value ->> 0, o.kind, o.record_id, COALESCE(j.value ->> 2, o.organisation_id), COALESCE(j.value ->> 3, o.valid_from),
    COALESCE(j.value ->> 4, o.valid_to), COALESCE(j.value ->> 5, o.made_by), CAST($2 AS TEXT)
FROM j
JOIN holding o ON o.id = j.value ->> 1
