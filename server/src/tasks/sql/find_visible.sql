WITH RECURSIVE
@include organisations/scope
,
@include tasks/asked
,
-- The one task, by the rule of tasks/visible: rights are today's, and who takes part in a child sees its parent.
visible (id) AS (
    SELECT t.id
    FROM task t
    WHERE t.id = $10
        AND (t.organisation_id IN (SELECT id FROM scope)
            OR EXISTS (
                SELECT 1
                FROM task part
                JOIN task_assignment a ON a.task_id = part.id
                WHERE (part.id = t.id OR part.parent_id = t.id) AND a.organisation_id IN (SELECT id FROM scope)
                    AND a.valid_from <= $3 AND a.valid_to > $3 AND a.recorded_to = '9999-12-31T23:59:59.999999Z'))
),
@include tasks/state
SELECT t.id, t.organisation_id, t.document_id, t.parent_id, t.is_parent, s.child_count, t.section, t.title, t.lead_as_written,
    t.deadline_kind, t.deadline_as_written, t.due_date, t.recurrence, t.urgency, s.status, s.alert, t.extension_count, t.done_date,
    t.version,
    (SELECT CASE WHEN e.decision = 'refused' THEN 1 ELSE 0 END FROM evidence e WHERE e.task_id = t.id ORDER BY e.filed_at DESC, e.id DESC LIMIT 1)
FROM task_state s
JOIN task t ON t.id = s.id
