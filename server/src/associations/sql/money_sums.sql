-- $1 to $3 as in visible, $4 one body with those whose records it inherited, or NULL: all; $5 today, $6 the year.
WITH RECURSIVE
@include associations/visible
,
inherited (id) AS (
    SELECT o.id FROM organisation o WHERE o.id = $4
    UNION
    SELECT r.from_id
    FROM organisation_relation r
    JOIN inherited i ON r.to_id = i.id
    WHERE r.kind = 'inherited_by' AND r.recorded_to = '9999-12-31T23:59:59.999999Z'
)
SELECT m.organisation_id,
    (SELECT MAX(n.name) FROM organisation_name n
        WHERE n.organisation_id = m.organisation_id AND n.recorded_to = '9999-12-31T23:59:59.999999Z'
            AND n.valid_from <= $5 AND n.valid_to > $5),
    m.direction, m.source, m.decision_number, MAX(m.task_title), CAST(SUM(m.amount) AS BIGINT), COUNT(*)
FROM association_money m
WHERE m.year = $6 AND m.removed_at IS NULL
    AND (CAST($4 AS TEXT) IS NULL OR m.organisation_id IN (SELECT i.id FROM inherited i))
    AND m.organisation_id IN (SELECT v.id FROM visible v)
GROUP BY m.organisation_id, m.direction, m.source, m.decision_number
ORDER BY m.organisation_id, m.direction, m.source, m.decision_number
