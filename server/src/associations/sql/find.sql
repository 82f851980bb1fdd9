-- One that may be seen. $1 to $3 as in visible, $4 the body, $5 as of. One that ended is shown as it was last.
WITH RECURSIVE
@include associations/visible
, one AS (
    SELECT v.id FROM visible v WHERE v.id = $4
), r AS (
@include associations/row
    WHERE s.organisation_id IN (SELECT o.id FROM one o) AND s.recorded_to = '9999-12-31T23:59:59.999999Z' AND s.valid_from <= $5
)
SELECT r.id, r.name, r.short_name, r.kind, r.level, r.valid_from, r.valid_to, r.class, r.status, r.field, r.supervisor_id, r.office,
    r.equipment, r.confirmed_at, r.profile_from
FROM r
ORDER BY r.valid_to DESC
LIMIT 1
