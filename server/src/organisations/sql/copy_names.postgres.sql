-- Rows again, as they were but for their end and the event that makes them; where these are null, as they were.
-- $1 is a JSON array of [new id, old id, valid_to, made_by].
WITH j AS (SELECT value FROM json_array_elements(CAST($1 AS JSON)))
INSERT INTO organisation_name
    (id, organisation_id, name, short_name, search_key, exact_key, match_key, short_match_key, sort_key, valid_from, valid_from_precision, valid_to, made_by, recorded_from)
SELECT j.value ->> 0, o.organisation_id, o.name, o.short_name, o.search_key, o.exact_key, o.match_key, o.short_match_key, o.sort_key, o.valid_from, o.valid_from_precision,
    COALESCE(j.value ->> 2, o.valid_to), COALESCE(j.value ->> 3, o.made_by), CAST($2 AS TEXT)
FROM j
JOIN organisation_name o ON o.id = j.value ->> 1
