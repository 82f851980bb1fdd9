-- Rows again with another holder, start, end or maker; where these are null, as they were.
-- $1 is a JSON array of [new id, old id, organisation_id, valid_from, valid_to, made_by].
WITH j AS (SELECT value FROM json_each($1))
INSERT INTO holding (id, kind, record_id, organisation_id, valid_from, valid_to, made_by, recorded_from)
SELECT json_extract(j.value, '$[0]'), o.kind, o.record_id, COALESCE(json_extract(j.value, '$[2]'), o.organisation_id), COALESCE(json_extract(j.value, '$[3]'), o.valid_from),
    COALESCE(json_extract(j.value, '$[4]'), o.valid_to), COALESCE(json_extract(j.value, '$[5]'), o.made_by), $2
FROM j
JOIN holding o ON o.id = json_extract(j.value, '$[1]')
