UPDATE member SET settled_into = $1, settled_at = $2, settled_by = $3, changed_at = $4, version = version + 1 WHERE id = $5
