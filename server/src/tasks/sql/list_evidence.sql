SELECT e.id, e.document_number, e.document_date, e.receiver, e.result_text, e.file_id, e.filed_by, COALESCE(u.full_name, ''), e.filed_for_id,
    e.filed_at, e.decision, d.full_name, e.decided_for_id, e.decided_at, e.decision_reason
FROM evidence e
LEFT JOIN user_account u ON u.id = e.filed_by
LEFT JOIN user_account d ON d.id = e.decided_by
WHERE e.task_id = $1
ORDER BY e.filed_at DESC, e.id DESC
