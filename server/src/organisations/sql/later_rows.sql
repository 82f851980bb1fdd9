-- What is believed of the bodies that the event made and was not written by it.
WITH made AS (SELECT organisation_id AS id FROM organisation_event_part WHERE event_id = $1 AND part = 'made')
SELECT x.what, COUNT(*)
FROM (
    SELECT 'states' AS what, s.made_by FROM organisation_state s JOIN made ON made.id = s.organisation_id WHERE s.recorded_to = '9999-12-31T23:59:59.999999Z'
    UNION ALL
    SELECT 'names', n.made_by FROM organisation_name n JOIN made ON made.id = n.organisation_id WHERE n.recorded_to = '9999-12-31T23:59:59.999999Z'
    UNION ALL
    SELECT 'aliases', NULL FROM organisation_alias a JOIN made ON made.id = a.organisation_id WHERE a.recorded_to = '9999-12-31T23:59:59.999999Z'
    UNION ALL
    SELECT 'relations', r.made_by FROM organisation_relation r JOIN made ON made.id = r.from_id WHERE r.recorded_to = '9999-12-31T23:59:59.999999Z'
    UNION ALL
    SELECT 'relations', r.made_by FROM organisation_relation r JOIN made ON made.id = r.to_id WHERE r.recorded_to = '9999-12-31T23:59:59.999999Z'
) x
WHERE x.made_by IS NULL OR x.made_by <> $1
GROUP BY x.what
ORDER BY x.what
