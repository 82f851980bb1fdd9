-- Of some bodies those that are found. $8 their ids.
SELECT COUNT(*)
FROM organisation_state s
JOIN organisation_name n ON n.organisation_id = s.organisation_id
WHERE
@include organisations/held
    AND
@include organisations/matches
    AND (CAST($7 AS TEXT) IS NULL OR s.kind = $7)
    AND s.organisation_id IN (SELECT json_array_elements_text(CAST($8 AS JSON)))
