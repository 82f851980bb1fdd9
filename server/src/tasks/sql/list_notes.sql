SELECT n.id, COALESCE(u.full_name, ''), n.organisation_id, n.text, n.percent, n.created_at
FROM progress_note n
LEFT JOIN user_account u ON u.id = n.user_id
WHERE n.task_id = $1
ORDER BY n.created_at DESC, n.id DESC
