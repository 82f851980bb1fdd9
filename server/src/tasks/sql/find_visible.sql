WITH RECURSIVE
@include organisations/scope
,
@include tasks/state
SELECT t.id, t.organisation_id, t.document_id, t.parent_id, t.is_parent, s.child_count, t.section, t.title, t.lead_as_written,
    t.deadline_kind, t.deadline_as_written, t.due_date, t.recurrence, t.urgency, s.status, s.alert, t.extension_count, t.done_date,
    t.version,
    (SELECT CASE WHEN e.decision = 'refused' THEN 1 ELSE 0 END FROM evidence e WHERE e.task_id = t.id ORDER BY e.filed_at DESC, e.id DESC LIMIT 1)
FROM task_state s
JOIN task t ON t.id = s.id
WHERE t.id = $10
