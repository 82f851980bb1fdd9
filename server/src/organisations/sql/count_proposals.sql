WITH RECURSIVE
@include organisations/scope
SELECT COUNT(*)
FROM event_proposal p
WHERE p.organisation_id IN (SELECT id FROM scope) AND (CAST($4 AS TEXT) IS NULL OR p.status = $4)
