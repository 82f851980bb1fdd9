WITH RECURSIVE
@include organisations/scope
SELECT p.status FROM event_proposal p WHERE p.organisation_id IN (SELECT id FROM scope) AND p.id = $4
