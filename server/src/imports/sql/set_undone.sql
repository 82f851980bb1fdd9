UPDATE import_batch SET state = 'undone', undone_by = $1, undone_at = $2, undo_reason = $3, version = version + 1 WHERE id = $4
