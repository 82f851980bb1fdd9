UPDATE member SET recorded_to = $1, changed_at = $2, version = version + 1 WHERE id = $3
