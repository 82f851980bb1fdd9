WITH RECURSIVE
@include organisations/scope
,
@include tasks/asked
,
@include tasks/visible
,
@include tasks/state
,
@include tasks/filtered
SELECT t.id, t.organisation_id, t.document_id, t.parent_id, t.is_parent, f.child_count, t.section, t.title, t.lead_as_written,
    t.deadline_kind, t.deadline_as_written, t.due_date, t.recurrence, t.urgency, f.status, f.alert, t.extension_count, t.done_date,
    t.version,
    (SELECT CASE WHEN e.decision = 'refused' THEN 1 ELSE 0 END FROM evidence e WHERE e.task_id = t.id ORDER BY e.filed_at DESC, e.id DESC LIMIT 1)
FROM filtered f
JOIN task t ON t.id = f.id
LEFT JOIN task parent ON parent.id = t.parent_id
WHERE CAST($20 AS TEXT) IS NULL OR CAST($20 AS TEXT) LIKE '%,' || f.status || ',%'
ORDER BY
    CASE WHEN CAST($21 AS TEXT) = 'due_date' THEN COALESCE(t.due_date, '9999-12-31') END,
    CASE WHEN $21 = '-due_date' THEN COALESCE(t.due_date, '') END DESC,
    CASE WHEN $21 = 'created_at' THEN t.created_at END,
    CASE WHEN $21 = '-created_at' THEN t.created_at END DESC,
    CASE WHEN $21 = 'status' THEN f.status END,
    CASE WHEN $21 = '-status' THEN f.status END DESC,
    CASE WHEN $21 IN ('lead', '-lead') THEN CASE WHEN t.lead_key IS NULL THEN 1 ELSE 0 END END,
    CASE WHEN $21 = 'lead' THEN t.lead_key END,
    CASE WHEN $21 = '-lead' THEN t.lead_key END DESC,
    t.document_id, COALESCE(parent.position, t.position), t.is_parent DESC, t.position, t.id
LIMIT $22 OFFSET $23
